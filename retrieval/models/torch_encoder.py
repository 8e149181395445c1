"""Any sentence-transformers model, served by sentence-transformers itself."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from retrieval.errors import ModelError
from retrieval.models import hub
from retrieval.models.prompts import prompts_of
from retrieval.models.quiet import quietly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_LIBRARY: Final = "sentence_transformers"
# Whose a name without an owner is to that library.
_OWNER: Final = "sentence-transformers"


def load(origin: str, name: str) -> Any:  # noqa: ANN401 - the library's types would import torch
    """A SentenceTransformer from a hub name or folder, on the CPU; raises ModelError.

    `name` is what the settings call it; it tells which prefixes it wants, where it does not itself.
    """
    local = Path(origin).is_dir()
    # Before what takes seconds to import.
    known = local or find_spec(_LIBRARY) is None or hub.knows(origin, _OWNER, "encoder")
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    except ImportError as error:
        raise ModelError(
            f"The encoder {name!r} needs sentence-transformers: install whosays[models]."
        ) from error
    from transformers.utils import logging  # noqa: PLC0415

    # The doors have a progress line of their own.
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        with quietly():
            model = SentenceTransformer(origin, device="cpu", local_files_only=not known)
    # Hub, file and configuration errors have no common base below Exception.
    except Exception as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else repr(error)
        if not known:
            raise hub.not_had(origin, "encoder", hub.UNREACHED) from error
        raise ModelError(
            f"{origin!r} is not a sentence-transformers model that can be loaded: {reason}"
        ) from error
    own = {each: prompt or "" for each, prompt in (model.prompts or {}).items()}
    model.prompts = dict(prompts_of(own, name, origin))
    return model


class TorchEncoder:
    """Serves the models that cannot be exported; slower to start and to run."""

    def __init__(self, model: Any, key: str) -> None:  # noqa: ANN401
        """Serve a loaded SentenceTransformer under the key."""
        self._model = model
        self._key = key

    @property
    def key(self) -> str:
        """Model name, digest and precision."""
        return self._key

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Unit-length float32 vectors of shape (n, dimensions), in input order."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        run = self._model.encode_query if query else self._model.encode_document
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        vectors = run(clean, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)
