"""How much of a page's article is found, from HTML and from the page flattened to text.

    python -m benchmarks.extraction [--data DIR] [--train]

The pages are scrapinghub's article-extraction-benchmark (MIT), the metric theirs: precision and
recall over multisets of four-word shingles, averaged over pages, and the F1 of the two averages.
Figures for flattened text are cross-validated: five folds, no site in two of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from benchmarks.flatten import by_blocks, by_text_nodes
from config.coverage import FetchSettings
from retrieval.errors import ArticleError
from retrieval.fetch.tasks import Page as FetchedPage
from retrieval.fetch.worker import Workers
from retrieval.ingest.clean import article_lines
from retrieval.ingest.page import read_page
from retrieval.ingest.training import Page, label, save, train
from retrieval.ingest.units import units

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WEIGHTS = Path("retrieval/ingest/line_model.json")
_WORD = re.compile(r"\w+")
_SHINGLE = 4
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """One page of the set: its bytes, its site and the text of its article."""

    html: bytes
    site: str
    article: str
    url: str


def load(data: Path) -> list[Sample]:
    """The pages in the order of their names."""
    truth = json.loads((data / "ground-truth.json").read_text(encoding="utf-8"))
    samples = []
    for name in sorted(truth):
        with gzip.open(data / "html" / f"{name}.html.gz") as file:
            host = urlsplit(truth[name]["url"]).hostname or name
            site = ".".join(host.split(".")[-2:])
            samples.append(
                Sample(file.read(), site, truth[name]["articleBody"], truth[name]["url"])
            )
    return samples


def scores(found: Sequence[str], wanted: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of texts against texts, in that set's way."""
    pairs = [score(one, other) for one, other in zip(found, wanted, strict=True)]
    precision = sum(pair[0] for pair in pairs) / len(pairs)
    recall = sum(pair[1] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def folds(samples: Sequence[Sample], seed: int = 0) -> list[int]:
    """A fold for each page; the pages of a site share one."""
    sites = sorted({sample.site for sample in samples})
    order = np.random.default_rng(seed).permutation(len(sites))
    fold = {sites[site]: place % _FOLDS for place, site in enumerate(order.tolist())}
    return [fold[sample.site] for sample in samples]


def training_pages(samples: Sequence[Sample]) -> list[Page]:
    """Each page as a dump in two ways, and its article alone, of which every line is wanted."""
    pages = []
    for sample in samples:
        for flatten in (by_blocks, by_text_nodes):
            lines = units(flatten(sample.html))
            pages.append(Page(tuple(lines), tuple(label(lines, sample.article))))
        clean = units(sample.article)
        pages.append(Page(tuple(clean), (True,) * len(clean), weight=0.5))
    return pages


def main() -> None:
    """Print the table; with --train write the weights first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/extraction"))
    parser.add_argument("--train", action="store_true", help=f"write {WEIGHTS}")
    options = parser.parse_args()
    samples = load(options.data)
    if options.train:
        save(train(training_pages(samples)), WEIGHTS)
        print(f"wrote {WEIGHTS}")
    wanted = [sample.article for sample in samples]
    rows = {
        "HTML: trafilatura, its defaults": [_trafilatura(sample.html) for sample in samples],
        **_readability(samples),
        "HTML: whosays": [_page(sample.html) for sample in samples],
        "HTML: whosays, from an address": _addresses(samples),
        "flattened by blocks: everything": [by_blocks(sample.html) for sample in samples],
        "flattened by text nodes: everything": [by_text_nodes(sample.html) for sample in samples],
    }
    inputs: dict[str, Callable[[Sample], str]] = {
        "flattened by blocks: whosays, cross-validated": lambda sample: by_blocks(sample.html),
        "flattened by text nodes: whosays, cross-validated": lambda sample: by_text_nodes(
            sample.html
        ),
        "article alone: whosays, cross-validated": lambda sample: sample.article,
    }
    rows.update(_cross_validated(samples, inputs))
    print(f"{len(samples)} pages{'precision':>55}{'recall':>9}{'F1':>8}")
    for name, found in rows.items():
        precision, recall, both = scores(found, wanted)
        print(f"{name:<52}{precision:>13.3f}{recall:>9.3f}{both:>8.3f}")


def _cross_validated(
    samples: Sequence[Sample], inputs: dict[str, Callable[[Sample], str]]
) -> dict[str, list[str]]:
    found = {name: [""] * len(samples) for name in inputs}
    placed = folds(samples)
    for fold in range(_FOLDS):
        seen = [sample for sample, place in zip(samples, placed, strict=True) if place != fold]
        model = train(training_pages(seen))
        for at, sample in enumerate(samples):
            if placed[at] != fold:
                continue
            for name, text in inputs.items():
                lines = units(text(sample))
                keep = article_lines(lines, model)
                found[name][at] = "\n".join(
                    line for line, kept in zip(lines, keep, strict=True) if kept
                )
    return found


def _trafilatura(raw: bytes) -> str:
    from trafilatura import extract  # noqa: PLC0415 slow to import

    return str(extract(raw) or "")


def _readability(samples: Sequence[Sample]) -> dict[str, list[str]]:
    """readability-lxml's, where it is installed; it is no dependency."""
    try:
        from readability import Document  # noqa: PLC0415
    except ImportError:
        return {}
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    pages = (sample.html.decode("utf-8", "replace") for sample in samples)
    return {
        "HTML: readability-lxml": [by_blocks(Document(page).summary().encode()) for page in pages]
    }


def _addresses(samples: Sequence[Sample]) -> list[str]:
    """As pages are read that were fetched: by the worker, and refused where they are no article."""
    found = []
    with Workers(FetchSettings()) as workers:
        for sample in samples:
            url = sample.url if "//" in sample.url else f"https://{sample.url}"
            try:
                read = workers.read(FetchedPage(url, url, "text/html"), sample.html)
                found.append("\n".join(read["paragraphs"]))
            except ArticleError as error:
                print(f"refused: {error}")
                found.append("")
    return found


def _page(raw: bytes) -> str:
    try:
        return "\n".join(read_page(raw.decode("utf-8", "replace"), what="page").paragraphs)
    except ArticleError:
        return ""


def score(found: str, wanted: str) -> tuple[float, float]:
    """Precision and recall of one text against another."""
    have, want = _shingles(found), _shingles(wanted)
    hits, extra, missed = ((have & want), (have - want), (want - have))
    if not extra and not missed:
        return 1.0, 1.0
    if not hits:
        return 0.0, 0.0
    total = hits.total()
    return total / (total + extra.total()), total / (total + missed.total())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(
        tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))
    )


if __name__ == "__main__":
    main()
