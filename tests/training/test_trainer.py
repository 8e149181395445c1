"""A tiny run: it learns, it is stopped and goes on where it was, it repeats itself for a seed."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from training.data import ALL, REFUTES, SUPPORTS, Example

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from training import train  # noqa: E402
from training.network import SharedDropout, StanceNetwork, freeze  # noqa: E402
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


def test_word_vectors_are_not_trained(base: Path) -> None:
    network = StanceNetwork(base)
    freeze(network)
    still = {name for name, p in network.named_parameters() if not p.requires_grad}
    assert still == {"encoder.embeddings.word_embeddings.weight"}


def test_an_empty_network_needs_a_config_alone(base: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_bytes((base / "config.json").read_bytes())
    state = StanceNetwork(base).state_dict()
    network = StanceNetwork(tmp_path, dropout=0.3, empty=True)
    network.load_state_dict(state)
    assert {m.p for m in network.modules() if isinstance(m, SharedDropout)} >= {0.3}
    with pytest.raises(OSError, match=r"model\.safetensors"):
        StanceNetwork(tmp_path)


def options(out: Path, **values: object) -> argparse.Namespace:
    """Command-line options of a run, but for `values`."""
    return argparse.Namespace(**{"out": out, "stage": "all", "six": False, **values})


def test_a_judge_of_six_languages_has_its_own_last_stage(tmp_path: Path) -> None:
    assert train.stages(options(tmp_path, six=True)) == ("general", "six")
    assert train.stages(options(tmp_path)) == ("general", "stance", "news")
    assert train.stages(options(tmp_path, stage="news")) == ("news",)


def test_a_finished_stage_is_not_run_again(tmp_path: Path) -> None:
    (tmp_path / "stance.pt").touch()
    place = Place(tmp_path, tmp_path, tmp_path, seed=1)
    assert train.run_stage("stance", options(tmp_path), place, None) == tmp_path / "stance.pt"


def test_a_stage_starts_from_the_weights_before_it(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(train.STAGES, "news", STAGE)
    place = Place(base, tmp_path, tmp_path, seed=1)
    given = StanceNetwork(base)
    torch.nn.init.constant_(given.out.bias, 5.0)
    torch.save(given.state_dict(), tmp_path / "given.pt")
    args = options(tmp_path, minutes=1e-9, every=5)
    train.run_stage("news", args, place, tmp_path / "given.pt")
    after = torch.load(tmp_path / "lesson.pt", weights_only=True)
    assert after["out.bias"].tolist() == [5.0] * 4
