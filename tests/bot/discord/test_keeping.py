"""Answers that the ledger cannot take for now: shown, found by buttons, and ended like others."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.discord import keeping
from bot.discord.failures import Refusal
from bot.discord.keeping import Keeping
from bot.metrics import Metrics
from retrieval.answered import Passage, Position, Span, Stance
from retrieval.errors import LibraryError, NotFoundError
from retrieval.model import Filter
from retrieval.store.ledger_records import Asked, Kept
from tests.bot.answers import POLAR, UNCOVERED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from retrieval.answered import Answer
    from retrieval.library import Library
    from retrieval.model import Article, Paragraph

KEPT_ID = "abcdef012345"


def asked(token: str = KEPT_ID, *, asker: str = "200", server: str | None = "100") -> Asked:
    return Asked(
        id=token,
        server=server,
        channel="300",
        asker=asker,
        question=UNCOVERED.question,
        where=Filter(),
        per_source=None,
        private=True,
        at=datetime.now(UTC).isoformat(),
        answer=UNCOVERED,
    )


@pytest.fixture
def kept(library: Library) -> Keeping:
    return Keeping(library, Metrics())


@pytest.fixture
def full(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger takes no question."""

    def refuse(**_: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(library.ledger, "note", refuse)


def quoting(article: Article, paragraphs: Sequence[Paragraph]) -> Answer:
    """An answer of the article's last paragraph, without asking a model."""
    last = paragraphs[-1]
    text = article.text[last.start : last.end]
    span = Span(last.start, last.end, text)
    passage = Passage(
        article.source, article.reference(), last.number, last.start, last.end, text, span
    )
    return replace(POLAR, positions=(Position(Stance.SUPPORTS, "Says yes", (passage,)),))


async def is_kept(there: Keeping, token: str = KEPT_ID) -> bool:
    try:
        return (await there.asked(token)).id == token
    except Refusal:
        return False


async def test_an_answer_is_kept_in_the_ledger_under_its_id(
    kept: Keeping, library: Library
) -> None:
    given = await kept.keep(asked())
    assert given.id == KEPT_ID
    assert library.ledger.asked(KEPT_ID) == given == await kept.asked(KEPT_ID)
    assert await kept.asker(KEPT_ID) == "200"


async def test_a_corrected_article_is_not_quoted_with_what_it_said(
    kept: Keeping, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "strike.txt"
    story = "Harbour strike ends\n\nThe strike in the harbour ended after nine days on Monday.\n"
    file.write_text(story, encoding="utf-8")
    (added,) = library.add([file])
    assert added.article is not None
    answer = quoting(*library.show(added.article.id))
    await kept.keep(replace(asked(), answer=answer))
    assert await is_kept(kept)
    file.write_text(story.replace("nine", "ten"), encoding="utf-8")
    assert [each.outcome for each in library.add([file])] == ["updated"]
    assert not await is_kept(kept)


@pytest.mark.usefixtures("full")
async def test_what_the_ledger_cannot_take_is_kept_in_memory(
    kept: Keeping, library: Library
) -> None:
    await kept.keep(asked())
    with pytest.raises(NotFoundError):
        library.ledger.asked(KEPT_ID)
    assert await is_kept(kept)
    assert await kept.asker(KEPT_ID) == "200"
    await kept.publish(await kept.asked(KEPT_ID))
    assert not (await kept.asked(KEPT_ID)).private
    await kept.forget(KEPT_ID)
    assert not await is_kept(kept)
    assert await kept.asker(KEPT_ID) is None


@pytest.mark.usefixtures("full")
async def test_a_person_sees_and_deletes_also_what_is_in_memory(kept: Keeping) -> None:
    await kept.keep(asked())
    await kept.keep(asked("0123456789ab", asker="201"))
    mine = await kept.kept("200")
    assert mine == Kept(1, 0, (await kept.asked(KEPT_ID)).at)
    assert await kept.forget_person("200") == mine
    assert await kept.kept("200") == Kept(0, 0, None)
    assert not await is_kept(kept)
    assert await is_kept(kept, "0123456789ab")


@pytest.mark.usefixtures("full")
async def test_what_is_in_memory_ends_with_its_server_and_by_age(kept: Keeping) -> None:
    await kept.keep(asked())
    await kept.keep(asked("0123456789ab", server=None))
    await kept.leave("100")
    assert not await is_kept(kept)
    await kept.expire(datetime.now(UTC) - timedelta(hours=1))
    assert await is_kept(kept, "0123456789ab")
    await kept.expire(datetime.now(UTC) + timedelta(seconds=1))
    assert not await is_kept(kept, "0123456789ab")


async def test_a_late_write_is_of_the_same_answer(
    kept: Keeping, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_PATIENCE", 0.01)
    held, done, note = threading.Event(), threading.Event(), library.ledger.note

    def late(**given: object) -> Asked:
        held.wait(timeout=30)
        try:
            return note(**given)  # type: ignore[arg-type]
        finally:
            done.set()

    monkeypatch.setattr(library.ledger, "note", late)
    await kept.keep(asked())
    assert await is_kept(kept)
    held.set()
    assert done.wait(timeout=30)
    assert library.ledger.asked(KEPT_ID).asker == "200"
    await kept.publish(await kept.asked(KEPT_ID))
    assert not library.ledger.asked(KEPT_ID).private
    await kept.forget(KEPT_ID)
    with pytest.raises(NotFoundError):
        library.ledger.asked(KEPT_ID)
    assert not await is_kept(kept)
