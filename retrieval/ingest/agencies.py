"""News agencies, as an article credits them in its dateline, its last lines or its byline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# The name an answer gives, and how articles write it.
_AGENCIES = {
    "Associated Press": "AP|The Associated Press|Associated Press",
    "Reuters": "Reuters|Thomson Reuters",
    "AFP": "AFP|Agence France[- ]Presse",
    "PTI": "PTI|Press Trust of India",
    "DPA": "dpa|DPA|Deutsche Presse-Agentur|dpa-AFX",
    "ANI": "ANI|Asian News International",
    "IANS": "IANS|Indo-Asian News Service",
    "UNI": "UNI|United News of India",
    "Xinhua": "Xinhua",
    "TASS": "TASS",
    "Interfax": "Interfax|Interfax-Ukraine",
    "Ukrinform": "Ukrinform",
    "ANSA": "ANSA",
    "EFE": "EFE|Agencia EFE",
    "Kyodo": "Kyodo|Kyodo News",
    "Yonhap": "Yonhap",
    "UPI": "UPI|United Press International",
    "Bloomberg": "Bloomberg",
    "Anadolu": "Anadolu|Anadolu Agency|AA",
    "PA": "PA|PA Media|Press Association",
}
_NAMES = {
    spelling.casefold(): name
    for name, spellings in _AGENCIES.items()
    for spelling in spellings.split("|")
}
_ANY = "|".join(
    sorted((re.escape(one) for s in _AGENCIES.values() for one in s.split("|")), key=len)[::-1]
)
_HEADS = (
    # MOSCOW (AP) — ; KYIV, Nov 7 (Reuters) - ; /TASS/.
    re.compile(rf"^[^!?(]{{0,70}}[(/]\s*(?P<name>{_ANY})\s*[)/]\s*[-–—:.]"),
    re.compile(r"^[^!?(]{0,70}\(\s*(?P<name>PTI|ANI|IANS|UNI)\s*\)\s"),
    # AP — ; Reuters: at the very start only.
    re.compile(rf"^\W{{0,3}}(?P<name>{_ANY})\s*[-–—:]\s"),
    # MOSCOW, November 7. /TASS/.
    re.compile(r"^[^!?(]{0,70}\.\s*/(?P<name>TASS)/"),
)
_TAILS = (
    re.compile(rf"(?:[-–—(\[/]\s*|©\s*(?:\d{{4}}\s*)?)(?P<name>{_ANY})\s*[)\]/]?\.?$"),
    re.compile(rf"^\W*(?i:source|with inputs? from|credit)\W{{1,3}}(?P<name>{_ANY})\W*$"),
    # PTI's desk signs with initials.
    re.compile(r"(?:^|[.!?]\s+)(?P<name>PTI|ANI|IANS)(?:\s+[A-Z]{2,5}){0,6}\s*$"),
)
_REUTERS_DESK = re.compile(r"^\W{0,2}\(?\s*Reporting by [^;]{3,200}; ?(?:\w+ )?[Ee]diting by ")
_TAIL_PARAGRAPHS = 3


def agency_of(text: str, authors: Sequence[str] = ()) -> str | None:
    """The agency that an article comes from by its own credit; None where it credits none."""
    paragraphs = [each for each in text.split("\n\n") if each.strip()]
    for author in authors:
        known = _NAMES.get(re.sub(r"\s+(?:staff|agency|news)$", "", author.casefold()))
        if known is not None:
            return known
    if not paragraphs:
        return None
    for pattern in _HEADS:
        if found := pattern.match(paragraphs[0]):
            return _NAMES[found["name"].casefold()]
    for paragraph in reversed(paragraphs[-_TAIL_PARAGRAPHS:]):
        if _REUTERS_DESK.match(paragraph):
            return "Reuters"
        for pattern in _TAILS:
            if found := pattern.search(paragraph):
                return _NAMES[found["name"].casefold()]
    return None
