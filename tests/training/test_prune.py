"""A base with fewer word pieces."""

# ruff: noqa: E402 - what is imported needs packages that may be absent

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from safetensors.torch import load_file, save_file
from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, processors

from training.prune import prune

if TYPE_CHECKING:
    from pathlib import Path

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁the", "▁no", "▁Путин", "▁東", "é", "▁", "x", "東")
WORDS = "embeddings.word_embeddings.weight"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    folder.mkdir()
    tokenizer = Tokenizer(models.Unigram([(piece, -1.0) for piece in PIECES], unk_id=3))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.add_special_tokens([AddedToken(each) for each in (*PIECES[:4], "<mask>")])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    size = len(PIECES) + 1
    save_file({WORDS: torch.arange(size * 2.0).view(size, 2)}, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps({"vocab_size": size}), "utf-8")
    return folder


def test_what_the_texts_need_stays_and_is_cut_as_before(base: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    count = prune(base, out, ["the Путин"])
    before, after = (Tokenizer.from_file(str(one / "tokenizer.json")) for one in (base, out))
    vectors, kept = (load_file(one / "model.safetensors")[WORDS] for one in (base, out))
    one, two = (each.encode("the Путин", add_special_tokens=False) for each in (before, after))
    assert one.tokens == two.tokens
    assert (vectors[one.ids] == kept[two.ids]).all()
    assert json.loads((out / "config.json").read_text("utf-8")) == {"vocab_size": count}
    assert len(kept) == count < len(PIECES)
    assert after.token_to_id("▁東") is None
    assert after.token_to_id("é") is not None, "single letters of both alphabets stay"


def test_question_and_passage_are_told_apart_by_type(base: Path, tmp_path: Path) -> None:
    prune(base, tmp_path / "out", ["the no"])
    entry = Tokenizer.from_file(str(tmp_path / "out" / "tokenizer.json")).encode("the", "no")
    assert entry.tokens == ["<s>", "▁the", "</s>", "</s>", "▁no", "</s>"]
    assert entry.type_ids == [0, 0, 0, 0, 1, 1]


def test_a_base_is_cut_like_another_so_that_its_weights_go_on(base: Path, tmp_path: Path) -> None:
    prune(base, tmp_path / "before", ["the Путин"])
    before = tmp_path / "before" / "tokenizer.json"
    prune(base, tmp_path / "after", ["no 東"], before)
    assert (tmp_path / "after" / "tokenizer.json").read_bytes() == before.read_bytes()
    vectors = [
        load_file(tmp_path / name / "model.safetensors")[WORDS] for name in ("before", "after")
    ]
    assert torch.equal(*vectors)


def test_pieces_of_another_base_are_refused(base: Path, tmp_path: Path) -> None:
    values = json.loads((base / "tokenizer.json").read_text("utf-8"))
    values["model"]["vocab"].append(["▁new", -1.0])
    (tmp_path / "other.json").write_text(json.dumps(values), "utf-8")
    with pytest.raises(ValueError, match="not pruned of this base"):
        prune(base, tmp_path / "out", [], tmp_path / "other.json")
