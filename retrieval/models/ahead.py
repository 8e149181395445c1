"""The stance model of the settings, which may be loaded while something else is done."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future

    from config.settings import ModelSettings
    from retrieval.models.base import StanceModel

_lock = threading.Lock()
_begun: list[tuple[ModelSettings, Future[StanceModel]]] = []


def begin(settings: ModelSettings) -> None:
    """Begin to load in another thread; whoever takes it next waits for that, and has its error."""
    # Its thread is waited for when the process ends, which foreign code needs.
    worker = ThreadPoolExecutor(1, thread_name_prefix="ahead")
    with _lock:
        _begun.append((settings, worker.submit(_load, settings)))
    worker.shutdown(wait=False)


def stance_of(settings: ModelSettings) -> StanceModel:
    """The stance model: the one that was begun for these settings, once, or else a new one.

    Raises ModelError.
    """
    with _lock:
        at = next((at for at, (begun, _) in enumerate(_begun) if begun == settings), None)
        future = None if at is None else _begun.pop(at)[1]
    return _load(settings) if future is None else future.result()


def _load(settings: ModelSettings) -> StanceModel:
    # Here, since whoever begins has more to import while this thread does.
    from retrieval.models.load import load_stance  # noqa: PLC0415

    return load_stance(settings)
