"""The names that files are remembered by, and where those are to be found."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def seeds_folder() -> Path | None:
    """The folder of the example articles, in a checkout or installed; None where it is missing."""
    spec = find_spec("seeds")
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    return next((Path(place) for place in places if (Path(place) / "sources.toml").exists()), None)


def address(path: Path) -> str:
    """The name a file is remembered by: its absolute path, or `seeds/NAME` for an example."""
    whole = path.resolve()
    seeds = seeds_folder()
    if seeds is not None and whole.is_relative_to(seeds.resolve()):
        return f"seeds/{whole.relative_to(seeds.resolve()).as_posix()}"
    return whole.as_posix()


def file_at(address: str) -> Path:
    """Where the file of that name is to be found, if it still is."""
    seeds = seeds_folder()
    name = address.removeprefix("seeds/")
    return Path(address) if name == address or seeds is None else seeds / name
