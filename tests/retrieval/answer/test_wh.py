from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.question import understand
from retrieval.answer.wh import answers, excludes
from retrieval.errors import QuestionError


def test_numbers_are_one_answer_in_figures_and_words() -> None:
    question = understand("How many people died?")
    assert answers(question, "At least 3,000 died.") == answers(question, "Some 3 thousand died.")
    assert answers(question, "Twelve died.") == answers(question, "12 died.") == {"12"}
    assert answers(question, "12 percent") == answers(question, "In 2019, the 27th.") == frozenset()
    assert answers(understand("How much did it rise?"), "It rose 12 percent.") == {"12%"}


def test_days_are_one_answer_in_either_order() -> None:
    question = understand("When did it end?")
    assert answers(question, "It ended on Nov. 6.") == answers(question, "It ended on 6 November.")
    assert answers(question, "It ended on Friday.") == {"friday"}
    assert answers(question, "In 2019 it ended.") == {"2019"}


def test_people_are_one_answer_in_other_spellings() -> None:
    question = understand("Who congratulated Trump?")
    kyiv = answers(question, "Foreign Minister Sergey Lavrov congratulated Trump.")
    other = answers(question, "Lavrov congratulated Donald Trump.")
    assert kyiv & other
    assert not kyiv & answers(question, "Angela Merkel congratulated Trump.")


def test_who_reports_it_is_not_who_did_it() -> None:
    question = understand("Who congratulated Gray?")
    told = answers(question, "Prime Minister Ana Ochoa congratulated Gray, the Gazette reported.")
    assert told == answers(question, "Gray was congratulated by Ochoa.")
    assert not told & answers(
        question, "Gray received congratulations from Lind, the Gazette said."
    )


def test_only_questions_with_one_answer_exclude_others() -> None:
    assert excludes(understand("Who won the election?"))
    assert excludes(understand("When did it end?"))
    assert not excludes(understand("Who congratulated Trump?"))
    assert not excludes(understand("Why did he resign?"))


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_open_question_and_sentence_have_answers(rest: str, sentence: str) -> None:
    for wh in ("who", "when", "where", "how many", "what"):
        try:
            question = understand(f"{wh} did {rest}")
        except QuestionError:
            return
        assert isinstance(answers(question, sentence), frozenset)
