"""Which addresses may become links: those of the web, in a form no markup can be smuggled in."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

# RFC 3986: reserved and unreserved characters, and % of what is already encoded.
_SAFE = ":/?#[]@!$&'()*+,;=%-._~"
# What browsers, and `urlsplit`, pass over before an address.
_PASSED_OVER = "".join(map(chr, range(ord(" ") + 1)))


def web_link(url: str | None) -> str | None:
    """The address percent-encoded to ASCII; None unless it is http(s) with a host."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(url.strip().strip(_PASSED_OVER), safe=_SAFE, errors="surrogatepass")
