"""Where the files are, and how the Dockerfile reads."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = ROOT / "Dockerfile"


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions in order, as (word, the rest), continued lines joined."""
    text = re.sub(r"^\s*#.*\n", "", DOCKERFILE.read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines if line)]


def stages() -> dict[str, list[tuple[str, str]]]:
    """The instructions of each stage by its name, in order; the first is its FROM."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, rest in instructions():
        if word == "FROM":
            found[rest.rpartition(" AS ")[2]] = held = []
        held.append((word, rest))
    return found


def reach(name: str) -> list[tuple[str, str]]:
    """The instructions that make a stage's file system: its own and those that it begins from."""
    held = stages()[name]
    base = held[0][1].partition(" AS ")[0]
    return [*(reach(base) if base in stages() else []), *held]
