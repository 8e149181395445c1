"""The files of a stored index: written whole or not at all, and never believed unread."""

from __future__ import annotations

import fcntl
import json
import os
import re
import secrets
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from retrieval.durable import sha256, sync_folder
from retrieval.errors import IndexDamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval.index.base import VectorIndex

MANIFEST = "index.json"
LOCK = "making.lock"
FORMAT: Literal[1] = 1
_NAME = re.compile(r"vectors-[0-9a-f]{16}\.index")
# Long enough for another process to have named its new file in its manifest.
_LEFTOVER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index file holds and which state of the library it was built from."""

    format: int
    encoder: str
    dimensions: int
    engine: str
    count: int
    generation: int
    token: int
    file: str
    size: int
    sha256: str


def read(folder: Path) -> Manifest | None:
    """The manifest, None where there is none. Raises IndexDamagedError."""
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_bytes())
        manifest = Manifest(**data)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise IndexDamagedError(f"{path} cannot be read: {error}") from error
    texts = (manifest.encoder, manifest.engine, manifest.file, manifest.sha256)
    numbers = (
        manifest.format,
        manifest.dimensions,
        manifest.count,
        manifest.generation,
        manifest.token,
        manifest.size,
    )
    if not (
        all(isinstance(each, str) for each in texts)
        and all(type(each) is int for each in numbers)
        and _NAME.fullmatch(manifest.file)
    ):
        raise IndexDamagedError(f"{path} holds something else than it should.")
    return manifest


def verify(folder: Path, manifest: Manifest) -> Path:
    """The index file, its size and checksum as they should be. Raises IndexDamagedError."""
    path = folder / manifest.file
    try:
        if path.stat().st_size != manifest.size or sha256(path) != manifest.sha256:
            raise IndexDamagedError(f"{path} is not as it was written.")
    except OSError as error:
        raise IndexDamagedError(f"{path} cannot be read: {error}") from error
    return path


def write(
    folder: Path,
    index: VectorIndex,
    *,
    encoder: str,
    engine: str,
    generation: int,
    token: int,
) -> str:
    """Put an index and its manifest in the place of those before; its name. Raises OSError.

    The new file is on the disk before the manifest names it, and the manifest is swapped in whole,
    so that a crash leaves either the old pair or the new one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"vectors-{secrets.token_hex(8)}.index"
    draft = path.with_suffix(".json")
    try:
        index.save(path)
        manifest = Manifest(
            format=FORMAT,
            encoder=encoder,
            dimensions=index.dimensions,
            engine=engine,
            count=len(index),
            generation=generation,
            token=token,
            file=path.name,
            size=path.stat().st_size,
            sha256=sha256(path),
        )
        with draft.open("x", encoding="utf-8") as file:
            json.dump(asdict(manifest), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        before = _named(folder)
        draft.replace(folder / MANIFEST)
    except BaseException:
        path.unlink(missing_ok=True)
        draft.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    _tidy(folder, keep=path.name, before=before)
    return path.name


@contextmanager
def alone(folder: Path, lock: str = LOCK) -> Iterator[bool]:
    """Whether no other process is making such an index here; none begins until the block ends.

    Where nothing can be written there is nobody to be in the way of.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = os.open(folder / lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        yield True
        return
    try:
        # The system lets go of it when its process is gone.
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        first = True
    except OSError:
        first = False
    try:
        yield first
    finally:
        os.close(held)


def _named(folder: Path) -> str | None:
    """The index file that the manifest names now."""
    try:
        manifest = read(folder)
    except IndexDamagedError:
        return None
    return None if manifest is None else manifest.file


def _tidy(folder: Path, *, keep: str, before: str | None) -> None:
    """Remove the index file replaced, and what a crash left behind long enough ago."""
    now = time.time()
    for path in folder.glob("vectors-*"):
        try:
            aged = now - path.stat().st_mtime > _LEFTOVER_SECONDS
            if path.name != keep and (aged or path.name == before):
                path.unlink()
        except OSError:
            continue
