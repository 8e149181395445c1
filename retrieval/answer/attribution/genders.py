"""Whether "he" or "she" can mean somebody, by the titles and given names that an article has."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.answer.attribution import lexicon as lx

_HIS_TITLES = r"(?:Mr|Sir|Lord|King|Prince|[Ss]pokesman|[Cc]hairman|Congressman|Assemblyman)"
_HER_TITLES = (
    r"(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|[Ss]pokeswoman|[Cc]hairwoman|Congresswoman"
    r"|Assemblywoman)"
)
# Between a title and a surname: "Mrs. Ida J. Moen".
_GIVEN = r"\.?\s(?:[A-Z][\w.’'-]*\s){0,2}"
_EITHER = ("he", "she")


def may_be(pronoun: str, name: str, text: str) -> bool:
    """Whether "he" or "she" can mean a name of the article; any other pronoun can."""
    if pronoun not in _EITHER:
        return True
    given, _, surname = name.rpartition(" ")
    known = _of_given(given) or _of_bearers(surname, text)
    return (known or frozenset(_EITHER)) >= {pronoun}


def _of_given(names: str) -> frozenset[str]:
    """The pronoun of the first given name that tells; none where none does."""
    for given in names.lower().split():
        if given in lx.HIS_NAMES | lx.HER_NAMES:
            return frozenset({"he" if given in lx.HIS_NAMES else "she"})
    return frozenset()


@lru_cache(maxsize=512)
def _of_bearers(name: str, text: str) -> frozenset[str]:
    """The pronouns of all who bear a surname in the article; of a given name, its own."""
    written = re.escape(name)
    titles = (("he", _HIS_TITLES), ("she", _HER_TITLES))
    found = {
        pronoun
        for pronoun, title in titles
        if re.search(rf"\b{title}{_GIVEN}{written}(?![\w-])", text)
    }
    # In "Virginia Gov. Theo Moen" what comes before his title is no name of his.
    runs = re.findall(rf"\b((?:[A-Z](?:\.|[\w’-]+) ){{1,3}}){written}(?![\w-])", text)
    for run in runs:
        found |= _of_given(run)
    return frozenset(found) or (frozenset() if runs else _of_given(name))
