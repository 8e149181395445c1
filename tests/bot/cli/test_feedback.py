"""`whosays feedback export`: everything, or labelled rows that the evaluation reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import opening
from retrieval.answered import Span, Stance
from retrieval.library import Library
from retrieval.models.evaluation import StanceRow, read_stance_rows
from retrieval.store.ledger_records import Feedback
from tests.bot.answers import POLAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.cli.progress import Stages
    from config.settings import Settings
    from retrieval.store.ledger import Ledger
    from tests.bot.cli.conftest import Told

PASSAGE = POLAR.positions[0].passages[0]


@pytest.fixture
def ledger(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """The ledger of a library without articles, which the command opens."""

    def open_library(_: Settings, stages: Stages, **__: object) -> Library:
        return Library.open(settings, progress=stages)

    monkeypatch.setattr(opening, "open_library", open_library)
    with Library.open(settings) as opened:
        yield opened.ledger


def say(
    ledger: Ledger,
    right: Stance | None,
    *,
    asker: str = "200",
    question: str = POLAR.question,
    passage: str = PASSAGE.text,
) -> None:
    ledger.add_feedback(
        Feedback(
            kind="wrong-side",
            question=question,
            asker=asker,
            server="100",
            passage=passage,
            span=PASSAGE.span if passage == PASSAGE.text else Span(0, len(passage), passage),
            article=PASSAGE.article.id,
            source=PASSAGE.source.id,
            stance=Stance.SUPPORTS,
            right=right,
            comment="It says\nthe opposite \u202e.",
        )
    )


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_everything_is_written_but_who_said_it(ledger: Ledger, tell: Callable[..., Told]) -> None:
    say(ledger, Stance.REFUTES)
    ledger.add_feedback(Feedback(kind="unhelpful", question="Who won?", asker="asker-of-this"))
    code, out, err = tell("feedback", "export")
    assert (code, err) == (0, "")
    first, second = rows(out)
    assert first.pop("id") != second["id"]
    assert first.pop("at").endswith("+00:00")
    assert first == {
        "kind": "wrong-side",
        "question": POLAR.question,
        "passage": PASSAGE.text,
        "span": {
            "start": PASSAGE.span.start,
            "end": PASSAGE.span.end,
            "text": PASSAGE.span.text,
        },
        "article": PASSAGE.article.id,
        "source": PASSAGE.source.id,
        "stance": "supports",
        "right": "refutes",
        "comment": "It says\nthe opposite \u202e.",
    }
    assert (second["kind"], second["question"], second["passage"]) == (
        "unhelpful",
        "Who won?",
        None,
    )
    assert "asker-of-this" not in out
    assert out.isascii()


def test_a_file_is_written_and_named(
    ledger: Ledger, tell: Callable[..., Told], tmp_path: Path
) -> None:
    say(ledger, Stance.NEUTRAL)
    file = tmp_path / "feedback.jsonl"
    code, out, err = tell("feedback", "export", str(file))
    # On one line however long, so that the name can be copied.
    assert (code, out, err) == (0, f"Wrote 1 row to {file}.\n", "")
    assert [row["right"] for row in rows(file.read_text(encoding="utf-8"))] == ["neutral"]


def test_nothing_to_write_is_no_error(
    ledger: Ledger, tell: Callable[..., Told], tmp_path: Path
) -> None:
    assert ledger.feedback() == []
    assert tell("feedback", "export", "--stance") == (0, "", "")
    file = tmp_path / "none.jsonl"
    assert "Wrote 0 rows" in tell("feedback", "export", str(file))[1]
    assert file.read_bytes() == b""


def test_stance_rows_are_what_names_a_right_side(
    ledger: Ledger, tell: Callable[..., Told], tmp_path: Path
) -> None:
    say(ledger, Stance.REFUTES)
    say(ledger, None, passage="The bridge is old.")
    ledger.add_feedback(Feedback(kind="unhelpful", question=POLAR.question, asker="asker-of-this"))
    file = tmp_path / "stance.jsonl"
    assert tell("feedback", "export", "--stance", str(file))[0] == 0
    (row,) = rows(file.read_text(encoding="utf-8"))
    assert row == {
        "id": f"feedback:{ledger.feedback()[0].id}",
        "passage": PASSAGE.text,
        "hypothesis": POLAR.question,
        "form": "question",
        "label": "refutes",
        "set": "feedback",
    }
    assert read_stance_rows(file) == [StanceRow(POLAR.question, PASSAGE.text, "refutes")]


def test_a_pair_comes_once_and_not_at_all_where_people_differ(
    ledger: Ledger, tell: Callable[..., Told]
) -> None:
    say(ledger, Stance.REFUTES, asker="201")
    say(ledger, Stance.REFUTES, asker="202", question=POLAR.question.lower())
    for asker, right in (("201", Stance.NEUTRAL), ("202", Stance.REFUTES), ("203", Stance.REFUTES)):
        say(ledger, right, asker=asker, passage="Disputed.")
    code, out, err = tell("feedback", "export", "--stance")
    assert code == 0
    assert [(row["passage"], row["label"]) for row in rows(out)] == [(PASSAGE.text, "refutes")]
    assert err == "whosays: Left out 1 passage: people name different sides.\n"


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("Did the bridge open?", "question"),
        ("Did the bridge open", "question"),
        ("The bridge opened, didn't it?", "question"),
        ("Is it “open?”", "question"),
        ("桥开了吗？", "question"),
        ("The bridge opened in June.", "claim"),
        ("The bridge opened in June", "claim"),
        ("!", "claim"),
    ],
)
def test_a_statement_is_a_claim(
    ledger: Ledger, tell: Callable[..., Told], question: str, form: str
) -> None:
    say(ledger, Stance.REFUTES, question=question)
    assert [row["form"] for row in rows(tell("feedback", "export", "--stance")[1])] == [form]


@pytest.mark.parametrize("file", [".", "none/feedback.jsonl"])
def test_a_file_that_cannot_be_one_is_bad_input(
    ledger: Ledger, tell: Callable[..., Told], file: str
) -> None:
    say(ledger, Stance.REFUTES)
    code, out, err = tell("feedback", "export", file)
    assert (code, out) == (2, "")
    assert err.startswith("whosays: FILE must be a file in a folder")


def test_an_earlier_export_is_overwritten_only_where_that_was_said(
    ledger: Ledger, tell: Callable[..., Told], tmp_path: Path
) -> None:
    say(ledger, Stance.REFUTES)
    file = tmp_path / "feedback.jsonl"
    file.write_text("mine", encoding="utf-8")
    code, out, err = tell("feedback", "export", str(file))
    assert (code, out) == (2, "")
    assert "say --force" in err
    assert file.read_text(encoding="utf-8") == "mine"
    assert tell("feedback", "export", str(file), "--force")[0] == 0
    assert len(rows(file.read_text(encoding="utf-8"))) == 1
