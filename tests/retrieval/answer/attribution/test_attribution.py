"""Who says it, by the kinds of sentence that news is written in."""

from __future__ import annotations

import pytest

from benchmarks.attribution import paragraphs_of
from retrieval.answer.attribution import Attribution, attribute


def read(text: str, match: str, title: str = "") -> Attribution:
    """Attribute the sentence of `text` that holds `match`."""
    start = text.index(match)
    pieces = paragraphs_of(text)
    number = next(p.number for p in pieces if p.start <= start < p.end)
    return attribute(text, pieces, number, (start, start + len(match)), title=title)


@pytest.mark.parametrize(
    ("text", "match", "speaker", "origin"),
    [
        (
            "Reports from a British newspaper, citing a Russian opposition outlet, suggest a call.",
            "a call",
            "a British newspaper",
            "a Russian opposition outlet",
        ),
        (
            "The call took place, Verstka reported, citing a Russian parliamentary source.",
            "The call took place",
            "Verstka",
            "Verstka",
        ),
        ("“It happened,” a clerk told Vyorstka.", "It happened", "a clerk", "Vyorstka"),
        ("“It happened,” Verstka's source said.", "It happened", "Verstka's source", "Verstka"),
        (
            "The Washington Post's source said it had happened.",
            "it had happened",
            "The Washington Post's source",
            "Washington Post",
        ),
        (
            "“You decide,” the premier told the governors, according to The Associated Press.",
            "You decide",
            "the premier",
            "The Associated Press",
        ),
        (
            "The files are real, according to documents seen by Reuters.",
            "The files are real",
            "documents seen by Reuters",
            "Reuters",
        ),
        (
            "Two clerks told Judge Ansgar Veld that it was so.",
            "it was so",
            "Two clerks",
            "Two clerks",
        ),
        (
            "The plan is dead, the BBC reported.\n\nOne source said it never lived.",
            "it never lived",
            "One source",
            "the BBC",
        ),
        (
            "The plan is dead, the BBC reported.\n\nTwo Democrats said it lived.",
            "it lived",
            "Two Democrats",
            "Two Democrats",
        ),
    ],
)
def test_origin_is_the_last_party_that_has_a_name_or_publishes(
    text: str, match: str, speaker: str, origin: str
) -> None:
    found = read(text, match)
    assert (found.speaker, found.origin) == (speaker, origin)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("President Ansgar Veld congratulated the winner on Monday.", "congratulated"),
        ("The court declined to comment on the leak.", "leak"),
        ("It was reported that the bridge had closed.", "bridge"),
        ("The firm added 300 jobs in May.", "300 jobs"),
        ("Ansgar Veld claimed victory late on Sunday.", "victory"),
        ("Shares fell after the bank said it would cut its dividend.", "Shares fell"),
        ("The ministry will announce its plan on Friday.", "plan"),
        ("We think the plan is wrong.", "the plan is wrong"),
        ("The move suggests that the talks are over.", "talks are over"),
        ("The reports were never read.", "never read"),
    ],
)
def test_acts_silence_and_hearsay_have_no_speaker(text: str, match: str) -> None:
    assert read(text, match) == Attribution()


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        ("Clerk Ida Moen came late. “Ask them,” she said.", "Ask them", "Ida Moen"),
        ("Ida Moen, the mayor, came late. The mayor said nothing was lost.", "lost", "Ida Moen"),
        ("Mayor Ida Moen came. Moen said nothing was lost.", "lost", "Ida Moen"),
        ("Spokesman Odd Lie came. The spokeswoman said no.\n\nX.", "said no", "Odd Lie"),
        (
            "Norway’s Ministry of Foreign Affairs met. The Ministry noted the risk.",
            "the risk",
            "Norway’s Ministry of Foreign Affairs",
        ),
        (
            "An official for the port said no. The official warned of delays.",
            "delays",
            "An official for the port",
        ),
        ("The port board met, as it warned of delays.", "delays", "The port board"),
        ("Nothing is known. He said so.", "said so", "He"),
    ],
)
def test_pronouns_surnames_and_roles_become_the_fullest_name(
    text: str, match: str, speaker: str
) -> None:
    assert read(text, match).speaker == speaker


def test_of_relatives_the_one_in_the_title_is_meant() -> None:
    text = "Ida Moen and Odd Moen came. “No,” Moen said."
    assert read(text, "No,", title="Ida Moen says no").speaker == "Ida Moen"
    assert read(text, "No,").speaker == "Odd Moen"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("“We knew. We said so,” Ida Moen said.", "We knew"),
        ("“We knew,” Ida Moen said. “We said so.”", "We said so"),
        ("“We knew,” Ida Moen said.\n\n“We said so.”", "We said so"),
        ("“We knew. “\n\n“We said so,” Ida Moen said.", "We said so"),
        ("“We knew.\n\n“We said so,” Ida Moen said.", "We knew"),
        ("Ida Moen wrote: “We knew. We said so.”", "We said so"),
        ("“Who knew?” Ida Moen asked.", "Who knew"),
        ('"We knew," said Ida Moen. "We said so."', "We said so"),
    ],
)
def test_a_quotation_carries_its_speaker_over_sentences_and_paragraphs(
    text: str, match: str
) -> None:
    assert read(text, match).speaker == "Ida Moen"


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        ("The rating would be cut, Moody’s said in a note.", "cut", "Moody’s"),
        ("“No,” one worried party consultant said.", "No", "one worried party consultant"),
        ("Ida Moen claims she was told by an aide that all was lost.", "all was lost", "Ida Moen"),
        ("Odd Lie, the firm’s chief analyst said in a note.", "said in a note", "Odd Lie"),
        ("It’s a word critics say has echoes.", "has echoes", "critics"),
    ],
)
def test_words_that_look_like_another_part_of_speech_do_not_mislead(
    text: str, match: str, speaker: str
) -> None:
    assert read(text, match).speaker == speaker


def test_clauses_of_one_sentence_have_their_own_speakers() -> None:
    text = "Ida Moen said the road was open, while the police accused her of lying."
    assert read(text, "the road was open").speaker == "Ida Moen"
    assert read(text, "accused her of lying").speaker == "the police"


def test_the_outermost_of_nested_reports_speaks() -> None:
    text = "Ida Moen said the police claimed the road was open."
    assert read(text, "the road was open").speaker == "Ida Moen"


def test_spans_are_where_the_names_stand() -> None:
    text = "Mayor Ida Moen came. Two aides told Reuters she was tired."
    found = read(text, "she was tired")
    assert [text[start:end] for start, end in found.spans] == ["Two aides", "Reuters"]


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_paragraph_that_is_not_there_has_no_speaker(number: int) -> None:
    text = "Ida Moen said no."
    assert attribute(text, paragraphs_of(text), number, (0, 5)) == Attribution()


def test_a_span_outside_its_paragraph_has_no_speaker() -> None:
    text = "Ida Moen said no.\n\nRain fell."
    assert attribute(text, paragraphs_of(text), 2, (0, 5)) == Attribution()
