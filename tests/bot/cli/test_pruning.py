"""`whosays prune`, `pin`, `unpin` and `pins`, on a library that is real."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.cli import opening
from bot.cli.pruning import sentence
from retrieval.errors import LibraryFullError
from retrieval.follow.lock import only_one
from retrieval.library import Library
from retrieval.pruning import Pruned, Pruning
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from config.settings import Settings
    from tests.bot.cli.conftest import Told


@pytest.fixture
def real(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The library that the command opens, with one old article and a young one."""
    monkeypatch.setenv("WHOSAYS_LIBRARY__PATH", str(settings.library.path))
    monkeypatch.setenv("WHOSAYS_LIBRARY__SEEDS", "false")
    monkeypatch.setattr(
        opening, "open_library", lambda chosen, _, **__: Library.open(chosen, create=False)
    )
    with Library.open(settings) as library:
        texts = ["Long ago. " * 9000, "And since."]
        old = entry("a1", texts, title="Old \x1b[31mnews", published="2001-01-01")
        library._catalogue.add([old, entry("b1", published="9000-01-01")], encoder="e")
        yield library


def ids(library: Library) -> list[str]:
    return [row.ref.id for row in library.articles()]


def test_without_a_number_of_days_nothing_goes(tell: Callable[..., Told], real: Library) -> None:
    code, out, err = tell("prune")
    assert (code, out) == (2, "")
    assert "--keep-days N" in err
    assert "WHOSAYS_LIBRARY__KEEP_DAYS" in err
    assert tell("prune", "--keep-days", "0")[0] == 2
    assert len(ids(real)) == 2


def test_what_would_go_is_said_and_nothing_is_done(
    tell: Callable[..., Told], real: Library
) -> None:
    code, out, err = tell("prune", "--keep-days", "30", "--dry-run")
    assert (code, err) == (0, "")
    assert " ".join(out.split()).startswith("Would remove 1 article from before ")
    assert out.strip().endswith("(2 paragraphs).")
    assert len(ids(real)) == 2


def test_what_went_is_said_and_the_option_goes_before_the_setting(
    tell: Callable[..., Told], real: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_LIBRARY__KEEP_DAYS", "30")
    assert tell("prune", "--keep-days", "36500")[1].startswith("Removed 0 articles from before ")
    assert len(ids(real)) == 2
    code, out, err = tell("prune")
    assert (code, err) == (0, "")
    assert out.startswith("Removed 1 article from before ")
    assert ids(real) == ["b1"]


def test_as_json(tell: Callable[..., Told], real: Library) -> None:
    told = json.loads(tell("prune", "--keep-days", "30", "--json")[1])
    assert told["schema"] == 1
    pruned = told["prune"]
    assert pruned.pop("freed_bytes") > 0
    assert len(pruned.pop("before")) == len("2026-11-26")
    assert pruned == {
        "keep_days": 30,
        "dry_run": False,
        "articles": 1,
        "paragraphs": 2,
        "stay": {"pinned": 0, "watches": 0, "answers": 0},
    }


def test_what_is_pinned_stays(tell: Callable[..., Told], real: Library) -> None:
    assert tell("pins")[1] == "No article is pinned.\n"
    assert tell("pin", "a") == (0, "Pinned: a1 “Old ⟨U+001B⟩[31mnews”.\n", "")
    assert tell("pin", "a1")[1].startswith("Pinned already: a1")
    listed = tell("pins")[1]
    assert "Old ⟨U+001B⟩[31mnews" in listed
    assert "1 January 2001" in listed
    assert [each["id"] for each in json.loads(tell("pins", "--json")[1])["pins"]] == ["a1"]
    out = " ".join(tell("prune", "--keep-days", "30")[1].split())
    assert out.endswith("; 1 older one stays: 1 pinned by the operator.")
    assert ids(real) == ["b1", "a1"]
    assert tell("unpin", "a1")[1].startswith("No longer pinned: a1")
    assert tell("unpin", "a1")[1].startswith("Not pinned: a1")
    tell("prune", "--keep-days", "30")
    assert ids(real) == ["b1"]


def test_what_is_not_held_cannot_be_pinned(tell: Callable[..., Told], real: Library) -> None:
    code, out, err = tell("pin", "nothing")
    assert (code, out) == (2, "")
    assert "There is no article 'nothing'" in err
    assert real.pins.all() == []


def test_where_another_process_prunes_it_says_so(tell: Callable[..., Told], real: Library) -> None:
    release = only_one(real.folder, "prune.lock", "prunes")
    code, _, err = tell("prune", "--keep-days", "30")
    release()
    assert code == 1
    assert "Another process prunes" in err
    assert len(ids(real)) == 2


def test_a_file_that_cannot_be_made_smaller_is_no_failure(
    tell: Callable[..., Told], real: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Pruning) -> int:
        raise LibraryFullError("The disk is full: free some space.")

    monkeypatch.setattr(Pruning, "remake", full)
    code, out, err = tell("prune", "--keep-days", "30")
    assert code == 0
    assert out.startswith("Removed 1 article")
    assert err == "whosays: The file keeps its size for now. The disk is full: free some space.\n"
    assert ids(real) == ["b1"]


def test_all_of_it_is_one_sentence() -> None:
    told = Pruned("2026-10-27", 1234, 56_789, 123_456_789)
    told.stay.update({"answers": 3, "pinned": 1, "watches": 1200})
    assert sentence(told, dry_run=False) == (
        "Removed 1,234 articles from before 27 October 2026 (56,789 paragraphs, 123.5 MB given "
        "back); 1,204 older ones stay: 1 pinned by the operator, 1,200 needed by watches, "
        "3 shown by kept answers."
    )
