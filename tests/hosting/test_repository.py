"""What a visitor to the repository finds: workflows, forms, citation; and versions that agree."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
FORMS = [
    each for each in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if each.stem != "config"
]


def _read(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.safe_load(path.read_text("utf-8"))


def _triggers(workflow: dict[Any, Any]) -> dict[str, Any]:
    # YAML 1.1 reads the key `on` as true.
    return dict(workflow[True])


def _steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_every_push_and_pull_request_is_checked() -> None:
    check = _read(GITHUB / "workflows" / "check.yml")
    assert set(_triggers(check)) == {"push", "pull_request"}
    runs = [step["run"] for step in _steps(check) if "run" in step]
    assert {".ci/run", ".ci/package"} <= set(runs)
    for script in runs:
        assert (ROOT / script).stat().st_mode & 0o100, script


def test_a_tag_builds_the_image_for_both_kinds_of_machine() -> None:
    image = _read(GITHUB / "workflows" / "image.yml")
    assert _triggers(image) == {"push": {"tags": ["v*"]}}
    (build,) = (each for each in _steps(image) if "build-push" in each.get("uses", ""))
    assert set(build["with"]["platforms"].split(",")) == {"linux/amd64", "linux/arm64"}


@pytest.mark.parametrize("path", sorted((GITHUB / "workflows").glob("*.yml")), ids=str)
def test_a_workflow_may_no_more_than_it_needs_and_ends(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"]["contents"] == "read"
    assert all(job["timeout-minutes"] <= 120 for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_can_be_filled_in(path: Path) -> None:
    form = _read(path)
    assert {"name", "description", "body"} <= set(form)
    fields = [each for each in form["body"] if each["type"] != "markdown"]
    assert len({each["id"] for each in fields}) == len(fields)
    assert all(each["attributes"]["label"] for each in fields)
    assert any(each.get("validations", {}).get("required") for each in fields)


def test_whoever_reports_an_answer_gives_question_json_and_doctor() -> None:
    form = _read(GITHUB / "ISSUE_TEMPLATE" / "answer.yml")
    fields = {each["id"]: each for each in form["body"]}
    for name in ("question", "answer", "doctor"):
        assert fields[name]["validations"]["required"]
    assert "--json" in fields["answer"]["attributes"]["description"]


def test_versions_agree() -> None:
    assert str(_read(ROOT / "CITATION.cff")["version"]) == VERSION
    assert f'org.opencontainers.image.version="{VERSION}"' in (ROOT / "Dockerfile").read_text()


def test_contributing_names_what_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for place in (
        "retrieval/index/engines.py",
        "bot/cli/app.py",
        "bot/discord/commands/__init__.py",
        "bot/discord/locales",
        ".ci/run",
        ".ci/package",
        "docs/articles.md",
    ):
        assert place in text
        assert (ROOT / place).exists(), place
