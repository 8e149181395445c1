"""The bot's own words in the asker's language, from Fluent files (projectfluent.org).

`locales/LANGUAGE/*.ftl` hold the messages. What a language lacks is said in English. Values are
put in as they are: what comes from an article or a person is escaped before it gets here.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
DEFAULT = "en"


class Labels:
    """The messages of one language: `labels("ask-busy", waiting=3)`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundles = [_bundle(language)]
        if language != DEFAULT:
            self._bundles.append(_bundle(DEFAULT))

    def __call__(self, key: str, /, **values: str | float) -> str:
        """The message of that name with its values; raises KeyError where no language has it."""
        for bundle in self._bundles:
            if bundle.has_message(key) and (pattern := bundle.get_message(key).value):
                text, errors = bundle.format_pattern(pattern, values)
                if errors:
                    raise errors[0]
                return str(text)
        raise KeyError(key)


def language_of(locale: object) -> str:
    """The language for a Discord locale such as `en-GB` or `es-419`; English for others."""
    language = str(locale or "").split("-")[0].lower()
    return language if language in LANGUAGES else DEFAULT


@cache
def labels(language: str) -> Labels:
    """The labels of one of LANGUAGES."""
    return Labels(language)


def messages(language: str) -> dict[str, Any]:
    """The messages a language has itself, by name; for tests and the command translator."""
    return dict(_bundle(language)._messages)  # noqa: SLF001 - Fluent has no public list


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolating marks around values would be shown as such where text is copied.
    bundle = FluentBundle([language, DEFAULT], use_isolating=False)
    folder = files("bot.discord") / "locales" / language
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
