"""Sentences by offsets: nothing lost, quotations and abbreviations whole."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.sentences import sentences

WORDS = st.text(alphabet="abcDEF .,!?\n\t\"'“”’()[]…。\u00a0\u200b\u202e\U0001f600")


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@given(st.one_of(st.text(), WORDS), st.text(max_size=5), st.text(max_size=5))
def test_sentences_hold_every_character_but_white_space_between_them(
    text: str, before: str, after: str
) -> None:
    whole = before + text + after
    spans = sentences(whole, len(before), len(before) + len(text))
    at = len(before)
    for start, end in spans:
        assert at <= start < end
        assert not whole[at:start].strip()
        assert whole[start:end] == whole[start:end].strip()
        at = end
    assert at <= len(before) + len(text)
    assert not whole[at : len(before) + len(text)].strip()


@pytest.mark.parametrize(
    "wanted",
    [
        ["“I’m not aware of any plans,” Peskov said.", "“Let’s not forget,” he added."],
        ["The U.S. is an unfriendly country.", "It was reported on Nov. 6, 2024.", "He left."],
        ["“It cannot be. It will not be.”", "He went."],
        ['"Is it true?" he asked.', '"No!" she said.'],
        ["(It rained.)", "Then it stopped."],
        ["Ties are at a historic low.", "Dmitry Peskov spoke."],
        ["Mr. Putin met Sen. A. B. Example at 5 p.m. on Friday.", "They spoke."],
        ["Acting Lt. Gov. Ann Roe met Reps. Bo Li and Cy Doe.", "They spoke."],
        ["He told her: “Mr. President, it rains.”", "She nodded."],
        ["Sen. Ann Roe, D-La. and Rep. Bo Li, R-Ariz. voted for it.", "It passed."],
        ["An anti-U.S. rally was held.", "It fell on the U.S. Ambassador to hold another."],
        ["She came from the U.S.", "The train was late.", "He lives on Main St.", "John does not."],
        ["It was held at St. John Church.", "Roe vs. Doe was the case."],
        ["Read it at the site.", "https://example.org/a has more.", "iPhone sales fell."],
    ],
)
def test_quotations_and_abbreviations_do_not_break_sentences(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        ["Sen. Ann Roe (D-Mass.), who leads the panel, said no.", "It rained."],
        [
            "It fell to Rep. Bo Li (R-Ky.).",
            "Sen. Ann Roe (D-Fla.); Cy Doe, her aide; and two more left.",
        ],
        ["“It will sink,” said Rep. Bo Li (R-Tenn.), a sailor.", "He left."],
        ["They asked (who would not?) for more.", "They left (“Will it sink?”).", "It did."],
        ["It sank … .", "It rose. . . .", "So it went."],
        ["We told them.", "Very unfair! — Ann Roe (@annroe) April 25, 2016"],
        ["Il a coulé ! – Ann Roe (@annroe) 25 avril 2016"],
        ["It sank.", "Look! pic.twitter.com/Ab1"],
        ["It sank.", "Look! #ferry #Vale pic.twitter.com/Ab1 — Ann Roe (@annroe) April 25, 2016"],
        ["It sank!!! https://t.co/Ab1 pic.twitter.com/Ab1 — Ann Roe (@annroe) April 25, 2016"],
    ],
)
def test_what_begins_no_sentence_is_the_end_of_one(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        ["It sank.", "— Ann Roe, of the Echo, saw it."],
        ["It sank.", "#Ferry was read a thousand times."],
        ["It sank.", "- Ann Roe (@annroe) said that it had."],
        ["It sank.", "https://echo.example/a has more."],
    ],
)
def test_what_only_looks_like_the_end_of_a_post_stands_alone(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted


MARKS = [
    ("“", "”"),
    ('"', '"'),
    ("«", "»"),
    ("„", "“"),
    ("„", "”"),
    ("»", "«"),
    ("‘", "’"),
    ("'", "'"),
    ("”", "”"),
    ("‹", "›"),
]


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("end", ["!", "?", "...", "…"])
def test_a_quotation_keeps_the_clause_that_says_whose_it_is(
    marks: tuple[str, str], end: str
) -> None:
    opened, closed = marks
    quoted = f"{opened}We never agreed to a closure{end}{closed}"
    for clause in (
        "Pryde said.",
        "Sen. Ann Pryde told reporters on Monday.",
        "the mayor asked.",
        "The mayor, who is 61, replied.",
        "— said Pryde.",
    ):
        assert split(f"It rained. {quoted} {clause} He left.") == [
            "It rained.",
            f"{quoted} {clause}",
            "He left.",
        ]


@pytest.mark.parametrize("marks", MARKS)
def test_several_short_sentences_of_one_quotation_are_not_parted(marks: tuple[str, str]) -> None:
    opened, closed = marks
    quoted = f"{opened}No. Never! Don’t ask. Why not? It’s over,{closed} Pryde said."
    assert split(f"{quoted} {quoted} He left.") == [quoted, quoted, "He left."]


@pytest.mark.parametrize(
    "wanted",
    [
        # The next sentence is about somebody's words and is not the end of this one.
        ["He shouted “Fire!”", "The minister said that it was a drill."],
        ["He shouted “Fire!”", "Pryde replied, “Where?”"],
        ["Smith called it “a disgrace.”", "Jones said on Monday that he would go."],
        ["“Is that so?”", "When asked again, he left."],
        ["She called it a “deal.”", "It was his."],
        # Nothing is open.
        ["The boys' team lost.", "The girls' team won."],
        ["The ’90s ended.", "It was the workers’ last strike.", "Rock ’n’ roll went on."],
        ["He is 6'2\" tall.", 'His desk is 30" wide.', "It is old."],
        ["“It never ends.", "It goes on and on."],
        ["It ends here.", "So it was.” Pryde said.", "He left."],
        ["“It begins.", "“It begins again.", "It goes on."],
    ],
)
def test_what_only_looks_like_a_quotation_joins_nothing(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted


def test_a_plural_inside_single_marks_ends_no_quotation() -> None:
    wanted = ["‘The boys’ team lost. We went home,’ Pryde said.", "It rained."]
    assert split(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        ["Er sagt: „Man trägt mich hinaus.“", "Am Kai regnet es."],
        ["„Nein. Nie.“", "Sie ging."],
        ["„Dann kam sie“, sagte er.", "„Und du?“", "Sie schwieg."],
        ["Він каже: „Ні!“", "„Чому?“", "Далі тиша."],
        ["Er fragte: „Wer war das?“", "Niemand antwortete."],
        # A title may end with a mark in the middle of a sentence.
        ["Das Buch „Ja?“ Premiere hatte es im Mai."],
    ],
)
def test_what_closes_a_quotation_in_german_begins_no_other(wanted: list[str]) -> None:
    text = " ".join(wanted)

    assert [text[a:b] for a, b in sentences(text, 0, len(text), language="de")] == wanted


def test_a_long_quotation_is_cut_at_its_sentences_and_keeps_its_speaker() -> None:
    six = ["“One is here.", *(f"{word} is here." for word in "Two Three Four Five".split())]
    assert split(" ".join([*six, "Six is here!” Pryde said."])) == [
        *six,
        "Six is here!” Pryde said.",
    ]
    first, second = f"“It {'very ' * 60}rained.", f"It {'very ' * 60}snowed,” he said."
    assert split(f"{first} {second}") == [first, second]


@given(
    st.sampled_from(MARKS),
    st.lists(st.sampled_from(["It rained.", "Why not?", "No!", "He met Mr. Roe."]), max_size=5),
    st.sampled_from(["", " Pryde said.", " she said.", " He left. Nothing came of it."]),
)
def test_no_cut_lies_inside_a_quotation(
    marks: tuple[str, str], said: list[str], after: str
) -> None:
    text = f"They met. {marks[0]}{' '.join(said)}{marks[1]}{after}"
    opened, closed = text.index(marks[0]), len(text) - len(after)
    for _, end in sentences(text, 0, len(text)):
        assert not opened < end < closed


def test_a_closing_quote_stays_with_its_sentence() -> None:
    assert split("Why? ” Then he left.") == ["Why? ”", "Then he left."]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Title\n\nOne is here. Two is there.\n\nEnd."
    assert [text[start:end] for start, end in sentences(text, 7, 33)] == [
        "One is here.",
        "Two is there.",
    ]


def test_importing_stays_light() -> None:
    heavy = "trafilatura htmldate py3langid charset_normalizer lxml numpy yaml".split()
    code = "import sys, retrieval.ingest.sentences; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not set(heavy) & set(loaded)
