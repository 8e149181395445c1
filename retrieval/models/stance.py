"""The stance model that ships: a small cross-encoder served by onnxruntime, without torch.

Made by `training`; docs/stance-model.md is its card.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from tokenizers import Tokenizer

from retrieval.errors import ModelError
from retrieval.models.calibration import Calibration
from retrieval.models.passes import Passes
from retrieval.models.reads import ENGLISH, FOR_ENGLISH, languages_stated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Encoding

SUPPORTS: Final = 0
REFUTES: Final = 1
NEUTRAL: Final = 2
BESIDE: Final = 3
STANCES: Final = ("supports", "refutes", "neutral", "beside")

MODEL_FILE: Final = "model.onnx"
TOKENIZER_FILE: Final = "tokenizer.json"
CONFIG_FILE: Final = "config.json"

# Three special tokens, and room for a passage beside the longest question.
_LEAST_PASSAGE = 64


@dataclass(frozen=True, slots=True)
class StanceConfig:
    """What config.json holds beside the graph: calibration, limits and where it came from."""

    name: str
    calibration: Calibration
    max_tokens: int
    pad: int = 0
    languages: frozenset[str] = ENGLISH

    @classmethod
    def read(cls, path: Path) -> StanceConfig:
        """Read config.json; raises ValueError, KeyError or OSError where it is not one."""
        values: dict[str, Any] = json.loads(path.read_text("utf-8"))
        if tuple(values["labels"]) != STANCES:
            raise ValueError(f"labels are {values['labels']}, not {list(STANCES)}")
        return cls(
            name=f"{values['name']} {values['version']}",
            calibration=Calibration.read(values["calibration"]),
            max_tokens=int(values["max_tokens"]),
            pad=int(values["pad"]),
            languages=languages_stated(path.parent),
        )


class OnnxStanceModel:
    """Judges (question, passage) pairs with packaged weights, or those of another folder."""

    def __init__(
        self, folder: Path | None = None, *, judge: str = FOR_ENGLISH, threads: int = 0
    ) -> None:
        """Load model, tokenizer and config; raises ModelError where they cannot be.

        `judge` names packaged weights; `threads` 0 means all cores, at most 4.
        """
        if folder is None:
            with as_file(files("retrieval.models") / "weights" / judge) as packaged:
                self._load(packaged, threads)
        else:
            self._load(folder, threads)

    def _load(self, folder: Path, threads: int) -> None:
        try:
            self._config = StanceConfig.read(folder / CONFIG_FILE)
            self._passes = Passes(folder / MODEL_FILE, pad=self._config.pad, threads=threads)
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        # onnxruntime and tokenizers raise bare Exception subclasses of their own making.
        except Exception as error:
            raise ModelError(
                f"The stance model in {folder} cannot be loaded ({error}); install whosays "
                "again or name another folder in the stance settings."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(self._config.max_tokens, strategy="only_second")

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return self._config.name

    @property
    def languages(self) -> frozenset[str]:
        """What config.json states as `languages`; English where it states none."""
        return self._config.languages

    def logits(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Uncalibrated scores of shape (n, 4), in input order."""
        return self._score(self._encode(pairs))

    def logits_and_lengths(
        self, pairs: Sequence[tuple[str, str]]
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Uncalibrated scores of shape (n, 4) and the tokens of each passage, shape (n,)."""
        encoded = self._encode(pairs)
        tokens = np.asarray([sum(entry.type_ids) for entry in encoded], dtype=np.int64)
        return self._score(encoded), tokens

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Calibrated probabilities of shape (n, 4), in the order of STANCES and of the input.

        Calibrated by the passage's length and by stance. Only the passage is ever
        cut, unless the question alone leaves it no room.
        """
        scores, tokens = self.logits_and_lengths(pairs)
        return softmax(self._config.calibration.of(scores, tokens))

    def _score(self, encoded: Sequence[Encoding]) -> NDArray[np.float32]:
        if not encoded:
            return np.zeros((0, len(STANCES)), dtype=np.float32)
        return self._passes.run(
            [entry.ids for entry in encoded], [entry.type_ids for entry in encoded]
        )

    def count_tokens(self, pairs: Sequence[tuple[str, str]]) -> float:
        """Mean number of tokens a pair, special ones included; 0 without pairs."""
        counts = [len(entry.ids) for entry in self._encode(pairs)]
        return float(np.mean(counts)) if counts else 0.0

    def _encode(self, pairs: Sequence[tuple[str, str]]) -> list[Encoding]:
        texts = [(self._fitting(question), _clean(passage)) for question, passage in pairs]
        return self._tokenizer.encode_batch(texts)

    def _fitting(self, question: str) -> str:
        text = _clean(question)
        room = self._config.max_tokens - _LEAST_PASSAGE
        # As a second text, which alone is ever cut: a second tokenizer would take as much memory.
        entry = self._tokenizer.encode("", text, add_special_tokens=False)
        ends = [
            end
            for (_, end), part in zip(entry.offsets, entry.sequence_ids, strict=True)
            if part == 1
        ]
        return text if len(ends) < room else text[: ends[room - 1]]


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities along the last axis, in float32."""
    if not scores.size:
        return scores
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: NDArray[np.float32] = (powers / powers.sum(axis=-1, keepdims=True)).astype(np.float32)
    return shares


def _clean(text: str) -> str:
    # A lone surrogate is legal in a Python string and not in the tokenizer's UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")
