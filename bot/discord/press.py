"""Buttons and menus that work after a restart: what they do stands in their custom_id.

A custom_id is public: it holds a verb, the random token of an answer or question, and details
such as a page number, never who asked or what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, Self, cast

import discord

if TYPE_CHECKING:
    from collections.abc import Sequence

    Interaction = discord.Interaction[Any]

_PRESS = r":(?P<verb>[a-z-]{1,20}):(?P<token>[a-z0-9-]{0,24}):(?P<details>[a-z0-9.,-]{0,40})"
TEMPLATE = re.compile(f"whosays{_PRESS}")
CHOICES = re.compile(f"whosays-menu{_PRESS}")
FORMS = re.compile(f"whosays-form{_PRESS}")


@dataclass(frozen=True, slots=True)
class Press:
    """What a button or menu asks for."""

    verb: str
    token: str = ""
    details: tuple[str, ...] = ()

    @property
    def custom_id(self) -> str:
        """For a button; at most 100 characters. Raises ValueError where it cannot be written."""
        return self._written("whosays", TEMPLATE)

    @property
    def menu_id(self) -> str:
        """The same for a menu."""
        return self._written("whosays-menu", CHOICES)

    @property
    def form_id(self) -> str:
        """The same for a form, which comes back filled in."""
        return self._written("whosays-form", FORMS)

    def _written(self, kind: str, template: re.Pattern[str]) -> str:
        written = f"{kind}:{self.verb}:{self.token}:{','.join(self.details)}"
        if not template.fullmatch(written):
            raise ValueError(f"not a custom_id: {written}")
        return written

    @classmethod
    def of(cls, found: re.Match[str]) -> Self:
        """The press that a custom_id was written for."""
        details = found["details"].split(",") if found["details"] else []
        return cls(found["verb"], found["token"], tuple(details))


class Pressable(Protocol):
    """The client as buttons see it."""

    async def pressed(self, interaction: Interaction, press: Press, values: Sequence[str]) -> None:
        """Do what the press asks for; handles its own errors."""


class Act(discord.ui.DynamicItem[discord.ui.Item[Any]], template=TEMPLATE):
    """A button that does something; `act` makes one."""

    def __init__(self, item: discord.ui.Item[Any], press: Press) -> None:
        super().__init__(item)
        self.press = press

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Interaction,  # noqa: ARG003 - the signature is discord.py's
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        """The one that was pressed or chosen from."""
        return cls(item, Press.of(match))

    async def callback(self, interaction: Interaction) -> None:
        """Hand the press, with the values chosen, to the client."""
        values = cast("dict[str, Any]", interaction.data or {}).get("values", [])
        await cast("Pressable", interaction.client).pressed(interaction, self.press, values)


class Choice(Act, template=CHOICES):
    """A menu to choose from, of any kind; the custom_id it wraps is `Press.menu_id`."""


def act(
    press: Press,
    label: str | None = None,
    *,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    emoji: str | None = None,
    disabled: bool = False,
) -> Act:
    """A button for the press."""
    button: discord.ui.Button[Any] = discord.ui.Button(
        custom_id=press.custom_id, label=label, style=style, emoji=emoji, disabled=disabled
    )
    return Act(button, press)
