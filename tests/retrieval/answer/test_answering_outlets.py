"""Who is heard of several outlets, and which questions are answered whatever the judge says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from config.settings import SearchSettings
from retrieval.answered import Stance
from tests.retrieval.answer.holding import Counting, holding, passages, sources

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import ModelSettings

HARBOUR = (
    """title: Moen closes the harbour
source: north

The harbour was closed on Friday by Ida Moen, an engineer from Linden.

Ida Moen went home. Nobody was there.""",
    """title: Harbour closed
source: south

Ida Moen closed the harbour.

Odd Lund, president of the Pilots Trust, said nothing.

He joined the Pilots Trust, a group of pilots. Lund, 50, left.

Lund is a member of the Pilots Party.""",
    """title: Elms planted
source: east

Pupils planted elms in Vale on Monday.""",
)
STORMS = (
    """title: Odile hits Vale
source: north

Hurricane Odile killed three people in Vale. Hurricane Petra killed forty people in Vale.""",
    """title: The toll of Petra
source: south

Forty people died in Vale in Hurricane Petra. The storm killed twelve people in Linden.""",
)


def test_every_outlet_on_the_event_is_heard_however_many_there_are(
    tmp_path: Path, models: ModelSettings
) -> None:
    """One has more articles and sentences on it than are looked at in all."""
    deeds = ("opened the new bridge", "met the harbour pilots", "closed two schools",
             "paid for the festival", "sued a builder", "planted elms", "sold the old ferry",
             "visited the fire station")  # fmt: skip
    outlets = ["daily"] * 4 + [f"outlet-{at}" for at in range(4, len(deeds))]
    articles = [
        f"title: The mayor who {deed} resigns\nsource: {outlet}\n\n"
        f"Mayor Ida Moen resigned on Friday, {at + 3} years after she {deed}.\n\n"
        f"Nobody had asked why the mayor {deed}. She said so to {at + 2} people."
        for at, (outlet, deed) in enumerate(zip(outlets, deeds, strict=True))
    ]
    with holding(tmp_path, models, articles, SearchSettings(articles=3, sentences=4)) as library:
        answer = library.ask("Did Mayor Ida Moen resign?")
    assert {passage.source.name for passage in answer.positions[0].passages} == set(outlets)


def test_what_another_of_the_name_did_answers_nothing(
    tmp_path: Path, models: ModelSettings
) -> None:
    articles = [
        "title: Mayor Moen resigns\nsource: north\n\nMayor Robert Moen resigned on Friday.",
        "title: Ida Moen sails\nsource: south\n\nIda Moen sailed north with the pilots on Monday.",
    ]
    with holding(tmp_path, models, articles) as library:
        assert sources(library.ask("Did Robert Moen resign?")) == {"north"}
        assert "north" not in sources(library.ask("Did Ida Moen resign?"))


def test_what_is_of_another_year_answers_only_plainly(
    tmp_path: Path, models: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = {"north": "2024-05-03", "south": "2024-05-04", "east": "2024-05-05", "old": "2013-05-04"}
    articles = [
        f"title: The mayor resigns\nsource: {source}\npublished: {day}\n\n"
        f"Mayor Ida Moen resigned, said the {source} pilots, who had met on day {at}."
        for at, (source, day) in enumerate(days.items())
    ]
    likely = [0.5, 0.0, 0.0, 0.5]

    def decided(*given: object) -> np.ndarray:
        return np.asarray([likely] * len(given[2]), dtype=np.float32)  # type: ignore[arg-type]

    monkeypatch.setattr("retrieval.answer.answerer.decide", decided)
    with holding(tmp_path, models, articles) as library:
        answer = library.ask("Did Mayor Ida Moen resign?")
        assert sources(answer) == {"north", "south", "east"}
        # It is silent on another event, so nobody is told that it is on this one.
        assert [(each.name, each.on_event) for each in answer.silent] == [("old", False)]
        likely[:] = [0.8, 0.0, 0.0, 0.2]
        assert sources(library.ask("Did Mayor Ida Moen resign?")) == set(days)


def test_according_to_a_source_only_that_source_is_asked(
    tmp_path: Path, models: ModelSettings
) -> None:
    articles = [
        "title: Mayor Moen resigns\nsource: vale-gazette.example\n\nMayor Ida Moen resigned.",
        "title: The mayor resigns\nsource: Alder Post\n\nIda Moen has resigned, said Odd Lund.",
    ]
    with holding(tmp_path, models, articles) as library:
        answer = library.ask("According to the Vale Gazette, did Ida Moen resign?")
        assert sources(answer) == {"vale-gazette.example"}
        assert answer.searched.sources == 1
        assert sources(library.ask("Did Ida Moen resign according to Odd Lund?")) == {"Alder Post"}
        for asked in (
            "What does the Alder Post say about Ida Moen?",
            "how did alder post cover moen",
        ):
            answer = library.ask(asked)
            assert (answer.question, sources(answer)) == (asked, {"Alder Post"})
        # Who is no source is asked for as whoever speaks.
        assert library.ask("What did Odd Lund say about Ida Moen?").searched.sources == 2
        assert sources(library.ask("latest on Ida Moen")) == {"vale-gazette.example", "Alder Post"}


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("Who is Ida Moen?", {"north": "an engineer from Linden"}),
        ("Who runs the Pilots Trust?", {"south": "president of the Pilots Trust"}),
        ("latest on the harbour", {"north": "was closed", "south": "closed the harbour"}),
        ("How old is Odd Lund?", {"south": "50"}),
        ("What is the Pilots Trust?", {"south": "a group of pilots"}),
        ("What party is Odd Lund in?", {"south": "Pilots Party"}),
        ("Ida Moen", {"north": "Moen", "south": "Moen"}),
        ("Who closed the harbour?", {}),
    ],
)
def test_what_grammar_tells_answers_though_the_judge_knows_nothing(
    tmp_path: Path,
    models: ModelSettings,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    due: dict[str, str],
) -> None:
    with holding(tmp_path, models, HARBOUR) as library:
        monkeypatch.setattr(library._engines.answerer, "_stance", Counting())
        answer = library.ask(asked)
    assert sources(answer) == set(due)
    for passage in passages(answer):
        assert due[passage.source.name] in passage.span.text


def test_what_is_told_of_later_has_not_been_done_already(
    tmp_path: Path, models: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decided(*given: object) -> np.ndarray:
        return np.asarray([[0.8, 0.1, 0.0, 0.1]] * len(given[2]), dtype=np.float32)  # type: ignore[arg-type]

    monkeypatch.setattr("retrieval.answer.answerer.decide", decided)
    article = "title: Moen to go\nsource: north\n\nIda Moen will leave the harbour in May."
    with holding(tmp_path, models, [article]) as library:
        for asked, stance in (
            ("Has Ida Moen already left the harbour?", Stance.REFUTES),
            ("Will Ida Moen leave the harbour?", Stance.SUPPORTS),
        ):
            assert [each.stance for each in library.ask(asked).positions] == [stance]


def test_another_storm_by_name_is_not_looked_at(tmp_path: Path, models: ModelSettings) -> None:
    with holding(tmp_path, models, STORMS) as library:
        found = library.examine("How many people died in Hurricane Odile?")
        assert {each.text for each in found.sentences} == {
            "Hurricane Odile killed three people in Vale."
        }
        both = library.examine("How many people died in the hurricane in Vale?")
        assert len(both.sentences) > 1


def test_a_party_takes_a_side_and_who_writes_of_none_is_heard(
    tmp_path: Path, models: ModelSettings
) -> None:
    """That others write of Republicans by name keeps none out who names her party by a letter."""
    articles = [
        "title: Harbour open\nsource: north\n\nOn Friday Sen. Ida Moen (D-Vale) sailed.",
        """title: Pilots
source: south

Ida Moen met pilots on Monday. All Republicans stayed away, and no Republicans met Republicans.""",
    ]
    with holding(tmp_path, models, articles) as library:
        answer = library.ask("Is Ida Moen a Republican?")
    (no,) = [each for each in answer.positions if each.stance is Stance.REFUTES]
    assert "north" in {passage.source.name for passage in no.passages}


def test_what_tells_it_by_its_grammar_is_looked_at_first(
    tmp_path: Path, models: ModelSettings
) -> None:
    article = """title: Old harbour
source: north

How old Ida Moen is nobody asked. Ida Moen is old, said old pilots. Lund and Moen, 47, sailed."""
    with holding(tmp_path, models, [article], SearchSettings(articles=1, sentences=1)) as library:
        (passage,) = passages(library.ask("How old is Ida Moen?"))
    assert passage.span.text == "Lund and Moen, 47, sailed."
