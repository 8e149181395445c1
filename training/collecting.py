"""What the decision sees of labelled news: every question asked of a library that holds it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from retrieval.answer.decision.decide import features_of
from retrieval.answer.decision.evidence import SAME
from retrieval.errors import QuestionError
from training.golden import LETTERS, Asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from retrieval.answer.decision.examined import Examination
    from retrieval.library import Library


def collect(origin: str, golden: dict[str, Any], library: Library) -> Iterator[Asked]:
    """Ask every question of the labelled events of an origin; yield what the decision would see.

    What is no question by itself is left out.
    """
    for name, event in golden["events"].items():
        keys = {article["url"]: key for key, article in event["articles"].items()}
        for question in event["questions"]:
            labels = _labels(event, question)
            with suppress(QuestionError):
                found = library.examine(question["question"])
                yield _asked(origin, name, question, labels, keys, found)


def _labels(event: dict[str, Any], question: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """By article, the labelled sentences squeezed, each with its letter."""
    labels: dict[str, list[tuple[str, str]]] = {}
    for place, stance, *_ in question["labels"]:
        key, number = place.split(".")
        sentence = " ".join(event["articles"][key]["sentences"][int(number) - 1].split())
        letter = stance[0].upper() if question["kind"] == "polar" else LETTERS[0]
        labels.setdefault(key, []).append((sentence, letter))
    return labels


def _asked(
    origin: str,
    name: str,
    question: dict[str, Any],
    labels: dict[str, list[tuple[str, str]]],
    keys: dict[str, str],
    found: Examination,
) -> Asked:
    sentences = found.sentences
    articles: dict[str | None, int] = {}
    sources: dict[str, int] = {}
    letters, places, again = [], [], []
    for at, each in enumerate(sentences):
        held, text = each.coverage.held.article, " ".join(each.text.split())
        key = keys.get(held.url or "")
        letters.append(
            "".join(
                sorted(
                    {letter for s, letter in labels.get(key or "", ()) if s in text or text in s}
                )
            )
        )
        article = articles.setdefault(key or held.id, len(articles))
        places.append((article, sources.setdefault(held.source.id, len(sources)), each.paragraph))
        again.append([o for o in range(at) if float(each.vector @ sentences[o].vector) >= SAME])
    voices = {
        (
            articles.get(place.split(".")[0], -1),
            st[0].upper() if question["kind"] == "polar" else "S",
        )
        for place, st, grade, *_ in question["labels"]
        if grade == "expect"
    }
    features = (
        features_of(found.question, sentences, found.judged).round(4).tolist() if sentences else []
    )
    return Asked(
        origin, name, question["kind"], question["covered"], question["conflict"],
        features, letters, places, again, sorted(voices),
    )  # fmt: skip
