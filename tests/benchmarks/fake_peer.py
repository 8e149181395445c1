"""A contestant without a library: it finds the paragraphs that share most words with a question."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from benchmarks.peers.protocol import paragraphs, serve

if TYPE_CHECKING:
    from pathlib import Path


class FakePeer:
    held: list[tuple[str, str]]

    def add(self, given: Path, folder: Path) -> int:
        found = paragraphs(given)
        folder.mkdir()
        (folder / "index").write_text(json.dumps(found), "utf-8")
        return len(found)

    def open(self, folder: Path) -> None:
        os.write(1, b"what a library prints is no reply\n")
        self.held = json.loads((folder / "index").read_text("utf-8"))

    def search(self, question: str, most: int) -> list[str]:
        if question == "spin":
            sum(range(3_000_000))
        words = set(question.lower().split())
        by_words = sorted(self.held, key=lambda each: -len(words & set(each[1].lower().split())))
        return [key for key, _ in by_words][:most]


if __name__ == "__main__":
    serve(FakePeer())
