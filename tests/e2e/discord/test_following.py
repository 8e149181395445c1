"""/follow, /unfollow and /follows: operators alone say what is followed, and see how that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.coverage import FetchSettings
from tests.e2e.discord.conftest import text
from tests.e2e.discord.lists import press, shown
from tests.retrieval.fetch.serving import Reply, Site

if TYPE_CHECKING:
    import simcord

    from config.settings import Settings
    from retrieval.library import Library
    from tests.e2e.discord.conftest import World

FEED = (
    b"<rss version='2.0'><channel><title>Alder *Gazette*</title>"
    b"<item><link>%s</link></item></channel></rss>"
)


@pytest.fixture
def bot_settings(bot_settings: Settings) -> Settings:
    """Also lets the bot fetch from the publisher that stands on this machine."""
    fetch = FetchSettings.model_validate({"allow": "127.0.0.0/8", "delay_seconds": 0})
    return bot_settings.model_copy(update={"fetch": fetch})


def serve_feed(site: Site, path: str = "/feed") -> str:
    """A feed of one article on the site; its address."""
    body = FEED % site.url("/story", host=site.host).encode()
    site.at[path] = Reply(body, headers={"Content-Type": "application/rss+xml"})
    return site.url(path, host=site.host)


async def _told(world: World, actor: simcord.MemberActor, command: str, **options: object) -> str:
    result = await actor.slash(world.channel, command, **options)
    assert result.ephemeral
    return text(shown(result))


async def test_a_feed_is_followed_listed_and_followed_no_more(
    world: World, operator: simcord.MemberActor, site: Site, held: Library
) -> None:
    address = serve_feed(site)
    assert await _told(world, operator, "follows") == "Nothing is followed."
    told = await _told(world, operator, "follow", address=f"<{address}>")
    # What a feed calls itself formats nothing.
    assert "Followed from now on: **Alder \\*Gazette\\***" in told
    assert "1 article is listed there now." in told
    told = await _told(world, operator, "follow", address=address)
    assert "Followed already: **Alder \\*Gazette\\***" in told
    assert "from now on" not in told
    assert [row.followed.address for row in held.following.all()] == [address]
    paused = held.following.all()[0].followed.id
    held.following.failed(paused, now=1.0, due=2.0, reason="It is away.", paused=True)
    assert "Followed again: **Alder" in await _told(world, operator, "follow", address=address)
    listed = await _told(world, operator, "follows")
    assert "not read yet" in listed
    (choice,) = await operator.autocomplete(world.channel, "unfollow", "address", "gazette")
    assert choice["value"] == address
    told = await _told(world, operator, "unfollow", address=address)
    assert told.startswith("No longer followed: **Alder")
    assert held.following.all() == []


@pytest.mark.parametrize("place", ["/etc", "~/news", "file:///etc", "10.0.0.1", "no feed here"])
async def test_no_folder_of_the_machine_and_no_inside_of_its_network_is_followed(
    world: World, operator: simcord.MemberActor, held: Library, place: str
) -> None:
    told = await _told(world, operator, "follow", address=place)
    assert "Followed" not in told
    assert "Traceback" not in told
    assert held.following.all() == []


async def test_what_is_not_followed_cannot_be_ended(
    world: World, operator: simcord.MemberActor
) -> None:
    told = await _told(world, operator, "unfollow", address="https://nobody.example/feed")
    assert told.startswith("Not followed: https\\://nobody\\.example/feed.")


async def test_what_the_list_calls_it_ends_it_unless_two_are_called_so(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    for site in "ab":
        held.following.follow(
            f"https://{site}.example/feed", kind="feed", title="News", now=0.0, interval=600.0
        )
    assert (await _told(world, operator, "unfollow", address="News")).startswith("Not followed")
    await _told(world, operator, "unfollow", address="https://a.example/feed")
    told = await _told(world, operator, "unfollow", address=" news ")
    assert told.startswith("No longer followed: **News**, https\\://b\\.example/feed")
    assert held.following.all() == []


async def test_a_feed_without_articles_and_a_site_that_is_not_there_are_said_to_be(
    world: World, operator: simcord.MemberActor, site: Site, held: Library
) -> None:
    site.at["/quiet"] = Reply(
        b"<rss version='2.0'><channel><title>Quiet</title></channel></rss>",
        headers={"Content-Type": "application/rss+xml"},
    )
    told = await _told(world, operator, "follow", address=site.url("/quiet", host=site.host))
    assert told.endswith("No article is listed there now.")
    told = await _told(world, operator, "follow", address="http://127.0.0.1:1/feed")
    assert "\n" not in told
    assert "(http\\://127.0.0.1\\:1/robots.txt cannot be fetched" in told
    assert len(held.following.all()) == 1


async def test_nobody_else_may_say_or_see_what_is_followed(world: World, held: Library) -> None:
    for command, options in (
        ("follow", {"address": "https://a.example/feed"}),
        ("unfollow", {"address": "https://a.example/feed"}),
        ("follows", {}),
    ):
        assert "Only the operators" in await _told(world, world.moderator, command, **options)
    assert await world.moderator.autocomplete(world.channel, "unfollow", "address", "") == []
    commands = {"follow", "unfollow", "follows"}
    assert not commands & set(world.alice.available_commands(world.channel))
    assert held.following.all() == []


async def test_many_are_listed_page_by_page(
    world: World, operator: simcord.MemberActor, held: Library
) -> None:
    for number in range(20):
        held.following.follow(
            f"https://a{number:02}.example/feed", kind="feed", title=None, now=0.0, interval=600.0
        )
    first = shown(await operator.slash(world.channel, "follows"))
    assert "a00\\.example" in text(first)
    assert "a19\\.example" not in text(first)
    last = first
    for _ in range(2):
        last = shown(await press(operator, last, "Next"))
    assert "a19\\.example" in text(last)
    assert "Page 3 of 3" in text(last)
