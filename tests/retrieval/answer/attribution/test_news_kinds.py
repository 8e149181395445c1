"""Kinds of sentence in running news that were read wrongly: who speaks, who acts, who is meant."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # The subject is found past what stands between it and its verb.
        ("The bridge held, her lawyer insists, at noon, and it stood.", "held", "her lawyer"),
        ("It fell after the yard that had hired Ida Moen said it would.", "It fell", None),
        # An office is no part of a name, whatever it is of.
        ("“It held,” Secretary of Homeland Security Ida Moen said.", "It held", "Ida Moen"),
        ("Secretary of Health and Human Services Ida Moen said it held.", "it held", "Ida Moen"),
        ("Director of National Intelligence Ida Moen said it held.", "it held", "Ida Moen"),
        ("His new chief of staff Carl Moen said it held.", "it held", "Carl Moen"),
        ("Chairman of the Joint Chiefs of Staff Carl Moen said it held.", "it held", "Carl Moen"),
        ("Veldfeed Editor-in-Chief Ida Moen said it held.", "it held", "Ida Moen"),
        ("U.N. Secretary-General Ida Moen said it held.", "it held", "Ida Moen"),
        (
            "A lawyer for Secretary of State Ida Moen said it held.",
            "it held",
            "A lawyer for Secretary of State Ida Moen",
        ),
        # Who issued a paper, past the day on which that was.
        ("It held, according to a statement Sunday from the board.", "It held", "the board"),
        ("It held, according to a report issued Tuesday by the board.", "It held", "the board"),
        # The role that speaks describes nobody who stands before it.
        ("The mayor will not fire Ida Moen, his attorney said.", "not fire", "his attorney"),
        ("He was hit by Ida Moen, his wife told the Post.", "was hit", "his wife"),
        ("Ida Moen, the mayor’s attorney, said it held.", "it held", "Ida Moen"),
        ("A clerk who asked not to be named said it held.", "it held", "A clerk"),
        (
            "Veld Pictures, which is due to show “Rain”, its third, on May 3, said it would wait.",
            "would wait",
            "Veld Pictures",
        ),
        ("Ida Moen, a clerk who insists the bridge held, left.", "the bridge held", "Ida Moen"),
        ("Not so, says harbour clerk Ida Moen, who saw it.", "Not so", "Ida Moen"),
        ("UPDATE: Moen has left, saying that the bridge held.", "the bridge held", "Moen"),
        ("“It held,” Jan Moen wrote.", "It held", "Jan Moen"),
        # Papers, and words that go on.
        ("The bridge held, charging documents filed Tuesday claim.", "held", "charging documents"),
        ("The bridge held, court papers filed on Tuesday show.", "held", "court papers"),
        ("“It held,” the statement went on.", "It held", "the statement"),
        ("Ida Moen denied that it leaks, as the Veld Post had reported.", "leaks", "Ida Moen"),
        ("''It held,'' Ida Moen said. ''We go.''", "We go", "Ida Moen"),
        # Names with small words in them.
        ("Theo van Rensdal said the bridge held.", "the bridge held", "Theo van Rensdal"),
        ("Omar al-Veldi said the bridge held.", "the bridge held", "Omar al-Veldi"),
    ],
)
def test_the_subject_speaks_whatever_parts_it_from_its_verb(
    text: str, match: str, speaker: str | None
) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Acme learnt of it in March, and told the ministry on Friday.", "Acme learnt"),
        ("Moen's people will neither say who is next, nor rule out that anyone is.", "neither"),
        ("None of it, whatever Ida Moen wrote on her sign, was paid.", "None of it"),
        ("They closed the bridge, which Ida Moen has called a ruin.", "They closed"),
        ("Brewers have asked the court to strike it down.", "Brewers"),
        ("The court had dismissed the suit on April 6.", "dismissed"),
        ("The plan is opposed by 59 percent of the town.", "The plan"),
        ("As the closure continues, the ferries are full.", "the ferries"),
        ("Of 400 families admitted to the camp, some left.", "some left"),
        ("The tax split the town, which left and was opposed by many clerks.", "The tax"),
    ],
)
def test_what_somebody_only_does_has_no_speaker(text: str, match: str) -> None:
    assert read(text, match).speaker is None


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        ("Ida Moen came. The 54-year-old clerk said it held.", "it held", "Ida Moen"),
        ("Ida Moen was born here, as her father said. She said it held.", "it held", "Ida Moen"),
        ("As for poor Ida Moen, she said the bridge held.", "the bridge held", "Ida Moen"),
        ("Mayor Odd Lund spoke. The president said it held.", "it held", "The president"),
        (
            "League spokesman Odd Lund came. The bridge held, the league argues.",
            "bridge held",
            "the league",
        ),
        (
            "Odd Lund left. He sold it. He moved. He built. He fell. “It held,” he told her.",
            "It held",
            "Odd Lund",
        ),
    ],
)
def test_a_role_or_a_pronoun_means_whom_it_can(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # A given name that is a word as well.
        ("The bill fell. Bill Moen was there. “It held,” Mr. Moen said.", "It held", "Bill Moen"),
        ("“It held,” spokesman Will Moen said.", "It held", "Will Moen"),
        # Words before a name that are no part of it.
        ("Harbour-loving Ida Moen left. It held, Moen said.", "It held", "Ida Moen"),
        ("On May 3, 2016 Moen said the bridge held.", "the bridge held", "Moen"),
        ("It held - allegations Moen denies - and stood.", "allegations", "Moen"),
        (
            "Secretary of Defense Ida Moen was there. It held, Moen said.",
            "It held",
            "Ida Moen",
        ),
        ("“Protest Veld,” he said. Veld denies that it leaked.", "it leaked", "Veld"),
        ("It held, USA Today reported.", "It held", "USA Today"),
        ("“It held,” Jan B. King Jr., who was there, said.", "It held", "Jan B. King Jr."),
        # Party and state are passed over.
        ("In May, Sen. Ida Moen (D–N.Y.) is leaving. “It held,” she said.", "It held", "Ida Moen"),
        ("Ida Moen, D-Va., a member of the board, said it held.", "it held", "Ida Moen"),
        ("Sen. Ida Moen, D-Va., suggested Monday that it held.", "it held", "Ida Moen"),
        # Who is meant.
        ("After Ida Moen left, she said that it leaked.", "it leaked", "Ida Moen"),
        ("North Veld has slammed Moen, but it said it was open to talks.", "it was", "North Veld"),
        # Whoever does something, and says so.
        ("A union representing the harbour's clerks said it held.", "it held", "A union"),
        ("“It held,” harbour clerk Ida Moen, said on Friday.", "It held", "Ida Moen"),
        ("Moen, however, countered that the bridge held.", "the bridge held", "Moen"),
        ("It held, according to harbour reports filed on Friday.", "It held", "harbour reports"),
    ],
)
def test_names_are_whole_and_hold_no_more(text: str, match: str, speaker: str) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Moen's alleged theft goes back to May.", "goes back"),
        ("Our guide explains that the bridge is old.", "the bridge"),
        ("The firm has lived on government credits and gifts.", "The firm"),
        ("All of those seeking to unseat Moen in next year's vote have promised to run.", "All"),
        ("Ida Moen reported from Veld.", "Ida Moen"),
        ("Moen sits on the board and has advised on boats.", "Moen sits"),
        ("The firm doubled down, seeking new warrants in April.", "The firm"),
        ("Rep. Ida Moen grilled the firm, citing a story about boats.", "Rep."),
    ],
)
def test_a_noun_or_an_act_that_looks_like_a_report_has_no_speaker(text: str, match: str) -> None:
    assert read(text, match).speaker is None


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        # Whose the paper is that speaks.
        (
            "Ida Moen left, the Veld Post said.\n\nThe report says it held.",
            "it held",
            "the Veld Post",
        ),
        (
            "In a joint statement, Ida Moen said they go.\n\n“It held,” the statement read.",
            "It held",
            "Ida Moen",
        ),
        ("A clerk told the Veld Post so. It held, the newspaper said.", "It held", "Veld Post"),
        # Without a verb of reporting.
        ("Moen is confident that the bridge held.", "the bridge held", "Moen"),
        ("Moen made it clear that the bridge held.", "the bridge held", "Moen"),
        ("Moen pushed back on Monday against talk of a leak.", "talk of a leak", "Moen"),
        ("“It held,” Moen fired back.", "It held", "Moen"),
        ("It is clear that the bridge held.", "the bridge held", None),
        ("Moen fired a clerk on Monday.", "a clerk", None),
    ],
)
def test_words_are_also_told_without_a_verb_or_by_a_paper(
    text: str, match: str, speaker: str | None
) -> None:
    assert read(text, match).speaker == speaker
