"""Any NLI model by folder: its labels in any order become ours."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.errors import ModelError
from retrieval.models.stance import BESIDE, NEUTRAL, REFUTES, STANCES, SUPPORTS
from retrieval.models.stance_hub import HubStanceModel, columns_for

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "mayor", "resigned", "did", "?"]
ORDER = {0: "contradiction", 1: "ENTAILMENT", 2: "Neutral"}
# What the tiny model answers to every pair: most for column 1, least for column 2.
BIAS = [1.0, 3.0, -2.0]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A one-layer BERT whose head answers by its bias alone."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    folder = tmp_path_factory.mktemp("tiny")
    config = transformers.BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=8,
        max_position_embeddings=32,
        id2label=ORDER,
        label2id={name: at for at, name in ORDER.items()},
    )
    network = transformers.BertForSequenceClassification(config)
    with torch.no_grad():
        network.classifier.weight.zero_()
        network.classifier.bias.copy_(torch.tensor(BIAS))
    network.save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    transformers.BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


def test_what_the_hubs_client_says_of_its_tries_is_kept_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = logging.getLogger("huggingface_hub.utils._http")
    heard: list[bool] = []

    def load(*_: object, **__: object) -> None:
        heard.append(client.isEnabledFor(logging.WARNING))
        raise OSError("no network")

    sentence_transformers = pytest.importorskip("sentence_transformers")
    monkeypatch.setattr(sentence_transformers, "CrossEncoder", load)
    monkeypatch.setattr("retrieval.models.hub.knows", lambda *_: True)
    before = client.getEffectiveLevel()
    with pytest.raises(ModelError, match="There is no folder nosuch, and no stance model"):
        HubStanceModel("nosuch")
    assert heard == [False]
    assert client.getEffectiveLevel() == before


@pytest.mark.filterwarnings("ignore")
def test_a_folder_is_judged_with_its_labels_mapped(tiny: Path) -> None:
    model = HubStanceModel(str(tiny), max_tokens=16)
    judged = model.judge([("did the mayor?", "the mayor resigned"), ("?", "the")])
    powers = np.exp(BIAS)
    assert judged.shape == (2, len(STANCES))
    assert judged.dtype == np.float32
    assert judged[0, SUPPORTS] == pytest.approx(powers[1] / powers.sum(), abs=1e-4)
    assert judged[0, REFUTES] == pytest.approx(powers[0] / powers.sum(), abs=1e-4)
    assert judged[0, NEUTRAL] == pytest.approx(powers[2] / powers.sum(), abs=1e-4)
    assert (judged[:, BESIDE] == 0).all()
    assert model.judge([]).shape == (0, len(STANCES))
    assert model.name == str(tiny)


@pytest.mark.parametrize(
    ("labels", "columns"),
    [
        ({0: "entailment", 1: "neutral", 2: "contradiction"}, [SUPPORTS, NEUTRAL, REFUTES]),
        ({0: "CONTRADICTION", 1: "ENTAILMENT", 2: "NEUTRAL"}, [REFUTES, SUPPORTS, NEUTRAL]),
        ({0: "Entails", 1: "Contradicts"}, [SUPPORTS, REFUTES]),
        (
            {0: "supports", 1: "refutes", 2: "neutral", 3: "beside"},
            [SUPPORTS, REFUTES, NEUTRAL, BESIDE],
        ),
    ],
)
def test_names_in_any_order_and_case(labels: dict[int, str], columns: list[int]) -> None:
    assert columns_for(labels) == columns


@pytest.mark.parametrize(
    "labels",
    [
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "entailment", 1: "not_entailment"},
        {0: "entailment", 1: "neutral"},
        {0: "entailment", 1: "entails", 2: "contradiction"},
        {0: "positive", 1: "negative"},
    ],
)
def test_labels_that_say_too_little_are_refused(labels: dict[int, str]) -> None:
    with pytest.raises(ModelError) as caught:
        columns_for(labels)
    assert "\n" not in str(caught.value)


@pytest.mark.filterwarnings("ignore")
def test_a_folder_that_is_no_model_is_a_model_error(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    with pytest.raises(ModelError) as caught:
        HubStanceModel(str(tmp_path / "none"))
    assert "\n" not in str(caught.value)


def test_without_the_library_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelError, match="pip install sentence-transformers"):
        HubStanceModel("any/model")


@pytest.mark.filterwarnings("ignore")
def test_a_name_that_is_neither_a_folder_nor_on_the_hub_says_both() -> None:
    pytest.importorskip("sentence_transformers")
    with pytest.raises(ModelError, match="There is no folder wohsays, and no stance model of that"):
        HubStanceModel("wohsays")
