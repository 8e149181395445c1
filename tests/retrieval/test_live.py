"""A story told live, from its page to an answer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from retrieval.library import Library
from retrieval.store.admission import FILE
from tests.retrieval.ingest.test_live import IN_POSTS, page

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import Settings

ASKED = "Will pier 17 be closed until the crane is mended?"
AT = "2024-11-07T17:17:00+01:00"


def _posted(library: Library) -> set[str | None]:
    answer = library.ask(ASKED)
    return {
        each.posted
        for position in answer.positions
        for each in position.passages
        if "pier 17" in each.span.text
    }


def test_an_answer_has_the_posts_time(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "live.html"
    file.write_bytes(page(IN_POSTS))
    (added,) = library.add([file])
    assert added.article is not None
    assert _posted(library) == {AT}
    _, paragraphs = library.show(added.article.id)
    assert AT in {each.posted for each in paragraphs}


def test_a_library_from_before_gets_the_times_when_the_page_is_read_again(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "live.html"
    file.write_bytes(page(IN_POSTS))
    with Library.open(settings) as library:
        list(library.add([file]))
    with closing(sqlite3.connect(settings.library.path / FILE)) as held, held:
        held.execute("UPDATE paragraph SET posted = NULL")
    with Library.open(settings) as library:
        assert _posted(library) == {None}
        assert [each.outcome for each in library.add([file])] == ["updated"]
        assert [each.outcome for each in library.add([file])] == ["unchanged"]
        assert _posted(library) == {AT}
