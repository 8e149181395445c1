"""Which language a text is in: langid.py (Lui and Baldwin 2012), as maintained in py3langid."""

from __future__ import annotations

# The first kilobytes decide as surely as the whole.
_ENOUGH = 4000


def language_of(text: str) -> str:
    """ISO 639-1 code of the language a text is most likely in."""
    # Loading its model takes over half a second, which only adding articles should pay.
    from py3langid import classify  # noqa: PLC0415

    code: str = classify(text[:_ENOUGH])[0]
    return code
