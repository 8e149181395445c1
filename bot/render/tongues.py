"""Which passages are in another language than the question, and what that language is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.answered import Answer, Passage

ENGLISH = "en"
_CODE = re.compile(r"[a-z]{2,3}")


def foreign(passage: Passage, answer: Answer) -> str | None:
    """The language of a passage (ISO 639-1); None where it is the question's, or not known."""
    told = (passage.language or passage.article.language or "").lower()
    found = _CODE.match(told)
    return None if found is None or found[0] == (answer.language or ENGLISH) else found[0]


def language_name(code: str, locale: str = ENGLISH) -> str:
    """What a language is called in another: "Russian"; its code where it has no name there."""
    # Here rather than above: babel reads its data on import, and few answers need it.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return str(Locale(locale).languages.get(code, code))
    except (UnknownLocaleError, ValueError):
        return code


def in_language(passage: Passage, answer: Answer) -> str | None:
    """`in Russian`; None where the passage is in the question's language."""
    code = foreign(passage, answer)
    return None if code is None else f"in {language_name(code)}"
