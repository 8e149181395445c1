"""A tiny run: it learns, it is stopped and goes on where it was, it repeats itself for a seed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from training.data import ALL, REFUTES, SUPPORTS, Example

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from training.trainer import Place, Stage, Trainer  # noqa: E402

if TYPE_CHECKING:
    import random
    from pathlib import Path

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "did", "she", "go", "yes", "no", "went"]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A one-layer encoder of width 16 over eleven words."""
    folder = tmp_path_factory.mktemp("base")
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    vocabulary = {word: at for at, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def lesson(_data: Path, rng: random.Random) -> list[Example]:
    """Eighty pairs that one word decides."""
    rows = [Example("did she go", "yes she went", SUPPORTS, ALL)] * 40
    rows += [Example("did she go", "no", REFUTES, ALL)] * 40
    return rng.sample(rows, len(rows))


STAGE = Stage("lesson", lesson, epochs=3, rate=3e-3, tokens=64, max_tokens=16, smoothing=0.02)


def trainer(base: Path, out: Path) -> Trainer:
    return Trainer(STAGE, Place(base, out, out, seed=1))


def events(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "log.jsonl").read_text().splitlines()]


def test_a_run_learns_its_lesson(base: Path, tmp_path: Path) -> None:
    run = trainer(base, tmp_path)
    weights = run.run(every=5)
    assert weights.exists()
    assert run.seen == 240
    losses = [entry["loss"] for entry in events(tmp_path) if "loss" in entry]
    assert losses
    kinds = [entry.get("event") for entry in events(tmp_path)]
    assert kinds[0] == "start"
    assert kinds[-1] == "done"


def test_a_stopped_run_goes_on_where_it_was(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = trainer(base, tmp_path)
    save = first.save

    def save_and_stop(epoch: int, at: int) -> None:
        save(epoch, at)
        if epoch == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(first, "save", save_and_stop)
    with pytest.raises(KeyboardInterrupt):
        first.run(every=5)
    seen = first.seen
    assert 80 < seen < 240
    second = trainer(base, tmp_path)
    second.run(every=5)
    assert second.seen == 240
    starts = [entry for entry in events(tmp_path) if entry.get("event") == "start"]
    assert (starts[1]["first"], starts[1]["batch"]) == (1, 5)


def test_two_runs_with_one_seed_are_equal(base: Path, tmp_path: Path) -> None:
    states = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        states.append(torch.load(trainer(base, tmp_path / name).run(every=50), weights_only=True))
    assert all(torch.equal(states[0][key], states[1][key]) for key in states[0])


def test_a_budget_of_no_time_ends_at_once(base: Path, tmp_path: Path) -> None:
    run = Trainer(STAGE, Place(base, tmp_path, tmp_path, seed=1), minutes=1e-9)
    assert run.run(every=5).exists()
    assert run.seen == 0


def test_by_the_clock_a_stage_has_as_many_epochs_as_fit(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Trainer(STAGE, Place(base, tmp_path, tmp_path, seed=1), minutes=1)
    fits = STAGE.epochs + 2
    monkeypatch.setattr(run, "progress", lambda epoch, _part, _began: epoch / fits)
    run.run(every=50)
    assert run.seen == 240 / STAGE.epochs * fits
