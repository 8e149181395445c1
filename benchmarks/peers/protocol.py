"""A contestant's end of the line: one JSON object a line in, one out, with what it cost.

It imports the standard library alone, since it runs in every contestant's environment.

    {"do": "add", "given": FILE, "folder": FOLDER}    make an index of what is given, and keep it
    {"do": "open", "folder": FOLDER}                  load an index that was kept
    {"do": "search", "question": TEXT, "most": N}     keys of paragraphs, the best first

Every reply has `value`, `cpu_s` (of the processor, for this request), `all_cpu_s` (since the
process started) and `peak_mib` (the most memory it ever had); where it failed, `error` alone.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
from pathlib import Path
from typing import Any, Protocol


class Searched(Protocol):
    """A library that takes part."""

    def add(self, given: Path, folder: Path) -> object:
        """Make an index of the paragraphs of a file (or of the articles of a folder) and keep it.

        What it gives must be JSON.
        """

    def open(self, folder: Path) -> None:
        """Load the index that was kept in a folder, and what searching needs."""

    def search(self, question: str, most: int) -> list[str]:
        """Keys of the paragraphs that come nearest to the question, at most so many, in order."""


def keyed(article: str, paragraph: int) -> str:
    """What a paragraph is known by among the contestants."""
    return f"{article}:{paragraph}"


def paragraphs(given: Path) -> list[tuple[str, str]]:
    """Keys and texts of a file with one pair a line."""
    with given.open(encoding="utf-8") as lines:
        return [(key, text) for key, text in map(json.loads, lines)]


def serve(contestant: Searched) -> None:
    """Answer until the other end closes. What libraries print goes to standard error."""
    line = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for request in sys.stdin:
        before = _cpu_s()
        try:
            value = _done(contestant, json.loads(request))
        except Exception as error:  # noqa: BLE001 - the other end says what went wrong
            reply: dict[str, Any] = {"error": f"{type(error).__name__}: {error}"}
        else:
            after = _cpu_s()
            reply = {
                "value": value,
                "cpu_s": after - before,
                "all_cpu_s": after,
                "peak_mib": _peak_mib(),
            }
        line.write(json.dumps(reply) + "\n")
        line.flush()


def _done(contestant: Searched, request: dict[str, Any]) -> object:
    match request["do"]:
        case "add":
            return contestant.add(Path(request["given"]), Path(request["folder"]))
        case "open":
            contestant.open(Path(request["folder"]))
            return None
        case "search":
            return contestant.search(request["question"], request["most"])
        case other:
            raise ValueError(f"{other} is no request")


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak_mib() -> float:
    # Not getrusage: what it tells begins with the memory of the process that started this one.
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    if found is None:
        raise OSError("this system does not tell a process's peak memory")
    return int(found.group(1)) / 1024
