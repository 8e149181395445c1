"""Cutting dumps down: the segment search, the penalties, and what must survive them."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ingest.clean import article_lines, segments, shipped
from retrieval.ingest.lines import NAMES, best_block, features
from retrieval.ingest.penalties import is_appeal, is_teaser

NEWS = (
    "The ministry said on Tuesday that it would review the rules before the end of the year.",
    "Officials in the capital, who asked not to be named, said the talks had been difficult.",
    "A spokesman declined to say whether contributions to NATO would be part of the review.",
    "Members of the opposition called the plan late and asked for a debate in parliament.",
)
MENU = ("Home", "World", "Sign in", "Subscribe", "Follow us")
FOOT = ("Related", "Newsletter", "Enter your email to subscribe", "Privacy policy", "© 2024")


@given(st.lists(st.integers(-9, 9), max_size=9), st.integers(0, 9))
def test_segments_are_the_best_of_all_choices(scores: list[int], price: int) -> None:
    def worth(choice: tuple[bool, ...]) -> int:
        starts = sum(
            now and not before for now, before in zip(choice, (False, *choice), strict=False)
        )
        return sum(score for score, now in zip(scores, choice, strict=True) if now) - price * starts

    best = max(worth(choice) for choice in product((False, True), repeat=len(scores)))
    found = segments(np.array(scores, dtype=np.float32), price)
    assert worth(tuple(found)) == best


@given(st.lists(st.text(alphabet="ab C.|\u4e2d1", min_size=1).filter(str.strip), max_size=8))
def test_features_are_finite_numbers_for_any_lines(lines: list[str]) -> None:
    table = features(lines)
    assert table.shape == (len(lines), len(NAMES))
    assert np.isfinite(table).all()


def test_the_best_block_is_the_largest_run() -> None:
    assert best_block(np.array([-1.0, 3.0, -1.0, 2.0, -9.0, 3.0])) == (1, 4)
    assert best_block(np.array([-1.0, -2.0])) == (0, 0)


def test_a_page_loses_its_menu_and_its_foot_and_nothing_else() -> None:
    lines = [*MENU, *NEWS, *FOOT]
    kept = [line for line, keep in zip(lines, article_lines(lines), strict=True) if keep]
    assert kept == list(NEWS)


def test_clean_text_comes_through_whole() -> None:
    assert all(article_lines(NEWS))
    assert all(article_lines(NEWS[:1]))


def test_a_page_of_nothing_but_short_lines_keeps_something() -> None:
    assert any(article_lines(["one", "two", "three"]))
    assert article_lines([]) == []


def test_the_shipped_weights_cover_every_feature() -> None:
    model = shipped()
    assert model.weights.shape == model.mean.shape == model.scale.shape == (len(NAMES),)
    assert (model.scale > 0).all()


@pytest.mark.parametrize(
    ("line", "appeal"),
    [
        ("Thanks to our community we can keep our reporting free for all.", True),
        ("Three years of reporting, funded by our readers.", True),
        ("Support objective journalism for a small contribution.", True),
        ("Other members cut their contributions to NATO.", True),
        (
            "Trump proposed reducing US contributions to NATO, which some see as an advantage.",
            False,
        ),
        ("“We ask our members and supporters to contribute,” the party chairman said.", False),
    ],
)
def test_appeals_are_told_by_two_words_of_that_business(line: str, *, appeal: bool) -> None:
    # The fourth is a false alarm that costs nothing: a penalty is no veto (see the next test).
    assert is_appeal(line) is appeal


def test_a_penalty_does_not_drop_a_true_paragraph() -> None:
    alarm = "Other members cut their contributions to NATO."
    assert is_appeal(alarm)
    assert all(article_lines([*NEWS[:2], alarm, *NEWS[2:]]))


def test_a_teaser_is_a_headline_over_a_text_cut_in_mid_sentence() -> None:
    cut = "Voters went to the polls on Sunday after a long campaign. Now the winner of the vote"
    assert is_teaser("What the vote means for the region", cut)
    assert not is_teaser("What the vote means for the region", cut + " must choose.")
    assert not is_teaser("The campaign has ended.", cut)
