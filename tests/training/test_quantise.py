"""The int8 graph: small, close to its float32 form, and the head left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

onnx = pytest.importorskip("onnx")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402

from training.quantise import (  # noqa: E402
    is_stored,
    quantise,
    to_int4,
    to_int8,
)

if TYPE_CHECKING:
    from pathlib import Path

WORDS, WIDE, INNER = 12_000, 32, 64
# No weight is so small that its scale is no normal number any more.
WEIGHTS = st.floats(-100, 100, width=32).map(lambda each: each if abs(each) > 1e-30 else 0.0)


@given(
    hnp.arrays(np.float32, (2, 4, 5), elements=WEIGHTS),
    st.sampled_from([0, 1, 2]),
)
def test_rounding_is_within_half_a_step(weights: np.ndarray, axis: int) -> None:
    rounded, scales = to_int8(weights, axis)
    assert rounded.dtype == np.int8
    assert (np.abs(rounded * scales - weights) <= scales / 2 * 1.001).all()


def test_only_products_of_the_encoder_are_stored_in_int8() -> None:
    assert is_stored("/encoder/encoder/layer.0/intermediate/dense/MatMul", "MatMul")
    assert not is_stored("/encoder/encoder/layer.0/output/dense/Add", "Add")
    assert not is_stored("/mix/Gemm", "Gemm")
    assert not is_stored("/out/MatMul", "MatMul")


def in_4_bits(count: int, width: int) -> np.ndarray:
    """Vectors as GGML's Q4_0 holds them: of each 32 numbers one is -8, times a half."""
    rng = np.random.default_rng(1)
    numbers = rng.integers(-8, 8, (count, width // 32, 32))
    numbers[..., 5] = -8
    scales = rng.normal(size=(count, width // 32, 1)).astype(np.float16)
    return (numbers * scales.astype(np.float32)).reshape(count, width).astype(np.float32)


def test_what_came_in_4_bits_stays_as_it_was() -> None:
    vectors = in_4_bits(9, 128)
    vectors[3, 32:64] = 0
    found = to_int4(vectors)
    assert found is not None
    packed, scales = found
    numbers = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    assert packed.nbytes + scales.nbytes == 9 * (64 + 8)
    assert (numbers.reshape(9, 4, 32) * scales[..., None] == vectors.reshape(9, 4, 32)).all()


def test_other_vectors_are_not_forced_into_4_bits() -> None:
    assert to_int4(np.random.default_rng(0).normal(size=(4, 64)).astype(np.float32)) is None
    assert to_int4(in_4_bits(4, 32)) is None


@pytest.mark.parametrize("shape", [(1, 1), (3, 7)])
def test_words_are_unpacked_when_they_are_looked_up(tmp_path: Path, shape: tuple[int, int]) -> None:
    vectors = in_4_bits(WORDS, 64)
    graph = helper.make_graph(
        [helper.make_node("Gather", ["words", "ids"], ["x"])],
        "lookup",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "t"])],
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", "t", 64])],
        [numpy_helper.from_array(vectors, "words")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(tmp_path / "plain.onnx"))
    quantise(tmp_path / "plain.onnx", tmp_path / "small.onnx")
    assert (tmp_path / "small.onnx").stat().st_size < 0.15 * vectors.nbytes
    served = onnxruntime.InferenceSession(
        str(tmp_path / "small.onnx"), providers=["CPUExecutionProvider"]
    )
    ids = np.arange(np.prod(shape)).reshape(shape) * 31
    assert (served.run(None, {"ids": ids})[0] == vectors[ids]).all()


def write_graph(path: Path) -> None:
    """A vocabulary, a feed-forward layer and a head, with the names that training gives them."""
    rng = np.random.default_rng(0)
    shapes = {"words": (WORDS, WIDE), "up": (WIDE, INNER), "down": (INNER, WIDE), "head": (WIDE, 4)}
    tensors = [
        numpy_helper.from_array(rng.normal(size=shape).astype(np.float32), name)
        for name, shape in shapes.items()
    ]
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["x"], name="/encoder/embeddings/Gather"),
        helper.make_node("MatMul", ["x", "up"], ["y"], name="/layer.0/intermediate/dense/MatMul"),
        helper.make_node("Relu", ["y"], ["r"]),
        helper.make_node("MatMul", ["r", "down"], ["z"], name="/layer.0/output/dense/MatMul"),
        helper.make_node("MatMul", ["z", "head"], ["logits"], name="/out/MatMul"),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", 4])],
        tensors,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(path))


def test_a_graph_shrinks_and_answers_alike(tmp_path: Path) -> None:
    plain, small = tmp_path / "plain.onnx", tmp_path / "small.onnx"
    write_graph(plain)
    quantise(plain, small)
    assert small.stat().st_size < 0.4 * plain.stat().st_size
    ids = {"ids": np.arange(0, WORDS, 37)}
    ours, theirs = (
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(None, ids)[
            0
        ]
        for path in (small, plain)
    )
    assert np.abs(ours - theirs).max() < 0.02 * np.abs(theirs).max()
    kept = {tensor.name for tensor in onnx.load(str(small)).graph.initializer}
    assert "head" in kept
    assert not {"words", "up", "down"} & kept
