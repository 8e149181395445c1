"""Any CrossEncoder or transformers NLI model as a stance model, by hub name or folder.

Such models know entailment, contradiction and neutral, in an order of their own; they cannot tell
"leaves it open" from "beside the point", so their `beside` is always 0.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.errors import ModelError
from retrieval.models import hub
from retrieval.models.quiet import quietly
from retrieval.models.stance import BESIDE, NEUTRAL, REFUTES, STANCES, SUPPORTS, softmax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_LIBRARY: Final = "sentence_transformers"
# Whose a name without an owner is to that library.
_OWNER: Final = "cross-encoder"
# Label names of public models, letters only and in lower case.
MEANINGS: Final[dict[str, int]] = {
    "entailment": SUPPORTS,
    "entail": SUPPORTS,
    "entails": SUPPORTS,
    "supports": SUPPORTS,
    "contradiction": REFUTES,
    "contradict": REFUTES,
    "contradicts": REFUTES,
    "refutes": REFUTES,
    "neutral": NEUTRAL,
    "beside": BESIDE,
}
# Two-way models say only whether the passage settles the claim as true.
NOT_ENTAILED: Final = frozenset({"notentailment", "notentailed"})


def columns_for(labels: Mapping[int, str]) -> list[int]:
    """Our column for each of a model's, by its label names in any order and case.

    Raises ModelError where a name says nothing (LABEL_0) or supports or refutes is missing.
    """
    columns = []
    for at in range(len(labels)):
        name = re.sub(r"[^a-z]", "", str(labels[at]).lower())
        if name in NOT_ENTAILED:
            raise ModelError(
                f"The model tells only {sorted(map(str, labels.values()))}; a stance model must "
                "tell entailment, contradiction and neutral apart."
            )
        if name not in MEANINGS:
            raise ModelError(
                f"The model's label {labels[at]!r} is not known; its config.json must name "
                "entailment, contradiction and neutral in id2label."
            )
        columns.append(MEANINGS[name])
    if len(set(columns)) != len(columns) or not {SUPPORTS, REFUTES} <= set(columns):
        raise ModelError(
            f"The model's labels {sorted(map(str, labels.values()))} do not name entailment and "
            "contradiction once each."
        )
    return columns


class HubStanceModel:
    """Judges (question, passage) pairs with a model that torch runs; large ones are slow on a CPU.

    Public NLI models read (premise, hypothesis), so the passage goes first.
    """

    def __init__(self, model: str, *, threads: int = 0, max_tokens: int = 512) -> None:
        """Load a model by hub name or folder; raises ModelError where that cannot be done."""
        local = Path(model).expanduser().is_dir()
        # Before what takes seconds to import.
        known = local or find_spec(_LIBRARY) is None or hub.knows(model, _OWNER, "stance model")
        try:
            import torch  # noqa: PLC0415 - only this class needs it
            from sentence_transformers import CrossEncoder  # noqa: PLC0415
        except ImportError as error:
            raise ModelError(
                f"The stance model {model} needs sentence-transformers: "
                "pip install sentence-transformers."
            ) from error
        if threads:
            torch.set_num_threads(threads)
        try:
            with quietly():
                self._encoder: Any = CrossEncoder(
                    model, device="cpu", max_length=max_tokens, local_files_only=not known
                )
            labels = {int(at): str(name) for at, name in self._encoder.config.id2label.items()}
        # The hub, its cache and the loaders raise exceptions of many unrelated kinds.
        except Exception as error:
            reason = str(error).strip().split("\n")[0]
            if local:
                raise ModelError(f"The stance model {model} cannot be loaded: {reason}") from error
            reason = hub.UNREACHED if not known else reason.rstrip(".")
            raise hub.not_had(model, "stance model", reason) from error
        self._columns = columns_for(labels)
        self._name = model
        self._identity = torch.nn.Identity()

    @property
    def name(self) -> str:
        """The hub name or folder it was loaded by."""
        return self._name

    @property
    def languages(self) -> frozenset[str]:
        """Any: such a model does not say, so that the settings alone do."""
        return frozenset({"*"})

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of shape (n, 4) in the order of STANCES, uncalibrated; beside is 0."""
        result = np.zeros((len(pairs), len(STANCES)), dtype=np.float32)
        if not pairs:
            return result
        turned = [(passage, question) for question, passage in pairs]
        logits = self._encoder.predict(
            turned, activation_fn=self._identity, convert_to_numpy=True, show_progress_bar=False
        )
        result[:, self._columns] = softmax(np.asarray(logits, dtype=np.float32))
        return result
