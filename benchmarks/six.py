"""Whole answers in six languages: is every article heard, and does what is shown answer?

    python -m benchmarks.six [--data FILE] [--library DIR] [--list missed wrong noise speakers]

The articles of a file of coverage whose lines name languages (training/data/README.md) are added to
a library with the models of the settings, by default those of six languages, and every question of
the file is asked. Scored like real news (docs/evaluation.md), by language of the question and of
the passage: `voices` are the (article, position) pairs with a plain label of which some labelled
sentence is shown there; `right`, `wrong` and `noise` share out what is shown.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.languages import LANGUAGES
from config.settings import load_settings
from retrieval.errors import QuestionError
from retrieval.library import Library
from retrieval.models.reads import MULTILINGUAL
from training.coverage import DATA, read_stories
from training.labelled import address, write_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from retrieval.answered import Answer, Passage
    from training.coverage import Asked, Story

SIX: Final = DATA / "coverage.six.txt.gz"
ALL: Final = "all"
SHOWN: Final = ("right", "wrong", "noise")
LETTERS: Final = {"supports": "S", "refutes": "R", "neutral": "N"}
OPPOSITE: Final = {"S": "R", "R": "S"}
# Counts of one language of the question and one of the passage, and of the question alone.
Counts = Counter[tuple[str, str, str]]


def squeezed(text: str) -> str:
    """The text with its white space made even."""
    return " ".join(text.split())


def hits(story: Story, passage: Passage) -> tuple[str, set[int]]:
    """The letter of a passage's article, "" for another event's, and its sentences' numbers."""
    urls = {f"https://{address(each)}/{story.id}": key for key, each in story.reports.items()}
    letter = urls.get(passage.article.url or "", "")
    told = story.reports[letter].sentences if letter else ()
    span = squeezed(passage.span.text)
    found = {
        number
        for number, each in enumerate(map(squeezed, told), 1)
        if each and (each in span or span in each)
    }
    return letter, found


def score(story: Story, asked: Asked, answer: Answer | None) -> tuple[Counts, list[str]]:
    """Counts by languages of one question's answer, and a line for each thing in them."""
    counts: Counts = Counter()
    lines = []
    shown = [
        (LETTERS.get(position.stance or "", "S"), *hits(story, passage), passage)
        for position in (answer.positions if answer is not None else ())
        for passage in position.passages
    ]
    kind = "answered" if asked.labels else "refused"
    counts[f"{kind} of", asked.language, ""] += 1
    counts[kind, asked.language, ""] += bool(shown) == bool(asked.labels)
    if not asked.labels:
        return counts, [f"loose {passage.span.text}" for *_, passage in shown]
    labelled: dict[tuple[str, int], set[str]] = {}
    for label in asked.labels:
        letter = label.letter if asked.polar else "S"
        labelled.setdefault((label.report, label.number), set()).add(letter)
    wanted = {
        (label.report, label.letter if asked.polar else "S")
        for label in asked.labels
        if not label.weak
    }
    for report, letter in sorted(wanted):
        told = story.reports[report].language
        heard = any(
            key == report and side == letter and letter in labelled.get((report, number), ())
            for side, key, numbers, _ in shown
            for number in numbers
        )
        counts["voices", asked.language, told] += heard
        counts["voices of", asked.language, told] += 1
        if not heard:
            lines.append(f"missed {told} {report} {letter}")
    for side, key, numbers, passage in shown:
        letters = set[str]().union(*(labelled.get((key, each), ()) for each in numbers))
        outcome = "noise"
        if side in letters:
            outcome = "right"
        elif OPPOSITE.get(side) in letters:
            outcome = "wrong"
        told = story.reports[key].language if key else passage.language or ""
        counts[outcome, asked.language, told] += 1
        lines.append(f"{outcome} {told} {key} {side}: {passage.span.text}")
        if passage.speaker:
            lines.append(f"speakers {told} {passage.speaker} | {passage.text}")
    return counts, lines


def figures(counts: Counts, asked: Iterable[str], told: Iterable[str]) -> dict[str, float]:
    """Shares over the questions in some languages and what passages in others say."""
    questions, passages = set(asked), set(told)
    total: Counter[str] = Counter()
    for (name, one, other), count in counts.items():
        if one in questions and (other in passages or not other):
            total[name] += count
    of = {name: total[f"{name} of"] for name in ("voices", "refused", "answered")}
    of |= dict.fromkeys(SHOWN, sum(total[name] for name in SHOWN))
    return {
        name: total[name] / of[name] if of[name] else float("nan")
        for name in ("voices", *SHOWN, "refused", "answered")
    }


def table(counts: Counts) -> str:
    """Figures by language of the question, by that of the passage, within one and across two."""
    rows = [("asked in", code, figures(counts, [code], LANGUAGES)) for code in LANGUAGES]
    rows += [("told in", code, figures(counts, LANGUAGES, [code])) for code in LANGUAGES]
    within = Counter({key: n for key, n in counts.items() if key[1] == key[2]})
    across = Counter({key: n for key, n in counts.items() if key[2] not in {key[1], ""}})
    rows += [
        (name, "", figures(part, LANGUAGES, LANGUAGES))
        for name, part in (("one language", within), ("two", across), (ALL, counts))
    ]
    names = list(rows[0][2])
    lines = [f"{'':16}" + "".join(f"{name:>10}" for name in (*names, "f1"))]
    for name, code, found in rows:
        voices, right = found["voices"], found["right"]
        f1 = 2 * voices * right / (voices + right) if voices + right else 0.0
        # No passage is what refuses or answers.
        left_out = {"refused", "answered"} if name == "told in" else set()
        cells = (
            "-" if math.isnan(value) or what in left_out else f"{value:.3f}"
            for what, value in {**found, "f1": f1}.items()
        )
        lines.append(f"{name:13}{code:3}" + "".join(f"{cell:>10}" for cell in cells))
    return "\n".join(lines)


def ask_all(library: Library, stories: Sequence[Story], listed: Sequence[str]) -> Counts:
    """Ask every question; print what is listed of each answer."""
    counts: Counts = Counter()
    for story in stories:
        for asked in story.questions:
            answer = None
            # What is taken for no question has no answer.
            with suppress(QuestionError):
                answer = library.ask(asked.text)
            found, lines = score(story, asked, answer)
            counts += Counter({key: count for key, count in found.items() if count})
            chosen = [line for line in lines if line.partition(" ")[0] in listed]
            if chosen:
                print(f"{story.id} {asked.language} {asked.text}", *chosen, sep="\n  ")
    return counts


def main() -> None:
    """Make the library where there is none, ask, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=SIX)
    parser.add_argument("--library", type=Path, help="kept, and made where there is none")
    parser.add_argument("--encoder", default=MULTILINGUAL)
    parser.add_argument("--list", nargs="*", default=(), dest="listed",
                        choices=("missed", *SHOWN, "loose", "speakers"))  # fmt: skip
    args = parser.parse_args()
    stories = read_stories(args.data)
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.library or Path(scratch) / "library"
        settings = load_settings(
            library={"path": folder, "seeds": False}, models={"encoder": args.encoder}
        )
        is_new = not folder.exists()
        with Library.open(settings) as library:
            if is_new:
                texts = Path(scratch) / "articles"
                texts.mkdir()
                write_articles(stories, texts)
                for added in library.add([texts]):
                    if added.article is None:
                        print(f"not added: {added}")
            counts = ask_all(library, stories, args.listed)
    questions = sum(n for (name, *_), n in counts.items() if name in {"answered of", "refused of"})
    print(f"{args.data.name}: {len(stories)} events, {questions} questions")
    print(table(counts))


if __name__ == "__main__":
    main()
