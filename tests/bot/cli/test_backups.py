"""`whosays backup` and `restore`, on a small library that is real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from retrieval.store.admission import FILE
from retrieval.store.catalogue import Catalogue
from tests.retrieval.store.entries import entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bot.cli.conftest import Told


def held(folder: Path) -> set[str]:
    with Catalogue.open(folder) as catalogue:
        return {row.ref.id for row in catalogue.articles()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHOSAYS_LIBRARY__PATH", str(tmp_path / "library"))
    with Catalogue.open(tmp_path / "library") as catalogue:
        catalogue.add([entry("a1")], encoder="e")
    return tmp_path / "library"


def test_a_library_goes_into_a_file_and_comes_back(
    tell: Callable[..., Told], folder: Path, tmp_path: Path
) -> None:
    code, out, err = tell("backup", "saved.zip")
    assert (code, err) == (0, "")
    assert out == "Backed up 1 article of 1 source to saved.zip, 0.0 MB.\n"
    code, out, err = tell("restore", "saved.zip", "--library", str(tmp_path / "new"))
    assert (code, err) == (0, "")
    assert out.startswith("Restored 1 article of 1 source, as of 20")
    assert held(tmp_path / "new") == held(folder) == {"a1"}


def test_the_library_is_only_replaced_after_a_yes(
    tell: Callable[..., Told], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("backup", "saved.zip")
    with Catalogue.open(folder) as catalogue:
        catalogue.add([entry("later")], encoder="e")
    code, out, err = tell("restore", "saved.zip")
    assert (code, out) == (2, "")
    assert "say --yes where nobody can be asked" in err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    asked: list[str] = []

    def no(question: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(typer, "confirm", no)
    assert tell("restore", "saved.zip") == (0, "", "")
    assert asked == [f"Replace the library at {folder}?"]
    assert held(folder) == {"a1", "later"}
    monkeypatch.setattr(typer, "confirm", lambda _: True)
    assert tell("restore", "saved.zip")[0] == 0
    assert held(folder) == {"a1"}


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("backup", "there.zip"), 2, "there.zip is there already: choose another name"),
        (("backup", "none/b.zip"), 1, "The backup cannot be written to none/b.zip: No such file"),
        (("backup", "b.zip", "--library", "none"), 2, "There is no library at none"),
        (("restore", "there.zip", "--yes"), 2, "there.zip is not a backup of a library"),
        (("restore", "none.zip", "--yes"), 2, "Cannot read none.zip: No such file or directory."),
        # Before anybody is asked, or told of --yes.
        (("restore", "there.zip"), 2, "there.zip is not a backup of a library"),
        (("restore", "none.zip"), 2, "Cannot read none.zip: No such file or directory."),
    ],
)
def test_what_cannot_be_done_is_one_line(
    tell: Callable[..., Told],
    folder: Path,
    tmp_path: Path,
    words: tuple[str, ...],
    code: int,
    error: str,
) -> None:
    (tmp_path / "there.zip").write_text("mine")
    before = (folder / FILE).read_bytes()
    told = tell(*words)
    assert told[:2] == (code, "")
    assert told[2].startswith(f"whosays: {error}")
    assert told[2].count("\n") == 1
    assert (folder / FILE).read_bytes() == before


def test_a_library_in_use_is_not_replaced(tell: Callable[..., Told], folder: Path) -> None:
    tell("backup", "saved.zip")
    with Catalogue.open(folder) as catalogue:
        code, out, err = tell("restore", "saved.zip", "--yes")
        assert (code, out) == (1, "")
        assert "is in use and was left as it is: stop the bot and every other whosays" in err
        assert catalogue.check() == []
