"""`whosays add`, `remove`, `reindex` and `doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from bot.cli import opening
from bot.render.timing import day
from retrieval.adding import Added
from retrieval.errors import LibraryError
from retrieval.health import Finding
from retrieval.store.records import ArticleRow
from tests.bot.answers import BRIDGE, NORTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bot.cli.conftest import FakeLibrary, Told


def test_each_file_that_is_added_is_a_line(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    fake.added = [
        Added(Path("a.txt"), "added", BRIDGE, NORTH, 7),
        Added(Path("b\x1b.txt"), "copy", BRIDGE, NORTH, 7),
    ]
    code, out, err = tell("add", str(tmp_path))
    assert (code, err) == (0, "")
    lines = " ".join(out.split())
    assert "added: a1b2c3 “Bridge to open in June, ministry says”, The North Post, 7 para" in lines
    assert "copy: b⟨U+001B⟩.txt is a copy of a1b2c3" in lines


def test_a_refused_file_is_bad_input_but_the_others_are_kept(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    fake.added = [
        Added(Path("x"), "refused", reason="The file x is empty."),
        Added(Path("a.txt"), "added", BRIDGE, NORTH, 7),
    ]
    code, out, err = tell("add", str(tmp_path))
    assert code == 2
    assert out.startswith("added: ")
    assert err == "whosays: The file x is empty.\n"


def test_a_path_that_is_not_there_is_bad_input(tell: Callable[..., Told]) -> None:
    assert tell("add", "nofile") == (2, "", "whosays: There is no file or folder nofile.\n")


def test_a_name_that_no_file_can_have_is_bad_input(tell: Callable[..., Told]) -> None:
    code, _, err = tell("add", "a" * 5000)
    assert (code, err.startswith("whosays: There is no file or folder aaa")) == (2, True)


def test_an_address_without_its_beginning_is_told_what_it_lacks(tell: Callable[..., Told]) -> None:
    _, _, err = tell("add", "www.north.example/bridge")
    assert "an address begins with https://, as https://www.north.example/bridge" in err
    assert "as https://north.example." in tell("add", "north.example")[2]
    assert "https" not in tell("add", "notes/bridge.txt")[2]
    assert "https" not in tell("add", "bridge.md")[2]


def test_what_is_kept_is_said_where_adding_is_interrupted(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = [Added(Path("a.txt"), "added", BRIDGE, NORTH, 7)]

    def add(*_: object, **__: object) -> Iterator[Added]:
        yield from outcomes
        raise KeyboardInterrupt

    monkeypatch.setattr(fake, "add", add)
    code, out, err = tell("add", str(tmp_path))
    assert (code, out.count("added: ")) == (130, 1)
    kept = "In all 1 article: 1 added. The same command goes on with the rest."
    assert err == f"whosays: Interrupted. {kept}\n"
    outcomes.clear()
    assert "Interrupted. Nothing was added. " in tell("add", str(tmp_path))[2]


def test_what_a_folder_holds_besides_is_told(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.docx", "c.jpg", "d.png", "e.csv", "f.json", "g\x1b.zip"):
        (tmp_path / name).write_text("The ferry left.")
    fake.added = [Added(Path("a.txt"), "added", BRIDGE, NORTH, 7)]
    code, out, err = tell("add", str(tmp_path))
    assert (code, err) == (0, "")
    assert "Passed over 6 files that end in none of .txt " in out
    assert "b.docx, c.jpg, d.png, e.csv, f.json and 1 more." in " ".join(out.split())


def test_files_of_one_name_are_told_apart(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.csv").write_text("1,2")
    fake.added = [Added(Path("a.txt"), "added", BRIDGE, NORTH, 7)]
    told = " ".join(tell("add", str(tmp_path))[1].split())
    assert f"{Path('north', 'a.csv')}, {Path('south', 'a.csv')}." in told


@pytest.mark.parametrize("name", ["", " "])
def test_a_place_without_a_name_is_not_the_current_folder(
    tell: Callable[..., Told], fake: FakeLibrary, name: str
) -> None:
    fake.added = [Added(Path("a.txt"), "added", BRIDGE, NORTH, 7)]
    code, out, err = tell("add", name)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_an_address_is_a_line_with_what_was_understood(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    address = "https://north.example/bridge"
    fake.added = [Added(Path("a.txt"), "added", BRIDGE, NORTH, 7)]
    fake.arrived = [
        Added(None, "added", BRIDGE, NORTH, 7, url=address),
        Added(None, "copy", BRIDGE, NORTH, 7, url="https://x.example/\x1b[31m"),
        Added(None, "refused", reason="It is a video.", url=address),
    ]
    code, out, err = tell("add", "--source", "North", str(tmp_path), address)
    assert (code, err) == (2, "whosays: It is a video.\n")
    assert fake.fetched == [((address,), "North")]
    lines = " ".join(out.split())
    assert "The North Post, 7 paragraphs" in lines
    assert f"The North Post, {day(BRIDGE.published)}, 7 paragraphs, no copy of another" in lines
    assert "copy: https://x.example/⟨U+001B⟩[31m is a copy of a1b2c3" in lines


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://x.example/a", "HTTPS://x.example"]
)
def test_whatever_has_a_scheme_is_an_address_and_no_file(
    tell: Callable[..., Told], fake: FakeLibrary, address: str
) -> None:
    assert tell("add", address)[0] == 0
    assert fake.fetched == [((address,), None)]


def test_nothing_is_removed_where_nobody_can_be_asked(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    code, _, err = tell("remove", "a1b2c3")
    assert code == 2
    assert "--yes" in err
    assert fake.removed == []


@pytest.mark.parametrize("words", [("zzzz",), ("--source", "nobody")])
@pytest.mark.parametrize("typed", [False, True])
def test_what_is_not_there_is_said_before_anybody_is_asked(
    tell: Callable[..., Told],
    fake: FakeLibrary,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    *,
    typed: bool,
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: typed, raising=False)
    code, out, err = tell("remove", *words)
    assert (code, out) == (2, "")
    assert err.startswith("whosays: There is no ")
    assert "--yes" not in err
    assert fake.removed == []


def test_yes_removes_without_asking(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    code, out, _ = tell("remove", "a1b2c3", "--yes")
    assert code == 0
    assert out == "Removed a1b2c3 “Bridge to ⟨U+001B⟩[31mopen”.\n"
    assert fake.removed == ["a1b2c3"]


def test_a_no_removes_nothing(
    tell: Callable[..., Told], fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(typer, "confirm", lambda _: False)
    assert tell("remove", "a1b2c3")[:2] == (0, "")
    assert fake.removed == []


def test_all_articles_of_a_source_are_removed_once_that_is_sure(
    tell: Callable[..., Told], fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tell("remove", "--source", "north")[0] == 2
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    asked: list[str] = []
    monkeypatch.setattr(typer, "confirm", asked.append)
    assert tell("remove", "--source", "north")[:2] == (0, "")
    assert asked == ["Remove 1 article of The North Post?"]
    assert fake.removed == []
    told = tell("remove", "--source", "north", "--yes")
    assert told == (0, "Removed 1 article of The North Post.\n", "")
    assert fake.removed == ["all of north"]


def test_of_a_part_of_a_name_nothing_is_removed_unasked(
    tell: Callable[..., Told], fake: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [ArticleRow(BRIDGE, NORTH, 2)]
    monkeypatch.setattr(fake, "_rows", lambda _: rows)
    code, out, err = tell("remove", "--source", "post", "--yes")
    assert (code, out, fake.removed) == (2, "", [])
    assert err == (
        "whosays: 'post' is not all of the name of The North Post: with --yes give that, "
        "or its id north.\n"
    )
    assert tell("remove", "--source", " the north POST", "--yes")[0] == 0
    assert fake.removed == ["all of north"]


@pytest.mark.parametrize("words", [(), ("a1b2c3", "--source", "north")])
def test_what_to_remove_is_said_once(
    tell: Callable[..., Told], fake: FakeLibrary, words: tuple[str, ...]
) -> None:
    code, _, err = tell("remove", *words, "--yes")
    assert (code, err.count("\n")) == (2, 1)
    assert fake.removed == []


def test_several_files_end_with_a_total(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    fake.added = [
        *[Added(Path(f"{n}.txt"), "added", BRIDGE, NORTH, 7) for n in range(3)],
        Added(Path("b.txt"), "copy", BRIDGE, NORTH, 7),
        Added(Path("c.txt"), "updated", BRIDGE, NORTH, 7),
        Added(Path("x"), "refused", reason="The file x is empty."),
    ]
    out = tell("add", str(tmp_path))[1]
    assert out.endswith("\nIn all 6 articles: 3 added, 1 copy, 1 updated, 1 refused.\n")


def test_a_source_is_renamed(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    hosts = ("--host", "north.example", "--host", "n.example")
    told = tell("rename", "north", "North\x1b Post", *hosts)
    assert told == (0, "north is called North⟨U+001B⟩ Post.\n", "")
    assert fake.renamed == [("north", "North\x1b Post", ("north.example", "n.example"))]


def test_two_sources_become_one_only_where_that_was_said(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    tell("rename", "north", "South")
    tell("rename", "north", "South", "--merge")
    assert fake.merged == [False, True]


@pytest.mark.parametrize(
    ("words", "created"),
    [
        (["add", "."], True),
        (["ask", "x", "--create"], True),
        (["ask", "x"], False),
        (["sources"], False),
        (["articles"], False),
        (["reindex"], False),
        (["doctor"], False),
        (["rename", "a", "b"], False),
    ],
)
def test_a_folder_that_was_typed_becomes_a_library_only_where_that_is_meant(
    tell: Callable[..., Told], fake: FakeLibrary, words: list[str], *, created: bool
) -> None:
    tell(*words, "--library", "lybrary")
    assert fake.created is created
    tell(*words)
    assert fake.created is True


@pytest.mark.parametrize("given", ["", "  ", "a\0b"])
def test_a_library_without_a_name_is_refused(
    tell: Callable[..., Told], fake: FakeLibrary, given: str
) -> None:
    code, out, err = tell("sources", "--library", given)
    assert (code, out) == (2, "")
    assert "it is not the name of a folder" in err
    assert fake.settings is None


def test_reindex_says_how_much_is_indexed(tell: Callable[..., Told]) -> None:
    assert tell("reindex") == (0, "Indexed 57 paragraphs.\n", "")


def test_doctor_is_fine_where_all_is_well(tell: Callable[..., Told]) -> None:
    assert tell("doctor") == (0, "ok      library: sound\n", "")


def test_doctor_fails_where_something_is_not(tell: Callable[..., Told], fake: FakeLibrary) -> None:
    fake.findings = [Finding("index", ok=False, detail="damaged")]
    assert tell("doctor")[:2] == (1, "not ok  index: damaged\n")


def test_what_doctor_looked_at_is_a_line_however_long(
    tell: Callable[..., Told], fake: FakeLibrary
) -> None:
    fake.findings = [Finding("library", ok=False, detail="damaged, " * 20)]
    assert tell("doctor")[1].count("\n") == 1


def test_doctor_reports_a_library_that_does_not_open(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise LibraryError("The folder cannot be written.")

    monkeypatch.setattr(opening, "open_library", fails)
    code, out, err = tell("doctor")
    assert (code, err) == (1, "")
    assert "not ok  library: The folder cannot be written.\n" in out
    assert "ok      python: " in out


def test_doctor_on_a_damaged_library_tells_the_way_out(
    tell: Callable[..., Told], fake: FakeLibrary, tmp_path: Path
) -> None:
    (tmp_path / "library.before-3.zip").touch()
    fake.findings = [Finding("library", ok=False, detail="SQLite: torn", damaged=True)]
    code, out, _ = tell("doctor", "--library", str(tmp_path))
    assert code == 1
    # Or else the backup would replace the library of the settings.
    assert f"whosays restore FILE --library {tmp_path}" in " ".join(out.split())
    assert "library.before-3.zip" in "".join(out.split())


def test_doctor_reports_settings_that_cannot_be_used(
    tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_LIBRARY__PTH", "x")
    code, out, _ = tell("doctor")
    assert code == 1
    assert "not ok  settings: Unknown setting WHOSAYS_LIBRARY__PTH" in out
