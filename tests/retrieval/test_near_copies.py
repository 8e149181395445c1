"""A source that says the opposite in one sentence is a source, and the rest counts once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from retrieval.answered import Stance
from retrieval.model import Copy, Filter
from tests.retrieval.fires import ASKED, LEAD, OPPOSITE, REST, add, passages, said, write

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.library import Library

SHARED = "Did pilot Reed tell the harbour court that the tide had turned?"


@pytest.fixture
def wire(library: Library, tmp_path: Path) -> Path:
    path = write(tmp_path, "wire.md", "City Wire", LEAD)
    add(library, path)
    return path


def test_a_source_that_says_the_opposite_is_heard(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    (added,) = add(library, write(tmp_path, "sun.md", "Daily Sun", OPPOSITE))
    assert added.outcome == "added"
    assert added.article is not None
    assert added.article.copy_of is not None
    assert (added.article.copy_of.source, added.article.copy_of.sentences) == ("City Wire", 1)
    answer = library.ask(ASKED)
    assert said(answer)["Daily Sun"] == {OPPOSITE.split(". ")[0] + "."}
    assert "City Wire" in said(answer)
    assert answer.conflict
    sides = {
        (position.stance, passage.source.name)
        for position in answer.positions
        for passage in position.passages
    }
    assert sides >= {(Stance.SUPPORTS, "City Wire"), (Stance.REFUTES, "Daily Sun")}
    # What the copy says otherwise does not stand at its address.
    assert all(passage.article.copies == () for passage in passages(answer))


def test_what_both_say_counts_once_and_names_the_other_address(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    sun = write(tmp_path, "sun.md", "Daily Sun", OPPOSITE)
    add(library, sun)
    answer = library.ask(SHARED)
    assert set(said(answer)) == {"City Wire"}
    for passage in passages(answer):
        (copy,) = passage.article.copies
        assert (copy.path, copy.source) == (sun.as_posix(), "daily-sun")
    assert answer.silent == ()


def test_a_filter_that_leaves_the_original_out_searches_the_whole_copy(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    add(library, write(tmp_path, "sun.md", "Daily Sun", OPPOSITE))
    answer = library.ask(SHARED, where=Filter(sources=("Daily Sun",)))
    assert set(said(answer)) == {"Daily Sun"}


def test_a_text_of_one_paragraph_is_heard_for_its_own_sentence_only(
    library: Library, tmp_path: Path
) -> None:
    rest = REST.replace("\n\n", " ")
    wire = write(tmp_path, "wire.md", "City Wire", f"{LEAD} {rest}", "")
    sun = write(tmp_path, "sun.md", "Daily Sun", f"{OPPOSITE} {rest}", "")
    add(library, wire, sun)
    assert set(said(library.ask(SHARED))) == {"City Wire"}
    assert set(said(library.ask(ASKED))) == {"City Wire", "Daily Sun"}


def test_the_same_text_is_an_address_and_a_changed_one_an_article(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    star = write(tmp_path, "star.md", "Evening Star", LEAD.replace("'", "’").upper())
    assert [each.outcome for each in add(library, star)] == ["copy"]
    assert len(library.articles()) == 1
    write(tmp_path, "star.md", "Evening Star", LEAD.replace("Three", "Twelve"))
    (changed,) = add(library, star)
    assert changed.outcome == "added"
    assert len(library.articles()) == 2
    assert all(row.ref.copies == () for row in library.articles())
    assert len(library._catalogue.words(["twelve"], 9)) == 1
    write(tmp_path, "star.md", "Evening Star", LEAD)
    (again,) = add(library, star)
    assert again.article is not None
    assert again.article.copy_of is not None
    assert again.article.copy_of.sentences == 0


def test_a_copy_stands_for_itself_when_its_original_moves_on(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    star = write(tmp_path, "star.md", "Evening Star", LEAD)
    sun = write(tmp_path, "sun.md", "Daily Sun", OPPOSITE)
    add(library, star, sun)
    write(tmp_path, "wire.md", "City Wire", LEAD.replace("an accident", "sabotage"))
    assert [each.outcome for each in add(library, wire)] == ["updated"]
    copies = {row.source.name: row.ref.copy_of for row in library.articles()}
    assert set(copies) == {"City Wire", "Daily Sun", "Evening Star"}
    assert {each.sentences for each in copies.values() if each is not None} == {1}
    answer = said(library.ask(ASKED))
    assert any("was an accident" in text for text in answer["Evening Star"])
    assert library._catalogue.check() == []


def test_a_copy_is_whole_when_its_original_is_another_story_or_gone(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    star = write(tmp_path, "star.md", "Evening Star", LEAD)
    sun = write(tmp_path, "sun.md", "Daily Sun", OPPOSITE)
    add(library, star, sun)
    other = "The bridge of Nether Wick was opened by the king. He praised its builders at length."
    write(tmp_path, "wire.md", "City Wire", other, "")
    add(library, wire)
    rows = {row.source.name: row.ref for row in library.articles()}
    assert {name: ref.copy_of is None for name, ref in rows.items()} == {
        "City Wire": True, "Daily Sun": True, "Evening Star": False
    }  # fmt: skip
    library.remove(rows["Daily Sun"].id)
    (star_now,) = [row.ref for row in library.articles() if row.source.name == "Evening Star"]
    assert star_now.copy_of is None
    assert set(said(library.ask(SHARED))) == {"Evening Star"}
    assert library._catalogue.check() == []


def test_copies_of_a_source_that_is_removed_are_copies_of_one_another(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    sun = write(tmp_path, "sun.md", "Daily Sun", OPPOSITE)
    mail = write(tmp_path, "mail.md", "Morning Mail", LEAD.replace("Three", "Twelve"))
    add(library, sun, mail)
    assert library.remove_source("City Wire") == 1
    copies = {row.source.name: row.ref.copy_of for row in library.articles()}
    assert set(copies) == {"Daily Sun", "Morning Mail"}
    (original,) = [each.source for each in copies.values() if each is not None]
    assert set(said(library.ask(SHARED))) == {original}


def test_what_a_copy_leaves_out_does_not_stand_at_its_address(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    short = write(tmp_path, "short.md", "Evening Star", LEAD, REST[: REST.index("Pilot Lake")])
    assert [each.outcome for each in add(library, short)] == ["copy"]
    (lake,) = passages(
        library.ask("Did pilot Lake tell the harbour court that the tide had turned?")
    )[:1]
    assert "Lake" in lake.text
    assert lake.article.copies == ()
    assert all(each.article.copies for each in passages(library.ask(ASKED)))


def test_what_another_outlet_adds_is_not_put_into_the_first_ones_mouth(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    more = (
        "\n\nThe mayor of Port Alder resigned over the fire. "
        + "Nobody in the town had asked her to. " * 5
    )
    (added,) = add(library, write(tmp_path, "sun.md", "Daily Sun", LEAD, REST + more))
    assert added.outcome == "added"
    answer = library.ask("Did the mayor of Port Alder resign over the fire?")
    assert set(said(answer)) == {"Daily Sun"}


# Libraries made before


def test_a_copy_of_an_older_library_is_read_again_and_heard(
    library: Library, tmp_path: Path, wire: Path
) -> None:
    sun = write(tmp_path, "sun.md", "Daily Sun", OPPOSITE)
    star = write(tmp_path, "star.md", "Evening Star", LEAD)
    bare = write(tmp_path, "bare.md", "Morning Mail", OPPOSITE)
    (held,) = library.articles()
    # As an older whosays kept them: the addresses alone, mostly with what was read there.
    for path, raw in ((sun, sun.read_bytes()), (star, star.read_bytes()), (bare, None)):
        copy = Copy(path=path.as_posix())
        library._catalogue.add_copy(held.ref.id, copy, raw, "text/markdown")
    heard: list[str] = []
    library._progress = lambda stage, *_: heard.append(stage)
    answer = library.ask(ASKED)
    assert "Reading copies again" in heard
    assert set(said(answer)) == {"City Wire", "Daily Sun"}
    assert [copy.path for copy in library.show(held.ref.id)[0].copies] == [
        star.as_posix(),
        bare.as_posix(),
    ]
    assert library._catalogue.untold(9) == []
    assert library._catalogue.check() == []


def test_what_was_kept_of_a_fetched_copy_is_read_again_in_the_process_for_pages(
    library: Library, wire: Path, shared_workers: None
) -> None:
    (held,) = library.articles()
    body = "".join(f"<p>{each}</p>" for each in (OPPOSITE, *REST.split("\n\n")))
    page = f"<html><body><article><h1>Fire</h1>{body}</article></body></html>"
    copy = Copy(url="https://sun.example/fire")
    library._catalogue.add_copy(held.ref.id, copy, page.encode(), "text/html")
    library.reindex()
    (near,) = [row.ref for row in library.articles() if row.ref.copy_of is not None]
    assert near.url == copy.url
    assert near.copy_of is not None
    assert near.copy_of.sentences == 1
