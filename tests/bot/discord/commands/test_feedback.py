"""The forms for feedback: within Discord's limits in every language, whatever was quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from bot.discord.commands import feedback
from bot.discord.failures import Refusal
from bot.discord.language import LANGUAGES, labels
from bot.discord.show.shown import placed
from retrieval.answered import Kind, Stance
from retrieval.model import Filter
from retrieval.store.ledger_records import Asked
from tests.bot.answers import ACCOUNTS, POLAR, answers, quickly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answered import Answer

# Discord's limits (its documentation, "Component Reference" and "Modal").
TITLE = LABEL = 45
DESCRIPTION = OPTION = 100
TEXT = 4000
KINDS = ("helpful", "side", "source")


def asked(answer: Answer) -> Asked:
    return Asked(
        id="abcdefgh2345",
        server="1",
        channel="2",
        asker="3",
        question=answer.question,
        where=Filter(),
        per_source=None,
        private=False,
        at="2024-11-07T09:46:00.000000+00:00",
        answer=answer,
    )


def parts(answer: Answer, what: str, number: int, language: str) -> list[dict[str, Any]]:
    about = feedback._about(asked(answer), what, str(number))
    made = feedback._parts(asked(answer), what, about, labels(language))
    return [part.to_component_dict() for part in made]


def over(components: list[dict[str, Any]]) -> Iterator[str]:
    """What Discord would refuse."""
    for each in components:
        if not 1 <= len(each.get("content", "x").encode("utf-16-le", "surrogatepass")) // 2 <= TEXT:
            yield f"text: {each}"
        if not 1 <= len(each.get("label", "x")) <= LABEL:
            yield f"label: {each}"
        if not 1 <= len(each.get("description", "x")) <= DESCRIPTION:
            yield f"description: {each}"
        for option in each.get("component", {}).get("options", ()):
            if not 1 <= len(option["label"]) <= OPTION:
                yield f"option: {option}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_fits_in_every_language(language: str) -> None:
    say = labels(language)
    for what in KINDS:
        assert 1 <= len(say(f"feedback-{what}-title")) <= TITLE
        assert list(over(parts(POLAR, what, 0, language))) == []


@quickly
@given(answer=answers())
def test_a_form_quotes_anything_within_the_limits(answer: Answer) -> None:
    kinds = ("side", "source") if answer.kind is Kind.POLAR else ("source",)
    for each in placed(answer):
        for what in kinds:
            assert list(over(parts(answer, what, each.number, "en"))) == []


def test_the_sides_are_all_but_the_one_shown() -> None:
    for each in placed(POLAR):
        label = next(
            part["component"]
            for part in parts(POLAR, "side", each.number, "en")
            if part.get("component", {}).get("custom_id") == feedback.RIGHT
        )
        values = [option["value"] for option in label["options"]]
        assert values == [
            *(str(stance) for stance in Stance if stance is not each.position.stance),
            feedback.BESIDE,
        ]


@pytest.mark.parametrize(
    ("answer", "what", "number"),
    [
        (POLAR, "side", "4"),
        (POLAR, "side", "-1"),
        (POLAR, "side", ""),
        (POLAR, "source", "²"),
        (POLAR, "other", "0"),
        (POLAR, "", ""),
        (ACCOUNTS, "side", "0"),
    ],
)
def test_what_no_button_of_ours_says_is_refused(answer: Answer, what: str, number: str) -> None:
    with pytest.raises(Refusal) as refused:
        feedback._about(asked(answer), what, number)
    assert refused.value.key == "failure-old-button"
