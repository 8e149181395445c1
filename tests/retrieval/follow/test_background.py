from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from retrieval.follow.background import following
from retrieval.follow.begin import begin
from tests.retrieval.follow.feeds import feed, story

if TYPE_CHECKING:
    import pytest

    from config.settings import Settings
    from retrieval.library import Library
    from tests.retrieval.fetch.serving import Site


def _threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "follower"]


def test_inside_the_block_it_is_followed(
    library: Library, following_settings: Settings, site: Site
) -> None:
    fetched = threading.Event()

    def page(_: object) -> object:
        fetched.set()
        return story("a")

    site.at |= {"/feed": feed(site, "a"), "/a": page}  # type: ignore[dict-item]
    begin(library, following_settings, site.url("/feed", host=site.host))
    with following(library, following_settings):
        assert fetched.wait(60)
    assert _threads() == []


def test_a_second_one_is_logged_and_hinders_nothing(
    library: Library, following_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with following(library, following_settings), caplog.at_level(logging.WARNING):
        with following(library, following_settings):
            assert len(_threads()) == 1
        assert "one is enough" in caplog.text
        assert len(_threads()) == 1


def test_where_it_is_switched_off_nothing_is_followed(
    library: Library, following_settings: Settings
) -> None:
    off = following_settings.follow.model_copy(update={"enabled": False})
    with following(library, following_settings.model_copy(update={"follow": off})):
        assert _threads() == []
