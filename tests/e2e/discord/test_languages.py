"""Commands and labels in every language, within what Discord takes; quotations as they are."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.discord.language import DEFAULT, LANGUAGES, labels, language_of, messages
from bot.discord.translator import CommandTranslator
from tests.e2e.discord.conftest import text
from tests.e2e.discord.lists import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.discord.conftest import World

OTHERS = [language for language in LANGUAGES if language != DEFAULT]
LOCALES = {
    "de": ["de"],
    "fr": ["fr"],
    "es": ["es-419", "es-ES"],
    "ru": ["ru"],
    "uk": ["uk"],
}
# Discord's pattern, without the two scripts that none of our languages is written in.
NAME = re.compile(r"[-_'\w]{1,32}")
QUESTION = "Did Putin congratulate Trump?"
QUOTED = "he is not aware of any plans by Putin to congratulate Trump"


def _commands(world: World) -> list[dict[str, Any]]:
    """The commands as Discord got them."""
    (sent,) = (
        entry.json
        for entry in world.env.http_requests
        if entry.method == "PUT" and entry.path.endswith("/commands")
    )
    assert isinstance(sent, list)
    return sent


def _named(world: World) -> Iterator[dict[str, Any]]:
    """Every command and option, as Discord got it."""
    for command in _commands(world):
        yield command
        yield from command.get("options", ())


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a function
    """Let everybody's Discord be in a language; simcord's people all speak English."""
    original = discord.Interaction._from_data

    def use(locale: str) -> None:
        def heard(self: Any, data: Any) -> None:  # noqa: ANN401
            data["locale"] = locale
            original(self, data)

        monkeypatch.setattr(discord.Interaction, "_from_data", heard)

    return use


def test_every_locale_of_our_languages_is_known() -> None:
    for language, locales in LOCALES.items():
        known = [each.value for each in discord.Locale if language_of(each) == language]
        assert sorted(known) == locales


async def test_names_and_descriptions_are_translated_within_the_limits(world: World) -> None:
    for each in _named(world):
        for locale in chain.from_iterable(LOCALES.values()):
            name = each["name_localizations"][locale]
            if each.get("type", 1) == 3 and "description" not in each:
                assert 1 <= len(name) <= 32, "a message command may have spaces"
                continue
            assert NAME.fullmatch(name), name
            assert name == name.lower()
            assert 1 <= len(each["description_localizations"][locale]) <= 100


async def test_english_names_and_descriptions_keep_the_limits(world: World) -> None:
    for each in _named(world):
        assert not {"en-US", "en-GB"} & set(each["name_localizations"])
        if "description" in each:
            assert NAME.fullmatch(each["name"])
            assert each["name"] == each["name"].lower()
            assert 1 <= len(each["description"]) <= 100
            assert each["description"] != "…"


async def test_no_two_commands_or_options_have_one_name(world: World) -> None:
    commands = _commands(world)
    for locale in chain.from_iterable(LOCALES.values()):
        for group in (commands, *(command.get("options", ()) for command in commands)):
            names = [each["name_localizations"][locale] for each in group]
            assert len(set(names)) == len(names), (locale, names)


async def test_nothing_is_translated_that_no_command_has(world: World) -> None:
    used: set[str] = set()
    for command in _commands(world):
        slug = "-".join(re.findall(r"[a-z0-9]+", command["name"].casefold()))
        about = {f"command-{slug}-about"} if "description" in command else set()
        options = {
            f"command-{slug}-option-{option['name']}{end}"
            for option in command.get("options", ())
            for end in ("", "-about")
        }
        choices = {
            f"command-choice-{choice['value']}"
            for option in command.get("options", ())
            for choice in option.get("choices", ())
        }
        used |= {f"command-{slug}"} | about | options | choices
    for language in OTHERS:
        assert {key for key in messages(language) if key.startswith("command-")} == used


async def test_a_new_kind_of_name_is_not_passed_over() -> None:
    data: Any = object()
    context: discord.app_commands.TranslationContext[Any, Any] = (
        discord.app_commands.TranslationContext(
            location=discord.app_commands.TranslationContextLocation.other, data=data
        )
    )
    with pytest.raises(ValueError, match="no key"):
        await CommandTranslator().translate(
            discord.app_commands.locale_str("x"), discord.Locale.german, context
        )


@pytest.mark.parametrize("language", OTHERS)
async def test_what_is_shown_is_in_the_askers_language_and_quotations_as_they_are(
    world: World,
    speak: Any,  # noqa: ANN401
    language: str,
) -> None:
    commands = ("sources", "help", "about", "privacy")
    before = [text(shown(await world.alice.slash(world.channel, each))) for each in commands]
    speak(LOCALES[language][0])
    after = [text(shown(await world.alice.slash(world.channel, each))) for each in commands]
    for english, theirs in zip(before, after, strict=True):
        same = set(english.splitlines()) & set(theirs.splitlines())
        assert not {line for line in same if len(line.split()) > 4 and "**" not in line}
    answer = text(shown(await world.alice.slash(world.channel, "ask", question=QUESTION)))
    assert labels(language)("answer-supports") in answer
    assert labels(language)("answer-refutes") in answer
    assert QUOTED in answer


async def test_help_names_commands_as_their_language_does(
    world: World,
    speak: Any,  # noqa: ANN401
) -> None:
    speak("de")
    told = text(shown(await world.alice.slash(world.channel, "help")))
    assert "`/fragen`" in told
    assert "`/quellen`" in told
    assert "„Was sagen die Quellen?“" in told


async def test_a_servers_language_goes_before_the_askers(
    world: World,
    speak: Any,  # noqa: ANN401
) -> None:
    await world.bot.servers.set(world.guild.id, language="uk")
    speak("de")
    told = text(shown(await world.alice.slash(world.channel, "sources")))
    assert "Джерела" in told


@pytest.mark.parametrize(
    ("language", "name"),
    [("de", "Englisch"), ("fr", "anglais"), ("ru", "английский"), ("ja", "English")],
)
async def test_the_languages_that_are_read_are_named_in_the_askers(
    world: World,
    speak: Any,  # noqa: ANN401
    language: str,
    name: str,
) -> None:
    speak(language)
    told = text(shown(await world.alice.slash(world.channel, "ask", question="Ушёл ли министр?")))
    assert told.endswith(f"{name}.")


async def test_a_language_that_is_none_of_ours_is_english(
    world: World,
    speak: Any,  # noqa: ANN401
) -> None:
    speak("ja")
    assert "Sources" in text(shown(await world.alice.slash(world.channel, "sources")))
