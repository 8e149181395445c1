"""Which source somebody means: by id, name or spelling, by host, by a part that it alone has."""

from __future__ import annotations

import json
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.errors import NotFoundError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from publicsuffixlist import PublicSuffixList

_ALIKE = 0.5
_LISTED = 6
# Of one letter nearly every name has a part.
_SHORTEST = 2
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z][\w-]*", re.ASCII)
_HOST_OR_LABEL = re.compile(r"[\w.-]{3,}", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Known:
    """A source with what it goes by, as written."""

    id: str
    name: str
    names: tuple[str, ...]
    hosts: list[str] = field(default_factory=list)

    def folded(self) -> set[str]:
        """Names and hosts as `_fold` has them, a host also without its ending."""
        hosts = self.all_hosts()
        endless = (*map(_label, hosts), *map(_unended, hosts))
        return {_fold(each) for each in (*self.names, *hosts, *endless)} - {""}

    def parts(self) -> set[str]:
        """What a part may be of: names, and hosts without their endings, which many share."""
        return {_fold(each) for each in (*self.plain(), *map(_unended, self.all_hosts()))} - {""}

    def words(self) -> set[str]:
        """The words of its names."""
        return {_fold(word) for each in self.plain() for word in re.findall(r"\w+", each)}

    def plain(self) -> list[str]:
        """Its names that are no hosts; the id is made of one of them, and may be of a host."""
        named = (each for each in self.names if each != self.id or each == self.name)
        return [each for each in named if not _HOST.fullmatch(each.casefold())]

    def all_hosts(self) -> list[str]:
        """Its hosts, with those that are its names."""
        return [*self.hosts, *(each for each in self.names if _HOST.fullmatch(each.casefold()))]

    def bare(self) -> set[str]:
        """Its hosts without `www.`."""
        return {each.casefold().removeprefix("www.") for each in self.all_hosts()}

    def initials(self) -> set[str]:
        """The first letters of names of several words, as of The New York Times."""
        words = map(_words, self.names)
        return {"".join(word[0] for word in each) for each in words if each}


def meant(connection: sqlite3.Connection, given: str) -> set[str]:
    """The ids of the sources that go by what was given; several where they share a name.

    Whatever is not an id, name or spelling must mean one source alone. Raises NotFoundError,
    which lists what it could be or names the nearest.
    """
    known = _known(connection)
    wanted = given.strip().casefold()
    exact = {each.id for each in known if wanted in map(str.casefold, each.names)}
    if exact:
        return exact
    if "://" in wanted:
        wanted = _host(wanted)
    folded = _fold(wanted)
    label = _fold(_label(wanted)) if _HOST.fullmatch(wanted) else folded
    short = _shortened(wanted)
    ways: tuple[Callable[[_Known], bool], ...] = (
        lambda each: not each.folded().isdisjoint({folded, label}),
        lambda each: (
            folded in each.words()
            or any(one.startswith(folded) for one in each.parts() | each.initials())
        ),
        lambda each: any(folded in one for one in each.parts()),
        lambda each: not short.isdisjoint(map(_label, each.all_hosts())),
    )
    for way in ways if len(folded) >= _SHORTEST else ways[:1]:
        found = [each for each in known if folded and way(each)]
        if found:
            return _one(given, found)
    # Last, since it reads every address: a host that nobody said is a source's own.
    printed = _printed_at(connection, wanted)
    if printed:
        at = [replace(each, hosts=printed[each.id]) for each in known if each.id in printed]
        return _one(given, at)
    raise _unknown(given, known)


def called_in_full(connection: sqlite3.Connection, given: str) -> str | None:
    """The id of the one source whose whole name was given, or that of its host; None for others.

    "The New York Times" is nytimes.com, and "AP" apnews.com; a part of a name is nobody's.
    """
    folded = _fold(given)
    wanted = {folded, f"the{folded}", f"{folded}news", folded.removesuffix("news")}
    initials = {each for each in (*_shortened(given), folded) if len(each) > _SHORTEST}
    known = _known(connection) if folded else []
    # A name in full is nobody's initials: "El Faro de Santoña" shares them with another lighthouse.
    found = [each for each in known if not each.folded().isdisjoint(wanted)] or [
        each
        for each in known
        if not initials.isdisjoint({*map(_label, each.all_hosts()), *each.initials()})
    ]
    with suppress(NotFoundError):
        return next(iter(_one(given, found))) if found else None
    return None


def _known(connection: sqlite3.Connection) -> list[_Known]:
    found: dict[str, _Known] = {}
    for identifier, name, spellings, url in connection.execute(
        "SELECT id, name, spellings, url FROM source WHERE EXISTS "
        "(SELECT 1 FROM article WHERE article.source = source.id) ORDER BY name, id"
    ):
        host = urlsplit(url or "").hostname
        names = tuple(dict.fromkeys((identifier, name, *json.loads(spellings))))
        found[identifier] = _Known(identifier, name, names, [host] if host else [])
    for host, identifier in connection.execute("SELECT name, source FROM host"):
        if identifier in found:
            found[identifier].hosts.append(host)
    return list(found.values())


def _printed_at(connection: sqlite3.Connection, host: str) -> dict[str, list[str]]:
    """Whose articles are from a host, or from one that is called so without its end: from which."""
    if not _HOST_OR_LABEL.fullmatch(host):
        return {}
    host = host.removeprefix("www.")
    rows = connection.execute(
        "SELECT DISTINCT article.source, url FROM address JOIN article ON key = article "
        "WHERE number = 0 AND instr(lower(url), ?)",
        (host,),
    )
    found: dict[str, list[str]] = {}
    for source, url in rows:
        # An article may state an address that is none.
        with suppress(ValueError):
            name = urlsplit(url).hostname or ""
            if f".{name}".endswith(f".{host}") or _label(name) == host:
                found.setdefault(source, []).append(name)
    return found


def _fold(text: str) -> str:
    """Letters and digits alone, without accents, case, `www.` and a leading `the`."""
    plain = "".join(
        each
        for each in unicodedata.normalize("NFKD", text.casefold())
        if each.isalnum() or each in " ."
    ).strip()
    plain = re.sub(r"^(?:www\.|the )", "", plain)
    return re.sub(r"[ .]", "", plain)


def _label(host: str) -> str:
    """`nytimes` of www.nytimes.com, `bbc` of bbc.co.uk: what is left without the ending."""
    return _site(host).partition(".")[0] if _site(host) else host


def _words(name: str) -> list[str]:
    """The words of a name of several, without its articles; none of a name of one."""
    words = re.findall(r"\w+", name.casefold())
    return [word for word in words if word != "the"] if words[1:] else []


def _shortened(name: str) -> set[str]:
    """What a host makes of a name of several words: `nytimes` and `nyt` of The New York Times."""
    words = _words(name)
    initials = "".join(word[0] for word in words)
    return {initials, initials[:-1] + words[-1]} if words[1:] else set()


def _unended(host: str) -> str:
    """`well.blogs.nytimes` of well.blogs.nytimes.com."""
    site = _site(host)
    return host.casefold().removesuffix(site.removeprefix(_label(host))) if site else host


def _site(host: str) -> str:
    """`nytimes.com` of well.blogs.nytimes.com: what was registered; nothing where none was."""
    return str(_suffixes().privatesuffix(host.casefold()) or "")


def _host(address: str) -> str:
    """The host of an address; nothing where it has none."""
    with suppress(ValueError):
        return urlsplit(address).hostname or ""
    return ""


def _letters(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def _one(given: str, found: list[_Known]) -> set[str]:
    """The one that was found; raises NotFoundError, which lists them, where there are several.

    Of those of one site the one at the site itself, as a paper among its blogs.
    """
    if len(found) == 1:
        return {found[0].id}
    sites = set.intersection(*({_site(host) for host in each.all_hosts()} for each in found))
    main = [each.id for each in found if not sites.isdisjoint(each.bare())] if sites else []
    if len(main) == 1:
        return {main[0]}
    listed = ", ".join(
        each.name if _letters(each.name) == _letters(each.id) else f"{each.name} ({each.id})"
        for each in found[:_LISTED]
    )
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    raise NotFoundError(f"{given!r} could be {listed}{more}: give more of the name.")


def _unknown(given: str, known: Iterable[_Known]) -> NotFoundError:
    shown = {name.casefold(): name for each in known for name in each.names}
    near = get_close_matches(given.strip().casefold(), shown, n=1, cutoff=_ALIKE)
    nearest = f"; the nearest is {shown[near[0]]!r}" if near else ""
    return NotFoundError(f"There is no source {given!r}{nearest}; `whosays sources` lists them.")


@cache
def _suffixes() -> PublicSuffixList:
    # Reading the list takes a moment, and a name that is known needs none.
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415

    return PublicSuffixList()
