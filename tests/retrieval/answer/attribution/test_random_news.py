"""Kinds of sentence that were read wrongly in articles drawn at random."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # Where somebody is from, or who leads a body, is an aside.
        ("“We go,” Ida Moen, 47, of Veld, Ohio, said.", "We go", "Ida Moen"),
        ("Ida Moen, from Veld, Mo., a clerk for years, said it held.", "it held", "Ida Moen"),
        ("The Veld Union, led by Ida Moen, a clerk, said it held.", "it held", "The Veld Union"),
        ("In Veld, Norland, Ida Moen said it held but warned of frost.", "it held", "Ida Moen"),
        # Words before a noun that no list holds describe it.
        (
            "It fell, according to U.S. harbour officials, in May.",
            "It fell",
            "U.S. harbour officials",
        ),
        ("It fell, according to a Veldpost tally.", "It fell", "a Veldpost tally"),
        ("A tally by Veld College showed that it fell.", "it fell", "Veld College"),
        (
            "It fell, according to official statistics from the board.",
            "It fell",
            "official statistics from the board",
        ),
        (
            "It fell, according to current and former officials.",
            "It fell",
            "current and former officials",
        ),
        (
            "It fell, according to state and local officials.",
            "It fell",
            "state and local officials",
        ),
        ("It fell, according to a copy of the report by Ida Moen.", "It fell", "Ida Moen"),
        # Names whole: small words, nicknames, what stands before them.
        ("“It held,” de la Moen said.", "It held", "de la Moen"),
        ("Ida de Moen left. “It held,” de Moen said.", "It held", "Ida de Moen"),
        ('“It held,” said Ida "Ace" Moen, a clerk.', "It held", 'Ida "Ace" Moen'),
        ("Ida “Ace” Moen left. Moen said it held.", "it held", "Ida “Ace” Moen"),
        ("Chief of Staff Ida Moen left. Moen said it held.", "it held", "Ida Moen"),
        ("Give Ida Moen a day. Moen said it held.", "it held", "Ida Moen"),
        ("On July 23 Moen tweeted that it held.", "it held", "Moen"),
        ("It held, says retired clerk Ret. Col. Ida Moen.", "It held", "Ida Moen"),
        ("It held, according to Morning Veld.", "It held", "Morning Veld"),
        (
            "Last month’s Veld Post poll found that it held.",
            "it held",
            "Last month’s Veld Post poll",
        ),
        # Before the verb, behind it, and within the sentence.
        ("That, says Dr. Ida Moen, is how it held.", "is how it held", "Ida Moen"),
        ("“It held,” said a clerk in one Veld House race.", "It held", "a clerk in one Veld House"),
        ("“It held,” the 21-year-old told Veld Radio.", "It held", "the 21-year-old"),
        ("Carl Moen left. He's said that it held.", "it held", "Carl Moen"),
        ("It was, as Ida Moen put it, “a ruin”.", "It was", "Ida Moen"),
        ("The Veld Foundation responded on its blog: “It held.”", "It held", "The Veld Foundation"),
        ("The Veld Post: “It held.”", "It held", "The Veld Post"),
        ("“It held,” Ida Moen proclaimed.", "It held", "Ida Moen"),
        ("“It held,” opined a senior clerk.", "It held", "a senior clerk"),
        ("However, Ida Moen met reporters. She said it held.", "it held", "Ida Moen"),
        ("“It held,” said Jan Moen, spokesman, Veld Union.", "It held", "Jan Moen"),
        ("“It held,” Ida Moen, a law professor at Veld College.", "It held", "Ida Moen"),
        ("“It held,” advises Ida Moen, a clerk.", "It held", "Ida Moen"),
        ("“It held,” said the Veld native, who left.", "It held", "the Veld native"),
        ("“It held,” Rep. Ida Moen (D), who saw it, told Veld Radio.", "It held", "Ida Moen"),
        ("“It held,” Acme’s Ida Moen reports from Veld.", "It held", "Ida Moen"),
        ("“It held,” Ida Moen, a clerk, was quoted as saying.", "It held", "Ida Moen"),
        ("“We go,” Ida Moen said. “It held,” as none had.", "It held", "Ida Moen"),
        ("The AP has more from Veld:\n\n“It held.”", "It held", "The AP"),
        ("As the Veld Press reports:\n\n“It held.”", "It held", "the Veld Press"),
        # A signature behind a dash, with its title, or on a hyphen.
        ("“It held.” — South Veld Gov. Ida Moen", "It held", "Ida Moen"),
        ("“It held.” - Ida Moen", "It held", "Ida Moen"),
        ("“It held.”\n\n– Ida Moen (a pseudonym), 23, a clerk", "It held", "Ida Moen"),
        ("“It held.”\n\nIda Moen, Veld Post", "It held", "Ida Moen"),
        ("“It held…”\n\nEditorial Board, Veld Post", "It held", "Veld Post"),
        (
            "“It held.”\n\nIda Moen, Veld Lantern\n\n“It sank.”\n\nCarl Lund, The Lookout",
            "It held",
            "Ida Moen",
        ),
    ],
)
def test_the_speaker_is_found(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("text", "match"),
    [
        # What opens a sentence is no name for its capital.
        ("Suicide rates also rose in Veld.", "also rose"),
        ("Unanswered questions remain.", "remain"),
        ("Interest rates on loans are set to double.", "set to double"),
        ("Simply put, the town should pay.", "should pay"),
        ("All told, the town paid twice.", "paid twice"),
        ("Think of Ida Moen, insisting on it.", "insisting"),
        ("A recess was near. Recess demanded that all wait.", "Recess demanded"),
        ("Fewer said so.", "said so"),
        # A photograph's credit, and a name and a place, sign nothing.
        ("“It held.”\n\nIda Moen, Reuters", "It held"),
        ("“It held.”\n\nIda Moen, Veld Harbour", "It held"),
        ("“It held,” Veld Harbour, a town in Norland, saw it fall.", "It held"),
        # Deeds that look like reports.
        ("Workers told not to report to the yard would be paid.", "would be paid"),
        ("The mayor, viewed as a hopeful, will go.", "will go"),
        ("The measures announced Wednesday by Moen fall in the latter group.", "latter group"),
        ("The council is writing a guide on locks.", "a guide"),
        ("Moen used Veldpost on Monday to label it “a ruin”.", "a ruin"),
        ("Clerks did not immediately answer questions on it.", "questions on it"),
        ("It’s called “the long bridge” in Veld.", "the long bridge"),
        ("If all goes according to plan, it will hold.", "it will hold"),
        ("The union sold boats, citing Norwegian threats to it.", "sold boats"),
        ("The town cut disgusting, sexist comments from Moen.", "The town"),
    ],
)
def test_nobody_speaks(text: str, match: str) -> None:
    assert read(text, match).speaker is None


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("It held, according to the Associated Press's Ida Moen.", "Associated Press"),
        ("It held, the Veld Post’s Ida Moen reported.", "Veld Post"),
        ("It held, according to Acme’s Ida Moen.", "Ida Moen"),
        ("It held, according to Ida Moen.", "Ida Moen"),
    ],
)
def test_what_a_reporter_of_an_outlet_says_is_the_outlets(text: str, origin: str) -> None:
    found = read(text, "It held")
    assert (found.speaker, found.origin) == ("Ida Moen", origin)


def test_a_list_of_winners_and_losers_is_no_conversation() -> None:
    text = "Winner: The bridge\n\nIt held.\n\nLoser: The boat\n\nIt sank.\n\n"
    text += "Winner: The quay\n\nIt stood.\n\nLoser: The yard\n\nIt burnt."
    assert read(text, "It stood").speaker is None
