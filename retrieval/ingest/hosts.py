"""Which hosts belong together: registrable domains by the public suffix list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def site_of(address: str) -> str:
    """The registrable domain of an address or host: `news.bbc.co.uk` gives `bbc.co.uk`.

    A host that has none (an IP address, `localhost`, a public suffix) stands for itself.
    """
    host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").rstrip(".")
    if not host or ":" in host or host.rpartition(".")[2].isdigit():
        return host
    found = _suffixes().privatesuffix(host)
    return str(found) if found else host


def same_site(first: str, second: str) -> bool:
    """Whether two addresses belong to one registrable domain."""
    return site_of(first) == site_of(second)


def domains(address: str) -> list[str]:
    """The host of an address and its parents down to the registrable domain, longest first."""
    host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").rstrip(".")
    labels, least = host.split("."), len(site_of(host).split("."))
    return [".".join(labels[at:]) for at in range(len(labels) - least + 1)]


@cache
def _suffixes() -> PublicSuffixList:
    # Here rather than above: reading the list costs start-up time that most commands save.
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415

    return PublicSuffixList()
