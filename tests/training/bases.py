"""Networks of two layers and a dozen words: BERT, MPNet and a pruned Unigram's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import torch
import transformers
from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers, processors

from training.prune import prune_tokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from training.network import StanceNetwork

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "did", "she", "go", "yes", "no", "went")
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁did", "▁she", "▁go", "▁yes", "▁no", "▁went", "▁")
SIZES: dict[str, Any] = {
    "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32,
    "max_position_embeddings": 200,
}  # fmt: skip


def write_bert(folder: Path) -> Path:
    """BERT with word pieces: "[CLS] question [SEP] passage [SEP]"."""
    folder.mkdir(parents=True, exist_ok=True)
    transformers.BertConfig(vocab_size=len(WORDS), **SIZES).save_pretrained(folder)
    _word_pieces().save(str(folder / "tokenizer.json"))
    return folder


def write_mpnet(folder: Path) -> Path:
    """MPNet, without token types: "[CLS] question [SEP] [SEP] passage [SEP]"."""
    folder.mkdir(parents=True, exist_ok=True)
    transformers.MPNetConfig(vocab_size=len(WORDS), **SIZES).save_pretrained(folder)
    tokenizer = _word_pieces()
    # As all-mpnet-base-v2 is packaged.
    tokenizer.enable_padding(length=64)
    tokenizer.post_processor = processors.RobertaProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def write_unigram(folder: Path) -> Path:
    """BERT with the pieces of `training.prune`: "<s> question </s> </s> passage </s>"."""
    folder.mkdir(parents=True, exist_ok=True)
    transformers.BertConfig(vocab_size=len(PIECES), **SIZES).save_pretrained(folder)
    tokenizer = Tokenizer(models.Unigram([(piece, -1.0) for piece in PIECES], unk_id=3))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.add_special_tokens([AddedToken(each) for each in PIECES[:4]])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    values = prune_tokenizer(json.loads(tokenizer.to_str()), list(range(len(PIECES))))
    (folder / "tokenizer.json").write_text(json.dumps(values), "utf-8")
    return folder


def _word_pieces() -> Tokenizer:
    vocabulary = {word: at for at, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return tokenizer


def shaken(network: StanceNetwork, seed: int = 1) -> StanceNetwork:
    """The network with random weights everywhere, biases and norms too."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weights in network.parameters():
            weights.copy_(torch.randn(weights.shape, generator=generator) * 0.2)
    return network
