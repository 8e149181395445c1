"""Weights in parts: nothing is lost but what the fewer bits cannot hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from tests.training.bases import shaken, write_bert, write_mpnet  # noqa: E402
from training import parts  # noqa: E402
from training.network import StanceNetwork, is_word_vectors  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path


def test_halves_in_several_files_give_the_weights_again(tmp_path: Path) -> None:
    state = shaken(StanceNetwork(write_bert(tmp_path), empty=True)).state_dict()
    files = parts.write_parts(parts.as_halves(state), tmp_path, "learnt", size=9_999)
    assert len(files) > 5
    assert all(file.stat().st_size <= 9_999 for file in files[:-1])
    found = parts.read_parts(tmp_path, "learnt")
    assert set(found) == set(state)
    for name, values in state.items():
        assert found[name].dtype == torch.float32
        assert found[name].shape == values.shape
        assert torch.equal(found[name], values.half().float())


def test_a_teachers_matrices_are_within_half_a_step_of_int8(tmp_path: Path) -> None:
    torch.manual_seed(0)
    state = {
        "matrix": torch.randn(300, 100) * torch.logspace(-3, 2, 300)[:, None],
        "small": torch.randn(10, 10),
        "bias": torch.randn(30_000),
    }
    state["matrix"][7] = 0
    parts.write_parts(parts.as_rows(state), tmp_path, "learnt", size=10_000)
    assert json.loads((tmp_path / "learnt.json").read_text())[0][1] == "int8"
    found = parts.read_parts(tmp_path, "learnt")
    step = state["matrix"].abs().amax(dim=1, keepdim=True) / 127
    assert ((found["matrix"] - state["matrix"]).abs() <= step * 0.5001).all()
    assert torch.equal(found["small"], state["small"])
    assert torch.equal(found["bias"], state["bias"])


def test_a_part_that_is_missing_or_cut_short_is_said(tmp_path: Path) -> None:
    files = parts.write_parts({"a": torch.arange(100.0).numpy()}, tmp_path, "learnt", size=150)
    assert len(files) == 4
    whole = files[1].read_bytes()
    files[1].write_bytes(whole[:-1])
    with pytest.raises(ValueError, match="of 400 bytes"):
        parts.read_parts(tmp_path, "learnt")
    files[1].unlink()
    with pytest.raises(ValueError, match="of 400 bytes"):
        parts.read_parts(tmp_path, "learnt")


def test_parts_left_over_of_a_larger_network_are_not_read(tmp_path: Path) -> None:
    parts.write_parts({"a": torch.zeros(100).numpy()}, tmp_path, "learnt", size=100)
    parts.write_parts({"a": torch.ones(50).numpy()}, tmp_path, "learnt", size=100)
    assert torch.equal(parts.read_parts(tmp_path, "learnt")["a"], torch.ones(50))


@pytest.mark.parametrize("write", [write_bert, write_mpnet])
def test_what_comes_back_is_put_into_what_was_sent(tmp_path: Path, write: object) -> None:
    assert callable(write)
    base = write(tmp_path / "base")
    before, after = (shaken(StanceNetwork(base, empty=True), seed).state_dict() for seed in (1, 2))
    torch.save(before, tmp_path / "before.pt")
    parts.send("english", base, tmp_path / "before.pt", tmp_path / "work")
    sent = parts.read_parts(tmp_path / "work" / "english", parts.START)
    assert set(sent) == set(before)
    assert (tmp_path / "work" / "english" / "tokenizer.json").exists()
    back = parts.learnt(after)
    parts.write_parts(parts.as_halves(back), tmp_path / "back", parts.LEARNT)
    parts.fetch(base, tmp_path / "before.pt", tmp_path / "back", tmp_path / "after.pt")
    found = torch.load(tmp_path / "after.pt", weights_only=True)
    for name, values in found.items():
        # Word vectors are not trained and do not travel back: they stay as they were, exactly.
        expected = before[name] if is_word_vectors(name) else after[name].half().float()
        assert torch.equal(values, expected)


def test_a_base_is_sent_without_a_head(tmp_path: Path) -> None:
    base = write_bert(tmp_path / "base")
    network = shaken(StanceNetwork(base, empty=True))
    network.encoder.save_pretrained(base)
    parts.send("teacher", base, None, tmp_path / "work")
    sent = parts.read_parts(tmp_path / "work" / "teacher", parts.START)
    state = network.state_dict()
    assert set(sent) == {name for name in state if not name.startswith(("mix.", "out."))}
    assert torch.equal(
        sent["encoder.embeddings.LayerNorm.bias"], state["encoder.embeddings.LayerNorm.bias"]
    )
