"""Headings, captions, links and notes on the article tell nothing; sentences and posts do."""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.answer.finding.held import Held
from retrieval.answer.finding.tells import beside
from retrieval.ingest.sentences import sentences
from retrieval.store.records import SentenceVectors
from tests.retrieval.store.entries import entry

PROSE = ("The ferry left Eastmere on Monday.", "It sank. All were saved.", "Why, nobody knows.")


def told(texts: tuple[str, ...], language: str = "en") -> list[str]:
    """The sentences of an article that may be evidence."""
    draft = entry("a", texts).draft
    text, paragraphs = draft.article.text, draft.paragraphs
    places = [
        (each.number, *span)
        for each in paragraphs
        for span in sentences(text, each.start, each.end, language)
    ]
    table = np.array([(0, 0, 0), *places], dtype=np.int32)
    vectors = np.zeros((len(table), 2), dtype=np.float32)
    numbers, starts, ends = table.T.copy()
    kept = SentenceVectors(numbers, starts, ends, vectors)
    silent = beside(Held(draft.article, paragraphs), kept, language)
    assert 0 not in silent
    return [text[a:b] for at, (_, a, b) in enumerate(places, 1) if at not in silent]


WHOLE = told(PROSE)


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Mayor sold the ferry, insurer says"),
        ("en", "Roe: “Categorically false”: the mayor's version"),
        ("en", "‘Nothing was sold’"),
        ("en", "Mayor: “Categorically false”"),
        ("en", "MAYOR SOLD THE FERRY"),
        ("en", "Who sold it?"),
        ("en", "Was the ferry overloaded, and by whom?"),
        ("fr", "Que s'est-il passé ?"),
        ("es", "¿Qué pasó con el barco?"),
        ("en", "• Ferry sinks off Eastmere"),
        ("en", "The ferry in May (Ann Roe/Echo)"),
        ("en", "https://echo.example/a"),
        ("de", "Wer die Fähre verkauft hat"),
        ("de", "Bürgermeisterin: „Frei erfunden“ – die Fähre und ihr Käufer"),
        ("ru", "«Ничего не продано»"),
        ("ru", "Мэр продал паром, говорит страховщик"),
        ("uk", "Хто продав пором"),
        ("fr", "Qui a vendu le ferry"),
        ("es", "Quién vendió el ferry"),
    ],
)
def test_a_paragraph_that_is_a_heading_tells_nothing(language: str, heading: str) -> None:
    assert told((PROSE[0], heading, *PROSE[1:]), language) == WHOLE


@pytest.mark.parametrize(
    "paragraph",
    [
        "An earlier version of this article mistakenly said that the mayor had sold the ferry.",
        "Editor's note: This story has been changed. The mayor did not sell the ferry.",
        "Correction: The mayor sold a boat, not the ferry.",
        "Corrections & clarifications: A previous version of this story named another mayor.",
        "(Note: An earlier version of this column named another mayor.)",
        "UPDATE: This story has been updated with what the mayor said.",
    ],
)
def test_a_note_on_the_article_tells_nothing(paragraph: str) -> None:
    assert told((*PROSE, paragraph)) == WHOLE


def test_a_note_behind_a_sentence_leaves_the_sentence() -> None:
    note = "An earlier version of this article named another mayor."

    assert told((*PROSE, f"The mayor is Bo Li. {note}")) == [*WHOLE, "The mayor is Bo Li."]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The mayor said:",
        "“It was never sold,”",
        "“She told me, ‘It was never sold.’”",
        "“Who sold it?”",
        "«Он не продан».",
        "The mayor went on ...",
        "(The ferry was never sold.)",
        "The mayor never sold it, and then —",
        "The ferry was never sold https://t.co/Ab1",
        "The ferry was never sold — Ann Roe (@annroe) April 25, 2016",
        "@annroe the ferry was never sold",
        # What is as long as prose is read as prose that lost its full stop.
        "The mayor, who was asked by all of us to find a man to buy it, did not: she never sold it",
        "UPDATE: The ferry has since been sold.",
        "The report was revised by the mayor's office, the council said.",
        "“Correction: he never sold it,” the mayor wrote.",
        "A correction of the harbour's course will cost nine million.",
    ],
)
def test_what_tells_something_stays(paragraph: str) -> None:
    assert told((*PROSE, paragraph)) == [*WHOLE, paragraph]


def test_a_channel_of_posts_that_do_not_end_is_read() -> None:
    posts = ("The ferry sank", "All are saved", "The mayor speaks at noon", "It was insured.")

    assert told(posts) == list(posts)
    assert told((*posts, *PROSE)) == ["It was insured.", *WHOLE]


def test_where_no_full_stop_ends_a_sentence_all_are_read() -> None:
    texts = (*PROSE, "เรือเฟอร์รีจม")

    assert told(texts, "th") == [*WHOLE, "เรือเฟอร์รีจม"]
