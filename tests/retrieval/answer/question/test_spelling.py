from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answer.question.spelling import hints
from retrieval.answered import Hint
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from pathlib import Path

TEXT = tuple(f"Tenbury paid a random sum, {day}." for day in ("Monday", "Tuesday", "Friday"))


def test_only_what_is_no_word_is_taken_for_a_slip(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.add([entry("a1", TEXT)], encoder="e")
        assert hints("Did Tenburry pay a ransom?", catalogue) == (Hint("Tenburry", "Tenbury"),)
        assert hints("DID TENBURRY PAY A RANSOM", catalogue) == (Hint("tenburry", "Tenbury"),)
        assert hints("Did Tenbury pay a ransom?", catalogue) == ()


def test_a_common_word_with_a_slip_is_known(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.add(
            [entry("a1", [f"Two witnesses saw it, {each}." for each in TEXT])], encoder="e"
        )
        assert hints("Did two witneses see it?", catalogue) == (Hint("witneses", "witnesses"),)


def test_somebody_of_whom_no_article_tells_is_no_common_word_with_a_slip(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        told = [f"The urban area grew again on {each}." for each in TEXT]
        catalogue.add([entry("a1", told)], encoder="e")
        assert hints("Did the orban area grow?", catalogue) == (Hint("orban", "urban"),)
        assert hints("Did Orban resign?", catalogue) == ()
        assert hints("Witneses saw Orban?", catalogue) == ()
