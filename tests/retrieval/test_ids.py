"""An article keeps the id that was made from its first text, whatever its file says later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.retrieval.fires import ASKED, LEAD, OPPOSITE, REST, add, said, write

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.library import Library


def test_a_text_whose_id_another_article_has_is_added(library: Library, tmp_path: Path) -> None:
    wire = write(tmp_path, "wire.md", "City Wire", LEAD)
    add(library, wire)
    first = library.articles()[0].ref.id
    other = "The bridge of Nether Wick was opened by the king. He praised its builders at length."
    write(tmp_path, "wire.md", "City Wire", other, "")
    add(library, wire)
    (added,) = add(library, write(tmp_path, "b.md", "City Wire", LEAD))
    assert added.outcome == "added"
    assert added.article is not None
    assert added.article.id != first
    assert set(said(library.ask(ASKED))) == {"City Wire"}
    assert [each.outcome for each in add(library, tmp_path)] == ["unchanged", "unchanged"]
    # The old citation opens the words that were quoted, the id alone what it says now.
    assert library.show(first, 1)[0].text.startswith("The fire")
    assert library.show(first)[0].text.startswith("The bridge")
    assert library.show(first)[0].version == 2


def test_a_file_that_goes_back_to_what_it_said_is_not_taken_for_a_cut_one(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.md", "City Wire", LEAD, REST)
    add(library, path)
    write(tmp_path, "a.md", "City Wire", LEAD, REST + "\n\n" + "The port is closed until May. " * 9)
    add(library, path)
    write(tmp_path, "a.md", "City Wire", LEAD, REST)
    (back,) = add(library, path)
    assert back.outcome == "updated"
    assert "closed until May" not in library.show(library.articles()[0].ref.id)[0].text


def test_two_files_that_claim_one_address_are_both_kept(library: Library, tmp_path: Path) -> None:
    url = "url: https://wire.example/fire\n"
    other = "The bridge of Nether Wick was opened by the king. He praised its builders at length."
    write(tmp_path, "a.md", "City Wire", LEAD, more=url)
    write(tmp_path, "b.md", "City Wire", other, "", more=url)
    assert [each.outcome for each in add(library, tmp_path)] == ["added", "added"]
    for _ in range(2):
        assert [each.outcome for each in add(library, tmp_path)] == ["unchanged", "unchanged"]
    assert len(library.articles()) == 2
    assert all(row.ref.version == 1 for row in library.articles())


def test_a_file_that_was_renamed_and_changed_is_a_new_version(
    library: Library, tmp_path: Path
) -> None:
    url = "url: https://wire.example/fire\n"
    path = write(tmp_path, "a.md", "City Wire", LEAD, more=url)
    add(library, path)
    path.unlink()
    add(library, write(tmp_path, "b.md", "City Wire", OPPOSITE, more=url))
    (row,) = library.articles()
    assert row.ref.version == 2
