"""The folder of an index of words: written whole or not at all, and never believed unread."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from retrieval.durable import sha256, sync_file, sync_folder
from retrieval.errors import IndexDamagedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST: Final = "words.json"
LOCK: Final = "words.lock"
FORMAT: Final = 1
"""Grows with every change of what is kept of a paragraph, or of how its words are folded."""
_NAME = re.compile(r"words-[0-9a-f]{16}")
_FILE = re.compile(r"[0-9a-z.]{1,80}")
# Files that only say that somebody is at work.
_IDLE = ".lock"
_SEAL = "sha256"
# Long enough for another process to have named its new folder in its manifest.
_LEFTOVER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder holds: paragraphs up to id `filled` as of a change of the library.

    `words` are those of all its paragraphs; `files` has size and SHA-256 of each.
    """

    format: int
    library: str
    generation: int
    token: int
    filled: int
    count: int
    words: int
    folder: str
    files: Mapping[str, tuple[int, str]]


def new(root: Path) -> Path:
    """An empty folder beside the one that is named; raises OSError."""
    path = root / f"words-{secrets.token_hex(8)}"
    path.mkdir(parents=True)
    return path


def read(root: Path) -> Manifest | None:
    """The manifest, None where there is none. Raises IndexDamagedError."""
    path = root / MANIFEST
    try:
        data = json.loads(path.read_bytes())
        if data.pop(_SEAL) != _sealed(data)[_SEAL]:
            raise IndexDamagedError(f"{path} is not as it was written.")
        files = {name: (size, digest) for name, (size, digest) in data.pop("files").items()}
        manifest = Manifest(**data, files=files)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamagedError(f"{path} cannot be read: {error}") from error
    numbers = (
        manifest.format,
        manifest.generation,
        manifest.token,
        manifest.filled,
        manifest.count,
        manifest.words,
    )
    if not (
        all(type(each) is int for each in numbers)
        and isinstance(manifest.library, str)
        and isinstance(manifest.folder, str)
        and _NAME.fullmatch(manifest.folder)
        and all(_FILE.fullmatch(name) for name in files)
        and all(type(size) is int and isinstance(digest, str) for size, digest in files.values())
    ):
        raise IndexDamagedError(f"{path} holds something else than it should.")
    return manifest


def named(root: Path) -> str | None:
    """The folder that the manifest names now."""
    try:
        manifest = read(root)
    except IndexDamagedError:
        return None
    return None if manifest is None else manifest.folder


def verify(root: Path, manifest: Manifest) -> Path:
    """The folder, its files as they were written. Raises IndexDamagedError."""
    path = root / manifest.folder
    for name, (size, digest) in manifest.files.items():
        file = path / name
        try:
            if file.stat().st_size != size or sha256(file) != digest:
                raise IndexDamagedError(f"{file} is not as it was written.")
        except OSError as error:
            raise IndexDamagedError(f"{file} cannot be read: {error}") from error
    return path


def stamps(path: Path, known: Mapping[str, tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """Size and SHA-256 of each file of a folder, which are on the disk then; raises OSError.

    Those that are `known`, by names that no other file gets, are not read again.
    """
    found = {}
    for file in sorted(path.iterdir()):
        if file.name.endswith(_IDLE):
            continue
        size = file.stat().st_size
        before = known.get(file.name)
        if before is not None and before[0] == size:
            found[file.name] = before
        else:
            sync_file(file)
            found[file.name] = (size, sha256(file))
    sync_folder(path)
    return found


def write(root: Path, manifest: Manifest) -> None:
    """Have a folder that is whole take the place of the one before; raises OSError."""
    draft = root / f"{manifest.folder}.json"
    try:
        with draft.open("x", encoding="utf-8") as file:
            json.dump(_sealed(asdict(manifest)), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        before = named(root)
        draft.replace(root / MANIFEST)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(root)
    _tidy(root, keep=manifest.folder, before=before)


def _sealed(data: Mapping[str, object]) -> dict[str, object]:
    """What a manifest says, with its own SHA-256."""
    text = json.dumps(data, sort_keys=True)
    return {**data, _SEAL: hashlib.sha256(text.encode()).hexdigest()}


def _tidy(root: Path, *, keep: str, before: str | None) -> None:
    """Remove the folder replaced, and what a crash left behind long enough ago."""
    now = time.time()
    for path in root.glob("words-*"):
        try:
            aged = now - path.stat().st_mtime > _LEFTOVER_SECONDS
        except OSError:
            continue
        if path.name == keep or not (aged or path.name == before):
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
