"""Markdown: the words, without the marks."""

from __future__ import annotations

from retrieval.ingest.markdown import read_markdown


def test_the_first_heading_is_the_title_and_paragraphs_are_plain_words() -> None:
    found = read_markdown(
        "# A *title*\n\nFirst **bold** and [a link](https://example.org) & `code`.\n"
        "Same paragraph.\n\n## Part\n\n- one item\n- two items\n\n> A “quoted” line.\n\n"
        "```\ncode\n```\n\n![alt](x.png)\n\n<div>raw</div>\n"
    )
    assert found.details.title == "A title"
    assert found.paragraphs == (
        "First bold and a link & code.\nSame paragraph.",
        "Part",
        "one item",
        "two items",
        "A “quoted” line.",
    )


def test_a_text_without_heading_has_no_title() -> None:
    assert read_markdown("Just text.").details.title is None
