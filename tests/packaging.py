"""Whether a wheel or sdist holds what it should: `python tests/packaging.py FILE...`.

Needs nothing but Python, as .ci/package runs it before anything is installed.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

# What serving needs, by the kind of file; a wheel without one of them answers nothing.
NEEDED = (
    "bot/cli/__main__.py",
    "bot/render/page.css",
    "bot/discord/locales/en/answer.ftl",
    "bot/render/picture/font/DejaVuSansCondensed.ttf",
    "bot/render/picture/font/LICENSE.txt",
    "bot/render/picture/font/advances.json",
    "retrieval/models/weights/stance/model.onnx",
    "retrieval/models/weights/stance/tokenizer.json",
    "retrieval/ingest/line_model.json",
    "seeds/sources.toml",
    "seeds/000_0b2a0861704bd713.txt",
)
SERVING = {"bot", "config", "retrieval", "seeds"}


def held(file: Path) -> dict[str, int]:
    """The files of a wheel or sdist, by their path in the checkout, with their sizes."""
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            return {each.filename: each.file_size for each in wheel.infolist()}
    with tarfile.open(file) as sdist:
        return {
            each.name.partition("/")[2]: each.size for each in sdist.getmembers() if each.isfile()
        }


def faults(file: Path) -> list[str]:
    """What is missing, and what is there and should not be."""
    files = held(file)
    found = [f"{file.name} lacks {name}" for name in NEEDED if name not in files]
    for name in files:
        top = name.partition("/")[0]
        if file.suffix == ".whl" and top not in SERVING and not top.endswith(".dist-info"):
            found.append(f"{file.name} holds {name}")
        if top in {"training", "tests", "benchmarks"} and "/" in name:
            found.append(f"{file.name} holds {name}")
        if "__pycache__" in name:
            found.append(f"{file.name} holds {name}")
    return sorted(set(found))


def main(files: list[Path]) -> int:
    """Print what each file holds and what is wrong with it; 1 where anything is."""
    wrong = [fault for file in files for fault in faults(file)]
    for file in files:
        sizes = held(file)
        size = f"{file.stat().st_size / 1e6:.1f} MB, {sum(sizes.values()) / 1e6:.1f} MB unpacked"
        sys.stdout.write(f"{file.name}: {len(sizes)} files, {size}\n")
    for fault in wrong:
        sys.stderr.write(f"{fault}\n")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main([Path(each) for each in sys.argv[1:]]))
