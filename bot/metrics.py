"""What the bot counts for who wants to watch it, in Prometheus's text format.

Counting costs next to nothing and is always on; nothing is served unless `listening` is entered.
Labels are words of this module or class names, never what people or articles say.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Enum,
    Gauge,
    Histogram,
    disable_created_metrics,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from config.errors import SettingsError
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from prometheus_client.metrics_core import Metric

    from retrieval.answered import Answer
    from retrieval.store.records import SourceRow

Outcome = Literal["answered", "not_covered", "refused", "busy", "cancelled", "failed"]
Stage = Literal["queue", "search", "stance", "total"]
Gateway = Literal["connecting", "connected", "disconnected"]

# Seconds: from a question on a small library to the quarter of a minute that nobody waits for.
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)
_MILLI = 1e-3

# A series more for each counter, which tells only when the process began.
disable_created_metrics()  # type: ignore[no-untyped-call]


class HasSources(Protocol):
    """A library, as far as its size goes, and whether its index can be searched."""

    @property
    def index_fault(self) -> str | None:
        """Why the server that holds the index failed the last time; None where it did not."""

    def sources(self) -> list[SourceRow]:
        """The sources with what is held of each; raises LibraryError."""


class Metrics:
    """The counters of one process. Every method may be called from any thread; none raises."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._questions = Counter(
            "whosays_questions", "Questions by outcome.", ["outcome"], registry=self._registry
        )
        self._seconds = Histogram(
            "whosays_stage_seconds",
            "Seconds that a question spent in each stage.",
            ["stage"],
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._waiting = Gauge(
            "whosays_queue_questions", "Questions that wait for a worker.", registry=self._registry
        )
        self._errors = Counter(
            "whosays_errors", "Errors by kind.", ["kind"], registry=self._registry
        )
        self._gateway = Enum(
            "whosays_gateway",
            "The connection to Discord's gateway.",
            states=list(get_args(Gateway)),
            registry=self._registry,
        )
        self._index = Gauge(
            "whosays_index_up",
            "Whether the server that holds the index answered; 1 where there is none.",
            registry=self._registry,
        )
        self._index.set(1)
        # So that every series is there, at zero, before the first question.
        for outcome in get_args(Outcome):
            self._questions.labels(outcome)
        for stage in get_args(Stage):
            self._seconds.labels(stage)

    def answered(self, answer: Answer) -> None:
        """Count a question that has its answer, and the time by stage that the answer carries."""
        self._questions.labels("answered" if answer.covered else "not_covered").inc()
        self.spent("search", answer.took.search_ms * _MILLI)
        self.spent("stance", answer.took.stance_ms * _MILLI)
        self.spent("total", answer.took.total_ms * _MILLI)

    def unanswered(self, outcome: Literal["refused", "busy", "cancelled", "failed"]) -> None:
        """Count a question that got no answer."""
        self._questions.labels(outcome).inc()

    def spent(self, stage: Stage, seconds: float) -> None:
        """Count the seconds of a stage, such as the wait in the queue."""
        self._seconds.labels(stage).observe(seconds)

    def waiting(self, questions: int) -> None:
        """How many questions wait for a worker now."""
        self._waiting.set(questions)

    def error(self, error: BaseException) -> None:
        """Count an error by the name of its class."""
        self._errors.labels(type(error).__name__).inc()

    def gateway(self, state: Gateway) -> None:
        """The state of the connection to Discord from now on."""
        self._gateway.state(state)

    def watch(self, library: HasSources) -> None:
        """Report this library's size and index whenever somebody asks for the metrics.

        Once a process.
        """
        self._registry.register(_Size(library.sources, self.error))
        self._index.set_function(lambda: float(library.index_fault is None))

    @contextmanager
    def listening(self, host: str, port: int) -> Iterator[tuple[str, int]]:
        """Serve the metrics over HTTP, at any free port where `port` is 0; gives the address.

        Raises SettingsError where the address cannot be bound.
        """
        try:
            server, thread = start_http_server(port, host, self._registry)
        except OSError as error:
            raise SettingsError(
                f"The metrics cannot be served at {host}, port {port} "
                f"({error.strerror or error}): choose another address with "
                "WHOSAYS_METRICS__HOST and WHOSAYS_METRICS__PORT."
            ) from error
        try:
            yield str(server.server_address[0]), server.server_port
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class _Size(Collector):
    """The size of a library at the moment of asking; no series where it cannot be read."""

    def __init__(
        self,
        sources: Callable[[], Sequence[SourceRow]],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._sources = sources
        self._failed = failed

    def describe(self) -> Iterable[Metric]:
        """Nothing, so that registering does not read the library."""
        return ()

    def collect(self) -> Iterable[Metric]:
        """One gauge for each of sources, articles and paragraphs."""
        try:
            rows = self._sources()
        except LibraryError as error:
            self._failed(error)
            return
        for name, size in (
            ("sources", len(rows)),
            ("articles", sum(row.articles for row in rows)),
            ("paragraphs", sum(row.paragraphs for row in rows)),
        ):
            yield GaugeMetricFamily(f"whosays_library_{name}", f"Held {name}.", value=size)
