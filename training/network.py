"""The cross-encoder: an encoder over "question [SEP] passage" and a head over four stances."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from transformers import AutoModel

if TYPE_CHECKING:
    from pathlib import Path

STANCES = 4
# A logit that leaves a stance no probability, and no overflow.
SHUT = -1e4


class SharedDropout(nn.Module):
    """Dropout with one mask for all positions of a sequence (Gal and Ghahramani, 2016).

    One mask for all positions costs almost nothing; nn.Dropout takes a third of a step on a CPU.
    """

    def __init__(self, p: float) -> None:
        """Drop features with probability `p` while training."""
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """Return x, of shape (n, positions, features), with features dropped and rescaled."""
        if not self.training or self.p == 0:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.p
        return x * (keep.to(x.dtype) / (1 - self.p))


def share_dropout(module: nn.Module) -> None:
    """Replace every nn.Dropout below `module` by a SharedDropout of the same rate."""
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout):
            setattr(module, name, SharedDropout(child.p))
        else:
            share_dropout(child)


class StanceNetwork(nn.Module):
    """Encoder and head; `forward` gives logits of shape (n, 4), uncalibrated.

    `pooling` "cls" reads the first position only; "parts" also reads the means over question and
    passage, their difference and product, as sentence encoders are compared (Conneau et al. 2017).
    """

    def __init__(self, base: str | Path, dropout: float = 0.1, pooling: str = "parts") -> None:
        """Load the encoder from a model folder and start a fresh head."""
        super().__init__()
        # Eager attention: with padding masks and bfloat16 on a CPU it trains 1.7 times faster
        # than torch's fused attention (docs/stance-runs.md).
        self.encoder = AutoModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="eager",
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=0.0,
        )
        share_dropout(self.encoder)
        # MPNet, the teacher's base, has no token types.
        self.typed = hasattr(self.encoder.embeddings, "token_type_embeddings")
        width = int(self.encoder.config.hidden_size)
        self.pooling = pooling
        self.mix = nn.Linear(width * (1 if pooling == "cls" else 5), width)
        self.out = nn.Linear(width, STANCES)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Return logits (n, 4) for token tensors of shape (n, positions)."""
        extra = {"token_type_ids": token_type_ids} if self.typed else {}
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, **extra
        ).last_hidden_state
        first = states[:, 0]
        if self.pooling == "parts":
            passage = (attention_mask * token_type_ids).unsqueeze(-1).to(states.dtype)
            question = (attention_mask * (1 - token_type_ids)).unsqueeze(-1).to(states.dtype)
            p = (states * passage).sum(1) / passage.sum(1).clamp(min=1)
            q = (states * question).sum(1) / question.sum(1).clamp(min=1)
            first = torch.cat([first, q, p, (q - p).abs(), q * p], dim=-1)
        mixed: Tensor = torch.tanh(self.mix(first))
        logits: Tensor = self.out(mixed)
        return logits


def freeze(network: StanceNetwork, layers: int) -> None:
    """Stop training the word vectors and, where `layers` is not 0, all below that layer."""
    # Half of the weights of the small network, which 120,000 rows cannot better.
    network.encoder.embeddings.word_embeddings.requires_grad_(requires_grad=False)
    if layers:
        network.encoder.embeddings.requires_grad_(requires_grad=False)
    for layer in network.encoder.encoder.layer[:layers]:
        layer.requires_grad_(requires_grad=False)


def merged_logs(logits: Tensor, allowed: Tensor) -> Tensor:
    """Return log-probabilities (n, 3) of supports, refutes and all else, among those allowed."""
    logs = torch.log_softmax(logits.masked_fill(~allowed, SHUT), dim=-1)
    rest = torch.logsumexp(logs[:, 2:], dim=-1, keepdim=True)
    return torch.cat([logs[:, :2], rest], dim=-1)


def distilled_loss(logits: Tensor, allowed: Tensor, soft: Tensor) -> Tensor:
    """Return the cross-entropy with a teacher's probabilities (n, 4), per row; 0 without them."""
    logs = torch.log_softmax(logits.masked_fill(~allowed, SHUT), dim=-1)
    return -(soft * logs).sum(dim=-1)


def masked_loss(logits: Tensor, target: Tensor, allowed: Tensor) -> Tensor:
    """Return -log p(target | allowed), per row; both masks are boolean, of shape (n, 4).

    A target of several stances is met by any of them (marginal likelihood).
    """
    shut = torch.finfo(logits.dtype).min
    whole = torch.logsumexp(logits.masked_fill(~allowed, shut), dim=-1)
    part = torch.logsumexp(logits.masked_fill(~target, shut), dim=-1)
    return whole - part
