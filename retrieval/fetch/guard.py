"""Which IP addresses may be connected to: public ones, and ranges that the operator allows.

Every address a name resolves to is checked, and the connection goes to one that was, so a name
that resolves differently a moment later gains nothing (DNS rebinding).
"""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Protocol

from retrieval.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from ipaddress import IPv4Network, IPv6Network

IPAddress = IPv4Address | IPv6Address

_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")
# Global by the registry, yet answered by the nearest router: PCP and TURN anycast (RFC 7723, 8155).
_NEAREST_ROUTER = ip_network("192.0.0.0/24")


class Resolver(Protocol):
    """How names are resolved; a test has its own."""

    def __call__(self, host: str) -> Sequence[str]:
        """The IP addresses of a host name; raises OSError where it has none."""
        ...


def system_resolver(host: str) -> list[str]:
    """The addresses that the system's resolver gives, in its order."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


class Guard:
    """Resolves host names and lets through only what may be connected to."""

    def __init__(
        self,
        allow: Sequence[IPv4Network | IPv6Network] = (),
        *,
        resolver: Resolver = system_resolver,
    ) -> None:
        self._allow = allow
        self._resolver = resolver
        # A resolver that hangs holds a thread of its own and not the one that fetches.
        self._threads = ThreadPoolExecutor(8, thread_name_prefix="resolve")

    def addresses(self, host: str, *, seconds: float) -> list[str]:
        """The IP addresses of a host; raises FetchError where any of them is not allowed."""
        try:
            found = self._threads.submit(self._resolver, host).result(timeout=seconds)
        except Late as error:
            raise FetchError(f"The name {host} did not resolve in time.", temporary=True) from error
        except (OSError, UnicodeError) as error:
            raise FetchError(_unknown(host), temporary=True) from error
        if not found:
            raise FetchError(_unknown(host), temporary=True)
        for each in found:
            if not self.allows(each):
                raise FetchError(
                    f"{host} is not fetched: it is not on the public internet ({each}); the "
                    "setting fetch.allow can allow a range of your own network."
                )
        return list(found)

    def allows(self, address: str) -> bool:
        """Whether an IP address is public, or in a range that was allowed."""
        try:
            given = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        meant = _embedded(given) or given
        if any(each in network for network in self._allow for each in (given, meant)):
            return True
        if isinstance(meant, IPv4Address):
            return meant.is_global and not meant.is_multicast and meant not in _NEAREST_ROUTER
        return meant.is_global and meant in _UNICAST

    def close(self) -> None:
        """Stop the threads that resolve."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _unknown(host: str) -> str:
    return f"The name {host} does not resolve: is it spelt right, and is the network there?"


def _embedded(address: IPAddress) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4, Teredo, NAT64, compatible."""
    if not isinstance(address, IPv6Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return None
