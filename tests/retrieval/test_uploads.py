"""Texts that somebody sends into the library: kept, searched, and no say over what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.retrieval.test_library import STORY

if TYPE_CHECKING:
    from retrieval.library import Library

LONGER = f"{STORY}\n" + "\n\n".join(
    f"In a later paragraph, number {n}, the report adds what nobody had said before about fruit."
    for n in range(1, 8)
)


def test_a_text_is_added_once_and_read_back(library: Library) -> None:
    first = library.add_upload("story.txt", STORY.encode())
    assert first.outcome == "added"
    assert first.article is not None
    assert first.source is not None
    assert (first.source.name, first.source.known) == ("story.txt", False)
    assert library.show(first.article.id)[0].title == "Harbour strike ends after nine days"
    again = library.add_upload("story.txt", STORY.encode())
    assert again.outcome == "unchanged"
    assert len(library.articles()) == 1


def test_what_is_no_article_is_refused_with_a_reason(library: Library) -> None:
    refused = library.add_upload("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00")
    assert refused.outcome == "refused"
    assert refused.reason is not None
    assert refused.reason.startswith("photo.png: ")
    assert library.articles() == []


def test_a_source_vouched_for_is_the_one_held_of_that_name(library: Library) -> None:
    first = library.add_upload("a.txt", STORY.encode(), source="The Port Alder News")
    assert first.source is not None
    assert first.source.known
    text = "The council met on Tuesday.\n\nIt voted for a new bridge over the harbour by May."
    other = library.add_upload("b.txt", text.encode(), source="the port alder NEWS")
    assert other.source == first.source
    assert len(library.sources()) == 1


def test_vouching_later_says_who_published_it(library: Library) -> None:
    library.add_upload("a.txt", STORY.encode())
    later = library.add_upload("a.txt", STORY.encode(), source="The Port Alder News")
    assert later.outcome == "updated"
    assert [(row.source.name, row.source.known) for row in library.sources()] == [
        ("The Port Alder News", True)
    ]
    after = library.add_upload("a.txt", STORY.encode())
    assert after.outcome == "unchanged"
    assert [row.source.known for row in library.sources()] == [True]


def test_a_longer_text_that_nobody_vouches_for_changes_no_article(library: Library) -> None:
    held = library.add_upload("a.txt", STORY.encode(), source="The Port Alder News")
    assert held.article is not None
    before = library.show(held.article.id)[0].text
    copy = library.add_upload("longer.txt", LONGER.encode())
    assert copy.outcome == "copy"
    assert library.show(held.article.id)[0].text == before
    vouched = library.add_upload("whole.txt", LONGER.encode(), source="The Port Alder News")
    assert vouched.outcome == "copy"
    assert "what nobody had said before" in library.show(held.article.id)[0].text


def test_an_address_that_nobody_vouches_for_replaces_nothing(library: Library) -> None:
    url = "https://alder.example/strike"
    held = library.add_upload(
        "a.md", f"---\nurl: {url}\n---\n{STORY}".encode(), source="The Port Alder News"
    )
    forged = f"---\nurl: {url}\n---\nThe strike goes on.\n\nNobody has agreed to anything so far."
    added = library.add_upload("b.md", forged.encode())
    assert added.outcome == "added"
    assert added.article is not None
    assert added.article.url is None
    assert held.article is not None
    assert "returned to work" in library.show(held.article.id)[0].text
