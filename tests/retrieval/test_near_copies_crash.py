"""Kill -9 while originals move on and their copies come to stand for themselves."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from retrieval.store.catalogue import Catalogue

if TYPE_CHECKING:
    from pathlib import Path

_WRITER = """
import sys
from pathlib import Path

import numpy as np

from retrieval.adding import Adder
from retrieval.store.catalogue import Catalogue


class Encoder:
    key = "random"
    dimensions = 8

    def encode(self, texts, query=False):
        return np.ones((len(texts), 8), dtype=np.float32) / np.float32(8**0.5)


folder = Path(sys.argv[1])
rest = "\\n\\n".join(f"Pilot {n} of %s told the court that the tide had turned." for n in range(8))
lead = "The fire at %s was an accident, the minister said to reporters on Friday morning."
with Catalogue.open(folder / "library") as catalogue:
    adder = Adder(catalogue, Encoder, max_bytes=10**6)

    def add(name, source, lead, place):
        path = folder / f"{name}.md"
        body = f"{lead % place}\\n\\n{rest.replace('%s', place)}"
        path.write_text(f"---\\nsource: {source}\\n---\\n{body}\\n")
        for _ in adder.add([path], source=None, progress=lambda *_: None):
            pass

    for number in range(10**6):
        place = f"Port{number}"
        add(f"{number}-wire", "City Wire", lead, place)
        add(f"{number}-sun", "Daily Sun", lead.replace("was an", "was not an"), place)
        add(f"{number}-star", "Evening Star", lead, place)
        add(f"{number}-wire", "City Wire", lead.replace("an accident", "sabotage"), place)
        sys.stdout.write(f"{number}\\n")
        sys.stdout.flush()
"""


@pytest.mark.parametrize("seed", range(2))
def test_no_text_is_lost_to_a_kill(tmp_path: Path, seed: int) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
        assert writer.stdout is not None
        said = writer.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.4))  # noqa: S311
        writer.kill()
        said += writer.stdout.read()
    acknowledged = said.count("\n")
    assert acknowledged
    with Catalogue.open(tmp_path / "library", create=False) as catalogue:
        assert catalogue.check() == []
        rows = {row.ref.path: row.ref for row in catalogue.articles()}
        for number in range(acknowledged):
            refs = [rows[str(tmp_path / f"{number}-{name}.md")] for name in ("wire", "sun", "star")]
            leads = [catalogue.article(ref.id).text.split(",")[0] for ref in refs]
            assert [lead.removeprefix(f"The fire at Port{number} was ") for lead in leads] == [
                "sabotage", "not an accident", "an accident"
            ]  # fmt: skip
            assert [ref.version for ref in refs] == [2, 1, 1]
            copies = [ref.copy_of for ref in refs]
            assert copies[0] is None
            assert [each.sentences for each in copies if each is not None] == [1, 1]
