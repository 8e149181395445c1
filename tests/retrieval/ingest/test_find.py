"""Which files a folder is read for, and which are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.errors import ArticleError
from retrieval.ingest.find import find_files, passed_over

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The ferry left Eastmere on Monday, and nobody was on board."


def test_missing_and_empty_folders_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file or folder"):
        find_files([tmp_path / "none"])
    with pytest.raises(ArticleError, match="holds no articles"):
        find_files([tmp_path])


def test_folders_are_searched_in_order_with_the_nearest_sidecar(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/d.txt", "README.md", ".hidden.txt", "x.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "sources.toml").write_text("[sources.top]")
    found = find_files([tmp_path, tmp_path / "b.txt"])
    assert [path.name for path, _ in found] == ["a.md", "b.txt", "c.HTML", "d.txt"]
    assert all(sidecar is not None and "top" in sidecar.sources for _, sidecar in found)
    (tmp_path / "sub" / "sources.toml").write_text("[sources.inner]")
    last = find_files([tmp_path])[-1][1]
    assert last is not None
    assert "inner" in last.sources


def test_what_a_folder_is_not_read_for_can_be_told(tmp_path: Path) -> None:
    for name in (
        "a.txt", "b.pdf", "c.docx", "d.JPG", "e", "sub/f.zip", "README.rst", ".g.png", ".git/h",
        "sources.toml",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    over = [path.relative_to(tmp_path).as_posix() for path in passed_over([tmp_path])]
    assert over == ["c.docx", "d.JPG", "e", "sub/f.zip"]
    assert passed_over([tmp_path / "c.docx"]) == []


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret.txt", tmp_path / "news"
    folder.mkdir()
    outside.write_text("The password is on the door of the harbour office.")
    (tmp_path / "sources.toml").write_text("[sources.a]\nname = 'A'\n")
    (folder / "a.txt").write_text("The ferry left Eastmere on Monday.")
    (folder / "link.txt").symlink_to(outside)
    (folder / "same.txt").symlink_to(folder / "a.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "sources.toml").symlink_to(tmp_path / "sources.toml")
    found = find_files([folder])
    assert [path.name for path, _ in found] == ["a.txt", "same.txt"]
    assert all(sidecar is None for _, sidecar in found)
    # Who names a link itself means it.
    assert [path.name for path, _ in find_files([folder / "link.txt"])] == ["link.txt"]
