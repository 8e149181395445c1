"""Training parts: the masked loss, batches, dropout, calibration, and the public sets."""

# ruff: noqa: S311 - seeded generators are what is tested
from __future__ import annotations

import gzip
import json
import math
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.models.evaluation import merge_beside
from retrieval.models.stance import softmax
from training.batches import Encoded, bucketed, collate
from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS, load_set

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.models.temperature import Temperature

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from training.calibrate import Judged, find_temperature  # noqa: E402
from training.network import (  # noqa: E402
    SharedDropout,
    distilled_loss,
    masked_loss,
    merged_logs,
)


def test_a_target_of_two_stances_is_met_by_either() -> None:
    logits = torch.tensor([[0.0, 0.0, 9.0, 0.0], [0.0, 0.0, 0.0, 9.0]])
    target = torch.tensor([[False, False, True, True]] * 2)
    loss = masked_loss(logits, target, torch.ones_like(target))
    assert torch.allclose(loss, torch.zeros(2), atol=1e-3)


def test_stances_a_set_lacks_do_not_count() -> None:
    logits = torch.tensor([[2.0, 0.0, 50.0, 50.0]])
    target = torch.tensor([[True, False, False, False]])
    allowed = torch.tensor([[True, True, False, False]])
    expected = -torch.log_softmax(torch.tensor([2.0, 0.0]), dim=0)[0]
    assert masked_loss(logits, target, allowed).item() == pytest.approx(expected.item(), abs=1e-5)


def test_a_teacher_is_met_when_its_shares_are_given() -> None:
    logits = torch.log(torch.tensor([[0.5, 0.2, 0.2, 0.1]]))
    allowed = torch.tensor([[True] * 4])
    merged = merged_logs(logits, allowed).exp()
    assert torch.allclose(merged, torch.tensor([[0.5, 0.2, 0.3]]), atol=1e-6)
    soft = torch.tensor([[0.5, 0.2, 0.2, 0.1]])
    entropy = -(soft * soft.log()).sum()
    assert distilled_loss(logits, allowed, soft).item() == pytest.approx(entropy.item(), abs=1e-5)
    assert distilled_loss(logits + torch.tensor([1.0, 0, 0, 0]), allowed, soft) > entropy
    assert distilled_loss(logits, allowed, torch.zeros(1, 4)).item() == 0


def test_a_teacher_says_nothing_of_stances_a_set_lacks() -> None:
    allowed = torch.tensor([[True, True, False, False]])
    merged = merged_logs(torch.tensor([[1.0, 0.0, 9.0, 9.0]]), allowed).exp()
    assert merged[0, 2].item() == 0
    assert merged.sum().item() == pytest.approx(1, abs=1e-5)
    loss = distilled_loss(torch.zeros(1, 4), allowed, torch.tensor([[1.0, 0.0, 0.0, 0.0]]))
    assert torch.isfinite(loss).all()


def rows_of(lengths: list[int]) -> list[Encoded]:
    return [Encoded([1] * n, [0] * n, SUPPORTS, SUPPORTS | REFUTES) for n in lengths]


def test_every_row_is_in_one_batch_of_bounded_size() -> None:
    rng = random.Random(0)
    lengths = [rng.randint(3, 60) for _ in range(500)]
    batches = list(bucketed(rows_of(lengths), 400, rng, most=32))
    assert sum(len(batch.target) for batch in batches) == 500
    assert all(batch.input_ids.numel() <= 460 for batch in batches)
    assert sorted(int(n) for b in batches for n in b.attention_mask.sum(1)) == sorted(lengths)


def test_padding_and_masks() -> None:
    batch = collate([Encoded([5, 6], [0, 1], NEUTRAL | BESIDE, 15), Encoded([7], [0], REFUTES, 3)])
    assert batch.attention_mask.tolist() == [[1, 1], [1, 0]]
    assert batch.target.tolist() == [[False, False, True, True], [False, True, False, False]]
    assert batch.allowed.tolist()[1] == [True, True, False, False]


def test_shared_dropout_drops_a_feature_at_all_positions() -> None:
    torch.manual_seed(0)
    layer = SharedDropout(0.5)
    out = layer(torch.ones(2, 7, 64))
    assert torch.equal(out[:, 0], out[:, 6])
    assert 0.3 < (out == 0).float().mean().item() < 0.7
    layer.eval()
    assert torch.equal(layer(torch.ones(1, 2, 3)), torch.ones(1, 2, 3))


def shares_at(judged: Judged, temperature: Temperature) -> np.ndarray:
    merged = merge_beside(softmax(judged.logits / temperature.of(judged.tokens)))
    merged[:, [at for at in range(3) if at not in judged.present]] = 0
    return np.asarray(merged / merged.sum(axis=1, keepdims=True))


def judged_by(logits: np.ndarray, gold: np.ndarray, present: list[int]) -> Judged:
    tokens = np.full(len(logits), 32)
    tokens[: len(logits) // 2] = 128
    return Judged(logits, tokens, gold, present)


def test_temperature_cools_an_overconfident_model() -> None:
    rng = np.random.default_rng(0)
    gold = rng.integers(0, 3, 600)
    logits = np.zeros((600, 4), dtype=np.float32)
    said = np.where(rng.random(600) < 0.7, gold, (gold + 1) % 3)
    logits[np.arange(600), said] = 8.0
    judged = judged_by(logits, gold, [0, 1, 2])
    temperature = find_temperature([judged])
    assert math.exp(temperature.base) > 2
    shares = shares_at(judged, temperature)
    assert shares.max(axis=1).mean() == pytest.approx(0.7, abs=0.08)


def test_long_passages_have_a_temperature_of_their_own() -> None:
    rng = np.random.default_rng(0)
    gold = rng.integers(0, 2, 2000)
    right = rng.random(2000) < np.where(np.arange(2000) < 1000, 0.6, 0.95)
    logits = np.zeros((2000, 4), dtype=np.float32)
    logits[np.arange(2000), np.where(right, gold, 1 - gold)] = 3.0
    judged = judged_by(logits, gold, [0, 1])
    temperature = find_temperature([judged])
    assert temperature.passage > 0.5
    shares = shares_at(judged, temperature).max(axis=1)
    assert shares[:1000].mean() == pytest.approx(0.6, abs=0.05)
    assert shares[1000:].mean() == pytest.approx(0.95, abs=0.05)


def test_a_set_counts_by_its_weight() -> None:
    rng = np.random.default_rng(0)
    logits = np.zeros((400, 4), dtype=np.float32)
    logits[:, 0] = 3.0
    sure = judged_by(logits, np.zeros(400, dtype=int), [0, 1, 2])
    unsure = judged_by(logits, rng.integers(0, 3, 400), [0, 1, 2])

    even = find_temperature([sure, unsure]).base
    leaning = find_temperature([sure, replace(unsure, weight=5.0)]).base

    assert leaning > even


def test_a_neutral_row_may_be_beside(tmp_path: Path) -> None:
    folder = tmp_path / "stance"
    folder.mkdir()
    rows = [
        {"passage": "p", "hypothesis": "h", "label": label} for label in ("neutral", "supports")
    ]
    text = "\n".join(json.dumps(row) for row in rows)
    (folder / "snli.train.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    (folder / "fever.train.jsonl.gz").write_bytes(gzip.compress(text.split("\n")[1].encode()))
    assert [row.target for row in load_set(tmp_path, "snli")] == [NEUTRAL | BESIDE, SUPPORTS]
    assert load_set(tmp_path, "fever")[0].allowed == SUPPORTS | REFUTES
