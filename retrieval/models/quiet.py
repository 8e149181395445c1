"""The hub's client says nothing of its own while a model is loaded by name."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TALKING = "huggingface_hub"


@contextmanager
def quietly() -> Iterator[None]:
    """Keep the client's warnings back: it tells of each try, and an error is one line."""
    logger = logging.getLogger(_TALKING)
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)
