"""Which language a text is in: langid.py (Lui and Baldwin 2012), as maintained in py3langid."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from py3langid.langid import LanguageIdentifier

# The first kilobytes decide as surely as the whole.
_ENOUGH = 4000
# From so many characters on the text says more than what is stated, unless the stated language is
# among the likeliest few.
_TELLING = 200
_NEIGHBOURS = 3
# A language of two letters, by itself or with what follows: de, en-US, pt_BR.
_TAG = re.compile(r"[a-z]{2}(?:[-_].*)?", re.IGNORECASE)


def language_of(text: str) -> str:
    """ISO 639-1 code of the language a text is most likely in."""
    return str(_identifier().classify(text[:_ENOUGH])[0])


def language_told(stated: str | None, text: str) -> str:
    """The language that an article states, unless its text is plainly in another one.

    Many sites state English on every page. Short texts, and neighbours like Danish and Norwegian,
    are believed. What is no tag, such as "German", says nothing.
    """
    if stated and not _TAG.fullmatch(stated):
        stated = None
    if not stated or len(text) < _TELLING:
        return stated or language_of(text)
    ranked = [str(code) for code, _ in _identifier().rank(text[:_ENOUGH])]
    code = stated[:2].lower()
    return ranked[0] if code in ranked[_NEIGHBOURS:] else stated


def likelihood(text: str, languages: Collection[str]) -> float:
    """How likely a text is in one of these languages (ISO 639-1), in [0, 1]."""
    ranked = _identifier().rank(text[:_ENOUGH])
    return float(sum(share for code, share in ranked if code in languages))


@lru_cache(maxsize=512)
def likeliest(text: str, languages: tuple[str, ...]) -> tuple[str, float]:
    """Which of these languages a text is likeliest in, and how likely, in [0, 1]."""
    ranked = _identifier().rank(text[:_ENOUGH])
    shares = {str(code): float(share) for code, share in ranked if code in languages}
    best = max(languages, key=lambda code: shares.get(code, 0.0))
    return best, shares.get(best, 0.0)


def told_as(text: str) -> tuple[str, float]:
    """The language that a text is likeliest in, among all, and how likely, in [0, 1]."""
    code, share = _identifier().rank(text[:_ENOUGH])[0]
    return str(code), float(share)


@cache
def _identifier() -> LanguageIdentifier:
    # Loading its model takes over half a second, which few answers need to pay.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
