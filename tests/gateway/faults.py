"""What goes wrong on purpose, and the limits that Discord has for real."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field

from aiohttp import web

# Discord's answers carry this; discord.py takes a 429 without it for a ban by a proxy.
VIA = {"Via": "1.1 loopback"}


def refusal(status: int, code: int, message: str) -> web.Response:
    """An error as Discord words it."""
    return web.json_response({"message": message, "code": code}, status=status, headers=VIA)


def too_many(retry_after: float, *, everywhere: bool = False) -> web.Response:
    """429 with Retry-After."""
    headers = {**VIA, "Retry-After": str(int(retry_after) + 1)}
    if everywhere:
        headers["X-RateLimit-Global"] = "true"
    body = {
        "message": "You are being rate limited.",
        "retry_after": retry_after,
        "global": everywhere,
    }
    return web.json_response(body, status=429, headers=headers)


@dataclass
class Fault:
    """What the next `times` requests that match meet with."""

    method: str
    path: re.Pattern[str]
    seconds: float = 0.0
    times: int = 1
    status: int = 0
    retry_after: float = 0.0
    everywhere: bool = False
    afterwards: bool = False
    """Whether it is the answer that is late: what was asked for is done already."""


@dataclass
class Faults:
    """Faults that are waiting for their request."""

    waiting: list[Fault] = field(default_factory=list)

    def limit(
        self,
        method: str,
        path: str,
        *,
        retry_after: float,
        times: int = 1,
        everywhere: bool = False,
    ) -> None:
        """Answer 429."""
        self.waiting.append(
            Fault(
                method,
                re.compile(path),
                times=times,
                status=429,
                retry_after=retry_after,
                everywhere=everywhere,
            )
        )

    def fail(self, method: str, path: str, *, status: int, times: int = 1) -> None:
        """Answer with an error of the server or a missing right."""
        self.waiting.append(Fault(method, re.compile(path), times=times, status=status))

    def delay(
        self, method: str, path: str, seconds: float, *, times: int = 1, afterwards: bool = False
    ) -> None:
        """Answer late; `afterwards` what was asked for is done before."""
        self.waiting.append(
            Fault(method, re.compile(path), times=times, seconds=seconds, afterwards=afterwards)
        )

    async def linger(self, method: str, path: str) -> None:
        """Keep back the answer to a request that was done, where that is planned."""
        for fault in self.waiting:
            if fault.afterwards and fault.method == method and fault.path.fullmatch(path):
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                await asyncio.sleep(fault.seconds)
                return

    async def meet(self, method: str, path: str) -> web.Response | None:
        """What this request meets with; None where it goes through."""
        for fault in self.waiting:
            if fault.afterwards or fault.method != method:
                continue
            if fault.path.fullmatch(path):
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                await asyncio.sleep(fault.seconds)
                if fault.status == 429:
                    return too_many(fault.retry_after, everywhere=fault.everywhere)
                if fault.status:
                    return refusal(fault.status, 50_013 if fault.status == 403 else 0, "On purpose")
        return None


class Bucket:
    """Some requests in some seconds, then 429."""

    def __init__(self, name: str, limit: int, seconds: float) -> None:
        self._name, self._limit, self._seconds = name, limit, seconds
        self._left, self._until = limit, 0.0

    def take(self) -> tuple[dict[str, str], float]:
        """Headers for the answer, and the seconds to wait where nothing was left, else 0."""
        now = time.monotonic()
        if now >= self._until:
            self._left, self._until = self._limit, now + self._seconds
        after = self._until - now
        headers = {
            "X-RateLimit-Bucket": self._name,
            "X-RateLimit-Limit": str(self._limit),
            "X-RateLimit-Remaining": str(max(self._left - 1, 0)),
            "X-RateLimit-Reset": f"{time.time() + after:.3f}",
            "X-RateLimit-Reset-After": f"{after:.3f}",
        }
        if self._left == 0:
            return headers, after
        self._left -= 1
        return headers, 0.0
