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


def store_vocabulary(graph: Any) -> None:  # noqa: ANN401
    """Keep word vectors as int8 with a scale a row; look both up and multiply."""
    matrices = _matrices(graph)
    for node in list(graph.node):
        tensor = matrices.get(node.input[0]) if node.op_type == "Gather" else None
        if tensor is None or tensor.dims[0] < VOCABULARY:
            continue
        rows, scales = to_int8(numpy_helper.to_array(tensor), axis=1)
        name, ids, out = tensor.name, node.input[1], node.output[0]
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(rows, f"{name}_int8"))
        graph.initializer.append(numpy_helper.from_array(scales, f"{name}_scale"))
        steps = [
            helper.make_node("Gather", [f"{name}_int8", ids], [f"{out}_int8"]),
            helper.make_node("Cast", [f"{out}_int8"], [f"{out}_float"], to=TensorProto.FLOAT),
            helper.make_node("Gather", [f"{name}_scale", ids], [f"{out}_scale"]),
            helper.make_node("Mul", [f"{out}_float", f"{out}_scale"], [out]),
        ]
        _replace(graph, node, steps)


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
