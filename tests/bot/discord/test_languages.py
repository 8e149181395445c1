"""Every language says everything that English says, with the same values and its own plurals."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.discord.language import DEFAULT, LANGUAGES, labels, language_of

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = [language for language in LANGUAGES if language != DEFAULT]
# What the commands are called stands with the commands in English (test_translator.py).
COMMANDS = "command-"
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
NUMBERS = (0, 1, 2, 5, 11, 21, 22, 101, 1000)


class Uses(Visitor):
    """What a message takes, refers to and distinguishes."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.choices: list[set[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = [getattr(each.key, "name", getattr(each.key, "value", "")) for each in node.variants]
        self.choices.append(set(keys))
        self.generic_visit(node)


@cache
def _parsed(language: str) -> dict[str, Uses]:
    """What each message of a language uses, by name."""
    found: dict[str, Uses] = {}
    for file in _files(language):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} is in two files of {language}"
                found[entry.id.name] = Uses()
                found[entry.id.name].visit(entry.value)
    return found


def _files(language: str) -> list[Path]:
    with as_file(files("bot.discord") / "locales" / language) as folder:
        return sorted(folder.glob("*.ftl"))


def _said(language: str) -> dict[str, Uses]:
    return {name: uses for name, uses in _parsed(language).items() if not name.startswith(COMMANDS)}


def _taken(language: str, name: str) -> set[str]:
    """The values a message takes, those of messages in it included."""
    uses = _parsed(language)[name]
    return uses.variables.union(*(_taken(language, each) for each in uses.references))


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_message_and_no_other(language: str) -> None:
    assert set(_said(language)) == set(_said(DEFAULT))


@pytest.mark.parametrize("language", OTHERS)
def test_messages_stand_in_the_file_of_the_same_name(language: str) -> None:
    def by_file(each: str) -> dict[str, set[str]]:
        return {
            file.name: set(re.findall(r"^([a-z][\w-]*) =", file.read_text("utf-8"), re.MULTILINE))
            for file in _files(each)
            if file.name != "commands.ftl"
        }

    assert by_file(language) == by_file(DEFAULT)


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_takes_the_same_values(language: str) -> None:
    theirs = {name: _taken(language, name) for name in _said(language)}
    assert theirs == {name: _taken(DEFAULT, name) for name in _said(DEFAULT)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_refers_to_messages_that_are_there(language: str) -> None:
    held = _parsed(language)
    for name, uses in held.items():
        assert uses.references <= set(held), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_have_the_plurals_of_the_language(language: str) -> None:
    plural = Locale(language).plural_form
    needed = {plural(number) for number in range(201)}
    for name, uses in _parsed(language).items():
        for choice in uses.choices:
            kinds = choice & CATEGORIES
            assert needed <= kinds, f"{name}: {sorted(needed - kinds)}"
            assert kinds <= needed | {"other"}, f"{name}: {sorted(kinds - needed)} is never said"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said(language: str) -> None:
    for name in _said(language):
        taken = _taken(language, name)
        for number in NUMBERS:
            said = labels(language)(name, **dict.fromkeys(taken, number))
            assert said.strip() == said
            assert said
            assert "{" not in said


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_left_in_english(language: str) -> None:
    english, theirs = _texts(DEFAULT), _texts(language)
    same = {name for name, text in theirs.items() if text == english[name]}
    assert not {name for name in same if len(theirs[name].split()) > 4}


def _texts(language: str) -> dict[str, str]:
    return {
        name: labels(language)(name, **dict.fromkeys(_taken(language, name), 2))
        for name in _said(language)
    }


LIMITS = {
    # Buttons 80, titles and fields of forms 45, their descriptions and options 100, menus 150.
    r"answer-(previous|next|by-.*|feedback|share|delete|article|also-at|wrong-.*)": 80,
    r"answer-not-helpful|settings-(switch-.*|choose-hidden|back)|operate-(read|remove|keep)": 80,
    r"browse-(all-sources|home|original)|privacy-(delete|yes|no)": 80,
    r"feedback-.*-(title|right|comment)|ask-part|ask-part-title": 45,
    r"feedback-(beside|comment-about)|ask-part-why": 100,
    r"settings-(per-source-.*|language-asker)": 100,
    r"(answer|browse|settings)-choose-.*|settings-hide": 150,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_where_they_stand(language: str) -> None:
    texts = _texts(language)
    for pattern, limit in LIMITS.items():
        named = [name for name in texts if re.fullmatch(pattern, name)]
        assert named, pattern
        for name in named:
            assert len(texts[name]) <= limit, f"{name}: {texts[name]}"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en-GB", "en"), ("es-419", "es"), ("es-ES", "es"), ("uk", "uk"), ("ja", "en"), (None, "en")],
)
def test_a_locale_of_discord_has_a_language(locale: str | None, language: str) -> None:
    assert language_of(locale) == language
