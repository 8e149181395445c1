from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.question.question import LONGEST, stem, understand, words
from retrieval.answered import Kind
from retrieval.errors import QuestionError


@pytest.mark.parametrize(
    "text",
    [
        "Did the minister resign?",
        "The minister resigned",
        "the minister resigned?",
        "Is it true that the minister resigned?",
        "Hasn't the minister resigned?",
        "Tell me whether the minister resigned",
        "Can you tell me if it rained?",
        "If it rains, will the match be played?",
        "Can he win?",
    ],
)
def test_yes_or_no_and_statements_are_polar(text: str) -> None:
    assert understand(text).kind is Kind.POLAR


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Who resigned?", "who"),
        ("To whom did she write?", "who"),
        ("When did the minister resign?", "when"),
        ("In what year did the minister resign?", "when"),
        ("what day is the vote", "when"),
        ("Where was the minister?", "where"),
        ("How many people resigned?", "number"),
        ("how old is the minister", "number"),
        ("By how much did the yes side win?", "number"),
        ("For how long was the minister held?", "number"),
        ("In how many districts did it rain?", "number"),
        ("what percentage of voters said yes", "number"),
        ("What share of the vote did Moen get?", "number"),
        ("At what age did the minister retire?", "number"),
        ("What is the death toll in Vale?", "number"),
        ("what's the number of ballots in vale", "number"),
        ("How tall is the tower?", "number"),
        ("How deep is the wreck", "number"),
        ("How deep does the mistrust go in Vale?", "matter"),
        ("What is the cause of the death toll?", "matter"),
        ("At what time did the minister resign?", "when"),
        ("Which month is the vote in?", "when"),
        ("Since when has the minister been ill?", "when"),
        ("Until when is the bridge shut?", "when"),
        ("Why did the minister resign?", "matter"),
        ("How did the minister react?", "matter"),
        ("Tell me who resigned", "who"),
        ("Do you know why the minister resigned?", "matter"),
    ],
)
def test_open_questions_say_what_they_ask_for(text: str, asks: str) -> None:
    question = understand(text)
    assert question.kind is Kind.OPEN
    assert question.asks == asks


@pytest.mark.parametrize("text", ["", "  \n\t", "?!", "🙂🙂 🙂", "Putin?", "\u202e\u200b", "12 34"])
def test_what_is_no_question_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(QuestionError, match="ask a whole one"):
        understand(text)


@pytest.mark.parametrize(
    "text",
    [
        "And Lavrov?",
        "and lavrov?",
        "And Sergei Lavrov?",
        "But the Kremlin?",
        "What about Lavrov?",
        "how about in Russia",
        "Or Putin and Xi?",
        "And who else?",
        "Why not?",
        "Did he?",
        "Is it true?",
        "Who said that?",
        "What happened?",
        "WHAT HAPPENED TODAY",
        "What is going on?",
        "What's new?",
        "Is there any news?",
    ],
)
def test_what_goes_on_from_another_question_is_asked_to_stand_alone(text: str) -> None:
    with pytest.raises(QuestionError, match="stands alone; ask a whole one"):
        understand(text)


@pytest.mark.parametrize(
    "text",
    [
        "And did Lavrov congratulate Trump?",
        "And Lavrov congratulated Trump?",
        "So Trump won?",
        "But who congratulated Trump?",
        "And the minister resigned?",
        "Did the US win?",
        "Or was it raining?",
        "Android phones sell well",
    ],
)
def test_a_conjunction_before_a_whole_question_is_allowed(text: str) -> None:
    understand(text)


def test_a_condition_before_it_leaves_a_yes_or_no_one() -> None:
    assert understand("When the votes were counted, did he concede?").kind is Kind.POLAR
    assert understand("When did he, after all, concede?").kind is Kind.OPEN


def test_a_question_of_ten_thousand_characters_is_refused_with_the_limit() -> None:
    with pytest.raises(QuestionError, match="1,000"):
        understand("Did he go? " * 1000)


def test_bytes_that_are_no_text_are_refused() -> None:
    # As the command line and standard input hand them on: halves of surrogate pairs.
    asked = b"Did the mayor of Alder re\xffsign?".decode("utf-8", "surrogateescape")
    with pytest.raises(QuestionError, match="UTF-8"):
        understand(asked)


def test_other_scripts_are_questions_too() -> None:
    assert understand("هل هنأ بوتين ترامب؟").kind is Kind.POLAR


def test_names_are_capitalised_runs_without_opening_words_and_possessives() -> None:
    question = understand("Did Valentina Matviyenko welcome Trump's victory in the U.S.?")
    assert question.names == ("Valentina Matviyenko", "Trump", "U.S.")
    assert question.terms == ("Valentina", "Matviyenko", "welcome", "Trump", "victory", "U.S.")


def test_a_comma_a_possessive_or_a_small_word_ends_a_name() -> None:
    question = understand(
        "In Philadelphia, Mitt Romney welcomed Obama's Ohio team Off Broad Street"
    )
    assert question.names == (
        "Philadelphia",
        "Mitt Romney",
        "Obama",
        "Ohio",
        "Broad Street",
    )


def test_the_country_is_not_the_pronoun() -> None:
    assert "US" in understand("Did the US withdraw?").terms
    assert understand("Did the US withdraw?").names == ("US",)
    assert "us" not in understand("Did they tell us lies?").terms
    for text in ("did us troops leave", "DID US TROOPS LEAVE?", "Were troops at US bases?"):
        assert "us" in map(str.lower, understand(text).terms)
    for text in ("did they tell us lies", "Was it given to us", "DID THEY TELL US LIES?"):
        assert "us" not in map(str.lower, understand(text).terms)


def test_people_and_bodies_named_like_small_words_are_names() -> None:
    assert understand("Did Theresa May resign?").names == ("Theresa May",)
    assert "May" in understand("Did it open in May?").terms
    assert "WHO" in understand("Did the WHO lie?").terms
    assert "may" not in understand("May the minister resign?").terms


def test_where_capitals_tell_nothing_there_are_no_names() -> None:
    for text in ("DID THE POPE RESIGN?", "Did The Pope Resign?", "did the pope resign"):
        assert understand(text).names == ()
        assert understand(text).terms == ("pope", "resign")
    assert understand("Did the Pope resign?").names == ("Pope",)
    assert understand("Has Putin met Trump?").names == ("Putin", "Trump")


def test_stems_join_the_forms_of_a_word() -> None:
    assert stem("congratulated") == stem("Congratulations") == stem("congratulating")


@given(st.text(max_size=LONGEST))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        question = understand(text)
    except QuestionError as error:
        assert "\n" not in str(error)
    else:
        assert question.text == " ".join(text.split())
        assert question.terms
        assert all(any(char.isalnum() for char in word) for word in words(text))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("did the us quit the WHO", "did the us quit the World Health Organization?"),
        ("Why did WHO stop the trial?", "Why did the World Health Organization stop the trial?"),
        ("Is the WHO's head Danish?", "Is the World Health Organization's head Danish?"),
        ("Do you know WHO shot Tenby?", "WHO shot Tenby?"),
        ("WHO shot Tenby?", "WHO shot Tenby?"),
        ("DID TENBY LEAVE THE WHO", "did tenby leave the world health organization?"),
        ("did tenby leave the who", "did tenby leave the World Health Organization?"),
        ("was tenby in the who's who", "was tenby in the who's who?"),
    ],
)
def test_the_who_is_a_body_in_capitals(typed: str, read: str) -> None:
    assert understand(typed).canonical == read
