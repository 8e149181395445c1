"""Every line of the five seed articles, labelled by hand: kept whole, or never in the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from retrieval.ingest.find import find_files
from retrieval.ingest.read import read_file

if TYPE_CHECKING:
    from retrieval.model import Draft

SEEDS = Path(__file__).parents[3] / "seeds"
IBNS = (
    "'Constructive engagement', says Russian foreign ministry on Trump win amid reports claiming "
    "Putin privately congratulated president-elect on victory"
)
# Numbers of the lines, counted from 1, that are paragraphs of the article. No other line is.
KEPT = {
    "000_0b2a0861704bd713.txt": range(15, 44, 2),
    "001_57f1027b633c8da7.txt": range(2, 17),
    "002_4ec64edaf07fae84.txt": range(13, 32, 2),
    "003_935c27f9da9fbf9d.txt": range(1, 7),
    "004_462502c43e06976f.txt": range(1, 12),
}


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    found = find_files([SEEDS])
    return {
        path.name: read_file(path, sidecar=sidecar, max_bytes=100_000, root=SEEDS.parent)
        for path, sidecar in found
    }


@pytest.mark.parametrize("name", KEPT)
def test_every_line_is_kept_or_dropped_as_labelled_by_hand(
    drafts: dict[str, Draft], name: str
) -> None:
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    wanted = [lines[number - 1].strip() for number in KEPT[name]]
    draft = drafts[name]
    text = draft.article.text
    assert [text[part.start : part.end] for part in draft.paragraphs] == wanted
    assert text == "\n\n".join(wanted)


def test_the_dump_of_an_article_and_its_clean_text_have_the_same_words(
    drafts: dict[str, Draft],
) -> None:
    dump = drafts["000_0b2a0861704bd713.txt"].article
    clean = drafts["001_57f1027b633c8da7.txt"].article
    assert dump.text == clean.text
    assert dump.id == clean.id


def test_the_dumps_say_their_title_author_and_time(drafts: dict[str, Draft]) -> None:
    first = drafts["000_0b2a0861704bd713.txt"].article
    assert (first.title, first.published, first.authors) == (IBNS, "2024-11-07T21:56:00", ())
    third = drafts["002_4ec64edaf07fae84.txt"].article
    assert third.title == "Putin, Russian officials secretly congratulate Trump, media reports"
    assert third.published == "2024-11-07T09:46:00"
    assert third.authors == ("Martin Fornusek",)
    assert third.source.name == "The Kyiv Independent"
    assert third.path == "seeds/002_4ec64edaf07fae84.txt"


def test_a_text_whose_first_line_is_a_headline_has_it_as_title(drafts: dict[str, Draft]) -> None:
    article = drafts["001_57f1027b633c8da7.txt"].article
    assert (article.title, article.published) == (IBNS, "2024-11-07")


@pytest.mark.parametrize("number", ["003", "004"])
def test_a_text_without_headline_is_named_by_its_opening_and_its_publisher_is_not_made_up(
    drafts: dict[str, Draft], number: str
) -> None:
    draft = next(draft for name, draft in drafts.items() if name.startswith(number))
    article = draft.article
    assert article.source.id == number
    assert not article.source.known
    assert article.source.name.startswith(f"{number}_")
    assert article.title.endswith("…")
    assert article.text.startswith(article.title[:-1])


def test_raw_bytes_and_language_are_kept(drafts: dict[str, Draft]) -> None:
    for name, draft in drafts.items():
        assert draft.raw == (SEEDS / name).read_bytes()
        assert draft.article.language == "en"
