"""Who tells what is not plainly said: denials in court, rumours, what came after a report."""

from __future__ import annotations

import pytest

from retrieval.answer.attribution import attribute
from retrieval.model import Paragraph
from tests.retrieval.answer.attribution.test_attribution import read

DENIED = [
    ("Clerks accused Ida Moen of theft, which she denies.", "Ida Moen", "Clerks"),
    ("Ida Moen is accused by clerks of theft, a claim she has long denied.", "Ida Moen", "clerks"),
    (
        "Norland said the ship was in its waters; the ministry denied this.",
        "the ministry",
        "Norland",
    ),
    # A denial with words of its own is no answer to what else is told.
    ("Clerks said it fell, and Moen denied that it was old.", "Clerks", "Clerks"),
    ("Ida Moen denied it.", "Ida Moen", "Ida Moen"),
]


@pytest.mark.parametrize(("text", "no", "yes"), DENIED)
def test_who_says_no_is_who_denies_what_the_sentence_tells(text: str, no: str, yes: str) -> None:
    paragraphs = [Paragraph(1, 0, len(text))]
    assert attribute(text, paragraphs, 1, (0, len(text)), denied=True).speaker == no
    assert attribute(text, paragraphs, 1, (0, len(text))).speaker == yes


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # To plead not guilty is to deny; to plead guilty is done.
        ("Ida Moen has pleaded not guilty to theft.", "not guilty", "Ida Moen"),
        ("Ida Moen pleaded guilty to theft.", "guilty", None),
        # Reports themselves.
        ("Reports emerged on Friday that a clerk had left.", "a clerk", "Reports"),
        ("Police identified the man as Theo Lund.", "the man", "Police"),
        ("Media reports identified the clerk as Theo Lund.", "the clerk", "Media reports"),
        ("Police identified two more cases in May.", "two more", None),
        ("A man identified as a clerk, Theo Lund, left.", "left", None),
        # Of what comes after words were spoken those words are what is told.
        ("The visit comes days after Ida Moen said the quay leaks.", "the quay", "Ida Moen"),
        ("The row began when the Veld Post reported that it fell.", "it fell", "the Veld Post"),
        ("The demand was made after clerks warned of frost.", "frost", "clerks"),
        ("That came after a row over a report that said it fell.", "it fell", "a report"),
        ("The board sold the quay after Ida Moen said it leaks.", "The board", None),
        ("She came home after Ida Moen left.", "home", None),
        ("It fell in a fire that Ida Moen has blamed on clerks.", "a fire", "Ida Moen"),
        # What reporters saw, and what somebody keeps to himself.
        ("Veld Post reporters saw smoke over the quay.", "smoke", "Veld Post reporters"),
        ("Two reporters saw smoke.", "smoke", None),
        ("Ida Moen refused to say whether it fell.", "it fell", "Ida Moen"),
        ("Ida Moen declined to comment on whether it fell.", "it fell", None),
        ("It comes as a row grows with clerks who say it fell.", "a row", None),
        # Words that were leaked; who leaks a paper acts.
        ("Clerks leaked that information to the Veld Post in May.", "information", "Clerks"),
        ("Ida Moen leaked a memo to the Veld Post.", "a memo", None),
        ("Details were leaked to the Veld Post.", "Details", None),
        (
            "Clerks leaked details to the Veld Post in May. The report says it fell.",
            "it fell",
            "the Veld Post",
        ),
        # What a report is on is no part of who made it.
        (
            "A long-awaited report from the city clerk on the state of the quay found no rot.",
            "no rot",
            "the city clerk",
        ),
        # The name behind a role and a comma; an attorney general is no attorney.
        ("The auditor, Ida Moen, left. It fell, the auditor said.", "It fell", "Ida Moen"),
        ("It fell, his attorney said. Attorney General Ida Moen left.", "It fell", "his attorney"),
        (
            "The city’s inspector general said it fell. The attorney general, Ida Moen, left.",
            "it fell",
            "The city’s inspector general",
        ),
        # What somebody is said to have said.
        ("Ida Moen reportedly said it fell.", "it fell", None),
        ("Acme reportedly said it fell. It was old, the firm said.", "was old", "Acme"),
        ("The board opened an inquiry into claims reported in the Veld Post.", "opened", None),
        # A title of several words, one of which names a body.
        (
            "Norland armed forces spokesman Brigadier General Ida Moen denied it, saying: “No.”",
            "No",
            "Ida Moen",
        ),
        # Marks of quotation that are apostrophes, and a headline in capitals before them.
        ("MOEN HITS THE QUAY 'It fell. 'It was old, and Moen warned of it.'", "was old", None),
        (
            "'The quay, which Moen warned of, fell.\n\n'It was old,' said Theo Lund.",
            "fell",
            "Theo Lund",
        ),
    ],
)
def test_told(text: str, match: str, speaker: str | None) -> None:
    assert read(text, match).speaker == speaker
