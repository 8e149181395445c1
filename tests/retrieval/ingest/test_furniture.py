"""Page furniture: whole lines, ends of paragraphs, and sentences that only look like it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.ingest.furniture import cut_furniture, is_furniture, without_furniture
from retrieval.ingest.read import read_file

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "The ferry left Eastmere on Monday."
LINES = [
    "ADVERTISEMENT",
    "Advertisement - scroll to continue reading",
    "MUST WATCH",
    'Media playback is unsupported on your device Media caption "We sank" - the captain speaks',
    "Story Continued Below",
    "Article continues below this ad",
    "Read more",
    "READ MORE: Harbour to close for a week",
    "Related: Who pays for the new pier?",
    "See also:",
    "( PHOTOS: The storm in ten pictures )",
    "[Read: The ferry that never sailed]",
    "Read or Share this story: https://echo.example/a/1",
    "Share this story",
    "Facebook Twitter WhatsApp Email Print",
    "Follow Ann Roe on Twitter @annroe.",
    "Sign up for our daily newsletter",
    "Want the Echo in your inbox every day? Sign up here.",
    "CLICK HERE TO GET THE ECHO APP",
    "Get the Echo app",
    "Write to Ann Roe at ann.roe@echo.example",
    "This audio is created with AI assistance",
    "This article was translated automatically by a machine.",
    "Listen to this article 4 min",
    "Your browser does not support the audio element.",
    "Enlarge this image toggle caption Ann Roe/Echo",
    "(Photo: Ann Roe, Echo)",
    "Photograph: Ann Roe/Getty Images",
    "Copyright © 2024 The Eastmere Echo. All rights reserved.",
    "JUST WATCHED Ferry sinks Replay More Videos ... MUST WATCH Ferry sinks 01:30",
    "3 min read",
    "5 years ago",
    "[pullquote]",
    "* * *",
    "By signing up, you agree to our Privacy Policy.",
]


@pytest.mark.parametrize("line", LINES)
def test_furniture_is_no_paragraph(line: str) -> None:
    assert without_furniture([SENTENCE, line, SENTENCE]) == (SENTENCE, SENTENCE)


@pytest.mark.parametrize("line", LINES)
def test_furniture_is_cut_from_a_paragraphs_end(line: str) -> None:
    if "\n" not in line and line not in ("* * *", "5 years ago"):
        assert cut_furniture(f"{SENTENCE} {line}") == SENTENCE


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Story Continued Below",
        "(Story continues below.)",
        "( PHOTOS: The storm )",
        "Sign up for our daily newsletter.",
        "Facebook Twitter Pinterest",
        "Advertisement Continue reading the main story",
    ],
)
def test_furniture_is_cut_from_a_paragraphs_beginning(line: str) -> None:
    assert cut_furniture(f"{line} {SENTENCE}") == SENTENCE


@pytest.mark.parametrize(
    "sentence",
    [
        SENTENCE,
        "He asked for more. More, they said, was not to be had.",
        "What do they want? More. They always want more.",
        "Advertisement spending fell by a tenth.",
        "The ministry took out an advertisement.",
        "“Sign up here,” the recruiter told them.",
        "Residents can sign up for the scheme from Monday.",
        "Follow the money, she said, and you will find the mayor.",
        "Facebook, Twitter and Google were fined.",
        "Facebook Twitter rivalry grew.",
        "They pleased the swing vote (read: pensioners).",
        "Read the small print: the ferry is not insured.",
        "Photo illustration by Ann Roe It is strange to see a ferry in a field.",
        "Read: any other reading of the treaty is an error.",
        "Watch what he does and not what he says.",
        "The Associated Press contributed to this report.",
        "(Reporting by Ann Roe; editing by Bo Li)",
        "© 2019 Reuters",
        "This story has been updated.",
        "The audio was created by prosecutors, the defence said.",
        "Subscribers to the ferry's newsletter were told on Friday.",
        "He shared the story on Twitter.",
        "Two months ago he said the same.",
        "“We will not pay ...",
        "It was over …",
        "He said: “No.” “",
    ],
)
def test_sentences_stay(sentence: str) -> None:
    assert cut_furniture(sentence) == sentence
    assert cut_furniture(f"{SENTENCE} {sentence}") == f"{SENTENCE} {sentence}"


@given(
    st.lists(st.sampled_from([*LINES, "He left…", "“Why?”"]), max_size=4),
    st.lists(st.sampled_from([*LINES, "He left…", "“Why?”"]), max_size=4),
    st.sampled_from([" ", "\n", "  "]),
)
@example(["Facebook Twitter WhatsApp Email Print"], ["Photograph: Ann Roe/Getty Images"], " ")
@example([], ["ADVERTISEMENT", "Read more"], " ")
@example(["ADVERTISEMENT"], ["Read more", "Read more"], " ")
def test_what_is_left_is_one_verbatim_piece(
    before: list[str], after: list[str], between: str
) -> None:
    # A headline without a full stop runs into what follows it.
    begun = [f"{each.rstrip('.!?')}." for each in before if not each.endswith(":")]
    pieces = [*begun, SENTENCE, *after]
    paragraph = between.join(pieces)
    kept = cut_furniture(paragraph)
    assert kept in paragraph
    assert kept == kept.strip()
    assert cut_furniture(kept) == kept
    assert SENTENCE in kept


@given(st.text(alphabet='aA .:(["@/-&,1\n“', max_size=2000))
def test_any_text_is_read_quickly(text: str) -> None:
    begun = time.thread_time()
    assert cut_furniture(text) in text
    assert time.thread_time() - begun < 1


@pytest.mark.parametrize("start", ["Follow us on Twitter", "Sign up ", "Read: ", "1 ", "Photos: ("])
def test_long_lines_take_no_longer(start: str) -> None:
    begun = time.thread_time()
    for filler in ("and ", "@a ", "1 ", "a.com/ ", "( ", "Twitter ", "Hide Caption "):
        cut_furniture(start + filler * 5000)
    assert time.thread_time() - begun < 3


def test_files_lose_their_furniture(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# Ferry\n\nADVERTISEMENT\n\n{SENTENCE} Read more\n\nShare this story\n")
    article = read_file(path, max_bytes=1000).article
    assert article.text == SENTENCE


def test_a_line_is_furniture_as_a_whole_only() -> None:
    assert is_furniture("Read more")
    assert not is_furniture(f"{SENTENCE} Read more")


@pytest.mark.parametrize("above", [(), (SENTENCE,), (SENTENCE, "It rained.")])
@pytest.mark.parametrize("copy", ["Ferry sinks off Eastmere", "• FERRY SINKS off “Eastmere”"])
def test_the_headline_is_no_paragraph_of_the_text_below_it(
    above: tuple[str, ...], copy: str
) -> None:
    text = (*above, copy, *(SENTENCE,) * 3)

    assert without_furniture(text, "Ferry sinks off Eastmere") == (*above, *(SENTENCE,) * 3)
    assert without_furniture(text) == text


@pytest.mark.parametrize(
    "text",
    [
        # Its first sentence says the same, and is one.
        ("Ferry sinks off Eastmere.", SENTENCE),
        ("Ferry sinks off Eastmere, all are well", SENTENCE),
        (SENTENCE, SENTENCE, SENTENCE, "Ferry sinks off Eastmere"),
        # There is nothing else.
        ("Ferry sinks off Eastmere",),
    ],
)
def test_what_is_more_than_a_copy_of_the_headline_stays(text: tuple[str, ...]) -> None:
    assert without_furniture(text, "Ferry sinks off Eastmere") == text


def test_a_headline_without_letters_is_that_of_no_paragraph() -> None:
    assert without_furniture(["“ ... ”", SENTENCE], "***") == without_furniture(
        ["“ ... ”", SENTENCE]
    )


def test_prose_between_share_buttons_and_a_credit_in_brackets_stays() -> None:
    page = "Facebook Twitter WhatsApp Email Print The ferry left Eastmere. (Photo: Ann Roe, Echo)"
    assert "The ferry left Eastmere." in cut_furniture(page)
