"""What holds for any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.attribution import paragraphs_of
from retrieval.answer.attribution import attribute, name_key, same_name
from retrieval.answer.attribution.prose import MASK, mask, quotations, sentences

_PIECES = st.sampled_from(
    [
        *("Ida Moen", "Moen", "she", "he", "they", "the ministry", "a source", "Reuters", "some"),
        *("said", "told", "says", "claimed", "reported", "was quoted as saying by", "who", "that"),
        *("according to", "citing", "by", "of", "and", "while", "it", "fell", "'s", "reports"),
        *("“", "”", '"', "‘", "’", ",", ".", "?", "–", "(", ")", ":", "\n\n", "U.S.", "3"),
    ]
)
_NEWS = st.lists(_PIECES, max_size=40).map(" ".join)
_TEXT = st.one_of(st.text(max_size=200), _NEWS)


@given(_TEXT, st.data())
def test_any_text_is_attributed_in_its_own_words(text: str, data: st.DataObject) -> None:
    paragraphs = paragraphs_of(text)
    paragraph = data.draw(st.sampled_from(paragraphs))
    start = data.draw(st.integers(paragraph.start, paragraph.end))
    end = data.draw(st.integers(start, paragraph.end))
    found = attribute(text, paragraphs, paragraph.number, (start, end))
    assert (found.speaker is None) == (found.origin is None)
    assert {text[s:e] for s, e in found.spans} == {found.speaker, found.origin} - {None}


@given(_TEXT)
def test_sentences_are_in_order_and_leave_out_only_space(text: str) -> None:
    found = sentences(text)
    ends = [0, *(end for _, end in found)]
    starts = [*(start for start, _ in found), len(text)]
    assert all(text[end:start].strip() == "" for end, start in zip(ends, starts, strict=True))
    assert all(start < end for start, end in found)


@given(_TEXT)
def test_masking_keeps_every_offset(text: str) -> None:
    masked = mask(text, quotations(text))
    assert len(masked) == len(text)
    assert all(m in (MASK, t) for m, t in zip(masked, text, strict=True))


@given(_TEXT, _TEXT)
def test_same_name_is_reflexive_and_symmetric(a: str, b: str) -> None:
    assert same_name(a, a)
    assert same_name(a, b) == same_name(b, a)


@given(_TEXT)
def test_a_key_does_not_depend_on_case(text: str) -> None:
    assert name_key(text.lower()) == name_key(text.lower().casefold())
