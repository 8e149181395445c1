"""The written coverage as articles to add to a library, and in the form of labelled news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.coverage import Asked, Report, Story

_NAMES: Final = {"S": "supports", "R": "refutes", "N": "neutral"}


def as_golden(stories: Sequence[Story]) -> dict[str, Any]:
    """The stories in the form in which labelled news is read (`training.decision collect`)."""
    return {"events": {story.id: _golden(story) for story in stories}}


def _golden(story: Story) -> dict[str, Any]:
    articles = {
        letter: {
            "url": f"https://{address(report)}/{story.id}",
            "title": report.title,
            "language": report.language,
            "sentences": report.sentences,
        }
        for letter, report in story.reports.items()
    }
    questions = [
        {
            "question": asked.text,
            "language": asked.language,
            "kind": "polar" if asked.polar else "open",
            "covered": bool(asked.labels),
            "conflict": _conflict(asked),
            "labels": [
                [
                    f"{label.report}.{label.number}",
                    _NAMES[label.letter] if asked.polar else label.key,
                    "allow" if label.weak else "expect",
                ]
                for label in asked.labels
            ],
        }
        for asked in story.questions
    ]
    return {"articles": articles, "questions": questions}


def _conflict(asked: Asked) -> bool | None:
    if not asked.labels:
        return None
    if not asked.polar:
        return len({label.key for label in asked.labels}) > 1
    return {"S", "R"} <= {label.letter for label in asked.labels}


def address(report: Report) -> str:
    """A host for the outlet, made of its name; that of one in other letters is in Punycode."""
    name = re.sub(r"[\W_]+", "-", report.outlet.casefold()).strip("-")
    return name.encode("idna").decode("ascii") + ".example"


def write_articles(stories: Sequence[Story], folder: Path) -> None:
    """Write every article as Markdown with front matter, to be added to a library."""
    for story in stories:
        for letter, report in story.reports.items():
            head = {
                "title": report.title,
                "source": report.outlet,
                "published": report.day,
                "url": f"https://{address(report)}/{story.id}",
            }
            lines = [f'{name}: "{value.replace(chr(34), chr(39))}"' for name, value in head.items()]
            body = "\n\n".join(" ".join(paragraph) for paragraph in report.paragraphs)
            text = "\n".join(["---", *lines, "---", "", body, ""])
            (folder / f"{story.id}-{letter}.md").write_text(text, "utf-8")
