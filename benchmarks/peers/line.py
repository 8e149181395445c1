"""The benchmark's end of the line: starts a contestant, asks it, and takes the time."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from benchmarks.peers.environments import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, and what it cost: seconds of the clock and of the processor, and MiB.

    `all_cpu_s` and `peak_mib` are of the process since it started.
    """

    value: Any
    wall_s: float
    cpu_s: float
    all_cpu_s: float
    peak_mib: float


class Line:
    """A contestant's process."""

    def __init__(self, command: Sequence[str], variables: Mapping[str, str]) -> None:
        # Closed with the process.
        self._errors = tempfile.TemporaryFile(  # noqa: SIM115
            "w+", encoding="utf-8", errors="replace"
        )
        self._command = command
        self._started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=ROOT,
            env=dict(variables),
            text=True,
            encoding="utf-8",
        )

    def ask(self, do: str, **given: object) -> Reply:
        """Send a request and wait for its reply; raises RuntimeError where there is none."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the line has no ends")
        started = time.perf_counter()
        try:
            self._process.stdin.write(json.dumps({"do": do, **given}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._failed("ended") from None
        told = self._process.stdout.readline()
        wall_s = time.perf_counter() - started
        if not told:
            raise self._failed("ended")
        reply = json.loads(told)
        if "error" in reply:
            raise self._failed(reply["error"])
        return Reply(wall_s=wall_s, **reply)

    def since_started(self) -> float:
        """Seconds since the process was started."""
        return time.perf_counter() - self._started

    def close(self) -> None:
        """End the process."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._errors.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _failed(self, why: str) -> RuntimeError:
        self._errors.seek(0)
        last = (self._errors.read().strip().splitlines() or [""])[-1]
        return RuntimeError(f"{' '.join(self._command)}: {why} ({last})")
