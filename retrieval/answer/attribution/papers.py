"""Which paper or broadcaster "the newspaper" and "the network" are."""

from __future__ import annotations

import re

_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w.&’-]+ ){1,3}"
    r"(?:Times|Post|Journal|Herald|Tribune|Gazette|Chronicle|Telegraph)\b|USA Today|The Guardian"
)
_NETWORK = re.compile(r"\b(?:(?:Fox|NBC|CBS|ABC|Sky) News|CNN|MSNBC|BBC|NBC|CBS|ABC|NPR|PBS)\b")
_PAPERS = {"newspaper": _PAPER, "paper": _PAPER, "network": _NETWORK, "broadcaster": _NETWORK}


def paper_before(noun: str, text: str, before: int) -> tuple[str, int] | None:
    """The one of that kind that was named last before an offset of the text, with its own."""
    names = _PAPERS.get(noun)
    mentions = list(names.finditer(text[:before])) if names is not None else []
    return (mentions[-1].group(), mentions[-1].start()) if mentions else None
