"""The names and descriptions of commands in Discord's other languages.

English stands with the commands. `locales/LANGUAGE/commands.ftl` has the others, under keys
made from the English names: `command-article`, `command-article-about`,
`command-article-option-article`, `command-article-option-article-about`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from discord import app_commands
from discord.app_commands import TranslationContextLocation as At

from bot.discord.language import DEFAULT, labels, language_of, messages

if TYPE_CHECKING:
    import discord


class CommandTranslator(app_commands.Translator):
    """Looks up each string by where it stands, for `CommandTree.set_translator`."""

    async def translate(
        self,
        string: app_commands.locale_str,  # noqa: ARG002 - the signature is discord.py's
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The string in the locale's language; None for English and languages we do not have."""
        language, key = language_of(locale), key_of(context)
        if language == DEFAULT or key not in messages(language):
            return None
        return labels(language)(key)


def key_of(context: app_commands.TranslationContext[Any, Any]) -> str:
    """The key of a name or description in commands.ftl; raises ValueError for a new kind."""
    data = context.data
    match context.location:
        case At.command_name:
            return f"command-{_slug(data.name)}"
        case At.command_description:
            return f"command-{_slug(data.name)}-about"
        case At.parameter_name:
            return f"command-{_slug(data.command.name)}-option-{data.name}"
        case At.parameter_description:
            return f"command-{_slug(data.command.name)}-option-{data.name}-about"
        case At.choice_name:
            return f"command-choice-{data.value}"
        case _:
            raise ValueError(f"no key for {context.location}")


def _slug(name: str) -> str:
    # A message command's name is a sentence.
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold()))
