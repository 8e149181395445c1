from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import discord
import pytest
from discord import app_commands

from bot.discord.syncing import REMEMBERED, sync_commands
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from retrieval.library import Library


class Discord:
    """What Discord holds of one application's commands."""

    def __init__(self) -> None:
        self.held: list[dict[str, str]] = []
        self.version = 0

    async def get_global_commands(self, _: int) -> list[dict[str, str]]:
        return self.held

    def put(self, *names: str) -> None:
        self.version += 1
        self.held = [{"id": name, "version": str(self.version)} for name in names]


class Tree(app_commands.CommandTree[Any]):
    """Counts how often it was synced."""

    def __init__(self, there: Discord, *words: str) -> None:
        client = discord.Client(intents=discord.Intents.none(), application_id=1)
        super().__init__(client)
        self.there = there
        client.http = cast("Any", there)
        self.synced = 0
        for word in words or ("ask", "help"):
            self.command(name=word, description=f"{word}.")(_nothing)

    async def sync(self, *, guild: object = None) -> list[app_commands.AppCommand]:
        self.synced += 1
        self.there.put(*(each.name for each in self.get_commands()))
        return []


class Translator(app_commands.Translator):
    """Says everything in German."""

    def __init__(self, word: str) -> None:
        self.word = word

    async def translate(self, _: object, locale: discord.Locale, __: object) -> str | None:
        return self.word if locale is discord.Locale.german else None


async def _nothing(_: discord.Interaction) -> None: ...


@pytest.fixture
def there() -> Discord:
    return Discord()


async def test_commands_are_sent_once(library: Library, there: Discord) -> None:
    first, second = Tree(there), Tree(there)
    assert await sync_commands(first, library)
    assert not await sync_commands(second, library)
    assert (first.synced, second.synced) == (1, 0)


async def test_the_order_in_which_they_were_made_does_not_matter(
    library: Library, there: Discord
) -> None:
    assert await sync_commands(Tree(there, "ask", "help"), library)
    there.held.reverse()
    assert not await sync_commands(Tree(there, "help", "ask"), library)


@pytest.mark.parametrize("words", [("ask",), ("ask", "help", "about"), ("ask", "hello")])
async def test_changed_commands_are_sent(
    library: Library, there: Discord, words: tuple[str, ...]
) -> None:
    await sync_commands(Tree(there), library)
    assert await sync_commands(Tree(there, *words), library)


async def test_another_application_has_none_yet(library: Library, there: Discord) -> None:
    await sync_commands(Tree(there), library)
    assert await sync_commands(Tree(Discord()), library)


async def test_a_library_from_before_an_upgrade_does_not_hide_that_discord_has_the_newer_ones(
    library: Library, there: Discord
) -> None:
    await sync_commands(Tree(there), library)
    backup = library.recall(REMEMBERED)
    assert backup is not None
    await sync_commands(Tree(there, "ask", "help", "about"), library)
    library.remember(REMEMBERED, backup)
    assert await sync_commands(Tree(there), library)
    assert [each["id"] for each in there.held] == ["ask", "help"]


async def test_changed_translations_are_sent(library: Library, there: Discord) -> None:
    async def translated(word: str) -> bool:
        tree = Tree(there)
        await tree.set_translator(Translator(word))
        return await sync_commands(tree, library)

    assert [await translated(word) for word in ("fragen", "fragen", "frage")] == [True, False, True]


async def test_what_discord_refused_is_sent_again(library: Library, there: Discord) -> None:
    class Refused(Tree):
        async def sync(self, *, guild: object = None) -> list[app_commands.AppCommand]:
            raise app_commands.AppCommandError("no")

    with pytest.raises(app_commands.AppCommandError):
        await sync_commands(Refused(there), library)
    assert library.recall(REMEMBERED) is None
    assert await sync_commands(Tree(there), library)


async def test_a_library_that_cannot_be_written_is_no_hindrance(
    library: Library, there: Discord, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("read-only")

    monkeypatch.setattr(library, "remember", fail)
    assert await sync_commands(Tree(there), library)
