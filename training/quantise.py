"""A float32 ONNX graph with its weights stored in int8, one scale a block of a column or a word.

Only storage is int8; onnxruntime widens the weights once, when it loads the graph, and computes in
float32. `training.int8` computes in int8 too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

LAYER: Final = "/layer."
VOCABULARY: Final = 10_000
TOP: Final = 127
# Weights of a column that share one scale.
BLOCK: Final = 32
# What stands for 0 among the 16 numbers of 4 bits.
HALF: Final = 8
_EXACT: Final = 1e-6


def is_stored(name: str, op: str) -> bool:
    """Whether a node is a product of the encoder; the head, a few kilobytes, stays float32."""
    return op == "MatMul" and LAYER in name


def to_int8(
    weights: NDArray[np.float32], axis: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Round weights to int8, with one scale for all that differ only along `axis`."""
    scales = (np.abs(weights).max(axis=axis, keepdims=True) / TOP).astype(np.float32)
    scales[scales == 0] = 1
    rounded = np.clip(np.round(weights / scales), -TOP, TOP).astype(np.int8)
    return rounded, scales


def quantise(source: Path, target: Path) -> None:
    """Write the int8 form of a float32 graph."""
    model = onnx.load(str(source))
    store_vocabulary(model.graph)
    store_products(model.graph)
    onnx.save(model, str(target))


def _matrices(graph: Any) -> dict[str, Any]:  # noqa: ANN401 - onnx ships no types
    return {
        tensor.name: tensor
        for tensor in graph.initializer
        if tensor.data_type == TensorProto.FLOAT and len(tensor.dims) == 2  # noqa: PLR2004
    }


def _replace(graph: Any, node: Any, nodes: list[Any]) -> None:  # noqa: ANN401
    at = list(graph.node).index(node)
    graph.node.remove(node)
    for step, new in enumerate(nodes):
        graph.node.insert(at + step, new)


def to_int4(
    vectors: NDArray[np.float32],
) -> tuple[NDArray[np.uint8], NDArray[np.float16]] | None:
    """Vectors (n, width) that came in 4 bits (GGML's Q4_0) as they came, two to a byte; else None.

    Byte j of a row has the number j and the one width / 2 further, plus 8 each; scales (n, blocks).
    """
    if vectors.shape[1] % (2 * BLOCK):
        return None
    blocks = vectors.reshape(len(vectors), -1, BLOCK)
    largest = np.take_along_axis(blocks, np.abs(blocks).argmax(-1)[..., None], -1)
    scales = (largest / -HALF).astype(np.float16)
    steps = scales.astype(np.float32)
    numbers = np.round(blocks / np.where(steps == 0, 1, steps)).clip(-HALF, HALF - 1)
    if np.abs(numbers * steps - blocks).max() > np.abs(vectors).max() * _EXACT:
        return None
    halves = (numbers + HALF).astype(np.uint8).reshape(len(vectors), 2, -1)
    return halves[:, 0] + halves[:, 1] * np.uint8(2 * HALF), scales[..., 0]


def store_vocabulary(graph: Any) -> None:  # noqa: ANN401
    """Keep word vectors as int8 with a scale a row, or in the 4 bits that they came in."""
    matrices = _matrices(graph)
    for node in list(graph.node):
        tensor = matrices.get(node.input[0]) if node.op_type == "Gather" else None
        if tensor is None or tensor.dims[0] < VOCABULARY:
            continue
        vectors = numpy_helper.to_array(tensor)
        graph.initializer.remove(tensor)
        packed = to_int4(vectors)
        steps = _wide(graph, node, vectors) if packed is None else _unpacked(graph, node, *packed)
        _replace(graph, node, steps)


def _wide(graph: Any, node: Any, vectors: NDArray[np.float32]) -> list[Any]:  # noqa: ANN401
    """Steps from numbers of words to their vectors, out of int8: look both up and multiply."""
    rows, scales = to_int8(vectors, axis=1)
    (name, ids), out = node.input, node.output[0]
    graph.initializer.append(numpy_helper.from_array(rows, f"{name}_int8"))
    graph.initializer.append(numpy_helper.from_array(scales, f"{name}_scale"))
    return [
        helper.make_node("Gather", [f"{name}_int8", ids], [f"{out}_int8"]),
        helper.make_node("Cast", [f"{out}_int8"], [f"{out}_float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}_scale", ids], [f"{out}_scale"]),
        helper.make_node("Mul", [f"{out}_float", f"{out}_scale"], [out]),
    ]


def _unpacked(
    graph: Any,  # noqa: ANN401
    node: Any,  # noqa: ANN401
    rows: NDArray[np.uint8],
    scales: NDArray[np.float16],
) -> list[Any]:
    """The same out of 4 bits: part the bytes of the words looked up, and multiply blockwise."""
    (name, ids), out = node.input, node.output[0]
    width = 2 * rows.shape[1]
    for part, values in (
        ("int4", rows),
        ("scale", scales),
        ("four", np.uint8(4)),
        ("sixteen", np.uint8(16)),
        ("half", np.float32(HALF)),
        ("blocks", np.asarray([0, 0, width // BLOCK, BLOCK], np.int64)),
        ("one", np.asarray([-1], np.int64)),
        ("flat", np.asarray([0, 0, width], np.int64)),
    ):
        graph.initializer.append(numpy_helper.from_array(np.asarray(values), f"{name}_{part}"))
    make = helper.make_node
    return [
        make("Gather", [f"{name}_int4", ids], [f"{out}_bytes"]),
        make("Mod", [f"{out}_bytes", f"{name}_sixteen"], [f"{out}_low"]),
        make("BitShift", [f"{out}_bytes", f"{name}_four"], [f"{out}_high"], direction="RIGHT"),
        make("Concat", [f"{out}_low", f"{out}_high"], [f"{out}_both"], axis=-1),
        make("Cast", [f"{out}_both"], [f"{out}_float"], to=TensorProto.FLOAT),
        make("Sub", [f"{out}_float", f"{name}_half"], [f"{out}_signed"]),
        make("Reshape", [f"{out}_signed", f"{name}_blocks"], [f"{out}_blocks"]),
        make("Gather", [f"{name}_scale", ids], [f"{out}_halves"]),
        make("Cast", [f"{out}_halves"], [f"{out}_scales"], to=TensorProto.FLOAT),
        make("Unsqueeze", [f"{out}_scales", f"{name}_one"], [f"{out}_scale"]),
        make("Mul", [f"{out}_blocks", f"{out}_scale"], [f"{out}_scaled"]),
        make("Reshape", [f"{out}_scaled", f"{name}_flat"], [out]),
    ]


def store_products(graph: Any) -> None:  # noqa: ANN401
    """Keep the weights of products as int8 with a scale a block; widen them before the product."""
    matrices = _matrices(graph)
    for node in list(graph.node):
        if not is_stored(node.name, node.op_type) or node.input[1] not in matrices:
            continue
        tensor = matrices[node.input[1]]
        name, (rows, columns) = tensor.name, tensor.dims
        blocks, scales = to_int8(
            numpy_helper.to_array(tensor).reshape(rows // BLOCK, BLOCK, columns), axis=1
        )
        graph.initializer.remove(tensor)
        shape = np.asarray([rows, columns], dtype=np.int64)
        for part, values in (("int8", blocks), ("scale", scales), ("shape", shape)):
            graph.initializer.append(numpy_helper.from_array(values, f"{name}_{part}"))
        steps = [
            helper.make_node("Cast", [f"{name}_int8"], [f"{name}_wide"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_wide", f"{name}_scale"], [f"{name}_scaled"]),
            helper.make_node("Reshape", [f"{name}_scaled", f"{name}_shape"], [f"{name}_float"]),
            helper.make_node(
                "MatMul", [node.input[0], f"{name}_float"], [node.output[0]], name=node.name
            ),
        ]
        _replace(graph, node, steps)
