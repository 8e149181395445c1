from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from retrieval.changes import begun, changes
from retrieval.model import Article, Source
from retrieval.store.records import Version


def _article(text: str, title: str = "T") -> Article:
    return Article("a1", Source("s", "S"), title, text)


def _version(number: int, text: str, title: str = "T") -> Version:
    return Version(number, title, text, None, None, f"2024-11-0{number}T10:00:00", None, None)


def test_an_article_that_never_changed_has_no_changes() -> None:
    assert changes(_article("a"), []) == ()


def test_each_change_says_what_came_and_went_and_when() -> None:
    article = _article("one\n\ntwo, corrected\n\nthree", title="New")
    first, second = changes(
        article, [_version(1, "one\n\ntwo"), _version(2, "one\n\ntwo\n\nthree", title="Old")]
    )
    assert [(piece.kind, piece.text) for piece in first.pieces] == [
        ("kept", "one"), ("kept", "two"), ("added", "three"),
    ]  # fmt: skip
    assert (first.noticed, second.noticed) == ("2024-11-01T10:00:00", "2024-11-02T10:00:00")
    assert (second.title_before, second.title_after) == ("Old", "New")
    assert [(piece.kind, piece.text) for piece in second.pieces] == [
        ("kept", "one"), ("removed", "two"), ("added", "two, corrected"), ("kept", "three"),
    ]  # fmt: skip


TEXTS = st.lists(st.sampled_from("abcdef"), max_size=8).map("\n\n".join)


@given(TEXTS, TEXTS)
def test_both_versions_can_be_told_from_the_change(before: str, after: str) -> None:
    (change,) = changes(_article(after), [_version(1, before)])
    for kind, text in (("removed", before), ("added", after)):
        told = [piece.text for piece in change.pieces if piece.kind in ("kept", kind)]
        assert "\n\n".join(told) == text


def test_a_version_begins_when_its_publisher_says_or_else_when_it_was_noticed() -> None:
    first = replace(_version(1, "one"), published="2024-10-30")
    second = replace(_version(2, "two"), published="2024-10-30")
    article = replace(_article("three"), published="2024-10-30")

    def begins(told: str | None, last: str | None) -> list[str | None]:
        return begun(replace(article, updated=last), [first, replace(second, updated=told)])

    noticed = "2024-11-01T10:00:00", "2024-11-02T10:00:00"
    assert begins("2024-10-31", "2024-11-02T09:00:00") == [
        "2024-10-30", "2024-10-31", "2024-11-02T09:00:00",
    ]  # fmt: skip
    # Said by nobody, the same as before, before it was there, or after it was seen.
    for told, last in ((None, None), ("2024-10-01", "2024-10-01"), ("2025-01-01", "2025-01-01")):
        assert begins(told, last) == ["2024-10-30", *noticed]


def test_what_a_first_text_said_before_its_update_is_not_known() -> None:
    article = replace(_article("a"), published="2024-10-30", updated="2024-11-05")
    assert begun(article, []) == ["2024-11-05"]
    assert begun(_article("a"), []) == [None]
