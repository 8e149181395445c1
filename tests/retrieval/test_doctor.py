"""What doctor says of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.retrieval.test_library import STORY, _add, _write

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import Settings
    from retrieval.library import Library


def test_doctor_finds_everything_sound(seeded: Library) -> None:
    seeded.ask("Did Putin congratulate Trump?")
    findings = {finding.name: finding for finding in seeded.doctor()}
    assert all(finding.ok for finding in findings.values())
    assert {"python", "onnxruntime", "encoder", "stance model", "reader of pages"} <= set(findings)
    assert {"library", "index"} <= set(findings)
    assert "4 articles of 4 sources" in findings["library"].detail


def test_doctor_finds_a_fresh_library_sound(library: Library, tmp_path: Path) -> None:
    _add(library, _write(tmp_path, "a.txt", STORY))
    (index,) = [each for each in library.doctor() if each.name == "index"]
    assert (index.ok, index.detail) == (True, "there is no index yet; the next question builds it")
    library.ask("Did the union accept a pay offer?")
    library.remove(library.articles()[0].ref.id)
    (index,) = [each for each in library.doctor() if each.name == "index"]
    assert index.ok
    assert "changes since are read from the library" in index.detail


def test_doctor_tells_a_damaged_index_and_how_it_is_built_anew(
    library: Library, settings: Settings, tmp_path: Path
) -> None:
    _add(library, _write(tmp_path, "a.txt", STORY))
    library.reindex()
    (file,) = (settings.library.path / "index").glob("vectors-*")
    file.write_bytes(file.read_bytes()[:-1])
    (index,) = [each for each in library.doctor() if each.name == "index"]
    assert not index.ok
    assert "whosays reindex" in index.detail
