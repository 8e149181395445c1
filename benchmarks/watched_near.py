"""Which articles watched questions are asked again for: the part `near` of `benchmarks.watches`."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from benchmarks.news import SHARED, articles
from config.settings import load_settings
from retrieval.answer.question.question import understand
from retrieval.models.load import load_encoder
from retrieval.watching.nearby import near

GOLDEN = SHARED / "golden" / "news.json"
SHORTEST = 4
LEASTS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7)


def find_near(others: int) -> None:
    """Print which articles questions are asked again for."""
    encoder = load_encoder(load_settings().models, lambda _: None)
    events = json.loads(GOLDEN.read_text("utf-8"))["events"]
    urls = {
        article["url"]: (event, name)
        for event, held in events.items()
        for name, article in held["articles"].items()
    }
    texts: dict[tuple[str, str], str] = {}
    for part in (1, 2, 3):
        for number, article in enumerate(articles(part)):
            key = urls.get(article["url"])
            if key is None and part == 2 and number % 40 == 7 and len(texts) < len(urls) + others:
                key = ("", f"{part}.{number}")
            if key is not None:
                texts[key] = f"{article['title']}\n{article['text']}"
    asked = [
        (event, understand(question["question"]).canonical, _wanted(question))
        for event, held in events.items()
        for question in held["questions"]
    ]
    questions = [each[1] for each in asked]
    vectors = encoder.encode(questions, query=True)
    found: dict[float, Counter[tuple[int, str, bool]]] = {least: Counter() for least in LEASTS}
    half = {event: number % 2 for number, event in enumerate(sorted(events))}
    for (event, name), text in texts.items():
        lines = [each for each in text.split("\n")[1:] if len(each.split()) >= SHORTEST]
        paragraphs = encoder.encode(lines or [text])
        for least in LEASTS:
            marked = near(
                questions, vectors, [name] * len(paragraphs), paragraphs, {name: text}.get, least
            )
            for at, (own, _, wanted) in enumerate(asked):
                kind = "other" if own != event else "wanted" if name in wanted else "same"
                found[least][half[own], kind, at in marked] += 1
    for number, title in enumerate(("first half", "second half")):
        print(f"{title}: nearness, articles with an answer, others of the event, of other events")
        for least in LEASTS:
            shares = (_share(found[least], number, kind) for kind in ("wanted", "same", "other"))
            print(f"  {least:.2f}  " + "  ".join(f"{100 * each:5.1f} %" for each in shares))


def _share(found: Counter[tuple[int, str, bool]], half: int, kind: str) -> float:
    yes, no = found[half, kind, True], found[half, kind, False]
    return yes / max(1, yes + no)


def _wanted(question: dict[str, Any]) -> set[str]:
    return {label[0].split(".")[0] for label in question["labels"] if label[2] == "expect"}
