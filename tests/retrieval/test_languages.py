"""Coverage in other languages, and agencies that stand behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.render.words import searched
from config.settings import ModelSettings, Settings
from retrieval.answered import Searched
from retrieval.library import Library
from retrieval.model import Filter

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = """Harbour strike ends

MOSCOW, Nov 7 (Reuters) - Dock workers in Port Alder returned to work on Friday after nine days.

The ships would be unloaded before the evening, the harbour company said in a statement.
"""
GERMAN = """Hafenstreik beendet

Die Hafenarbeiter in Alder sind am Freitag nach neun Tagen an ihre Arbeit zurückgekehrt.

Die Schiffe sollten noch vor dem Abend entladen werden, teilte das Unternehmen gestern mit.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "english.txt").write_text(ENGLISH, "utf-8")
    (folder / "german.txt").write_text(GERMAN, "utf-8")
    return folder


def test_what_the_models_do_not_read_is_said_and_not_hidden(library: Library, texts: Path) -> None:
    list(library.add([texts]))
    assert library.unread() == {"german": {"de": 1}}
    found = library.ask("Did the dock workers return to work?").searched
    assert (found.articles, found.unread) == (2, 1)
    assert library.ask("Did they return?", where=Filter(sources=("english",))).searched.unread == 0


def test_models_that_read_any_language_miss_none(
    settings: Settings, models: ModelSettings, texts: Path
) -> None:
    for languages in (("*",), ("en", "de")):
        told = models.model_copy(update={"languages": languages, "stance": "somebody/any"})
        with Library.open(settings.model_copy(update={"models": told})) as library:
            list(library.add([texts]))
            assert library.unread() == {}


def test_what_the_judge_does_not_read_is_not_judged(
    settings: Settings, models: ModelSettings, texts: Path
) -> None:
    told = models.model_copy(update={"languages": ("en", "xx")})
    with Library.open(settings.model_copy(update={"models": told})) as library:
        list(library.add([texts]))
        answer = library.ask("Did the dock workers return to work?")
        assert library.unread() == {"german": {"de": 1}}
    passages = [each for position in answer.positions for each in position.passages]
    assert {each.source.id for each in passages} == {"english"}
    assert {each.language for each in passages} == {answer.language} == {"en"}


def test_languages_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_MODELS__LANGUAGES", "en, de uk")
    assert Settings().models.languages == ("en", "de", "uk")


def test_the_line_below_an_answer_says_it() -> None:
    assert searched(Searched(1, 2, 9)) == "Searched 1 source, 2 articles, 9 paragraphs."
    one = searched(Searched(1, 2, 9, unread=1))
    assert one.endswith(" 1 article of them is in a language that the models do not read.")
    assert "2 articles of them are in languages" in searched(Searched(1, 2, 9, unread=2))


def test_what_a_source_prints_from_an_agency_goes_back_to_the_agency(
    library: Library, texts: Path
) -> None:
    list(library.add([texts]))
    answer = library.ask("Did the dock workers return to work?")
    origins = {origin.id: origin for origin in answer.origins}
    assert origins["reuters"].names == ("Reuters",)
    assert origins["reuters"].sources == ("english",)
    passages = [passage for position in answer.positions for passage in position.passages]
    assert "reuters" in {passage.origin for passage in passages}
