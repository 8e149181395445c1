"""The buttons under an answer: arrangement, paragraphs, sharing, restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.asking import COUNTS, GALLERY, QUESTION, ask, menu, told
from tests.e2e.discord.conftest import buttons, components, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.discord.conftest import World


async def test_by_source_and_back(world: World) -> None:
    answer = await ask(world)
    before = text(answer)
    turned = await world.alice.click(answer, label="By source")
    assert turned.response is None or turned.response.id == answer.id
    headings = [line for line in text(answer).split("\n") if line.startswith("### ")]
    assert any("The Kyiv Independent" in heading for heading in headings)
    assert "By position" in buttons(answer)
    await world.alice.click(answer, label="By position")
    assert text(answer) == before


async def test_over_time_and_back(world: World) -> None:
    answer = await ask(world)
    before = text(answer)
    await world.alice.click(answer, label="Over time")
    assert "7 Nov 2024, 09\\:46 · first report" in text(answer)
    assert "7 Nov 2024, 09\\:46 · first denial" in text(answer)
    assert "Says no – date not known" in text(answer)
    await world.alice.click(answer, label="By position")
    assert text(answer) == before


async def test_the_picture_comes_with_its_words_for_who_asked_for_it_alone(world: World) -> None:
    answer = await ask(world)
    before = text(answer)
    result = await world.bob.click(answer, label="Picture")
    shown = result.response
    assert shown is not None
    assert shown.ephemeral
    assert text(answer) == before
    (gallery,) = [each for each in components(shown) if each["type"] == GALLERY]
    (item,) = gallery["items"]
    assert item["description"].startswith(f"Who said what when: {QUESTION}\nCircle: Says yes\n")
    assert "The Kyiv Independent: 7 Nov 2024, 09:46 – Says yes" in item["description"]
    assert "Lean on Dmitry Peskov: " in item["description"]


async def test_an_answer_of_an_earlier_day_keeps_its_buttons_when_its_article_is_changed(
    world: World, tmp_path: Path
) -> None:
    file = tmp_path / "strike.md"

    def write(said: str, *dates: str) -> None:
        file.write_text(
            "\n".join(("---", "title: Strike at Alder", *dates, "---", "", said)), encoding="utf-8"
        )
        for added in world.bot.library.add([file], source="Alder Post"):
            assert added.outcome in ("added", "updated"), added

    write("The dockers of Port Alder went on strike, their union said.", "date: 2024-11-06")
    question = "Did the dockers of Port Alder go on strike?"
    answer = await ask(world, question, at="2024-11-07")
    now = await ask(world, question)
    assert "went on strike" in text(answer)
    write("There is no strike of dockers at Port Alder.", "date: 2024-11-06", "updated: 2024-11-08")
    await world.alice.click(answer, label="Over time")
    assert "went on strike" in text(answer)
    await world.alice.click(now, label="Over time")
    assert "went on strike" in text(now), "what was not pressed successfully stays as it was"
    again = await ask(world, question, at="2024-11-07")
    assert "went on strike" in text(again)
    assert "as of 7 November 2024" in text(again)


async def test_a_whole_paragraph_is_shown_to_who_asked_for_it(world: World) -> None:
    answer = await ask(world)
    result = await world.bob.select(answer, ["0"], custom_id=menu(answer, "full"))
    assert result.response is not None
    assert result.response.ephemeral
    assert "Russian President Vladimir Putin" in text(result.response)
    assert "congratulated" in text(result.response)
    assert text(answer).startswith(f"## {QUESTION}")


async def test_buttons_work_after_a_restart(world: World) -> None:
    answer = await ask(world)
    await world.restart()
    await world.alice.click(answer, label="By source")
    assert "By position" in buttons(answer)
    result = await world.bob.select(answer, ["3"], custom_id=menu(answer, "full"))
    assert result.response is not None
    assert "Peskov" in text(result.response)
    deleted = await world.alice.click(answer, label="Delete")
    assert deleted.acknowledged
    assert world.channel.history() == []


async def test_a_private_answer_is_shared_by_a_button_once(world: World) -> None:
    answer = await ask(world, private=True)
    assert answer.ephemeral
    assert world.channel.history(viewer=world.bob) == []
    await world.alice.click(answer, label="Share in channel")
    (shared,) = world.channel.history(viewer=world.bob)
    assert COUNTS in text(shared)
    assert "Share in channel" not in buttons(shared)
    assert "Share in channel" not in buttons(answer)
    assert await world.bob.autocomplete(world.channel, "ask", "question", "congratulate t")
    await world.alice.click(shared, label="By source")
    assert "By position" in buttons(world.channel.history()[-1])


async def test_private_can_be_the_servers_habit(world: World) -> None:
    await world.bot.servers.set(world.guild.id, private=True)
    assert (await ask(world)).ephemeral
    assert not (await ask(world, private=False)).ephemeral


async def test_a_button_of_an_answer_that_is_not_kept_any_more_says_so(world: World) -> None:
    answer = await ask(world)
    world.bot.ledger.forget(str(world.alice.id))
    refused = await world.alice.click(answer, label="By source")
    assert "not kept any more" in told(refused)
    assert text(answer).startswith(f"## {QUESTION}")
    await world.alice.click(answer, label="Delete")
    assert world.channel.history() == []


async def test_where_an_article_is_gone_the_buttons_say_so(world: World) -> None:
    answer = await ask(world)
    row = next(
        each for each in world.bot.library.articles() if each.source.name.startswith("India")
    )
    world.bot.library.remove(row.ref.id)
    for refused in (
        await world.alice.click(answer, label="By source"),
        await world.bob.select(answer, ["0"], custom_id=menu(answer, "full")),
    ):
        assert "not kept any more" in told(refused)


async def test_what_a_button_says_may_be_forged(world: World) -> None:
    answer = await ask(world)
    token = menu(answer, "full").split(":")[2]
    for custom_id in (
        f"whosays:page:{token}:position,999,n",
        f"whosays:page:{token}:nowhere,x",
        "whosays:page:aaaaaaaaaaaa:position,1",
        f"whosays:full:{token}:999,999,n",
        f"whosays:view:{token}:",
        "whosays:unknown::",
    ):
        forged = world.env.backend.get_message(world.channel.id, answer.id)
        forged.components[-1]["components"][0]["custom_id"] = custom_id
        await world.alice.click(answer, custom_id=custom_id)
    assert world.channel.history()


async def test_the_answer_to_a_mention_is_turned_by_who_asked(world: World) -> None:
    assert world.bot.user is not None
    await world.alice.send(world.channel, f"{world.bot.user.mention} {QUESTION}")
    answer = world.channel.history()[-1]
    own = await world.bob.click(answer, label="By source")
    assert own.response is not None
    assert own.response.ephemeral
    assert "By source" in buttons(world.channel.history()[-1])
    await world.alice.click(answer, label="By source")
    assert "By position" in buttons(world.channel.history()[-1])
