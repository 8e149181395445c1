"""A catalogue in a temporary folder, and a thread without root's powers."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest

from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.backups import held, saved  # noqa: F401 - fixtures
from tests.retrieval.store.ledgers import ledger  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library", busy_seconds=5) as opened:
        yield opened


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


def _obey_permissions() -> None:
    """Give up, in this thread, root's right to pass over permissions (capabilities(7))."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, data = _Header(0x20080522, 0), (_Data * 2)()
    if libc.capget(ctypes.byref(header), data):
        raise OSError(ctypes.get_errno(), "capget")
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        data[0].effective &= ~(1 << capability)
    if libc.capset(ctypes.byref(header), data):
        raise OSError(ctypes.get_errno(), "capset")


class Unprivileged(Protocol):
    def __call__(self, work: Callable[[], T]) -> T: ...


@pytest.fixture(scope="session")
def unprivileged() -> Unprivileged:
    """Run a function as permissions apply to everyone, also where the tests run as root."""

    def run(work: Callable[[], T]) -> T:
        results: list[T] = []
        failures: list[BaseException] = []

        def inside() -> None:
            try:
                if os.name == "posix" and os.geteuid() == 0:
                    _obey_permissions()
                results.append(work())
            except BaseException as error:  # noqa: BLE001 - carried over to the test's thread
                failures.append(error)

        thread = threading.Thread(target=inside)
        thread.start()
        thread.join()
        if failures:
            raise failures[0]
        return results[0]

    if os.name != "posix" or (os.geteuid() == 0 and not sys.platform.startswith("linux")):
        pytest.skip("permissions cannot be made to count here")
    return run
