from __future__ import annotations

from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest

from retrieval.errors import FetchError
from retrieval.fetch.guard import Guard

if TYPE_CHECKING:
    from tests.retrieval.fetch.conftest import FakeResolver

PRIVATE = (
    "127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 "
    "192.0.0.9 192.0.2.1 198.18.0.1 224.0.1.1 239.255.255.250 240.0.0.1 255.255.255.255 "
    "::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 fec0::1 ff02::1 2001:db8::1 "
    "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 "
    "2002:7f00:1:: 2002:a00:1:: 2001:0:7f00:1::80ff:fffe not-an-address"
).split()
PUBLIC = "1.1.1.1 93.184.215.14 2606:4700::1111 ::ffff:1.1.1.1 64:ff9b::101:101".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not Guard().allows(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_let_through(address: str) -> None:
    assert Guard().allows(address)


def test_a_range_that_is_allowed_lets_only_itself_through() -> None:
    guard = Guard([ip_network("10.1.0.0/16"), ip_network("fd00::/64")])
    assert guard.allows("10.1.2.3")
    assert guard.allows("::ffff:10.1.2.3")
    assert guard.allows("fd00::7")
    assert not guard.allows("10.2.0.1")
    assert not guard.allows("127.0.0.1")


def test_one_private_address_among_public_ones_is_enough_to_refuse(resolver: FakeResolver) -> None:
    resolver.names = {"news.example": [["93.184.215.14", "10.0.0.1"]]}
    with pytest.raises(FetchError, match="not on the public internet") as caught:
        Guard(resolver=resolver).addresses("news.example", seconds=5)
    assert not caught.value.temporary


def test_a_name_that_does_not_resolve_may_do_so_later(resolver: FakeResolver) -> None:
    resolver.names = {"news.example": [[]]}
    with pytest.raises(FetchError, match="does not resolve") as caught:
        Guard(resolver=resolver).addresses("news.example", seconds=5)
    assert caught.value.temporary


@pytest.mark.parametrize(
    "spelling", ["2130706433", "0x7f000001", "127.1", "0177.0.0.1", "localhost"]
)
def test_other_spellings_of_loopback_are_refused_with_the_real_resolver(spelling: str) -> None:
    with pytest.raises(FetchError):
        Guard().addresses(spelling, seconds=5)
