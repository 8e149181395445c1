"""/add and /remove: the library is changed by its operators alone, who see what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from config.coverage import FetchSettings
from config.settings import IngestSettings, Settings
from retrieval.errors import LibraryFullError
from retrieval.model import Filter
from tests.e2e.discord.conftest import text
from tests.e2e.discord.lists import press, shown
from tests.e2e.discord.operating import QUESTION, STORY, set_discord
from tests.retrieval.fetch.pages import BODY, page
from tests.retrieval.fetch.serving import Reply, Site

if TYPE_CHECKING:
    import simcord

    from retrieval.library import Library
    from tests.e2e.discord.conftest import World


@pytest.fixture
def bot_settings(bot_settings: Settings) -> Settings:
    """Also lets the bot fetch from the publisher that stands on this machine."""
    fetch = FetchSettings.model_validate({"allow": "127.0.0.0/8", "delay_seconds": 0})
    return bot_settings.model_copy(update={"fetch": fetch})


async def _add(
    world: World, actor: simcord.MemberActor, name: str, raw: bytes, **options: object
) -> simcord.InteractionResult:
    return await actor.slash(world.channel, "add", file=(name, raw), **options)


async def _told(
    world: World, actor: simcord.MemberActor, name: str, raw: bytes, **options: object
) -> str:
    result = await _add(world, actor, name, raw, **options)
    assert result.ephemeral
    return text(shown(result))


async def test_an_added_text_is_asked_at_once(world: World, operator: simcord.MemberActor) -> None:
    before = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert "does not cover" in text(shown(before))
    told = await _told(world, operator, "mayor.md", STORY)
    assert "**Added**" in told
    assert "Mayor of Port Alder resigns" in told
    assert "mayor.md** (source not verified)" in told
    assert "2 paragraphs" in told
    after = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert "Says yes" in text(shown(after))
    assert "source not verified" in text(shown(after))


async def test_progress_is_shown_before_the_result(
    world: World, operator: simcord.MemberActor
) -> None:
    await _add(world, operator, "mayor.md", STORY)
    sent = [str(entry.json) for entry in world.env.http_requests]
    steps = ("Getting mayor.md", "Reading mayor.md", "**Added**")
    found = [next(n for n, body in enumerate(sent) if step in body) for step in steps]
    assert found == sorted(found)


async def test_the_text_can_be_read_from_the_result(
    world: World, operator: simcord.MemberActor
) -> None:
    result = shown(await _add(world, operator, "mayor.md", STORY))
    assert "resigned on Monday" in text(shown(await press(operator, result, "Read it")))


async def test_an_operator_may_say_who_published_it(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    told = await _told(world, operator, "mayor.md", STORY, source="The Port Alder News")
    assert "**The Port Alder News**" in told
    assert "not verified" not in told
    (row,) = held.articles(Filter(sources=("The Port Alder News",)))
    assert row.source.known


async def test_what_a_text_says_of_its_publisher_is_not_believed(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    forged = b"---\nsource: The Kyiv Independent\n---\n" + STORY
    told = await _told(world, operator, "forged.md", forged)
    assert "**The Kyiv Independent** (source not verified)" in told
    assert len(held.articles(Filter(sources=("kyiv-independent",)))) == 1


async def test_sources_to_vouch_for_are_offered_to_operators(
    world: World, operator: simcord.MemberActor
) -> None:
    offered = await operator.autocomplete(world.channel, "add", "source", "kyiv")
    assert [each["value"] for each in offered] == ["The Kyiv Independent"]
    everything = await operator.autocomplete(world.channel, "add", "source", "")
    assert len(everything) == 2, "not the two that nobody vouches for"
    assert await world.moderator.autocomplete(world.channel, "add", "source", "kyiv") == []


async def test_the_same_text_again(world: World, operator: simcord.MemberActor) -> None:
    await _add(world, operator, "mayor.md", STORY)
    assert "nothing changed" in await _told(world, operator, "mayor.md", STORY)
    assert "another copy" in await _told(world, operator, "other.md", STORY)
    assert len(world.bot.library.articles()) == 5


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00", "photo.png"),
        ("empty.txt", b" \n", "empty.txt"),
        ("../../etc/passwd", b"\x00\x01\x02", "passwd"),
    ],
)
async def test_what_is_no_article_is_refused_with_a_reason(
    world: World, operator: simcord.MemberActor, name: str, raw: bytes, why: str
) -> None:
    told = await _told(world, operator, name, raw)
    assert told.startswith("Not added: ")
    assert why in told
    assert len(world.bot.library.articles()) == 4


async def test_a_file_name_does_nothing(world: World, operator: simcord.MemberActor) -> None:
    told = await _told(world, operator, "@everyone_<@1>_**x**.md", STORY)
    assert "<@1>" not in told
    assert "**x**" not in told


async def test_a_file_that_is_too_large_is_not_fetched(
    world: World, operator: simcord.MemberActor
) -> None:
    world.bot.rooms.settings = world.bot.rooms.settings.model_copy(
        update={"ingest": IngestSettings(max_bytes=2000)}
    )
    told = await _told(world, operator, "big.txt", STORY * 20)
    assert "at most 2 kB" in told
    assert not any("Getting" in str(entry.json) for entry in world.env.http_requests)


async def test_a_file_that_discord_lost(
    world: World, operator: simcord.MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lost(_: discord.Attachment) -> bytes:
        response = type("Response", (), {"status": 404, "reason": "Not Found"})()
        raise discord.NotFound(response, "gone")

    monkeypatch.setattr(discord.Attachment, "read", lost)
    assert "attach it again" in await _told(world, operator, "mayor.md", STORY)


async def test_a_full_disk_is_told_calmly(
    world: World, operator: simcord.MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LibraryFullError("The disk is full: free some space.")

    monkeypatch.setattr(world.bot.library, "add_upload", full)
    told = await _told(world, operator, "mayor.md", STORY)
    assert "Traceback" not in told
    world.errors()


async def test_either_an_address_or_a_file(world: World, operator: simcord.MemberActor) -> None:
    both = await _told(world, operator, "mayor.md", STORY, address="https://alder.example/mayor")
    neither = text(shown(await operator.slash(world.channel, "add")))
    assert both == neither == "Please give either an address or a file."
    assert len(world.bot.library.articles()) == 4


async def test_an_address_is_fetched(
    world: World, operator: simcord.MemberActor, site: Site
) -> None:
    named = '<meta property="og:type" content="article"><meta property="og:site_name" content="{}">'
    body = page(*BODY, head=named.format("The Alder Gazette"))
    site.at["/strike"] = Reply(body, headers={"Content-Type": "text/html; charset=utf-8"})
    address = site.url("/strike", host=site.host)
    result = await operator.slash(world.channel, "add", address=f"<{address}>")
    told = text(shown(result))
    assert result.ephemeral
    assert "**Added**" in told
    assert "**The Alder Gazette** ·" in told
    sent = [str(entry.json) for entry in world.env.http_requests]
    assert any("Getting http" in body for body in sent)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://10.0.0.1/", "not an address", "https://user:pw@x.org/"],
)
async def test_what_is_not_to_be_fetched_is_refused(
    world: World, operator: simcord.MemberActor, address: str
) -> None:
    told = text(shown(await operator.slash(world.channel, "add", address=address)))
    assert told.startswith("Not added: ")
    assert "Traceback" not in told
    assert len(world.bot.library.articles()) == 4


async def test_who_manages_a_server_is_no_operator(world: World) -> None:
    assert "Only the operators" in await _told(world, world.moderator, "mayor.md", STORY)
    article = world.bot.library.articles()[0].ref.id
    refused = await world.moderator.slash(world.channel, "remove", article=article)
    assert "Only the operators" in text(shown(refused))
    assert await world.moderator.autocomplete(world.channel, "remove", "article", "") == []
    assert len(world.bot.library.articles()) == 4


async def test_where_nobody_is_an_operator_it_is_said_where_they_are_named(world: World) -> None:
    set_discord(world, operators=())
    told = await _told(world, world.moderator, "mayor.md", STORY)
    assert "WHOSAYS_DISCORD__OPERATORS" in told
    assert len(world.bot.library.articles()) == 4


async def test_members_do_not_see_the_operators_commands(world: World) -> None:
    assert not {"add", "remove"} & set(world.alice.available_commands(world.channel))


async def test_an_operator_may_use_a_direct_message(world: World) -> None:
    carol = world.env.create_user("carol")
    set_discord(world, operators=(carol.id,))
    result = await carol.slash("add", file=("mayor.md", STORY))
    assert "**Added**" in text(shown(result))
