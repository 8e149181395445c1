"""What a wheel or sdist must and must not hold; .ci/package builds and tries real ones."""

from __future__ import annotations

import io
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.packaging import NEEDED, faults, main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _wheel(file: Path, names: tuple[str, ...]) -> Path:
    with zipfile.ZipFile(file, "w") as wheel:
        for name in names:
            wheel.writestr(name, "x")
    return file


def _sdist(file: Path, names: tuple[str, ...]) -> Path:
    with tarfile.open(file, "w:gz") as sdist:
        for name in names:
            entry = tarfile.TarInfo(f"whosays-1/{name}")
            entry.size = 1
            sdist.addfile(entry, io.BytesIO(b"x"))
    return file


def test_a_whole_wheel_and_sdist_have_no_fault(tmp_path: Path) -> None:
    files = [
        _wheel(tmp_path / "a.whl", (*NEEDED, "whosays-1.dist-info/METADATA")),
        _sdist(tmp_path / "a.tar.gz", (*NEEDED, "README.md", "pyproject.toml")),
    ]
    assert [faults(file) for file in files] == [[], []]
    assert main(files) == 0
    assert main([]) == 1


@pytest.mark.parametrize("name", ["training/train.py", "tests/test_x.py", "bot/__pycache__/x.pyc"])
@pytest.mark.parametrize("make", [_wheel, _sdist])
def test_what_serving_does_not_need_is_found(
    tmp_path: Path,
    name: str,
    make: Callable[[Path, tuple[str, ...]], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = make(tmp_path / ("a.whl" if make is _wheel else "a.tar.gz"), (*NEEDED, name))
    assert faults(file) == [f"{file.name} holds {name}"]
    assert main([file]) == 1
    assert name in capsys.readouterr().err


@pytest.mark.parametrize("name", NEEDED)
def test_what_serving_needs_is_missed(tmp_path: Path, name: str) -> None:
    held = tuple(each for each in NEEDED if each != name)
    assert faults(_wheel(tmp_path / "a.whl", held)) == [f"a.whl lacks {name}"]
