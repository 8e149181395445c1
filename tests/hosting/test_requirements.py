"""The locks hold every dependency at one version with its hashes, and agree with the project."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.hosting.places import ROOT

FOLDER = ROOT / "requirements"
LOCKS = ("serve.txt", "models.txt", "milvus.txt", "build.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
AGAIN = "run `make lock`"


def pins(name: str) -> dict[str, str]:
    """The version of each package in a lock."""
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", (FOLDER / name).read_text(), flags=re.MULTILINE)
    return dict(found)


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes_and_no_address(name: str) -> None:
    text = (FOLDER / name).read_text()
    entries = re.sub(r"\\\n\s+", "", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    for entry in entries.splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.+!]+( ?--hash=sha256:[0-9a-f]{64})+", entry), entry
    assert "://" not in text
    assert not re.search(r"^\s*-", entries, flags=re.MULTILINE)


def missing(requirements: list[str], locked: dict[str, str]) -> list[str]:
    """The requirements that a lock does not meet."""
    return [
        text
        for text, wanted in ((each, Requirement(each)) for each in requirements)
        if not wanted.specifier.contains(
            locked.get(canonicalize_name(wanted.name), "0"), prereleases=True
        )
    ]


def test_the_image_installs_what_the_project_asks_for() -> None:
    assert missing(PROJECT["project"]["dependencies"], pins("serve.txt")) == [], AGAIN


def test_the_stage_that_prepares_the_encoder_has_the_models_extra() -> None:
    extra = [
        each
        for each in PROJECT["project"]["optional-dependencies"]["models"]
        if Requirement(each).name != "torch"
    ]
    assert missing(extra, pins("models.txt")) == [], AGAIN


def test_both_stages_have_the_same_versions() -> None:
    serve, models = pins("serve.txt"), pins("models.txt")
    assert {name: models.get(name) for name in serve} == serve, AGAIN


def test_the_client_of_milvus_is_the_extras_and_fits_what_serves() -> None:
    extra = PROJECT["project"]["optional-dependencies"]["milvus"]
    (client,) = (each for each in extra if Requirement(each).name == "pymilvus")
    serve, milvus = pins("serve.txt"), pins("milvus.txt")
    assert missing([client], milvus) == [], AGAIN
    assert (FOLDER / "milvus.in").read_text().strip() == client
    assert {name: serve.get(name, milvus[name]) for name in milvus} == milvus, AGAIN


def test_what_serves_has_no_training_or_hub_package() -> None:
    heavy = {"torch", "transformers", "sentence-transformers", "onnx", "scipy", "huggingface-hub"}
    assert not heavy & pins("serve.txt").keys()


def test_the_build_backend_is_new_enough() -> None:
    assert missing(PROJECT["build-system"]["requires"], pins("build.txt")) == [], AGAIN


def test_everything_that_the_packages_read_goes_into_the_wheel() -> None:
    held = PROJECT["tool"]["setuptools"]["package-data"]
    patterns = [pattern for package in held.values() for pattern in package]
    read = [
        path
        for package in ("bot", "config", "retrieval", "seeds")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc", ".md"}
    ]
    left_out = [path for path in read if not any(path.match(each) for each in patterns)]
    assert left_out == []
    assert len(read) > len(patterns)
