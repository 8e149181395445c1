"""A small network through the whole of it: exported, rewritten, judged by, and read back."""

# ruff: noqa: E402 - what is imported needs packages that may be absent

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
transformers = pytest.importorskip("transformers")

from retrieval.models.passes import session
from training.export import INPUTS, export_float
from training.int8 import KEPT, to_arithmetic
from training.network import StanceNetwork
from training.reread import read_weights

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Feed = dict[str, NDArray[np.int64]]

WORDS, WIDE, LAYERS = 12_000, 32, 3


def feed(seed: int, pairs: int = 6, width: int = 20) -> Feed:
    """Pairs of differing lengths, padded."""
    rng = np.random.default_rng(seed)
    ids = rng.integers(5, WORDS, (pairs, width))
    mask = (np.arange(width) < rng.integers(width // 2, width + 1, (pairs, 1))).astype(np.int64)
    types = (np.arange(width) > width // 3).astype(np.int64) * mask
    return dict(zip(INPUTS, (ids * mask, mask, types), strict=True))


def judged(graph: Path, pairs: Feed) -> NDArray[np.float32]:
    """Logits of a graph."""
    (found,) = session(graph).run(None, dict(pairs))
    return np.asarray(found, np.float32)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights, their float graph and its int8 form; one feature of the layers is heavy."""
    folder = tmp_path_factory.mktemp("int8")
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=WORDS, hidden_size=WIDE, num_hidden_layers=LAYERS, num_attention_heads=4,
        intermediate_size=64, max_position_embeddings=24,
    )  # fmt: skip
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder / "base")
    network = StanceNetwork(folder / "base", dropout=0.0)
    with torch.no_grad():
        for name, values in network.named_parameters():
            if values.dim() == 1:
                values.add_(0.1 * torch.randn(values.shape))
            elif "layer." in name:
                values.mul_(4)
            if "LayerNorm.weight" in name:
                values[7] = 20
    torch.save(network.state_dict(), folder / "weights.pt")
    export_float(folder / "weights.pt", folder / "base", folder / "float.onnx")
    to_arithmetic(folder / "float.onnx", folder / "int8.onnx", [feed(seed) for seed in range(9)])
    return folder


def test_products_of_the_layers_are_of_integers_but_those_kept(folder: Path) -> None:
    graph = onnx.load(str(folder / "int8.onnx")).graph
    kinds = [node.op_type for node in graph.node if "/layer." in node.name]
    assert kinds.count("MatMulIntegerToFloat") == 6 * LAYERS - len(KEPT)
    # So do the two products of attention, of activations with activations.
    assert kinds.count("MatMul") == 2 * LAYERS + len(KEPT)
    # Their weights too are stored as bytes: what is left of floats of two dimensions is no product.
    floats = [
        tensor.name
        for tensor in graph.initializer
        if tensor.data_type == onnx.TensorProto.FLOAT and len(tensor.dims) == 2
    ]
    assert not [name for name in floats if "MatMul" in name]


def test_it_judges_as_the_float_graph_does(folder: Path) -> None:
    pairs = feed(100, pairs=200)
    right = judged(folder / "float.onnx", pairs)
    assert np.sqrt(((judged(folder / "int8.onnx", pairs) - right) ** 2).mean()) < 0.05 * right.std()


def test_a_pair_is_judged_the_same_in_any_company(folder: Path) -> None:
    pairs = feed(100, pairs=8)
    together = judged(folder / "int8.onnx", pairs)
    for row, mask in enumerate(pairs["attention_mask"]):
        alone = {name: values[row : row + 1, : mask.sum()] for name, values in pairs.items()}
        np.testing.assert_allclose(judged(folder / "int8.onnx", alone)[0], together[row], atol=2e-3)


def test_weights_read_back_judge_alike(folder: Path) -> None:
    network = StanceNetwork(folder / "base", dropout=0.0)
    network.load_state_dict(read_weights(folder / "int8.onnx"))
    pairs = feed(100, pairs=50)
    with torch.inference_mode():
        found = network.eval()(*(torch.from_numpy(pairs[name]) for name in INPUTS)).numpy()
    right = judged(folder / "float.onnx", pairs)
    assert np.sqrt(((found - right) ** 2).mean()) < 0.05 * right.std()


def test_the_same_weights_give_the_same_graph(folder: Path) -> None:
    again = folder / "again.onnx"
    to_arithmetic(folder / "float.onnx", again, [feed(seed) for seed in range(9)])
    assert again.read_bytes() == (folder / "int8.onnx").read_bytes()
