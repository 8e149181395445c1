"""Files that an answer is written to: refused before anything is asked, untouched until then."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.files import tell_written, writable
from retrieval.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.cli.conftest import FakeLibrary, Told


def unwritable() -> list[Path]:
    """Where nobody can make a file, whoever they are."""
    found = [Path("a" * 300), Path("b" * 300) / "page"]
    return found + ([Path("/proc/self/page")] if Path("/proc/self").is_dir() else [])


@pytest.mark.parametrize("place", unwritable())
@pytest.mark.parametrize(("option", "ending"), [("--html", ".html"), ("--picture", ".svg")])
def test_where_no_file_can_be_made_nothing_is_asked(
    tell: Callable[..., Told], fake: FakeLibrary, place: Path, option: str, ending: str
) -> None:
    code, out, err = tell("ask", option, f"{place}{ending}", "the bridge")
    assert (code, out, fake.asked) == (2, "", [])
    assert err.startswith(f"whosays: Cannot write {place}{ending}: ")
    assert err.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes to read-only folders")
def test_a_read_only_folder_and_file_are_refused_before(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    (tmp_path / "closed").mkdir(mode=0o555)
    (tmp_path / "mine.html").write_text("mine")
    (tmp_path / "mine.html").chmod(0o444)
    for words in (("closed/page.html",), ("mine.html", "--force")):
        code, out, err = tell("ask", "--html", *words, "the bridge")
        assert (code, out, fake.asked) == (2, "", [])
        assert err == f"whosays: Cannot write {words[0]}: Permission denied.\n"


def test_looking_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "held").write_text("mine")
    (tmp_path / "empty").touch()
    (tmp_path / "to-nowhere").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(each.name for each in tmp_path.iterdir())
    for name in ("held", "empty", "to-nowhere", "pipe", "new"):
        writable(tmp_path / name, "--html", force=True)
    assert sorted(each.name for each in tmp_path.iterdir()) == before
    assert (tmp_path / "held").read_text() == "mine"
    assert (tmp_path / "to-nowhere").is_symlink()
    with pytest.raises(InputError, match="is there already"):
        writable(tmp_path / "held", "--html", force=False)


def test_on_a_terminal_it_is_said_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_written(tmp_path / "a.html")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    tell_written(tmp_path / "a.html")
    assert capsys.readouterr().err == f"Wrote {tmp_path / 'a.html'}.\n"
