"""What extractors find of the articles of pages, and on how many of them hardly anything.

    python -m benchmarks.extractors [--data DIR]

The pages and the metric are those of benchmarks.extraction. readability-lxml and resiliparse are
compared where they are installed; they are no dependencies.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.extraction import load, score, scores
from benchmarks.flatten import by_blocks
from retrieval.errors import ArticleError
from retrieval.ingest.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Extractor = Callable[[str], str]

_FEWEST_WORDS = 25


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/extraction"))
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    samples = load(options.data)
    pages = [sample.html.decode("utf-8", "replace") for sample in samples]
    wanted = [sample.article for sample in samples]
    print(f"{len(pages)} pages{'precision':>34}{'recall':>9}{'F1':>8}{'hardly any':>12}{'half':>6}")
    for name, extract in _extractors():
        found = [extract(page) for page in pages]
        # An article may itself be as short as that.
        hardly = sum(
            len(one.split()) < _FEWEST_WORDS <= len(other.split())
            for one, other in zip(found, wanted, strict=True)
        )
        half = sum(score(one, other)[1] < 1 / 2 for one, other in zip(found, wanted, strict=True))
        precision, recall, both = scores(found, wanted)
        print(f"{name:<32}{precision:>11.3f}{recall:>9.3f}{both:>8.3f}{hardly:>12}{half:>6}")


def _extractors() -> Iterator[tuple[str, Extractor]]:
    from trafilatura import baseline  # noqa: PLC0415 slow to import

    yield "trafilatura, precision", _trafilatura(favor_precision=True)
    yield "trafilatura, its defaults", _trafilatura()
    yield "trafilatura, recall", _trafilatura(favor_recall=True)
    yield "trafilatura, its baseline", lambda page: str(baseline(page)[1])
    try:
        from readability import Document  # noqa: PLC0415

        yield "readability-lxml", lambda page: by_blocks(Document(page).summary().encode())
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

        yield "resiliparse", lambda page: str(extract_plain_text(page, main_content=True))
    except ImportError:
        pass
    yield "whosays", _whosays


def _trafilatura(*, favor_precision: bool = False, favor_recall: bool = False) -> Extractor:
    from trafilatura import extract  # noqa: PLC0415

    def run(page: str) -> str:
        found = extract(
            page,
            include_comments=False,
            favor_precision=favor_precision,
            favor_recall=favor_recall,
        )
        return found or ""

    return run


def _whosays(page: str) -> str:
    try:
        return "\n".join(read_page(page, what="page").paragraphs)
    except ArticleError:
        return ""


if __name__ == "__main__":
    main()
