"""What may be fetched: http and https addresses, in one spelling each."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import httpx2

from retrieval.errors import FetchError

_SCHEMES = {"http": 80, "https": 443}
_LONGEST = 2000
# Half of a surrogate pair comes out of JSON and cannot be written anywhere.
_CONTROLS = re.compile(r"[\x00-\x20\x7f\ud800-\udfff]")
# What mail and social networks append to tell their visitors apart: never part of an article's
# address.
_TRACKING = re.compile(
    r"utm_\w+|[gf]bclid|[dy]clid|msclkid|igshid|mc_[ce]id|_ga|_gl|cmpid|ns_\w+|at_\w+|ocid|smid",
    re.IGNORECASE,
)


def is_address(text: str) -> bool:
    """Whether a text is an address rather than the name of a file."""
    return text.casefold().startswith(("http://", "https://"))


def normal(address: str) -> str:
    """An address in the one spelling it is remembered by: no fragment, no tracking parameters.

    Raises FetchError for what is no http or https address, or carries a user name.
    """
    text = address.strip()
    if len(text) > _LONGEST or _CONTROLS.search(text):
        raise FetchError(
            "This is not an address that can be fetched: it is too long or holds spaces."
        )
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
        if "@" in parts.netloc:
            raise FetchError("An address with a user name or a password in it is not fetched.")
        if parts.scheme not in _SCHEMES:
            raise FetchError(f"{text} is not fetched: only http and https addresses are.")
        if not host:
            raise FetchError(f"{text} is not an address that can be fetched: it names no site.")
        ascii_host = httpx2.URL(scheme=parts.scheme, host=host).raw_host.decode("ascii")
    except (ValueError, httpx2.InvalidURL) as error:
        raise FetchError(f"{text} is not an address that can be fetched.") from error
    place = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    if port is not None and port != _SCHEMES[parts.scheme]:
        place = f"{place}:{port}"
    return urlunsplit(SplitResult(parts.scheme, place, parts.path or "/", _query(parts.query), ""))


def joined(base: str, link: str) -> str:
    """The address that a link on a page leads to; raises FetchError like `normal`."""
    try:
        whole = urljoin(base, link.strip())
    except ValueError as error:
        raise FetchError("A link leads to what is not an address.") from error
    return normal(whole)


def host_of(address: str) -> str:
    """The host of an address that `normal` gave."""
    return urlsplit(address).hostname or ""


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    # Untouched where nothing was dropped: some servers are particular about how it is written.
    return query if len(kept) == len(pairs) else urlencode(kept)
