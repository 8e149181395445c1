"""Scores of answers against golden questions: expected passages, forbidden ones, refusals."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from retrieval.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answered import Answer, Passage, Position


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage by its article's file names and a verbatim piece, under a stance."""

    files: frozenset[str]
    stance: str | None
    match: str

    def is_in(self, position: Position, passage: Passage) -> bool:
        """Whether this passage, shown under this position, is the one meant."""
        return self.stance == position.stance and self.is_passage(passage)

    def is_passage(self, passage: Passage) -> bool:
        """Whether this is the passage meant, whatever its position."""
        article = passage.article
        paths = (article.path, *(copy.path for copy in article.copies))
        names = {PurePath(path).name for path in paths if path}
        return bool(names & self.files) and self.match in passage.text

    def __str__(self) -> str:
        return f"{self.stance or 'open'}: {self.match} ({', '.join(sorted(self.files))})"


@dataclass(frozen=True, slots=True)
class Golden:
    """One question with what a careful reader expects; None where nothing is expected."""

    id: str
    question: str
    covered: bool | None
    conflict: bool | None
    expect: tuple[Pair, ...] = ()
    allow: tuple[Pair, ...] = ()
    forbid: tuple[Pair, ...] = ()


@dataclass(slots=True)
class Score:
    """How one answer did, or several together."""

    questions: int = 0
    expected: int = 0
    shown: int = 0
    right: int = 0
    conflicts: list[bool] = field(default_factory=list)
    coverage: list[bool] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    @property
    def found(self) -> int:
        """Expected pairs that were shown."""
        return self.expected - len(self.missed)

    def __iadd__(self, other: Score) -> Score:
        for name in ("questions", "expected", "shown", "right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("conflicts", "coverage", "missed", "wrong", "forbidden"):
            getattr(self, name).extend(getattr(other, name))
        return self

    def as_dict(self) -> dict[str, Any]:
        """The figures under their JSON names; a share of nothing is None."""
        return {
            "questions": self.questions,
            "expected": self.expected,
            "found": self.found,
            "recall": _share(self.found, self.expected),
            "shown": self.shown,
            "right": self.right,
            "precision": _share(self.right, self.shown),
            "forbidden": len(self.forbidden),
            "conflict_accuracy": _share(sum(self.conflicts), len(self.conflicts)),
            "coverage_accuracy": _share(sum(self.coverage), len(self.coverage)),
            "missed": self.missed,
            "wrong": self.wrong,
            "forbidden_shown": self.forbidden,
        }


def read_golden(path: Path) -> list[Golden]:
    """The questions of a file; raises InputError where it is missing or not one."""
    if not path.is_file():
        raise InputError(f"There is no file {path}.")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return [_golden(question) for question in data["questions"]]
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror}.") from error
    except ValueError as error:
        raise InputError(f"{path} does not hold golden questions: {error}.") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{path} does not hold golden questions, an object with `questions`, each with a "
            f"`question`: {error!r}."
        ) from error


def score(golden: Golden, answer: Answer) -> Score:
    """Compare an answer with what is expected of it."""
    shown = [(position, passage) for position in answer.positions for passage in position.passages]
    result = Score(questions=1, expected=len(golden.expect), shown=len(shown))
    for pair in golden.expect:
        if not any(pair.is_in(*each) for each in shown):
            result.missed.append(f"{golden.id}: {pair}")
    for position, passage in shown:
        name = f"{golden.id}: {position.stance or 'open'}: {_where(passage)}: {passage.text}"
        if any(_may(pair, position, passage) for pair in golden.forbid):
            result.forbidden.append(name)
        if _is_right(golden, position, passage):
            result.right += 1
        else:
            result.wrong.append(name)
    if golden.conflict is not None:
        result.conflicts.append(answer.conflict == golden.conflict)
    if golden.covered is not None:
        result.coverage.append(answer.covered == golden.covered)
    return result


def _is_right(golden: Golden, position: Position, passage: Passage) -> bool:
    return any(pair.is_in(position, passage) for pair in golden.expect) or any(
        _may(pair, position, passage) for pair in golden.allow
    )


def _may(pair: Pair, position: Position, passage: Passage) -> bool:
    """As `is_in`, but no stance means any."""
    return pair.is_passage(passage) if pair.stance is None else pair.is_in(position, passage)


def _where(passage: Passage) -> str:
    article = passage.article
    return f"{PurePath(article.path).name if article.path else article.id} ¶ {passage.paragraph}"


def _golden(data: dict[str, Any]) -> Golden:
    return Golden(
        id=str(data.get("id", data["question"])),
        question=data["question"],
        covered=data.get("covered"),
        conflict=data.get("conflict"),
        expect=tuple(_pairs(data.get("expect", []))),
        allow=tuple(_pairs(data.get("allow", []))),
        forbid=tuple(_pairs(data.get("forbid", []))),
    )


def _pairs(rows: list[dict[str, Any]]) -> Iterator[Pair]:
    for row in rows:
        yield Pair(frozenset(row["files"]), row.get("stance"), row["match"])


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
