from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.retrieval.watching.newsroom import Newsroom, newsroom
from tests.retrieval.watching.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    with newsroom(tmp_path) as opened:
        yield opened


@pytest.fixture
def reader(room: Newsroom) -> Reader:
    return Reader(room)
