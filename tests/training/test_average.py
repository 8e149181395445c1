"""Weights of several runs averaged."""

# ruff: noqa: E402 - what is imported needs a package that may be absent

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")

from training.average import average

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_is_named_twice_counts_twice(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pt", tmp_path / "other.pt"
    torch.save({"out.weight": torch.tensor([[0.0, 3.0]])}, one)
    torch.save({"out.weight": torch.tensor([[3.0, 6.0]])}, other)
    assert average([one, other, other])["out.weight"].tolist() == [[2.0, 5.0]]


def test_other_networks_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pt", tmp_path / "other.pt"
    torch.save({"out.weight": torch.zeros(2)}, one)
    torch.save({"mix.weight": torch.zeros(2)}, other)
    with pytest.raises(ValueError, match="not of one network"):
        average([one, other])
