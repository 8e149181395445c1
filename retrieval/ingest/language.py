"""Which language a text is in: langid.py (Lui and Baldwin 2012), as maintained in py3langid."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from py3langid.langid import LanguageIdentifier

# The first kilobytes decide as surely as the whole.
_ENOUGH = 4000


def language_of(text: str) -> str:
    """ISO 639-1 code of the language a text is most likely in."""
    # Loading its model takes over half a second, which only adding articles should pay.
    from py3langid import classify  # noqa: PLC0415

    code: str = classify(text[:_ENOUGH])[0]
    return code


def likelihood(text: str, languages: Collection[str]) -> float:
    """How likely a text is in one of these languages (ISO 639-1), in [0, 1]."""
    ranked = _identifier().rank(text[:_ENOUGH])
    return float(sum(share for code, share in ranked if code in languages))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
