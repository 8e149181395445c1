"""Forms: found again by their custom_id alone, and read whatever their layout."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.discord import forms
from bot.discord.press import Press

PRESS = Press("feedback-form", "abcdefgh2345", ("side", "7"))


class Answered:
    """An interaction that takes a form."""

    def __init__(self) -> None:
        self.response = self
        self.shown: discord.ui.Modal | None = None

    async def send_modal(self, form: discord.ui.Modal) -> None:
        self.shown = form


def submitted(data: object, kind: discord.InteractionType) -> forms.Interaction:
    return cast("forms.Interaction", SimpleNamespace(type=kind, data=data))


def test_custom_ids_of_buttons_menus_and_forms_are_not_mistaken() -> None:
    ids = {PRESS.custom_id, PRESS.menu_id, PRESS.form_id}
    assert len(ids) == 3
    submit = discord.InteractionType.modal_submit
    found = [forms.sent(submitted({"custom_id": each}, submit)) for each in sorted(ids)]
    assert sorted(found, key=str) == [None, None, PRESS]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"custom_id": PRESS.form_id}, discord.InteractionType.component),
        ({"custom_id": f"{PRESS.form_id} "}, discord.InteractionType.modal_submit),
        ({"custom_id": "f3a9"}, discord.InteractionType.modal_submit),
        ({}, discord.InteractionType.modal_submit),
        (None, discord.InteractionType.modal_submit),
    ],
)
def test_what_is_no_form_of_ours_is_left_alone(data: object, kind: discord.InteractionType) -> None:
    assert forms.sent(submitted(data, kind)) is None


async def test_a_form_is_shown_and_not_remembered() -> None:
    answered = Answered()
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(custom_id="comment")
    await forms.show(
        cast("forms.Interaction", answered),
        PRESS,
        "Wrong side",
        discord.ui.Label(text="Anything to add?", component=field),
    )
    assert answered.shown is not None
    shown = answered.shown.to_dict()
    assert (shown["custom_id"], shown["title"]) == (PRESS.form_id, "Wrong side")
    assert [each["component"]["custom_id"] for each in shown["components"]] == ["comment"]
    # discord.py keeps only forms that are not finished.
    assert answered.shown.is_finished()


def test_fields_are_read_from_labels_and_text_between_is_passed_over() -> None:
    data = {
        "custom_id": PRESS.form_id,
        "components": [
            {"type": 10, "id": 1},
            {"type": 18, "component": {"type": 21, "custom_id": "right", "value": "refutes"}},
            {"type": 18, "component": {"type": 4, "custom_id": "comment", "value": ""}},
            {"type": 18, "component": {"type": 21, "custom_id": "other", "value": None}},
        ],
    }
    assert forms.fields(submitted(data, discord.InteractionType.modal_submit)) == {
        "right": "refutes"
    }
