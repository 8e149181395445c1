"""A model that is made in no time, for tests of what is done with any model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def tiny_model(folder: Path, *, seed: int) -> None:
    """A sentence-transformers model of one small layer with random weights."""
    torch = pytest.importorskip("torch")
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from sentence_transformers.sentence_transformer.modules import (  # noqa: PLC0415
        Pooling,
        Transformer,
    )
    from transformers import BertConfig, BertModel, BertTokenizer  # noqa: PLC0415

    torch.manual_seed(seed)
    raw = folder.parent / f"raw-{seed}"
    raw.mkdir()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz"]
    vocabulary += [f"##{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    (raw / "vocab.txt").write_text("\n".join(vocabulary))
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
    )
    BertModel(config).save_pretrained(raw)
    BertTokenizer(str(raw / "vocab.txt")).save_pretrained(raw)
    transformer = Transformer(str(raw))
    SentenceTransformer(modules=[transformer, Pooling(32)]).save(str(folder))
