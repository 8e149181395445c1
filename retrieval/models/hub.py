"""Whether the hub has a model, asked once and briefly, before its client tries file after file."""

from __future__ import annotations

import os
from pathlib import Path

from retrieval.errors import ModelError
from retrieval.models.quiet import quietly

SECONDS = 5.0
"""How long the hub may take to say whether it has a model; it answers within one."""
UNREACHED = "it cannot be reached"
_SETTINGS = {"encoder": "WHOSAYS_MODELS__ENCODER", "stance model": "WHOSAYS_MODELS__STANCE"}


def knows(name: str, organization: str, what: str) -> bool:
    """Whether the hub has a model by that name; False where it cannot be asked, but is kept here.

    A name without an owner may be one of the organization's, as sentence-transformers reads it.
    Raises ModelError where the hub has none, or cannot be asked and nothing is kept.
    """
    # Slow to import, and what is prepared needs no hub.
    from huggingface_hub import HfApi  # noqa: PLC0415
    from huggingface_hub.errors import (  # noqa: PLC0415
        GatedRepoError,
        HfHubHTTPError,
        HFValidationError,
        RepositoryNotFoundError,
    )

    names = (name,) if "/" in name else (f"{organization}/{name}", name)
    for each in names:
        try:
            with quietly():
                HfApi().model_info(each, timeout=SECONDS)
        except GatedRepoError:
            return True
        # What no hub can have as a name comes with the latter.
        except (RepositoryNotFoundError, HFValidationError):
            continue
        except HfHubHTTPError:
            # It is there and has a trouble of its own, which the loader tells.
            return True
        # The client's transport and its settings raise exceptions of unrelated kinds.
        except Exception as error:
            if any(map(_kept, names)):
                return False
            raise not_had(name, what, UNREACHED) from error
        return True
    raise not_had(name, what, "it knows none")


def _kept(name: str) -> bool:
    """Whether anything of a model lies where the loaders keep what they had from the hub."""
    from huggingface_hub import constants  # noqa: PLC0415
    from huggingface_hub.file_download import repo_folder_name  # noqa: PLC0415

    folder = repo_folder_name(repo_id=name, repo_type="model")
    places = (constants.HF_HUB_CACHE, os.environ.get("SENTENCE_TRANSFORMERS_HOME"))
    return any(place and (Path(place) / folder).is_dir() for place in places)


def not_had(name: str, what: str, reason: str) -> ModelError:
    """That a name, which is no folder's, is no model's either; `what` is one of _SETTINGS."""
    return ModelError(
        f"There is no folder {name}, and no {what} of that name could be had from the hub "
        f"({reason}): correct {_SETTINGS[what]}, or remove it for the default."
    )


def no_folder(folder: Path | str, what: str) -> ModelError:
    """That what can only be a folder is none; no hub is asked for it."""
    return ModelError(
        f"There is no folder {folder} for the {what}: "
        f"correct {_SETTINGS[what]}, or remove it for the default."
    )
