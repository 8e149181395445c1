"""Integers for a product: near the float product, for any text and on any processor."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from training.products import (
    LOW_ZERO,
    MIDDLE,
    PAIR_TOP,
    TOP,
    Product,
    choose,
    pair_sums,
    repeat,
    settle,
    stagger,
)

TOKENS, WIDE, OUT = 400, 48, 24
WEIGHTS = np.random.default_rng(1).normal(size=(WIDE, OUT)).astype(np.float32)


def activations(seed: int, heavy: float = 40.0) -> np.ndarray:
    """Tokens of which one feature dwarfs the others, as in a trained encoder."""
    rng = np.random.default_rng(seed)
    found = rng.normal(size=(TOKENS, WIDE)).astype(np.float32)
    found[:, 7] += heavy * (rng.random(TOKENS) < 0.2)
    return found


def off(product: Product, seen: np.ndarray) -> float:
    """The root mean square error of a product, over that of its right values."""
    right = seen @ WEIGHTS
    return float(np.sqrt(((product.apply(seen) - right) ** 2).mean() / right.var()))


def test_it_is_near_on_tokens_that_it_was_not_chosen_by() -> None:
    seen = activations(3)
    step = np.abs(seen).max() / TOP
    column = np.abs(WEIGHTS).max(axis=0) / TOP
    plain = (np.round(seen / step) * step) @ (np.round(WEIGHTS / column) * column)
    plain_off = np.sqrt(((plain - seen @ WEIGHTS) ** 2).mean() / (seen @ WEIGHTS).var())
    assert off(choose(activations(2), WEIGHTS), seen) < min(0.01, plain_off / 4)


def test_what_is_larger_than_all_that_was_seen_is_not_cut() -> None:
    assert off(choose(activations(2), WEIGHTS), 25 * activations(3)) < 0.01


def test_a_feature_that_was_never_large_does_not_dwarf_its_token() -> None:
    quiet = activations(2)
    quiet[:, 11] *= 0.001
    assert off(choose(quiet, WEIGHTS), activations(3)) < 0.01


def test_no_token_hangs_on_another() -> None:
    product, seen = choose(activations(2), WEIGHTS), activations(3)
    alone = np.concatenate([product.apply(seen[at : at + 1]) for at in range(9)])
    np.testing.assert_allclose(product.apply(seen)[:9], alone, rtol=1e-5, atol=1e-5)


def test_after_gelu_almost_all_bytes_are_for_what_is_above_zero() -> None:
    seen = np.maximum(activations(2), 0) - np.float32(0.1)
    product = choose(seen, WEIGHTS)
    assert product.zero == LOW_ZERO
    assert choose(activations(2), WEIGHTS).zero == MIDDLE
    low = np.full((1, WIDE), -0.17, np.float32)
    np.testing.assert_allclose(product.rounded(low)[:, :WIDE] * product.smooth, low, atol=0.05)


def test_the_heavy_feature_is_repeated_and_its_rounding_spread() -> None:
    rows = WEIGHTS.copy()
    rows[7] *= 40
    repeated, counts = repeat(rows, 1000.0, 6)
    assert repeated.tolist().count(7) > len(repeated) / 2
    assert counts.sum() == WIDE + 6
    offsets = stagger(np.asarray([7, 7, 7]), np.where(np.arange(WIDE) == 7, 4, 1))
    assert sorted(offsets.tolist()) == [-0.25, 0.25, 0.5]


def test_repetitions_see_a_feature_more_finely() -> None:
    product = choose(activations(2), WEIGHTS)
    assert 7 in product.repeated
    bare = replace(product, offsets=np.zeros_like(product.offsets))
    seen = activations(3)
    columns = [7, *(WIDE + np.flatnonzero(product.repeated == 7))]
    fine, coarse = (each.rounded(seen)[:, columns].mean(axis=1) for each in (product, bare))
    right = seen[:, 7] / product.smooth[7]
    assert np.abs(fine - right).mean() < np.abs(coarse - right).mean() / 2


@given(
    hnp.arrays(
        np.float32,
        st.tuples(st.integers(1, 9), st.integers(1, 4)),
        elements=st.floats(-100, 100, width=32),
    )
)
def test_no_sum_of_two_products_overflows_sixteen_bits(rows: np.ndarray) -> None:
    seen = np.random.default_rng(0).normal(size=(50, len(rows))).astype(np.float32)
    integers, scales = settle(rows, seen)
    assert np.abs(integers.astype(int)).max() <= TOP
    assert pair_sums(integers.astype(np.float64)).max() <= PAIR_TOP
    assert np.iinfo(np.int16).max >= 255 * PAIR_TOP
    assert np.isfinite(scales).all()
    assert (scales > 0).all()


def test_errors_are_made_good_by_later_rows() -> None:
    rng = np.random.default_rng(0)
    seen = (rng.normal(size=(900, 6)) @ rng.normal(size=(6, WIDE))).astype(np.float32)
    integers, scales = settle(WEIGHTS, seen)
    rounded = np.round(WEIGHTS / scales) * scales
    settled, nearest = (
        np.abs(seen @ (each - WEIGHTS)).mean() for each in (integers * scales, rounded)
    )
    assert settled < nearest / 2


@pytest.mark.parametrize("value", [0.0, 1e-30])
def test_features_and_weights_of_nothing_do_no_harm(value: float) -> None:
    empty = np.full((20, 4), value, np.float32)
    product = choose(empty, np.full((4, 3), value, np.float32))
    assert np.isfinite(product.apply(empty)).all()
