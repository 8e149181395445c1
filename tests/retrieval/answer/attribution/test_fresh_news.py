"""Kinds of sentence that were read wrongly in news that nobody had labelled."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # Marks and numbers as typed.
        ("Ida Moen -- a co-owner of Veld Yard -- said the bridge held.", "held", "Ida Moen"),
        ("“It held,” Chief of Harbours Adm. Ida Moen said on Monday.", "It held", "Ida Moen"),
        (
            "Sen. Ida Moen, R-Veld., another owner, said Friday that it held.",
            "it held",
            "Ida Moen",
        ),
        # Titles and houses before a name.
        ("“It held,” said Veld City Councilwoman Ida Moen.", "It held", "Ida Moen"),
        ("“It held,” said Acme senior policy adviser Ida Moen.", "It held", "Ida Moen"),
        # What stands between the subject and its verb.
        ("Ida Moen for her part said the bridge held.", "the bridge held", "Ida Moen"),
        ("Clerks over the weekend filed a suit claiming that it fell.", "it fell", "Clerks"),
        ("Ida Moen sent a letter to the court arguing that it held.", "it held", "Ida Moen"),
        (
            "Moen’s remarks came as it rained, telling crews that it held.",
            "it held",
            "Moen",
        ),
        # Verbs.
        ("Ida Moen suggested the bridge would fall.", "would fall", "Ida Moen"),
        ("Ida Moen referred to the bridge as “a ruin”.", "a ruin", "Ida Moen"),
        ("Ida Moen raised concerns about the bridge.", "the bridge", "Ida Moen"),
        ("Ida Moen spoke of a bridge “fit for goats”.", "fit for goats", "Ida Moen"),
        ("Harbour lawyers hold that the bridge is a boat.", "is a boat", "Harbour lawyers"),
        ("The bridge held for nine days, internal records show.", "held", "internal records"),
        (
            "Ida Moen left. On four occasions she said of it: “A ruin.”",
            "On four occasions she said of it: “A ruin.”",
            "Ida Moen",
        ),
        ("“It held,” another Moen tweet said.", "It held", "Moen"),
        ("“It held,” Ida Moen whined.", "It held", "Ida Moen"),
        # A curly mark that a straight one closes.
        ('“It held," Ida Moen said. "It is old.”', "It is old", "Ida Moen"),
        # What a study, or one of several, is.
        (
            "A study published in the Veld Annals in 2017 found that it held.",
            "it held",
            "the Veld Annals",
        ),
        ("“It held,” said one of the lawyers, Ida Moen.", "It held", "Ida Moen"),
        (
            "A Veld College poll from last year found that it held.",
            "it held",
            "A Veld College poll",
        ),
    ],
)
def test_the_speaker_is_found(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (
            "The yard grew, with 33,000 new jobs added in May, up 1,340.",
            "The yard grew, with 33,000",
        ),
        ("It is a tale of Ida Moen, a clerk who led a series of alleged thefts.", "It is"),
        ("What has Mr Moen said this time?", "What has Mr Moen said this time?"),
        ("Ida Moen suggested to the yard the name that it had borne.", "the name"),
        ("Ida Moen was referring to the bridge “of sighs”.", "Ida Moen was"),
        ("Moen’s yard fell, raising questions about the bridge.", "Moen’s yard fell"),
        ("The bridge fell after Ida Moen said it held.", "The bridge fell"),
    ],
)
def test_nobody_speaks(text: str, match: str) -> None:
    assert read(text, match).speaker is None


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # A given name, or a title, tells whom a pronoun cannot mean.
        ("Paul Berg saw it. Helen Moen left. “It held,” he said.", "It held", "Paul Berg"),
        ("Mr. Berg saw it. Mrs. Moen left. “It held,” he said.", "It held", "Berg"),
        ("Jan Berg saw it. Kim Moen left. “It held,” he said.", "It held", "Kim Moen"),
        # Of two who bear a name it is the one that the pronoun can mean.
        (
            "Peter Moen left. Laura Moen stayed. Peter Moen slept. Moen is ill. “Yes,” she said.",
            "Yes",
            "Laura Moen",
        ),
        # A role tells no more than that it is a person.
        (
            "Helen Moen left. “It held,” the Veld Democrat said.",
            "It held",
            "Helen Moen",
        ),
        # A heading's verb is no given name.
        ("Ida Moen slept.\n\nDefeating Moen\n\nMoen said it held.", "it held", "Ida Moen"),
        ("Harding Moen slept. Moen said it held.", "it held", "Harding Moen"),
        # Who was co-president is not the president.
        (
            "Jan Berg, once co-president of Acme, left. Ida Moen came. The president said it held.",
            "it held",
            "Ida Moen",
        ),
    ],
)
def test_whom_a_pronoun_or_role_means(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker
