"""Soft labels by a teacher: a larger network judges pairs, and the small one learns its answers.

Knowledge distillation (Hinton et al., 2015), on gold rows and on pairs without a label.
"""

from __future__ import annotations

import gzip
import json
import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import torch

from training.batches import MOST, bucketed, encode, open_tokenizer
from training.data import Example, load_sets
from training.network import SHUT, StanceNetwork
from training.recombine import unlabelled
from training.written import written_pairs

if TYPE_CHECKING:
    from pathlib import Path

    from training.trainer import Place

MAX_TOKENS: Final = 128
TOKENS: Final = 3000


def soft_file(out: Path, rank: int) -> Path:
    """Return where a worker keeps the rows it labelled."""
    return out / f"soft.{rank}.jsonl.gz"


def label(weights: Path, place: Place, minutes: float | None = None) -> Path:
    """Label this worker's share of the pairs with the teacher; return the file of them.

    With `minutes` the pairs that are not reached in time are left out.
    """
    target = soft_file(place.out, place.rank)
    if target.exists():
        return target
    rng = random.Random(f"{place.seed}-label")
    rows = unlabelled(load_sets(place.data), rng) + written_pairs(rng)
    rows = rows[place.rank :: place.workers]
    network = StanceNetwork(place.base, dropout=0.0)
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    network.to(place.device).eval()
    # A row's number rides along, since batches are shuffled.
    encoded = encode(open_tokenizer(place.base, MAX_TOKENS), rows)
    encoded = [replace(row, row=at) for at, row in enumerate(encoded)]
    soft: dict[int, list[float]] = {}
    began = time.monotonic()
    with torch.inference_mode():
        for each in bucketed(encoded, TOKENS * place.scale, rng, MOST * place.scale):
            batch = each.to(place.device)
            with torch.autocast(place.device.type, torch.bfloat16):
                logits = network(batch.input_ids, batch.attention_mask, batch.token_type_ids)
            shares = torch.softmax(logits.float().masked_fill(~batch.allowed, SHUT), dim=-1)
            soft.update(zip(batch.rows.tolist(), shares.tolist(), strict=True))
            if minutes is not None and time.monotonic() - began > 60 * minutes:
                break
    part = target.with_suffix(".part")
    with gzip.open(part, "wt", encoding="utf-8") as lines:
        for at in sorted(soft):
            row = rows[at]
            values = (row.question, row.passage, row.target, row.allowed, row.origin)
            lines.write(json.dumps([*values, [round(share, 4) for share in soft[at]]]) + "\n")
    part.replace(target)
    return target


def read_soft(out: Path) -> list[Example]:
    """Read the rows that all workers labelled; raises FileNotFoundError where there are none."""
    paths = sorted(out.glob("soft.*.jsonl.gz"))
    if not paths:
        raise FileNotFoundError(f"no labelled pairs in {out}")
    rows = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                question, passage, target, allowed, origin, opinion = json.loads(line)
                rows.append(Example(question, passage, target, allowed, origin, tuple(opinion)))
    return rows
