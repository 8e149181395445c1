"""Kill -9 at random moments while words are put into tantivy: is what is found right?

`python -m benchmarks.words_crash` prints a table and exits with 1 if an index of words ever had
other paragraphs than its library, or was damaged. The library has 6,000 made-up paragraphs; to
carry its index on, 1,500 come and 300 go.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import killing
from benchmarks.killing import Way
from retrieval.index.words import kept
from retrieval.index.words.kept import StoredWords
from retrieval.model import Article, Draft, Paragraph, Source
from retrieval.outside import forms
from retrieval.store.catalogue import Catalogue
from retrieval.store.records import Entry
from retrieval.store.words import TITLE_WEIGHT

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ARTICLES, MORE, LESS, EACH = 300, 75, 15, 20
ASKED = 20
WAYS = ("build", "carry on")
SOURCE = Source("made-up", "Made Up")
FORMS = forms()


def entry(number: int) -> Entry:
    """An article whose every paragraph has a word of its own."""
    dice = random.Random(number)
    spans, texts, start = [], [], 0
    for place in range(EACH):
        some = " ".join(f"word{dice.randrange(3_000)}" for _ in range(40))
        text = f"Every mark{number}x{place} {some}."
        texts.append(text)
        spans.append(Paragraph(place + 1, start, start + len(text)))
        start += len(text) + 2
    whole = "\n\n".join(texts)
    name = f"a{number:05}"
    article = Article(id=name, source=SOURCE, title="Made up", text=whole, path=f"/{name}")
    draft = Draft(article, tuple(spans), whole.encode(), "text/plain")
    return Entry(draft, frozenset(), np.ones((EACH, 1), dtype=np.float32))


def opened(catalogue: Catalogue, folder: Path) -> StoredWords:
    """The words of a library, in a folder of their own; changes go into it at once."""
    kept._PATIENCE_SECONDS, kept._CHANGED, kept.AT_ONCE = 0.0, 1, 10_000
    return StoredWords(folder, source=catalogue, forms=FORMS, title=TITLE_WEIGHT)


def make(library: str, folder: str, told: Connection) -> None:
    """Have the index made in the background, and say when that begins and ends."""
    with Catalogue.open(Path(library), create=False) as catalogue:
        stored = opened(catalogue, Path(folder))
        told.send("begins")
        stored.current()
        stored.wait()
        told.send("ends")
        stored.close()


def wrong(library: Path, folder: Path) -> tuple[str, list[str]]:
    """The state of the folder, and what is wrong with the index of whoever comes next."""
    with Catalogue.open(library, create=False) as catalogue:
        stored = opened(catalogue, folder)
        state: str = stored.status().state
        problems = [] if state in {"missing", "sound", "behind"} else [f"the folder is {state}"]
        index = stored.current()
        if index is None:
            stored.wait()
            index = stored.current()
        ids = catalogue.paragraph_ids().tolist()
        found = [] if index is None else index.words(["every"], len(ids) + 100)
        if sorted(each for each, _ in found) != ids:
            problems.append(f"{len(found)} paragraphs instead of {len(ids)}")
        rows = catalogue.word_rows(0, len(ids))
        for row in random.Random(len(ids)).sample(rows, ASKED):
            own = row.text.split()[1]
            one = [] if index is None else index.words([own], 5)
            if [each for each, _ in one] != [row.id]:
                problems.append(f"{own} is found {len(one)} times")
        stored.close()
    return state, problems


def libraries(place: Path) -> dict[str, Path]:
    """The library whose index is made, and the same as it has changed since."""
    found = {way: place / way for way in WAYS}
    with Catalogue.open(found["build"]) as catalogue:
        catalogue.add([entry(number) for number in range(ARTICLES)], encoder="e")
        opened(catalogue, place / "sound").rebuild()
    shutil.copytree(found["build"], found["carry on"])
    with Catalogue.open(found["carry on"]) as catalogue:
        catalogue.add([entry(ARTICLES + number) for number in range(MORE)], encoder="e")
        for number in range(LESS):
            catalogue.remove(f"a{number:05}")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the rounds and print what became of them."""
    preload = ["retrieval.index.words.kept", "retrieval.outside"]
    kills = killing.prepare(preload, str(__doc__), arguments)
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        ways = {
            way: Way(
                make,
                (str(library),),
                partial(wrong, library),
                before=place / "sound" if way == "carry on" else None,
            )
            for way, library in libraries(place).items()
        }
        return killing.rounds(ways, place / "folder", kills)


if __name__ == "__main__":
    sys.exit(main())
