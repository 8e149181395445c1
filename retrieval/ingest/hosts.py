"""Which hosts belong together: registrable domains by the public suffix list."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from retrieval.ingest.sidecar import slug
from retrieval.model import Source

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_WEB = re.compile(r"https?://(?:[\w-]+\.)+[a-z][\w-]*(?=(?::\d*)?(?:[/?#]|$))", re.IGNORECASE)
_BEGINS = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)


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


def outlet(name: str | None, address: str | None) -> Source | None:
    """The outlet that is called so, or as the host of an address; None where neither is said."""
    parts = urlsplit(address if address and "//" in address else f"//{address or ''}")
    host = (parts.hostname or "").removeprefix("www.")
    if not (name or host):
        return None
    return Source(
        id=slug(host or name or ""),
        name=name or host,
        url=f"{parts.scheme or 'https'}://{parts.hostname}" if host else None,
    )


def outlet_at(address: str | None) -> Source | None:
    """The outlet at the host of a web address that somebody wrote; None for anything else."""
    # People write anything there: what is no address is no outlet's.
    found = _WEB.match(address or "")
    return outlet(None, found[0]) if found else None


def is_web(address: str) -> bool:
    """Whether that begins as an address on the web does."""
    return _BEGINS.match(address) is not None


@cache
def _suffixes() -> PublicSuffixList:
    # Here rather than above: reading the list costs start-up time that most commands save.
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415

    return PublicSuffixList()
