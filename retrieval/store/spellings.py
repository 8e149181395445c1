"""Names that the news writes in several ways: a search for one finds the others."""

from __future__ import annotations

import re
from functools import cache

# Common transliterations, from the style guides that differ over them; each line is one name.
_SAME = """
kyiv kiev kyiw
kharkiv kharkov
odesa odessa
lviv lvov
dnipro dnepr dnipropetrovsk dnepropetrovsk
mykolaiv nikolaev nikolayev
zaporizhzhia zaporizhia zaporizhzhya zaporozhye
chernihiv chernigov
luhansk lugansk
chornobyl chernobyl
donbas donbass
serhii serhiy
sergei sergey
dmitry dmitri dmitriy
yevgeny evgeny yevgeniy evgeniy
navalny navalnyy nawalny navalnyi
lukashenko lukashenka
gaddafi qaddafi gadhafi kadhafi kaddafi
hezbollah hizbollah hizbullah hezballah
muhammad mohammed mohamed mohammad
quran koran
hussein husain hussain husayn
khamenei khamenai
beijing peking
mumbai bombay
kolkata calcutta
chennai madras
bengaluru bangalore
turkiye türkiye turkey
myanmar burma
eswatini swaziland
qaeda qaida
taliban taleban
houthi huthi houthis huthis
sheikh shaikh sheik
"""
# Zelenskyy, Zelensky, Zelenskiy, Zelenskyi, Zelenskij; and Dostoevsky, Tchaikovsky, ...
_SKY = re.compile(r"(?P<stem>\w{3,}?[sc]k)(?:yy|iy|yi|ij|ii|yj|y|i)")
_ENDINGS = ("y", "yy", "iy", "yi", "ij", "ii", "i")


def variants(word: str) -> tuple[str, ...]:
    """The word and other spellings of the same name, in lower case; itself alone for most."""
    plain = word.casefold()
    known = _table().get(plain)
    if known is not None:
        return known
    name = _SKY.fullmatch(plain)
    if name is None:
        return (word,)
    return tuple(dict.fromkeys((plain, *(name["stem"] + ending for ending in _ENDINGS))))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    lines = [tuple(line.split()) for line in _SAME.strip().splitlines()]
    return {name: (name, *(one for one in line if one != name)) for line in lines for name in line}
