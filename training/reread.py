"""The shipped int8 graph back to trainable weights, so that training goes on where it ended.

`python -m training.reread --out FILE [--graph MODEL.ONNX]`.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from retrieval.models.stance import MODEL_FILE
from training.quantise import HALF

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHIPPED: Final = Path("retrieval/models/weights/stance")
# What `quantise` and `to_arithmetic` hold beside the weights.
_OURS: Final = (
    "_int8", "_scale", "_shape", "_shift", "_smooth", "_repeated", "_offsets", "_one", "_zero",
    "_unit", "_least", "_int4", "_four", "_sixteen", "_half", "_blocks", "_flat",
)  # fmt: skip
_PRODUCT: Final = re.compile(r"^/(?P<path>.+)/MatMul$")


def read_weights(graph: Path) -> dict[str, torch.Tensor]:
    """Return the state of a `StanceNetwork` from a graph that `quantise` wrote; float32."""
    model = onnx.load(str(graph))
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    state: dict[str, NDArray[np.float32]] = {
        name: values
        for name, values in held.items()
        if "::" not in name and not name.endswith(_OURS)
    }
    words = "encoder.embeddings.word_embeddings.weight"
    state[words] = _vectors(held, words)
    for node in model.graph.node:
        found = _PRODUCT.match(node.name)
        stored = re.sub("_(float|int8)$", "", node.input[1]) if found else ""
        if found is None or f"{stored}_int8" not in held:
            continue
        # A graph multiplies from the left: x W; a layer keeps the transpose.
        path = found["path"].replace("/", ".")
        state[f"{path}.weight"] = _weights(held, stored, node.input[0].removesuffix("_bytes")).T
    return {name: torch.from_numpy(values.copy()) for name, values in state.items()}


def _vectors(held: dict[str, Any], words: str) -> NDArray[np.float32]:
    scales = held[f"{words}_scale"].astype(np.float32)
    if f"{words}_int8" in held:
        return np.asarray(held[f"{words}_int8"] * scales, np.float32)
    packed = held[f"{words}_int4"]
    numbers = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - HALF
    blocks = numbers.reshape(*scales.shape, -1) * scales[..., None]
    return np.asarray(blocks.reshape(len(packed), -1), np.float32)


def _weights(
    held: dict[str, NDArray[np.float32]], stored: str, activations: str
) -> NDArray[np.float32]:
    weights = held[f"{stored}_int8"].astype(np.float32) * held[f"{stored}_scale"]
    if f"{stored}_shape" in held:
        return weights.reshape(held[f"{stored}_shape"].tolist())
    inverse = held[f"{activations}_smooth"]
    whole = weights[: len(inverse)]
    np.add.at(whole, held[f"{activations}_repeated"].astype(np.intp), weights[len(inverse) :])
    return whole * inverse[:, None]


def main() -> None:
    """Write the weights of a graph as a file that `train --init` takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graph", type=Path, default=SHIPPED / MODEL_FILE)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(read_weights(args.graph), args.out)


if __name__ == "__main__":
    main()
