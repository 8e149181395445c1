"""/ask and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from discord import app_commands

from bot.discord.cooldown import Cooldown
from config.serving import DiscordSettings
from tests.e2e.discord.asking import COUNTS, QUESTION, told
from tests.e2e.discord.conftest import buttons, links, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.discord.conftest import World


async def test_a_question_is_answered_in_the_channel(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert not result.response.ephemeral
    shown = text(result.response)
    assert shown.startswith(f"## {QUESTION}\n{COUNTS}")
    assert shown.index("Says yes") < shown.index("Says no")
    assert "opted not to extend congratulations" in shown
    assert all("#:~:text=" in link for link in links(result.response))
    assert {"By source", "Feedback", "Delete"} <= set(buttons(result.response))


async def test_an_open_question_has_accounts(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question="Who congratulated Trump?")
    assert result.response is not None
    assert "Says yes" not in text(result.response)
    assert "> " in text(result.response)


async def test_a_question_has_3_to_300_characters(world: World) -> None:
    command = world.bot.tree.get_command("ask")
    assert isinstance(command, app_commands.Command)
    question = command.get_parameter("question")
    assert question is not None
    assert (question.min_value, question.max_value) == (3, 300)
    asked = f"{QUESTION} {'Or not? ' * 40}"[:300]
    result = await world.alice.slash(world.channel, "ask", question=asked)
    assert result.response is not None
    assert text(result.response).startswith(f"## {asked.strip()}\n")


async def test_what_is_not_covered_is_said(world: World) -> None:
    question = "Did the volcano on Iceland erupt?"
    result = await world.alice.slash(world.channel, "ask", question=question)
    assert result.response is not None
    assert "The library does not cover this question." in text(result.response)
    assert "> " not in text(result.response)


@pytest.mark.parametrize(
    ("options", "limit"),
    [
        ({"source": "kyiv-independent"}, "The Kyiv Independent"),
        ({"since": "2024-11-07", "at": "2024-11-30"}, "since 7 November 2024 · as of 30 November"),
    ],
)
async def test_what_a_filter_leaves_is_not_the_library(
    world: World, options: dict[str, str], limit: str
) -> None:
    question = "Did the volcano on Iceland erupt?"
    result = await world.alice.slash(world.channel, "ask", question=question, **options)
    assert result.response is not None
    shown = text(result.response)
    assert "No article within these limits covers this question." in shown
    assert "does not cover" not in shown
    assert f"-# {limit}" in shown


async def test_in_a_server_that_hides_sources_nothing_is_said_of_them(world: World) -> None:
    await world.bot.servers.set(world.guild.id, hidden=("kyiv-independent",))
    question = "Did the volcano on Iceland erupt?"
    result = await world.alice.slash(world.channel, "ask", question=question)
    assert result.response is not None
    assert "No article within these limits" in text(result.response)
    assert "some sources are hidden on this server" in text(result.response)


async def test_only_one_source(world: World) -> None:
    result = await world.alice.slash(
        world.channel, "ask", question=QUESTION, source="kyiv-independent"
    )
    assert result.response is not None
    shown = text(result.response)
    assert "-# The Kyiv Independent" in shown
    assert "1 source says yes, 1 says no; 1 searched" in shown
    assert "India Blooms" not in shown


async def test_a_source_may_be_given_by_its_name(world: World) -> None:
    result = await world.alice.slash(
        world.channel, "ask", question=QUESTION, source="the kyiv independent"
    )
    assert result.response is not None
    assert "1 searched" in text(result.response)


async def test_a_source_that_is_not_held_is_refused(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, source="**Times**")
    assert "I have no source “\\*\\*Times\\*\\*” here" in told(result)


@pytest.mark.parametrize(
    ("days", "line"),
    [
        ({"since": "2024-11-07"}, "since 7 November 2024"),
        ({"until": "7 November 2024"}, "until 7 November 2024"),
        ({"since": "2024", "until": "November 2024"},
         "since 1 January 2024 · until 30 November 2024"),
        ({"at": "November 7, 2024"},
         "as of 7 November 2024: what had been published by then, in the version of then"),
    ],
)  # fmt: skip
async def test_days_confine_an_answer_and_are_shown(
    world: World, days: dict[str, str], line: str
) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, **days)
    assert result.response is not None
    assert f"-# {line}" in text(result.response)
    assert "The Kyiv Independent" in text(result.response)
    assert "003" not in text(result.response)


async def test_days_without_articles_are_not_covered(world: World) -> None:
    result = await world.alice.slash(
        world.channel, "ask", question=QUESTION, since="2024-11-08", until="31.12.2024"
    )
    assert result.response is not None
    assert "the library holds none within these limits" in text(result.response)


@pytest.mark.parametrize("day", ["soon", "11/07/2024", "*bold*", "7"])
async def test_what_is_no_day_is_refused(world: World, day: str) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, since=day)
    assert "please write it as 2024-11-07" in told(result)
    assert "*bold*" not in told(result)


async def test_crossed_days_are_refused(world: World) -> None:
    result = await world.alice.slash(
        world.channel, "ask", question=QUESTION, since="2024-11-08", until="2024-11-07"
    )
    assert "8 November 2024 is later than 7 November 2024" in told(result)


@pytest.mark.parametrize("question", ["And Lavrov?", "Putin?", "   ", "🙂🙂🙂", "What about him?"])
async def test_half_a_question_gets_a_request_for_a_whole_one(world: World, question: str) -> None:
    result = await world.alice.slash(world.channel, "ask", question=question)
    assert told(result).startswith("Each question stands alone here")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Putin congratulate Trump or did Lavrov?", "That is more than one question"),
        ("What about the election in May?", "That is a topic rather than a question"),
        ("Hat Putin Trump zum Sieg gratuliert?", "one that I read: English."),
    ],
)
async def test_what_is_not_one_question_says_what_it_is(
    world: World, question: str, sentence: str
) -> None:
    result = await world.alice.slash(world.channel, "ask", question=question)
    assert sentence in told(result)


async def test_a_question_like_markdown_is_shown_as_it_is(world: World) -> None:
    question = "Did **Putin** <@1> `congratulate` @everyone Trump?"
    result = await world.alice.slash(world.channel, "ask", question=question)
    assert result.response is not None
    heading = text(result.response).split("\n")[0]
    assert "**" not in heading
    assert "<@1>" not in heading


async def test_too_many_questions_in_a_minute_are_refused(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Cooldown(DiscordSettings(user_per_minute=1), lambda: 1.0)
    monkeypatch.setattr(world.bot.answering, "_cooldown", counting)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    again = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert told(again) == "You have asked a lot just now; please wait 60 seconds."
    other = await world.bob.slash(world.channel, "ask", question=QUESTION)
    assert other.response is not None
    assert COUNTS in text(other.response)


async def test_too_many_questions_of_a_server_are_refused(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Cooldown(DiscordSettings(server_per_minute=1), lambda: 1.0)
    monkeypatch.setattr(world.bot.answering, "_cooldown", counting)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    refused = await world.bob.slash(world.channel, "ask", question=QUESTION)
    assert told(refused).startswith("This server has asked a lot just now")


async def test_elsewhere_than_in_the_channels_of_the_server_it_says_where(world: World) -> None:
    await world.bot.servers.set(world.guild.id, channels=(str(world.channel.id),))
    other = world.guild.create_text_channel("other")
    refused = await world.alice.slash(other, "ask", question=QUESTION)
    assert told(refused) == f"Please ask me in <#{world.channel.id}>."
    answered = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert answered.response is not None
    assert COUNTS in text(answered.response)


async def test_hidden_sources_are_not_searched_and_it_is_said(world: World) -> None:
    await world.bot.servers.set(world.guild.id, hidden=("kyiv-independent",))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert "The Kyiv Independent" not in text(result.response)
    assert "-# some sources are hidden on this server" in text(result.response)
    named = await world.alice.slash(
        world.channel, "ask", question=QUESTION, source="kyiv-independent"
    )
    assert "I have no source" in told(named)


async def test_where_every_source_is_hidden_it_is_said(world: World) -> None:
    every = tuple(row.source.id for row in world.bot.library.sources())
    await world.bot.servers.set(world.guild.id, hidden=every)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert "hidden every source" in told(result)


async def test_passages_a_source_are_the_servers_choice(world: World) -> None:
    twice = []
    for per_source in (2, 1):
        await world.bot.servers.set(world.guild.id, per_source=per_source)
        result = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert result.response is not None
        twice.append("any plans by the president" in text(result.response))
    # What one source says no with for the second time.
    assert twice == [True, False]


async def test_asked_again_it_is_not_searched_again_until_an_article_comes(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    ask = world.bot.library.ask

    def counted(question: str, **options: object) -> object:
        asked.append(question)
        return ask(question, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(world.bot.library, "ask", counted)
    for member in (world.alice, world.bob):
        result = await member.slash(world.channel, "ask", question=QUESTION)
        assert result.response is not None
        assert COUNTS in text(result.response)
    assert len(asked) == 1
    file = tmp_path / "new.md"
    file.write_text(
        "# Putin congratulates Trump\n\nRussian President Vladimir Putin congratulated Donald "
        "Trump on his victory in the election, the Kremlin said on Thursday evening.\n"
    )
    (added,) = world.bot.library.add([file], source="Daily News")
    assert added.outcome == "added"
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert len(asked) == 2
    assert result.response is not None
    assert "Daily News" in text(result.response)
