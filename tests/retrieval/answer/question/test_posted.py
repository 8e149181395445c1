"""What a question brings from where it was posted is not asked after."""

from __future__ import annotations

import pytest

from retrieval.answer.question.posted import bare, who_said
from retrieval.answer.question.question import understand

PLAIN = "The harbour master took the money of Marlow Tenby"


@pytest.mark.parametrize(
    "posted",
    [
        f"BREAKING: {PLAIN}!!",
        f"🚨🚨 Breaking news: {PLAIN} 😳",
        f"JUST IN - {PLAIN}",
        f"RT @vale_news: {PLAIN}",
        f"@everyone {PLAIN}",
        f"@here {PLAIN} <a:wave:42> <@!7>",
        f"{PLAIN} https://vale.example/news/2019/money?x=1",
        f"https://t.co/Ab12Cd {PLAIN}",
        f"{PLAIN} www.vale.example/news/1",
        f"{PLAIN} #ValeHarbour #corruption",
        f"{PLAIN}. source?",
        f"{PLAIN} - any sources??",
        f"{PLAIN}, fake news?",
        f"{PLAIN} (fact check)",
        f"{PLAIN} fact check pls",
        f"{PLAIN} pls confirm",
        f"{PLAIN} - true or false?",
        f"{PLAIN} (via @vale_news)",
        f"{PLAIN} - did they really say that?",
    ],
)
def test_what_surrounds_a_post_is_not_asked_after(posted: str) -> None:
    read = understand(posted)

    assert read.canonical == f"{PLAIN}."
    assert read.text == posted
    assert read.names == ("Marlow Tenby",)


def test_a_question_keeps_its_mark_without_what_stands_behind_it() -> None:
    read = understand("did tenby resign? 🤔 @vale_news says so #Vale")

    assert read.canonical == "did tenby resign?"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("police lied again #MarlowTenby", "police lied again marlow tenby"),
        ("police lied again? #MarlowTenby", "police lied again marlow tenby?"),
        ("#Vale: the ferry sank", "Vale: the ferry sank"),
        ("is #MarlowTenby under arrest", "is Marlow Tenby under arrest"),
        ("what did she say of #MeToo", "what did she say of MeToo"),
        ("did they log in at www.vale.example", "did they log in at www.vale.example"),
        ("was it 40 °C in Vale", "was it 40 °C in Vale"),
        ("is C# older than F#?", "is C# older than F#?"),
        ("who is #1 in Vale", "who is #1 in Vale"),
        ("https://vale.example/1", "https://vale.example/1"),
    ],
)
def test_hashtags_are_words_where_a_text_says_too_little_without(text: str, left: str) -> None:
    assert bare(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Sources say the ferry sank",
        "The report blames the captain",
        "What is the source of the Vale river",
        "Breaking the strike was a mistake",
        "Is the letter real or fake",
    ],
)
def test_the_same_words_within_a_question_stay(text: str) -> None:
    assert understand(text).canonical.rstrip("?.") == text


def test_who_said_what_stands_before_is_asked() -> None:
    read = understand('"The harbour is lost to the sea" - who said that?')

    assert read.asks == "who"
    assert read.canonical == 'who said "The harbour is lost to the sea"?'
    assert who_said("Tenby, who said that") == "Tenby, who said that"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Doubts on Vale claim? Firm tells the FBI that Tenby was paid",
            "Firm tells the FBI that Tenby was paid.",
        ),
        (
            "Tenby in trouble? New charges brought against the senator",
            "Tenby in trouble? New charges brought against the senator.",
        ),
        ("Tenby quit? I heard it today", "Tenby quit."),
    ],
)
def test_a_headline_s_doubt_is_not_all_that_it_tells(text: str, read: str) -> None:
    assert understand(text).canonical == read


@pytest.mark.parametrize(
    ("text", "read", "terms"),
    [
        ("did Tenby deal w/ Norland", "did Tenby deal with Norland?", ("Tenby", "deal", "Norland")),
        ("how many ppl died b/c of it", "how many people died because of it?", None),
        ("did the govt know abt the leak", "did the government know about the leak?", None),
        ("did he live in 44 bc", "did he live in 44 bc?", None),
        ("what did Tenby say w Norland", None, ("Tenby", "Norland")),
        ("Did Samuel W Tenby resign?", None, ("Samuel", "W", "Tenby", "resign")),
    ],
)
def test_what_is_written_short_is_read_whole(
    text: str, read: str | None, terms: tuple[str, ...] | None
) -> None:
    question = understand(text)

    assert read is None or question.canonical == read
    assert terms is None or question.terms == terms
