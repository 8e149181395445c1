"""What `doctor` finds: is everything there, and is it sound?"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from retrieval.errors import LibraryDamagedError, WhosaysError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from retrieval.index.base import Status
    from retrieval.store.catalogue import Catalogue

PACKAGES = (
    "faiss-cpu", "tantivy", "onnxruntime", "tokenizers", "trafilatura", "nupunkt",
    "sentence-transformers", "torch",
)  # fmt: skip
OPTIONAL = frozenset({"sentence-transformers", "torch"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that doctor looked at: its name, whether it is well, and what was seen.

    `damaged` where a file is not what was written, and only a backup can bring it back.
    """

    name: str
    ok: bool
    detail: str
    damaged: bool = False


def installed() -> Iterator[Finding]:
    """Python and the packages that answers depend on."""
    yield Finding("python", ok=True, detail=f"{platform.python_version()} on {platform.machine()}")
    for name in PACKAGES:
        try:
            yield Finding(name, ok=True, detail=version(name))
        except PackageNotFoundError:
            optional = name in OPTIONAL
            detail = "not installed" + (
                "; only needed to prepare or serve other encoders: install whosays[models]"
                if optional
                else ": install whosays again"
            )
            yield Finding(name, ok=optional, detail=detail)


def tried(name: str, look: Callable[[], str]) -> Finding:
    """What `look` says, or the error that it raised."""
    try:
        return Finding(name, ok=True, detail=look())
    except WhosaysError as error:
        damaged = isinstance(error, LibraryDamagedError)
        return Finding(name, ok=False, detail=str(error), damaged=damaged)


def examined(
    catalogue: Catalogue, tries: Mapping[str, Callable[[], str]], index: Callable[[], Status]
) -> list[Finding]:
    """What is installed, what the tries find, and whether library and index are sound."""
    findings = [*installed(), *(tried(name, look) for name, look in tries.items())]
    findings.append(tried("library", lambda: _held(catalogue)))
    findings += [
        Finding("library", ok=False, detail=line, damaged=True) for line in catalogue.check()
    ]
    if findings[-1].ok:
        status = index()
        findings.append(Finding("index", ok=status.well, detail=status.detail))
    return findings


def _held(catalogue: Catalogue) -> str:
    held = catalogue.counts()
    mode = ", read-only" if catalogue.read_only else ""
    return (
        f"{catalogue.folder}: {held.articles} articles of {held.sources} sources, "
        f"{held.paragraphs} paragraphs{mode}"
    )
