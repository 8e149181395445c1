from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.changes import changes
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
