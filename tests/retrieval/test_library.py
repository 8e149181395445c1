from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from config.settings import LibrarySettings, ModelSettings, Settings
from retrieval.errors import InputError, LibraryError, NotFoundError
from retrieval.library import Library
from retrieval.model import Filter
from retrieval.places import address, seeds_folder

if TYPE_CHECKING:
    from retrieval.adding import Added

STORY = """Harbour strike ends after nine days

Dock workers in Port Alder returned to work on Friday after their union accepted a pay offer.

The harbour company said that the first ships would be unloaded before the evening. The union's
secretary called the agreement a good one, and said that members would vote on it next week.

Trade through the harbour had stopped for nine days, and shops in the town were short of fruit.
"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _add(library: Library, *paths: Path, source: str | None = None) -> list[Added]:
    return list(library.add(list(paths), source=source))


def test_a_new_library_holds_the_seeds_once(tmp_path: Path, models: ModelSettings) -> None:
    settings = Settings(library=LibrarySettings(path=tmp_path / "new"), models=models)
    with Library.open(settings) as library:
        assert {row.source.id for row in library.sources()} == {
            "ibns",
            "kyiv-independent",
            "003",
            "004",
        }
        library.remove(library.articles(Filter(sources=("004",)))[0].ref.id)
    with Library.open(settings) as library:
        assert len(library.articles()) == 3, "a removed seed stays removed"


def test_who_opens_a_library_while_its_seeds_are_loaded_finds_them_all(
    tmp_path: Path, models: ModelSettings
) -> None:
    settings = Settings(library=LibrarySettings(path=tmp_path / "new"), models=models)
    found: list[int] = []

    def look() -> None:
        with Library.open(settings) as second:
            found.append(len(second.articles()))

    other = threading.Thread(target=look)

    def progress(stage: str, done: int, _total: int) -> None:
        if stage == "Adding articles" and done == 4 and other.ident is None:
            other.start()
            other.join(1)

    with Library.open(settings, progress=progress) as library:
        other.join()
        assert found == [len(library.articles())] == [4]


def test_a_library_that_wants_no_seeds_gets_none_later(
    settings: Settings, models: ModelSettings
) -> None:
    with Library.open(settings) as library:
        assert library.articles() == []
    later = Settings(library=LibrarySettings(path=settings.library.path, seeds=True), models=models)
    with Library.open(later) as library:
        assert library.articles() == []


def test_adding_again_changes_nothing(library: Library, tmp_path: Path) -> None:
    path = _write(tmp_path, "texts/strike.txt", STORY)
    first, again = _add(library, path)[0], _add(library, path)[0]
    assert (first.outcome, again.outcome) == ("added", "unchanged")
    assert first.article == again.article
    assert first.article is not None
    assert first.article.title == "Harbour strike ends after nine days"
    assert first.paragraphs == again.paragraphs == 3
    assert len(library.articles()) == 1


def test_a_corrected_text_at_the_same_address_is_a_new_version(
    library: Library, tmp_path: Path
) -> None:
    path = _write(tmp_path, "strike.txt", STORY)
    before = _add(library, path)[0].article
    assert before is not None
    assert before.updated is None
    _write(tmp_path, "strike.txt", STORY.replace("nine days", "ten days"))
    changed = _add(library, path)[0]
    assert changed.outcome == "updated"
    article, _ = library.show(before.id)
    assert "ten days" in article.text
    assert article.updated is not None
    (old,) = library._catalogue.versions(before.id)
    assert "nine days" in old.text
    passages = library.ask("Did trade stop for ten days?").positions
    assert all("nine days" not in p.text for position in passages for p in position.passages)


def test_a_better_description_is_taken_over_without_a_new_version(
    library: Library, tmp_path: Path
) -> None:
    path = _write(tmp_path, "strike.txt", STORY)
    before = _add(library, path)[0]
    (tmp_path / "sources.toml").write_text(
        '[sources.alder]\nname = "The Alder Gazette"\n[articles."strike.txt"]\nsource = "alder"\n'
    )
    after = _add(library, path)[0]
    assert after.outcome == "updated"
    assert after.source is not None
    assert after.source.name == "The Alder Gazette"
    assert before.article is not None
    assert library._catalogue.versions(before.article.id) == []


def test_a_lightly_edited_text_elsewhere_is_a_copy_and_another_story_is_not(
    library: Library, tmp_path: Path
) -> None:
    long = (
        STORY
        + "\n"
        + "\n\n".join(
            f"Paragraph {n}: pilot {n} told the court that the tide turned at {n} o'clock."
            for n in range(1, 9)
        )
    )
    original = _write(tmp_path, "a.txt", long)
    wire = _write(tmp_path, "b.txt", f"{long}\n\nReporting by A. Writer; editing by B. Reader\n")
    other = _write(
        tmp_path,
        "c.txt",
        "Port Alder counts the cost\n\nThe harbour strike cost the town two million crowns, its "
        "mayor said on Saturday.\n\nHotels stood empty while the docks were closed, she added.\n",
    )
    outcomes = [item.outcome for item in _add(library, original, wire, other)]
    assert sorted(outcomes) == ["added", "added", "copy"]
    held = library.articles()
    assert len(held) == 2
    copies = [copy.path for row in held for copy in row.ref.copies]
    assert copies == [address(wire)]
    assert [item.outcome for item in _add(library, wire)] == ["unchanged"]


def test_the_whole_story_takes_the_place_of_a_cut_one(library: Library, tmp_path: Path) -> None:
    parts = [
        f"Pilot {n} told the court in Port Alder that the tide had turned at {n} o'clock sharp."
        for n in range(1, 13)
    ]
    cut = _write(tmp_path, "cut.txt", "\n\n".join(parts[:8]))
    whole = _write(tmp_path, "whole.txt", "\n\n".join(parts))
    assert [item.outcome for item in _add(library, cut)] == ["added"]
    assert [item.outcome for item in _add(library, whole)] == ["copy"]
    (row,) = library.articles()
    assert "Pilot 12" in library.show(row.ref.id)[0].text
    assert library.ask("Did pilot 12 tell the court about the tide?").covered
    assert [item.outcome for item in _add(library, cut, whole)] == ["unchanged", "unchanged"]
    assert "Pilot 12" in library.show(row.ref.id)[0].text


def test_what_is_no_article_is_refused_and_the_rest_is_added(
    library: Library, tmp_path: Path
) -> None:
    _write(tmp_path, "texts/a.txt", "")
    (tmp_path / "texts/b.txt").write_bytes(bytes(range(256)) * 40)
    _write(tmp_path, "texts/c.txt", STORY)
    outcomes = {Path(item.place).name: item for item in _add(library, tmp_path / "texts")}
    assert {name: item.outcome for name, item in outcomes.items()} == {
        "a.txt": "refused",
        "b.txt": "refused",
        "c.txt": "added",
    }
    assert all(outcomes[name].reason for name in ("a.txt", "b.txt"))


def test_a_path_that_is_not_there_is_bad_input(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        _add(library, tmp_path / "nowhere.txt")


def test_what_was_added_answers_and_what_was_removed_does_not(
    library: Library, tmp_path: Path
) -> None:
    added = _add(library, _write(tmp_path, "a.txt", STORY))[0]
    assert added.article is not None
    question = "Did the union accept a pay offer?"
    assert library.ask(question).covered
    library.remove(added.article.id)
    assert not library.ask(question).covered
    with pytest.raises(NotFoundError):
        library.show(added.article.id)


def test_two_threads_add_the_same_folder_and_nothing_is_doubled(
    settings: Settings, tmp_path: Path
) -> None:
    for number in range(6):
        _write(tmp_path, f"texts/{number}.txt", STORY.replace("Alder", f"Town{number} " * 9))
    errors: list[BaseException] = []

    def work() -> None:
        try:
            with Library.open(settings) as library:
                _add(library, tmp_path / "texts")
        except BaseException as error:  # noqa: BLE001 - reported by the test's own thread
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Library.open(settings) as library:
        held = library.articles()
        addresses = [row.ref.path for row in held]
        addresses += [copy.path for row in held for copy in row.ref.copies]
        assert len(addresses) == len(set(addresses)) == 6
        assert library._catalogue.check() == []


def test_another_encoder_encodes_the_library_anew(
    library: Library, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from retrieval.models import onnx_encoder  # noqa: PLC0415

    _add(library, _write(tmp_path, "a.txt", STORY))
    library.ask("Did the union accept a pay offer?")
    library.close()
    monkeypatch.setattr(onnx_encoder.OnnxEncoder, "key", property(lambda _: "another/int8"))
    heard: list[str] = []
    with Library.open(settings, progress=lambda stage, *_: heard.append(stage)) as again:
        assert again.ask("Did the union accept a pay offer?").covered
        assert any("anew" in stage for stage in heard)
        assert again._stored.status().state == "sound"


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes to read-only folders")
def test_a_read_only_library_answers_and_refuses_to_change(
    library: Library, settings: Settings, tmp_path: Path
) -> None:
    path = _write(tmp_path, "a.txt", STORY)
    _add(library, path)
    library.close()
    folder = settings.library.path
    for file in folder.rglob("*"):
        file.chmod(0o555 if file.is_dir() else 0o444)
    folder.chmod(0o555)
    try:
        with Library.open(settings) as held:
            assert held.ask("Did the union accept a pay offer?").covered
            _write(tmp_path, "b.txt", STORY.replace("Alder", "Birch " * 9))
            with pytest.raises(LibraryError, match="read"):
                _add(held, tmp_path / "b.txt")
    finally:
        folder.chmod(0o755)


def test_reindexing_keeps_the_answers(library: Library, tmp_path: Path) -> None:
    _add(library, _write(tmp_path, "a.txt", STORY))
    before = library.ask("Did the union accept a pay offer?")
    assert library.reindex() == 3
    after = library.ask("Did the union accept a pay offer?")
    assert after.positions == before.positions


def test_seeds_have_one_address_wherever_they_are_added_from(tmp_path: Path) -> None:
    folder = seeds_folder()
    assert folder is not None
    assert address(folder / "003_935c27f9da9fbf9d.txt") == "seeds/003_935c27f9da9fbf9d.txt"
    assert address(tmp_path / "a.txt") == (tmp_path / "a.txt").resolve().as_posix()
