"""The real command against publishers on loopback: add an address, follow a feed, be killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from config.settings import LibrarySettings, Settings
from retrieval.library import Library
from retrieval.model import Filter
from tests.retrieval.fetch.pages import BODY, page
from tests.retrieval.fetch.serving import Reply, Site
from tests.retrieval.follow.feeds import feed, story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Run

WAIT = 120
ALLOWED = {"WHOSAYS_FETCH__ALLOW": "127.0.0.1/32", "WHOSAYS_FETCH__DELAY_SECONDS": "0.05"}


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as serving:
        yield serving


@pytest.fixture
def library(tmp_path: Path) -> dict[str, str]:
    """Settings of a new library that may fetch from loopback."""
    return {
        **ALLOWED,
        "WHOSAYS_LIBRARY__PATH": str(tmp_path / "library"),
        "WHOSAYS_LIBRARY__SEEDS": "false",
    }


def test_an_address_is_added_and_asked(
    whosays: Callable[..., Run], library: dict[str, str], site: Site
) -> None:
    head = (
        '<meta property="og:type" content="article">'
        '<meta property="og:site_name" content="The Alder\x1b[31m Gazette">'
    )
    site.at["/strike"] = Reply(page(*BODY, head=head), headers={"Content-Type": "text/html"})
    address = site.url("/strike", host=site.host)
    told = whosays("add", address, "http://10.0.0.1/", **library)
    assert told.returncode == 2
    assert told.stderr.startswith("whosays: 10.0.0.1 is not fetched: it is not on the public")
    assert told.stderr.count("\n") == 1
    assert "12 paragraphs, no copy of another" in " ".join(told.stdout.split())
    assert "\x1b" not in told.stdout
    answer = json.loads(whosays("ask", "Will pier 7 open again?", "--json", **library).stdout)
    assert answer["covered"]
    site.at["/strike"] = Reply(
        page(*BODY[1:], "The union has since agreed to it.", head=head),
        headers={"Content-Type": "text/html"},
    )
    assert whosays("add", address, **library).stdout.startswith("updated: ")
    identifier = answer["positions"][0]["passages"][0]["article"]["id"]
    changed = whosays("show", identifier, "--diff", **library).stdout
    assert BODY[0] in " ".join(changed.replace("\n- ", "\n").split())
    assert BODY[1] not in " ".join(changed.split())
    assert "+ The union has since agreed to it." in changed
    shown = whosays("ask", "Has the union agreed to it?", **library).stdout
    assert "(updated " in " ".join(shown.split())


def test_without_leave_loopback_is_not_fetched(
    whosays: Callable[..., Run], library: dict[str, str], site: Site
) -> None:
    address = site.url("/", host=site.host)
    told = whosays("add", address, **{**library, "WHOSAYS_FETCH__ALLOW": ""})
    assert (told.returncode, told.stdout) == (2, "")
    assert "fetch.allow" in told.stderr
    assert site.heard == []


def test_following_goes_on_after_kill_9(
    whosays: Callable[..., Run],
    library: dict[str, str],
    environment: dict[str, str],
    home: Path,
    site: Site,
) -> None:
    names = [f"n{n}" for n in range(15)]
    site.at |= {"/feed": feed(site, *names)} | {f"/{name}": story(name) for name in names}
    told = whosays("follow", site.url("/feed", host=site.host), **library)
    assert (told.returncode, told.stderr) == (0, "")
    assert "15 articles listed" in " ".join(told.stdout.split())
    command = [sys.executable, "-m", "bot.cli", "follow", "--run"]

    @contextmanager
    def start() -> Iterator[subprocess.Popen[str]]:
        with subprocess.Popen(
            command, env={**environment, **library}, cwd=home, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            try:
                yield process
            finally:
                # A process that is left running would be waited for without end.
                process.kill()

    with start() as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.send_signal(signal.SIGKILL)
    path = Path(library["WHOSAYS_LIBRARY__PATH"])
    with start() as second:
        with Library.open(Settings(library=LibrarySettings(path=path, seeds=False))) as opened:
            deadline = time.monotonic() + WAIT
            while opened.count_articles(Filter()) < 15:
                assert time.monotonic() < deadline, "not all were added in time"
                time.sleep(0.05)
        second.send_signal(signal.SIGTERM)
        assert second.wait(WAIT) == 0
    assert len(json.loads(whosays("articles", "--json", **library).stdout)["articles"]) == 15
    again = [name for name in names if site.paths.count(f"/{name}") > 1]
    assert len(again) <= 1, "only what was on its way when it was killed is fetched again"
    assert "not ok  library" not in whosays("doctor", **library).stdout
    told = whosays("follows", "--json", **library)
    (followed,) = json.loads(told.stdout)["follows"]
    assert (followed["waiting"], followed["articles"]) == (0, 15)
