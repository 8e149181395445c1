"""A backup: a zip of the library's SQLite file and a manifest with its SHA-256."""

from __future__ import annotations

import errno
import hashlib
import json
import lzma
import shutil
import sqlite3
import zipfile
import zlib
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from retrieval.durable import sha256, sync_file, sync_folder
from retrieval.errors import InputError, LibraryError, LibraryFullError
from retrieval.store.copying import copy_pages, fault
from retrieval.store.schema import HEADER_BYTES, MIGRATIONS, is_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from retrieval.store.copying import Progress

FORMAT = 1
_MANIFEST, _LIBRARY = "manifest.json", "library.sqlite3"
_MANIFEST_BYTES = 64 * 1024
_CHUNK_BYTES = 1024 * 1024
_ZIP_MAGIC = b"PK\x03\x04"
# Vectors hardly shrink and text does at any level; the lowest is several times as quick.
_COMPRESSION = 1
# What zipfile and its decompressors raise for bytes that were changed; an OSError is a bad seek.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, ValueError, OSError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: who made it, when, and what the library in it must be."""

    format: int
    program: str
    schema: int
    made: str
    sources: int
    articles: int
    size: int
    sha256: str


def write(source: sqlite3.Connection, file: Path, progress: Progress | None = None) -> Manifest:
    """Put the library behind a connection, as the connection sees it, into a backup at `file`.

    The file is there whole or not at all. Raises LibraryError where the library is damaged or the
    file cannot be written, and LibraryFullError.
    """
    draft = file.with_name(f".{file.name}.partial")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        try:
            copy = draft / _LIBRARY
            manifest = _copied(source, copy, progress)
            packed = draft / "packed.zip"
            with zipfile.ZipFile(
                packed,
                "x",
                zipfile.ZIP_DEFLATED,
                compresslevel=_COMPRESSION,
                strict_timestamps=False,
            ) as archive:
                archive.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=1) + "\n")
                archive.write(copy, _LIBRARY)
            sync_file(packed)
            packed.replace(file)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        sync_folder(file.parent)
    except OSError as error:
        raise _unwritten(error, file) from error
    return manifest


def described(file: Path) -> Manifest:
    """What a backup says that it holds; raises InputError for what is none or is newer."""
    with _opened(file) as (_, manifest):
        return manifest


@contextmanager
def unpacked(file: Path, scratch: Path) -> Iterator[tuple[Path, Manifest]]:
    """The library of a backup, verified, as a file in a folder of its own below `scratch`.

    Raises InputError for what is no backup, is damaged, or is newer than this program, and OSError
    where `scratch` cannot be written.
    """
    draft = scratch / ".restoring"
    try:
        with _opened(file) as (packed, manifest):
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            copy = draft / _LIBRARY
            _extract(packed, manifest, copy, file)
        _verify(copy, manifest, file)
        yield copy, manifest
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _copied(source: sqlite3.Connection, copy: Path, progress: Progress | None) -> Manifest:
    try:
        with closing(sqlite3.connect(copy)) as target:
            copy_pages(source, target, progress)
            # One file, without a write-ahead log beside it.
            target.execute("PRAGMA journal_mode = DELETE")
            if (wrong := fault(target)) is not None:
                raise LibraryError(
                    f"The library is damaged ({wrong}) and its backup would be too, so none was "
                    "made: restore an earlier backup with `whosays restore FILE`."
                )
            schema, sources, articles = (
                int(target.execute(query).fetchone()[0])
                for query in (
                    "PRAGMA user_version",
                    "SELECT count(*) FROM source",
                    "SELECT count(*) FROM article",
                )
            )
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise OSError(errno.ENOSPC, str(error)) from error
        raise LibraryError(
            f"The library cannot be copied ({error}): run `whosays doctor` to see what is wrong."
        ) from error
    return Manifest(
        format=FORMAT,
        program=f"whosays {version('whosays')}",
        schema=schema,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        sources=sources,
        articles=articles,
        size=copy.stat().st_size,
        sha256=sha256(copy),
    )


@contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """The file with its manifest, if it may be a backup at all."""
    try:
        stream = file.open("rb")
    except OSError as error:
        raise InputError(f"Cannot read {file}: {error.strerror}.") from error
    with stream:
        if stream.read(len(_ZIP_MAGIC)) != _ZIP_MAGIC:
            raise _foreign(file)
        with _damage_of(file):
            packed = zipfile.ZipFile(stream)
            manifest = _manifest(packed, file)
        yield packed, manifest


@contextmanager
def _damage_of(file: Path) -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise _damaged(file, str(error) or type(error).__name__) from error


def _manifest(packed: zipfile.ZipFile, file: Path) -> Manifest:
    if sorted(packed.namelist()) != sorted((_MANIFEST, _LIBRARY)):
        raise _foreign(file)
    # Slow to import, and only restoring needs it.
    from pydantic import TypeAdapter  # noqa: PLC0415

    with packed.open(_MANIFEST) as entry:
        text = entry.read(_MANIFEST_BYTES)
    try:
        data = json.loads(text)
        if isinstance(data, dict) and type(data.get("format")) is int and data["format"] > FORMAT:
            raise _newer(file, data.get("program"))
        manifest = TypeAdapter(Manifest).validate_json(text, strict=True)
    except ValueError as error:
        raise _damaged(file, "its manifest is not whole") from error
    if manifest.schema > len(MIGRATIONS):
        raise _newer(file, manifest.program)
    return manifest


def _extract(packed: zipfile.ZipFile, manifest: Manifest, copy: Path, file: Path) -> None:
    digest, left = hashlib.sha256(), manifest.size
    with copy.open("xb") as target:
        for chunk in _chunks(packed, file):
            left -= len(chunk)
            if left < 0:
                break
            digest.update(chunk)
            target.write(chunk)
    if left or digest.hexdigest() != manifest.sha256:
        raise _damaged(file, "its checksum is another")


def _chunks(packed: zipfile.ZipFile, file: Path) -> Iterator[bytes]:
    with _damage_of(file), packed.open(_LIBRARY) as entry:
        while chunk := entry.read(_CHUNK_BYTES):
            yield chunk


def _verify(copy: Path, manifest: Manifest, file: Path) -> None:
    """What only somebody who made the manifest to fit could get past the checksum."""
    with copy.open("rb") as opened:
        if not is_library(opened.read(HEADER_BYTES)):
            raise _foreign(file)
    try:
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as held:
            schema = held.execute("PRAGMA user_version").fetchone()[0]
            wrong = fault(held)
    except sqlite3.Error as error:
        raise _damaged(file, str(error)) from error
    if wrong is not None or schema != manifest.schema:
        raise _damaged(file, wrong or "its manifest is of another library")


def _foreign(file: Path) -> InputError:
    return InputError(
        f"{file} is not a backup of a library: give a file that `whosays backup` made."
    )


def _damaged(file: Path, how: str) -> InputError:
    return InputError(
        f"The backup {file} is damaged ({how.rstrip('.')}) and nothing was changed: "
        "restore another one."
    )


def _newer(file: Path, program: object) -> InputError:
    return InputError(
        f"The backup {file} was made by a newer version ({program}) and nothing was changed: "
        "install that version first."
    )


def _unwritten(error: OSError, file: Path) -> LibraryError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return LibraryFullError(
            f"The disk that holds {file} is full and no backup was made: "
            "free some space and try again."
        )
    return LibraryError(f"The backup cannot be written to {file}: {error.strerror or error}.")
