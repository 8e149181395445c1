"""Whose words they are where a name, a noun or a paper beside the verb looks like the speaker."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # One name is not several people, nor a firm.
        (
            "Lawyers for the second accuser, Ida Moen, released a statement saying it held.",
            "it held",
            "Lawyers for the second accuser",
        ),
        (
            "The law firm representing the accuser, Ida Moen, alleged it held.",
            "it held",
            "The law firm",
        ),
        ("The harbour's lawyer, Ida Moen, said it held.", "it held", "Ida Moen"),
        (
            "Other clerks, including Ida Moen, did not sit, saying that it held.",
            "it held",
            "Other clerks",
        ),
        # Who brought out a study made it; who brought out another's papers did not.
        (
            "It held, according to an analysis released Tuesday by the Lund Policy Center.",
            "It held",
            "the Lund Policy Center",
        ),
        (
            "It held, according to a report published by the Lund Policy Center.",
            "It held",
            "the Lund Policy Center",
        ),
        (
            "It held, e-mails released by the Lund Center say.",
            "It",
            "e-mails released by the Lund Center",
        ),
        ("A board report from February that looked at it said it sank.", "sank", "A board report"),
        (
            "The Democrats’ memo states that it held. The memo states it fell.",
            "it fell",
            "The Democrats",
        ),
        # Time and adverbs between subject and verb.
        ("The president three days later said it held.", "it held", "The president"),
        ("Clerks just one day earlier had acknowledged it held.", "it held", "Clerks"),
        ("Ida Moen at first said it held.", "it held", "Ida Moen"),
        ("Clerks and writers alike have reported that it held.", "it held", "Clerks and writers"),
        ("One source closely tracking the drama said it held.", "it held", "One source"),
        # Verbs.
        ("Ida Moen feels that it held.", "it held", "Ida Moen"),
        ("Ida Moen sat, responding generally that “it held.”", "it held", "Ida Moen"),
        ("While Moen sat, Veld Public Radio reports, “It held.”", "It held", "Veld Public Radio"),
        # What opens a sentence and is nobody.
        ("Yes, harbour legend Ric Moen woke and left, saying it held.", "it held", "Ric Moen"),
        ("The clerk, the man authorities say sank 26, had left.", "sank 26", "authorities"),
        # An inner clause with an introduction stays inside.
        (
            "The Veld Post reported on Monday that for years, clerks at first said it held.",
            "for years",
            "The Veld Post",
        ),
    ],
)
def test_the_speaker_is_told_from_what_stands_beside_the_verb(
    text: str, match: str, speaker: str
) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("He faces criminal charges that he lied to the board.", "he lied"),
        ("He was serving a term on federal charges that he sank it.", "he sank"),
        ("An earlier version of this article mistakenly said it held.", "it held"),
        ("However, let us say that it held.", "it held"),
        ("[Emphasis added.]", "Emphasis"),
        ("When he heard, the town responded sharply.", "the town"),
        ("Ida Moen responded first, with a tale of ferries.", "ferries"),
    ],
)
def test_a_noun_or_the_source_itself_is_no_speaker(text: str, match: str) -> None:
    assert read(text, match).speaker is None


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Here is Moen’s full statement:", "Moen"),
        ("Here's more about it from the Harbour Post:", "the Harbour Post"),
        ("Here are five lessons of Moen’s testimony:", None),
        ("Here is what it may mean:", None),
        ("Here is Lund in an interview with Moen on what it means:", None),
    ],
)
def test_what_is_announced_without_a_verb_is_its_authors(before: str, speaker: str | None) -> None:
    assert read(f"{before}\n\n“It held.”\n\n“It is old.”", "“It held.”").speaker == speaker
    assert read(f"{before}\n\nIt held for years.", "It held").speaker == speaker


def test_a_family_is_not_she() -> None:
    text = "Ida Moen came. The Moen family saw it first, she said. “It held,” she said."
    assert read(text, "“It held").speaker == "Ida Moen"


def test_a_body_is_not_called_by_what_only_comes_after_it() -> None:
    text = "They asked the Veld army to withdraw to Lund.\n\nThe army said it held."
    assert read(text, "it held").speaker == "the Veld army"
    text = "They asked the army to withdraw.\n\nThe army said it held."
    assert read(text, "it held").speaker == "The army"
