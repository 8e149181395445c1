"""Kinds of sentence that were read wrongly in news of attacks, shootings and claims."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # A participle before a name is no title of it.
        (
            "“It held,” the Veld-led coalition fighting Norland in Ostrava said.",
            "It held",
            "the Veld-led coalition",
        ),
        ("The company running Veld Rail said it held.", "it held", "The company"),
        ("“It held,” fighting Veld champion Ida Moen said.", "It held", "Ida Moen"),
        # Who claims to be somebody is not whom he claims to be.
        (
            "A woman claiming to be Mr. Moen’s daughter said it held.",
            "it held",
            "A woman claiming to be Mr. Moen’s daughter",
        ),
        (
            "Men claiming to be from the Veld Union said it held.",
            "it held",
            "Men claiming to be from the Veld Union",
        ),
        # What somebody did is no part of who it is.
        (
            "The woman who says she is Moen’s daughter streamed it. She said it held.",
            "it held",
            "The woman who says she is Moen’s daughter",
        ),
        # What stands in brackets holds nothing else of the sentence.
        (
            "Veld Police told Radio Veld they used no gas (as papers reported) but did use ice.",
            "they used no gas",
            "Veld Police",
        ),
        ("It held (as the mayor said) for a year.", "for a year", "the mayor"),
        # Names with an ampersand are whole.
        (
            "U.S. Ships & World Freight later reported that it held.",
            "it held",
            "U.S. Ships & World Freight",
        ),
        # Where somebody went to say it.
        (
            "Rep. Ida Moen (R-Veld) also took to Twitter on Sunday to say it held.",
            "it held",
            "Ida Moen",
        ),
        ("Ida Moen took the boat to Facebook to say it held.", "took the boat", None),
        (
            "It held, said a clerk who noted that Mr. Berg and the mayor walked in.",
            "It held",
            "a clerk who noted that Mr. Berg and the mayor walked in",
        ),
        # Surnames that are words for people, and titles of several words.
        ("Sen. Ida King of Veld left.\n\n“It held,” Ms. King said.", "It held", "Ida King"),
        ("“It held,” Mr. Speaker said.", "It held", "Mr. Speaker"),
        ("Acme Vice-President Ida Moen said it held.", "it held", "Ida Moen"),
        ("Veldpost Editor-in-Chief Ida Moen left. She said it held.", "it held", "Ida Moen"),
        ("Ida Moen-King said it held.", "it held", "Ida Moen-King"),
        # "One" tells nothing where no "one" can do what follows.
        ("It was simply one estimate among many, and it held.", "simply one estimate", None),
        ("One view might be that it held.", "it held", None),
        ("One said it held.", "it held", "One"),
        # What two claim in a relative clause is theirs.
        (
            "It named nobody, but held findings which Norland and its allies claim to hold.",
            "It named nobody, but held findings which Norland and its allies claim to hold.",
            None,
        ),
        # Whose feeling is part of what is said says nothing himself.
        (
            "The fire was such that many clerks say they are sceptical that Veld did it.",
            "The fire was such that many clerks say they are sceptical that Veld did it.",
            None,
        ),
    ],
)
def test_words_that_only_look_like_a_speaker(text: str, match: str, speaker: str | None) -> None:
    assert read(text, match).speaker == speaker


INTERVIEW = (
    "AAS: Was it sold?\n\nPRESIDENT IDA MOEN: It was sold in June.\n\nAAS: By whom?\n\n"
    "MOEN: By the board.\n\nQUESTION: One more question. Who paid?\n\nMOEN: Nobody paid.\n\n"
    "QUESTION: Why?\n\nAAS: Thanks."
)
CHECKED = (
    "Some facts on what was told.\n\nMOEN: “It was sold in June.”\n\nTHE FACTS: It never was.\n\n"
    "MOEN: “Nobody paid for it.”\n\nTHE FACTS: The board paid."
)


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        (INTERVIEW, "It was sold in June", "Ida Moen"),
        (INTERVIEW, "Nobody paid", "Ida Moen"),
        (INTERVIEW, "Who paid?", None),
        (CHECKED, "Nobody paid", "Moen"),
        (CHECKED, "The board paid", None),
    ],
)
def test_turns_of_nobody_leave_the_others_theirs(
    text: str, match: str, speaker: str | None
) -> None:
    found = read(text, match)

    assert found.speaker == speaker
    assert all(text[slice(*span)].lower() == (speaker or "").lower() for span in found.spans)
