"""What the entry does before any command."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from bot.cli.__main__ import heed_termination

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def test_the_first_process_of_a_container_is_ended_by_sigterm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "getpid", lambda: 1)
    heed_termination()
    with pytest.raises(SystemExit) as left:
        signal.raise_signal(signal.SIGTERM)
    assert left.value.code == 128 + signal.SIGTERM


def test_elsewhere_sigterm_stays_what_it_is() -> None:
    before = signal.getsignal(signal.SIGTERM)
    heed_termination()
    assert signal.getsignal(signal.SIGTERM) is before
