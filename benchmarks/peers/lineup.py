"""Who takes part: what each is made of, and how it is started."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import Distribution
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from benchmarks.peers.environments import MODEL, ROOT, TORCH, prepare, surroundings, weight

if TYPE_CHECKING:
    from benchmarks.peers.environments import Environment

WHOSAYS = "whosays, search"
WHOLE = "whosays, answer"
# By name, the module below contestants and the packages.
PEERS = {
    "txtai": ("txtai", ("txtai==9.14.0", TORCH)),
    "Haystack": (
        "haystack",
        ("haystack-ai==3.4.1", "sentence-transformers-haystack==2.0.0", TORCH),
    ),
    "LlamaIndex": (
        "llamaindex",
        (
            "llama-index-core==0.14.25",
            "llama-index-retrievers-bm25==0.8.0",
            "llama-index-embeddings-huggingface==0.8.0",
            TORCH,
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Contestant:
    """A library under its name: how it is started, and what its installation weighs in MiB.

    `shares` names the one whose index it searches too; then it adds nothing itself.
    """

    name: str
    command: tuple[str, ...]
    variables: dict[str, str] = field(default_factory=dict)
    installed: float = 0.0
    shares: str | None = None


def peers(cache: Path) -> list[Contestant]:
    """The other libraries, each installed with the encoder's folder; raises RuntimeError."""
    found = []
    for name, (module, packages) in PEERS.items():
        home = prepare(cache, module, packages, (MODEL,))
        command = _command(home, module, str(home.model))
        found.append(Contestant(name, command, surroundings(), home.mebibytes()))
    return found


def whosays(cache: Path) -> tuple[list[Contestant], float]:
    """What serves whosays, for its search alone and its whole answer; raises RuntimeError.

    Beside them, what that weighs in MiB together with what prepares its encoder, which only the
    environment of this process needs. The code that runs is that of the working tree.
    """
    serving = prepare(cache, "whosays", (str(ROOT),))
    models = cache.resolve() / "models"
    variables = surroundings(WHOSAYS_MODELS__CACHE=str(models))
    command = (sys.executable, "-m", _module("whosays"), "prepare")
    subprocess.run(command, cwd=ROOT, env=variables, check=True)
    weighs = serving.mebibytes() + weight(models) / 2**20
    pair = [
        Contestant(WHOSAYS, _command(serving, "whosays", "search"), variables, weighs),
        Contestant(WHOLE, _command(serving, "whosays", "answer"), variables, weighs, WHOSAYS),
    ]
    held = {canonicalize_name(each) for each in serving.distributions()}
    more = needed(Distribution.from_name("whosays"), "models") - held
    return pair, weighs + sum(map(_mebibytes, more))


def needed(distribution: Distribution, extra: str = "") -> set[str]:
    """The names of what a distribution asks for with an extra, and of what those ask for."""
    found: set[str] = set()
    waiting = [(distribution, {"", extra})]
    while waiting:
        asking, extras = waiting.pop()
        for line in asking.requires or ():
            asked = Requirement(line)
            name = canonicalize_name(asked.name)
            meant = not asked.marker or any(asked.marker.evaluate({"extra": e}) for e in extras)
            if meant and name not in found:
                found.add(name)
                waiting.append((Distribution.from_name(name), {"", *asked.extras}))
    return found


def _mebibytes(name: str) -> float:
    paths = (Path(str(each.locate())) for each in Distribution.from_name(name).files or ())
    return sum(each.stat().st_size for each in paths if each.is_file()) / 2**20


def _command(home: Environment, module: str, *given: str) -> tuple[str, ...]:
    return (str(home.python), "-m", _module(module), *given)


def _module(name: str) -> str:
    return f"benchmarks.peers.contestants.{name}"
