"""The settings of a server, each with the control that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.language import LANGUAGES
from bot.discord.panels.parts import MOST_OPTIONS, menu, option, panel, part, text, turning
from bot.discord.press import Choice, Press, act
from bot.discord.shelf import tag
from bot.discord.show.fitting import line

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.discord.language import Labels
    from bot.discord.servers import ServerSettings
    from bot.discord.shelf import Held
    from retrieval.model import Source

VERB = "settings"
OPERATORS = "default"
ASKERS = "asker"
PER_SOURCE = (1, 2, 3, 4, 5, 10, 20)
NAMED = 10
NAME = 80
ENDONYMS = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "uk": "Українська",
}
# Where people can ask; a thread goes with its channel, a category stands for all in it.
CHANNELS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.category,
]


def settings(
    chosen: ServerSettings,
    held: Held,
    channels: Collection[int],
    operator: tuple[int, bool],
    say: Labels,
) -> discord.ui.LayoutView:
    """All settings of a server.

    `channels` are the ids that exist; `operator` has the number of passages and whether there are
    feedback buttons where a server does not say.
    """
    per_source, feedback = operator
    return panel(
        text(f"## {say('settings-title')}", say("settings-what")),
        _line(say("settings-channels"), _channels(chosen, channels, say)),
        _channel_menu(chosen, channels, say),
        _switch("private", say("settings-private"), say, on=chosen.private),
        _feedback(say, on=chosen.feedback, offered=feedback),
        _switch("watching", say("settings-watching"), say, on=chosen.watching),
        _line(say("settings-per-source"), _per_source(chosen.per_source, per_source, say)),
        _per_source_menu(chosen.per_source, per_source, say),
        _line(say("settings-language"), _language(chosen.language, say)),
        _language_menu(chosen.language, say),
        discord.ui.Section(
            _line(say("settings-hidden"), _hidden(chosen, held, say)),
            accessory=act(Press(VERB, "", ("sources", "0")), say("settings-choose-hidden")),
        ),
    )


def hiding(chosen: ServerSettings, held: Held, say: Labels, page: int = 0) -> discord.ui.LayoutView:
    """A page of the library's sources, to choose which are hidden here."""
    rows, page, pages = part(_by_name(held), page, MOST_OPTIONS)
    items: list[discord.ui.Item[Any]] = [
        text(f"## {say('settings-hidden-title')}", say("settings-hidden-what"))
    ]
    if rows:
        options = [
            discord.SelectOption(
                label=option(source.name) or "–",
                value=tag(source.id),
                default=source.id in chosen.hidden,
            )
            for source in rows
        ]
        press = Press(VERB, "", ("hide", str(page)))
        items.append(menu(press, options, say("settings-hide"), least=0, most=len(options)))
    items += turning(Press(VERB, "", ("sources",)), page, pages, say)
    items.append(discord.ui.ActionRow(act(Press(VERB, "", ("show",)), say("settings-back"))))
    return panel(*items)


def hidden_after(
    chosen: ServerSettings, held: Held, page: int, tags: Collection[str]
) -> tuple[str, ...]:
    """The hidden sources after a choice on a page of `hiding`: those of other pages stay."""
    rows, _, _ = part(_by_name(held), page, MOST_OPTIONS)
    shown = {source.id: tag(source.id) in tags for source in rows}
    kept = [source for source in chosen.hidden if source not in shown]
    return (*kept, *(source for source, hide in shown.items() if hide))


def _by_name(held: Held) -> Sequence[Source]:
    return sorted((row.source for row in held.sources), key=lambda each: (each.name, each.id))


def _line(name: str, value: str) -> discord.ui.TextDisplay[Any]:
    return text(f"**{name}**", value)


def _switch(field: str, name: str, say: Labels, *, on: bool) -> discord.ui.Item[Any]:
    press = Press(VERB, "", (field, "off" if on else "on"))
    return discord.ui.Section(
        _line(name, say("settings-yes" if on else "settings-no")),
        accessory=act(press, say("settings-switch-off" if on else "settings-switch-on")),
    )


def _feedback(say: Labels, *, on: bool, offered: bool) -> discord.ui.Item[Any]:
    name = say("settings-feedback")
    if not offered:
        return _line(name, say("settings-feedback-operator"))
    return _switch("feedback", name, say, on=on)


def _channels(chosen: ServerSettings, there: Collection[int], say: Labels) -> str:
    if not chosen.channels:
        return say("settings-channels-all")
    named = [f"<#{each}>" for each in chosen.channels if int(each) in there]
    gone = len(named) < len(chosen.channels)
    return ", ".join([*named, *([say("settings-channel-gone")] if gone else [])])


def _channel_menu(
    chosen: ServerSettings, there: Collection[int], say: Labels
) -> discord.ui.Item[Any]:
    press = Press(VERB, "", ("channels",))
    select: discord.ui.ChannelSelect[Any] = discord.ui.ChannelSelect(
        custom_id=press.menu_id,
        placeholder=say("settings-choose-channels"),
        channel_types=CHANNELS,
        min_values=0,
        max_values=MOST_OPTIONS,
        default_values=[
            discord.SelectDefaultValue(id=int(each), type=discord.SelectDefaultValueType.channel)
            for each in chosen.channels
            if int(each) in there
        ],
    )
    return discord.ui.ActionRow(Choice(select, press))


def _per_source(number: int | None, default: int, say: Labels) -> str:
    return say("settings-per-source-default", n=default) if number is None else str(number)


def _per_source_menu(number: int | None, default: int, say: Labels) -> discord.ui.Item[Any]:
    options = [
        discord.SelectOption(
            label=say("settings-per-source-default", n=default),
            value=OPERATORS,
            default=number is None,
        ),
        *(
            discord.SelectOption(
                label=say("settings-per-source-choice", n=each),
                value=str(each),
                default=each == number,
            )
            for each in PER_SOURCE
        ),
    ]
    return menu(Press(VERB, "", ("per-source",)), options, say("settings-choose-per-source"))


def _language(language: str | None, say: Labels) -> str:
    return ENDONYMS[language] if language else say("settings-language-asker")


def _language_menu(language: str | None, say: Labels) -> discord.ui.Item[Any]:
    options = [
        discord.SelectOption(
            label=option(say("settings-language-asker")), value=ASKERS, default=language is None
        ),
        *(
            discord.SelectOption(label=ENDONYMS[each], value=each, default=each == language)
            for each in LANGUAGES
        ),
    ]
    return menu(Press(VERB, "", ("language",)), options, say("settings-choose-language"))


def _hidden(chosen: ServerSettings, held: Held, say: Labels) -> str:
    names = {row.source.id: row.source.name for row in held.sources}
    hidden = [names.get(each, each) for each in chosen.hidden]
    if not hidden:
        return say("settings-hidden-none")
    shown = ", ".join(line(each, NAME) for each in hidden[:NAMED])
    more = len(hidden) - NAMED
    return say("settings-hidden-more", names=shown, n=more) if more > 0 else shown
