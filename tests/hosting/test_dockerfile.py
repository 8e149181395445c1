"""The image is made of what is locked, runs without rights, and leaves torch behind."""

from __future__ import annotations

import fnmatch
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.hosting.places import DOCKERFILE, ROOT, instructions, reach, stages

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
FINAL = "serving"


def last(word: str, stage: str = FINAL) -> str:
    return [rest for each, rest in reach(stage) if each == word][-1]


def test_hadolint_finds_nothing() -> None:
    tool = shutil.which("hadolint", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("hadolint has no build for this machine")
    done = subprocess.run(
        [tool, "--config", ROOT / ".hadolint.yaml", DOCKERFILE],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")


def test_it_begins_from_the_slim_python_image_spelt_out() -> None:
    bases = {stages()[name][0][1].partition(" AS ")[0] for name in stages()}
    assert bases - stages().keys() == {"python:3.11-slim-bookworm"}
    assert list(stages())[-1] == FINAL


def test_it_runs_whosays_without_rights_and_serves_unless_told_otherwise() -> None:
    user, _, group = last("USER").partition(":")
    assert int(user) >= 10_000
    assert int(group) >= 10_000
    assert json.loads(last("ENTRYPOINT")) == ["whosays"]
    assert json.loads(last("CMD")) == ["serve"]
    assert json.loads(last("VOLUME")) == ["/data"]
    assert json.loads(last("HEALTHCHECK").partition(" CMD ")[2]) == ["whosays", "health"]


def test_the_library_is_in_the_volume_and_the_models_are_not() -> None:
    values = dict(pair.split("=") for pair in last("ENV").split())
    assert values["WHOSAYS_LIBRARY__PATH"].startswith("/data/")
    assert values["WHOSAYS_MODELS__CACHE"] == "/opt/models"
    assert values["HOME"] == "/data"


@pytest.mark.parametrize("word", ["RUN", "CMD", "ENTRYPOINT"])
def test_nothing_runs_through_a_shell(word: str) -> None:
    for each, rest in instructions():
        if each == word:
            assert isinstance(json.loads(rest), list)


def test_everything_that_is_installed_is_locked_but_torch() -> None:
    for word, rest in instructions():
        if word == "RUN" and "install" in (command := json.loads(rest)) and "pip" in command[0]:
            own = "--no-index" in command
            torch = f"torch=={_torch()}" in command
            assert own or torch or "--require-hashes" in command, command


def _torch() -> str:
    (pin,) = (
        each for each in PROJECT["project"]["optional-dependencies"]["models"] if "torch==" in each
    )
    return str(pin.partition("==")[2])


def test_the_makefile_installs_the_same_torch_from_the_same_place() -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert f"torch=={_torch()}" in makefile
    (index,) = re.findall(r"^TORCH_INDEX := (.*)$", makefile, flags=re.MULTILINE)
    assert index in DOCKERFILE.read_text()


def test_what_prepares_the_encoder_stays_behind() -> None:
    copied = [rest for word, rest in reach(FINAL) if word == "COPY"]
    assert copied == [
        "--from=packages /opt/whosays /opt/whosays",
        "--from=encoder /opt/models /opt/models",
        "--from=program /opt/program /opt/program",
    ]
    assert not any("models.txt" in rest for _, rest in reach("packages"))


def test_the_image_with_a_client_of_milvus_is_the_other_with_that_alone() -> None:
    copied = [rest for word, rest in reach("with-milvus") if word == "COPY"]
    assert copied == [
        "--from=client /opt/whosays /opt/whosays",
        "--from=encoder /opt/models /opt/models",
        "--from=program /opt/program /opt/program",
    ]
    installed = [rest for word, rest in reach("client") if word == "RUN" and "install" in rest]
    assert ["serve.txt" in installed[0], "milvus.txt" in installed[1]] == [True, True]


def test_the_labels_are_the_projects() -> None:
    labels = dict(re.findall(r'org\.opencontainers\.image\.([\w.]+)="([^"]*)"', last("LABEL")))
    project = PROJECT["project"]
    assert labels["title"] == project["name"]
    assert labels["version"] == project["version"]
    assert labels["description"] == project["description"]
    assert labels["licenses"] == project["license"]


def test_what_is_copied_in_is_let_in_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    let_in = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    copied = {
        place
        for word, rest in instructions()
        if word == "COPY" and not rest.startswith("--from")
        for place in rest.split()[:-1]
    }
    assert {place for place in copied if not _let_in(place, let_in)} == set()
    assert {place for place in let_in if not _let_in(place, copied)} == set()
    assert all((ROOT / place).exists() for place in copied)


def _let_in(place: str, patterns: set[str]) -> bool:
    return any(fnmatch.fnmatch(place, each) or fnmatch.fnmatch(each, place) for each in patterns)
