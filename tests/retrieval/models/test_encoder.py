from __future__ import annotations

import json
import logging
import shutil
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.settings import ModelSettings
from retrieval.errors import ModelError
from retrieval.models import load
from retrieval.models.level import Levelled
from retrieval.models.load import load_encoder, locate
from retrieval.models.onnx_encoder import CONFIG_FILE, MODEL_FILE, OnnxEncoder
from tests.retrieval.models.tiny import tiny_model

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.models.base import Encoder


NAME = "all-MiniLM-L6-v2"


def test_vectors_are_unit_float32_rows_in_input_order(encoder: Encoder) -> None:
    texts = ["The minister resigned.", "Rain fell all day on the northern coast. " * 9, "Yes."]
    vectors = encoder.encode(texts)
    assert vectors.shape == (3, encoder.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    alone = np.concatenate([encoder.encode([text]) for text in texts])
    # int8 scales its activations over a batch, so company changes a vector a little.
    assert (alone @ vectors.T).argmax(axis=1).tolist() == [0, 1, 2]
    assert (alone * vectors).sum(axis=1).min() > 0.94


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_a_paraphrase_is_nearer_than_another_subject(encoder: Encoder) -> None:
    said, paraphrase, other = encoder.encode(
        ["The minister resigned.", "The minister stepped down.", "The cake needs two eggs."]
    )
    assert said @ paraphrase > said @ other + 0.3


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_can_be_encoded(encoder: Encoder, texts: list[str]) -> None:
    vectors = encoder.encode([*texts, "\ud800 lone surrogate \x00"])
    assert np.isfinite(vectors).all()


def test_the_prepared_encoder_agrees_with_sentence_transformers(encoder: Encoder) -> None:
    torch_encoder = pytest.importorskip("retrieval.models.torch_encoder")
    texts = ["A court in Lyon fined the firm on Monday.", "Talks broke down, two diplomats said."]
    original = torch_encoder.TorchEncoder(torch_encoder.load(locate(NAME), NAME), "key")
    assert (original.encode(texts) * encoder.encode(texts)).sum(axis=1).min() > 0.98
    assert original.dimensions == encoder.dimensions
    assert original.encode([]).shape == (0, original.dimensions)


def test_a_prepared_encoder_is_not_prepared_again(models: ModelSettings, encoder: Encoder) -> None:
    heard: list[str] = []
    assert load_encoder(models, heard.append).key == encoder.key
    assert heard == []


def test_what_was_prepared_beside_the_package_serves_without_it(
    models: ModelSettings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    for name in ("all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"):
        named = models.model_copy(update={"encoder": name})
        assert load_encoder(named, lambda _: None).key == encoder.key


@pytest.mark.parametrize("name", ["./tiny", "~/models/tiny", "/models/tiny", "here/tiny", "a/b/c"])
def test_a_folder_that_is_not_there_is_named_before_any_hub_is_asked(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever would ask a hub is not there to be asked.
    for module in ("sentence_transformers", "torch"):
        monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match=r"There is no folder .*WHOSAYS_MODELS__ENCODER"):
        load_encoder(ModelSettings(cache=tmp_path, encoder=name), lambda _: None)
    with pytest.raises(ModelError, match=r"There is no folder .*WHOSAYS_MODELS__STANCE"):
        load.load_stance(ModelSettings(cache=tmp_path, stance=name))


def test_a_damaged_prepared_encoder_is_prepared_again(
    models: ModelSettings, encoder: Encoder, tmp_path: Path
) -> None:
    shutil.copytree(models.cache, tmp_path / "models")
    # A folder used before may hold what earlier versions prepared as well.
    for prepared in (tmp_path / "models").glob(f"*/{MODEL_FILE}"):
        prepared.write_bytes(prepared.read_bytes()[:1000])
    heard: list[str] = []
    again = load_encoder(ModelSettings(cache=tmp_path / "models"), heard.append)
    assert any("damaged" in line for line in heard)
    assert again.encode(["Yes."]).shape == (1, encoder.dimensions)


def test_preparing_a_model_leaves_the_log_as_it_was(tmp_path: Path) -> None:
    tiny_model(tmp_path / "tiny", seed=1)
    before = logging.getLogger().level
    load_encoder(
        ModelSettings(cache=tmp_path / "cache", encoder=str(tmp_path / "tiny")), lambda _: None
    )
    assert logging.getLogger().level == before


def test_a_changed_model_folder_is_prepared_again_under_another_key(tmp_path: Path) -> None:
    origin = tmp_path / "tiny"
    tiny_model(origin, seed=1)
    settings_ = ModelSettings(cache=tmp_path / "cache", encoder=str(origin))
    first = load_encoder(settings_, lambda _: None)
    assert isinstance(first, Levelled)
    assert "/int8/" in first.key or "/fp32/" in first.key
    shutil.rmtree(origin)
    tiny_model(origin, seed=2)
    second = load_encoder(settings_, lambda _: None)
    assert first.key != second.key
    assert second.encode(["a b"]).shape == (1, 32)


def test_a_model_that_cannot_be_exported_is_served_by_sentence_transformers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from retrieval.models import export  # noqa: PLC0415

    def refuse(*_: object) -> None:
        raise RuntimeError("this graph has an operator that ONNX lacks")

    origin = tmp_path / "tiny"
    tiny_model(origin, seed=3)
    monkeypatch.setattr(export, "_trace", refuse)
    settings_ = ModelSettings(cache=tmp_path / "cache", encoder=str(origin))
    encoder = load_encoder(settings_, lambda _: None)
    assert "/torch/" in encoder.key
    vectors = encoder.encode(["a b", "b"])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    monkeypatch.undo()
    # Remembered: the next start does not try the export again.
    assert load_encoder(settings_, lambda _: None).key == encoder.key


def test_without_sentence_transformers_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelError, match=r"install whosays\[models\]") as raised:
        load_encoder(ModelSettings(cache=tmp_path, encoder="some/model"), lambda _: None)
    assert "\n" not in str(raised.value)


def test_a_folder_without_a_model_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no sentence-transformers model"):
        load_encoder(ModelSettings(cache=tmp_path, encoder=str(tmp_path)), lambda _: None)


def test_a_folder_with_another_kind_of_model_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "no-such-thing"}))
    with pytest.raises(ModelError, match="not a sentence-transformers model"):
        load_encoder(ModelSettings(cache=tmp_path / "cache", encoder=str(tmp_path)), lambda _: None)


def test_a_prepared_folder_without_its_files_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / CONFIG_FILE).write_text("{}")
    with pytest.raises(ModelError, match="cannot be loaded"):
        OnnxEncoder(tmp_path)
