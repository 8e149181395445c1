"""A library of six languages: what is filed, found and judged under which, with bad input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from config.settings import LibrarySettings, Settings
from retrieval.answer.finding.search import stems
from retrieval.answer.names.scripts import spelt
from retrieval.answer.question.question import understand
from retrieval.library import Library
from retrieval.model import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from config.settings import ModelSettings
    from retrieval.answered import Passage

TEXTS = {
    "harbour-en": "Dock workers in Port Alder went back to work on Friday, the mayor, Ida Moen, "
    "said.\n\nThe strike had cost the harbour some 3 million euros, the harbour company said.",
    "hafen-de": "Die Hafenarbeiter von Port Alder arbeiten seit Freitag wieder. Der Streik, der am "
    "3. März begann, kostete rund 3 Mio. Euro.\n\n„Niemand hat verloren“, sagte Ida Moen.",
    "port-fr": "Les dockers de Port Alder ont repris le travail vendredi, d'après M. Lund.\n\n"
    "« Personne n'a perdu », a déclaré la maire, Ida Moen.",
    "puerto-es": "Los estibadores de Port Alder volvieron al trabajo el viernes. Según la Sra. "
    "Moen, la huelga costó unos 3 millones de euros.",
    "port-ru": "Докеры Порт-Олдера вернулись к работе в пятницу, сообщила мэр Ида Моен.\n\n"
    "Забастовка обошлась порту в 3 млн. евро, т. е. в шестую часть дохода за год.",
    "port-uk": "Докери Порт-Олдера повернулися до роботи у п’ятницю, повідомила мерка Іда Моен.\n\n"
    "Страйк коштував порту близько 3 млн. євро, каже директор порту Петро Лунд.",
    "two": "The mayor of Port Alder, Ida Moen, had nothing to add on Friday.\n\nЇї речник Петро "
    "Лунд сказав, що докери повернулися до роботи, а страйк закінчено без втрат.",
}
TAGGED = (
    "Every dock worker of Port Alder has returned to work, and the cranes move again, a man said."
)
ASKED = (
    "Did the dock workers of Port Alder return to work?",
    "Arbeiten die Hafenarbeiter von Port Alder wieder?",
    "Les dockers de Port Alder ont-ils repris le travail ?",
    "¿Volvieron al trabajo los estibadores de Port Alder?",
    "Вернулись ли докеры Порт-Олдера к работе?",
    "Чи повернулися докери Порт-Олдера до роботи?",
)
COSTED = (
    "Did the strike of Port Alder cost the harbour 3 million euros?",
    "Kostete der Streik rund 3 Mio. Euro?",
    "Обошлась ли забастовка порту в 3 млн. евро?",
    "¿Costó la huelga unos 3 millones de euros según la Sra. Moen?",
)


class Agreeing:
    """Takes every sentence for a yes, in whatever language: what reaches it is what matters."""

    name = "agreeing"
    languages = frozenset({"*"})

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return np.tile(np.asarray([0.97, 0.01, 0.01, 0.01], dtype=np.float32), (len(pairs), 1))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, models: ModelSettings) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("tongues")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{name}\n\n{text}\n", "utf-8")
    # A wrong tag: English filed as Latin by its own page.
    (folder / "tagged.txt").write_text(f"---\nlanguage: la\n---\n\n{TAGGED}\n", "utf-8")
    read = models.model_copy(
        update={"languages": ("en", "de", "fr", "es", "ru", "uk"), "stance": "somebody/any"}
    )
    settings = Settings(library=LibrarySettings(path=folder / "library", seeds=False), models=read)
    with Library.open(settings) as library:
        library._engines.__dict__["stance"] = Agreeing()
        list(library.add([folder]))
        yield library


def _passages(library: Library, question: str) -> list[Passage]:
    answer = library.ask(question, per_source=9)
    return [each for position in answer.positions for each in position.passages]


def test_every_text_is_filed_under_the_language_it_is_written_in(opened: Library) -> None:
    held = {row.source.id: row.ref.language for row in opened.articles()}
    assert {name: held[name] for name in TEXTS} == {
        **{name: name[-2:] for name in TEXTS},
        # The longer half.
        "two": "uk",
    }


@pytest.mark.parametrize("question", ASKED)
def test_a_question_in_each_language_reaches_what_all_of_them_say(
    opened: Library, question: str
) -> None:
    shown = _passages(opened, question)
    assert {each.language for each in shown} == {"en", "de", "fr", "es", "ru", "uk"}
    for each in shown:
        text = opened.show(each.article.id)[0].text
        assert each.span.text == text[each.span.start : each.span.end]


def test_a_text_in_two_languages_is_shown_in_both(opened: Library) -> None:
    told = {
        (each.language, each.span.text[:9])
        for each in _passages(opened, ASKED[0])
        if each.source.id == "two"
    }
    assert {language for language, _ in told} == {"en", "uk"}
    assert {("en", "The mayor"), ("uk", "Її речник")} <= told


def test_an_article_under_a_wrong_tag_is_heard(opened: Library) -> None:
    shown = [each for each in _passages(opened, ASKED[0]) if each.source.id == "tagged"]
    assert {each.language for each in shown} == {"en"}


def test_no_sentence_is_cut_behind_an_abbreviation(opened: Library) -> None:
    spans = {each.span.text for question in COSTED for each in _passages(opened, question)}
    assert any("Mio. Euro" in each for each in spans)
    assert any("млн. евро, т. е. в шестую" in each for each in spans)
    assert any("Sra. Moen, la huelga" in each for each in spans)


def test_speakers_are_read_in_each_language(opened: Library) -> None:
    told = {(each.language, each.speaker) for each in _passages(opened, ASKED[0])}
    assert {("de", "Ida Moen"), ("ru", "Ида Моен"), ("uk", "Петро Лунд")} <= told


def test_a_name_finds_the_paragraphs_of_both_scripts(opened: Library) -> None:
    question = understand("Did Lund resign?")
    begin = [*stems(question), *spelt(question, opened._catalogue.words_between)]
    found = [each for each, _ in opened._catalogue.words(["Lund"], 50, stems=begin)]
    texts = {place.article_id for place in opened._catalogue.places(found, Filter()).values()}
    languages = {opened.show(each)[0].language for each in texts}
    assert {"fr", "uk"} <= languages
