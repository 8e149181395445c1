"""A float32 ONNX graph rewritten to multiply in int8, with a scale a token.

A pair's judgement does not depend on what else is in its batch: nothing is measured over more than
one token. What the numbers are is in `training.products`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import onnx
from onnx import helper, numpy_helper

from retrieval.models.passes import session
from training.products import LOW_ZERO, TOP, Product, choose
from training.quantise import is_stored, store_products, store_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray


# onnxruntime's own operators: among them the product with its scales in one step.
DOMAIN: Final = "com.microsoft"
# Products left in float32: an early error grows through the layers, and in the first two the sums
# over 1,536 features made more of the error than all other products together (docs/stance-runs.md).
KEPT: Final = ("/layer.0/output/dense/", "/layer.1/output/dense/")
# Tokens by which the integers are chosen.
TOKENS: Final = 6000


def to_arithmetic(
    source: Path, target: Path, feeds: Sequence[Mapping[str, NDArray[np.int64]]]
) -> None:
    """Write the int8 form of a float32 graph, chosen by what `feeds` put through it."""
    model = onnx.load(str(source))
    found = products(model.graph)
    seen = activations(model, list(found), feeds, target)
    held = {tensor.name: tensor for tensor in model.graph.initializer}
    chosen = {}
    for name, nodes in found.items():
        weights = [numpy_helper.to_array(held[node.input[1]]) for node in nodes]
        chosen[name] = choose(seen.pop(name), np.concatenate(weights, axis=1))
    rewrite(model, found, chosen)
    onnx.save(model, str(target))


def products(graph: Any) -> dict[str, list[Any]]:  # noqa: ANN401 - onnx ships no types
    """The products to be had in int8, by the activations that they share."""
    held = {tensor.name for tensor in graph.initializer}
    found: dict[str, list[Any]] = {}
    for node in graph.node:
        kept = any(part in node.name for part in KEPT)
        if is_stored(node.name, node.op_type) and node.input[1] in held and not kept:
            found.setdefault(node.input[0], []).append(node)
    return found


def activations(
    model: Any,  # noqa: ANN401
    names: Sequence[str],
    feeds: Sequence[Mapping[str, NDArray[np.int64]]],
    scratch: Path,
) -> dict[str, NDArray[np.float32]]:
    """What the named tensors are at every token that is no padding, (tokens, features) each."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    probe.graph.output.extend(
        helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names
    )
    onnx.save(probe, str(scratch))
    opened = session(scratch)
    parts: dict[str, list[NDArray[np.float32]]] = {name: [] for name in names}
    for feed in feeds:
        kept = feed["attention_mask"].astype(bool)
        for name, values in zip(names, opened.run(list(names), dict(feed)), strict=True):
            parts[name].append(values[kept])
    whole = {name: np.concatenate(values) for name, values in parts.items()}
    tokens = len(next(iter(whole.values())))
    picked = np.random.default_rng(0).permutation(tokens)[:TOKENS]
    return {name: values[picked] for name, values in whole.items()}


def rewrite(model: Any, found: dict[str, list[Any]], chosen: dict[str, Product]) -> None:  # noqa: ANN401
    """Put int8 products in the place of float ones."""
    graph = model.graph
    held = {tensor.name: tensor for tensor in graph.initializer}
    instead: dict[str, list[Any]] = {}
    for name, nodes in found.items():
        product = chosen[name]
        steps = _prepared(graph, name, product)
        first = 0
        for node in nodes:
            last = first + held[node.input[1]].dims[1]
            steps += _multiplied(graph, name, node, product, slice(first, last))
            graph.initializer.remove(held[node.input[1]])
            instead[node.name] = steps
            steps, first = [], last
    nodes = []
    for node in graph.node:
        if node.op_type == "Add" and node.name.endswith("/output/Add"):
            # onnxruntime joins an Add before a normalisation with it, which takes twice the time.
            node.op_type = "Sum"
        nodes += instead.get(node.name, [node])
    del graph.node[:]
    graph.node.extend(nodes)
    store_vocabulary(graph)
    store_products(graph)
    model.opset_import.append(helper.make_opsetid(DOMAIN, 1))


def _hold(graph: Any, name: str, values: Any) -> str:  # noqa: ANN401
    graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
    return name


def _prepared(graph: Any, name: str, product: Product) -> list[Any]:  # noqa: ANN401
    """Steps from activations to unsigned bytes, and to the scale of each token."""
    one, zero = f"{name}_one", f"{name}_zero"
    _hold(graph, one, np.float32(1))
    _hold(graph, zero, np.uint8(product.zero))
    _hold(graph, f"{name}_smooth", (1 / product.smooth).astype(np.float32))
    top = 255 - LOW_ZERO if product.zero == LOW_ZERO else TOP
    _hold(graph, f"{name}_unit", np.float32(1 / top))
    _hold(graph, f"{name}_least", np.float32(product.least))
    make = helper.make_node
    steps = [
        make("Mul", [name, f"{name}_smooth"], [f"{name}_shares"]),
        make("ReduceMax", [f"{name}_shares"], [f"{name}_high"], axes=[-1]),
    ]
    tops = f"{name}_high"
    if product.zero != LOW_ZERO:
        tops = f"{name}_tops"
        steps += [
            make("ReduceMin", [f"{name}_shares"], [f"{name}_low"], axes=[-1]),
            make("Neg", [f"{name}_low"], [f"{name}_depth"]),
            make("Max", [f"{name}_high", f"{name}_depth"], [tops]),
        ]
    steps += [
        make("Mul", [tops, f"{name}_unit"], [f"{name}_step"]),
        make("Max", [f"{name}_step", f"{name}_least"], [f"{name}_token"]),
        make("Div", [f"{name}_shares", f"{name}_token"], [f"{name}_even"]),
        make("QuantizeLinear", [f"{name}_even", one, zero], [f"{name}_once"]),
    ]
    _hold(graph, f"{name}_repeated", product.repeated)
    _hold(graph, f"{name}_offsets", product.offsets)
    return [
        *steps,
        make("Gather", [f"{name}_even", f"{name}_repeated"], [f"{name}_heavy"], axis=2),
        make("Add", [f"{name}_heavy", f"{name}_offsets"], [f"{name}_spread"]),
        make("QuantizeLinear", [f"{name}_spread", one, zero], [f"{name}_again"]),
        make("Concat", [f"{name}_once", f"{name}_again"], [f"{name}_bytes"], axis=2),
    ]


def _multiplied(
    graph: Any,  # noqa: ANN401
    name: str,
    node: Any,  # noqa: ANN401
    product: Product,
    part: slice,
) -> list[Any]:
    """The product itself, under the name of the float one, and the scale of each token."""
    stored = node.input[1]
    integers, scales = product.integers[:, part], product.scales[part]
    heavy = integers[len(product.smooth) :]
    inputs = [
        f"{name}_bytes",
        _hold(graph, f"{stored}_int8", integers),
        f"{name}_one",
        _hold(graph, f"{stored}_scale", scales),
        f"{name}_zero",
        "",
        # What the offsets add.
        _hold(graph, f"{stored}_shift", (-(product.offsets @ heavy) * scales).astype(np.float32)),
    ]
    result = f"{node.output[0]}_token"
    return [
        helper.make_node("MatMulIntegerToFloat", inputs, [result], name=node.name, domain=DOMAIN),
        helper.make_node("Mul", [result, f"{name}_token"], [node.output[0]]),
    ]
