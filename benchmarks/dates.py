"""Whether pages get the day they state, and none where they state none.

    python -m benchmarks.dates [--articles 1500] [--data DIR]

Articles of the news corpus that hold a year, as plain pages: without a date, and with it in one of
the places where pages put it. Then the pages of the extraction set: those with a day in their
address are asked without it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from datetime import date
from html import escape
from pathlib import Path

from benchmarks.extraction import load
from benchmarks.news import articles
from retrieval.errors import ArticleError
from retrieval.ingest.dated import published
from retrieval.ingest.markup import read_markup
from retrieval.ingest.page import load_tree, read_page

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?!\d)")
_LD = "<script type='application/ld+json'>%s</script>"
_PLACES = {
    "nowhere": ("", ""),
    "meta": ('<meta property="article:published_time" content="{iso}T08:00:00Z">', ""),
    "JSON-LD": (_LD % '{{"@type": "Article", "datePublished": "{iso}"}}', ""),
    "time element": ("", '<time datetime="{iso}">some days ago</time>'),
    "byline": ("", "<p>By Ann Roe | {words}</p>"),
    "element called date": ("", '<span class="post-date">{words}</span>'),
}
_MONTHS = "January February March April May June July August September October November December"


def main() -> None:
    """Print right, wrong and none by place."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/extraction"))
    options = parser.parse_args()
    found: dict[str, Counter[str]] = {place: Counter() for place in _PLACES}
    count = 0
    for article in articles(2):
        if count == options.articles:
            break
        day = (article["published"] or "")[:10]
        if not day or not _YEAR.search(article["text"]):
            continue
        place = list(_PLACES)[count % 2 and 1 + count // 2 % (len(_PLACES) - 1)]
        count += 1
        got = _day(_page(article["title"], article["text"], day, place))
        wanted = None if place == "nowhere" else day
        kind = "right" if got == wanted else "none" if got is None else "wrong"
        found[place][kind] += 1
        if kind == "wrong":
            print(got, article["title"])
    print(f"{'a day stated':<24}{'right':>8}{'wrong':>8}{'none':>8}")
    for place, kinds in found.items():
        print(f"{place:<24}{kinds['right']:>8}{kinds['wrong']:>8}{kinds['none']:>8}")
    kinds = Counter[str]()
    for sample in load(options.data):
        stated = _IN_ADDRESS.search(sample.url)
        tree = load_tree(sample.html.decode("utf-8", "replace"), what=sample.url)
        # Addresses in the page would give the day away.
        for each in tree.xpath("//link[@rel='canonical'] | //meta[@property='og:url']"):
            each.drop_tree()
        got = (read_markup(tree).published or published(tree) or "")[:10]
        if stated is None:
            kinds["unknown, a day" if got else "unknown, none"] += 1
            continue
        year, month, day = (int(each) for each in stated.groups())
        # A zone's midnight may lie between the two.
        right = bool(got) and abs((date.fromisoformat(got) - date(year, month, day)).days) <= 1
        kinds["right" if right else "none" if not got else "wrong"] += 1
        if got and not right:
            print(sample.url, got)
    print("pages of the extraction set:", dict(kinds))


def _page(title: str, text: str, day: str, place: str) -> str:
    year, month, number = day.split("-")
    words = f"{int(number)} {_MONTHS.split()[int(month) - 1]} {year}"
    head, body = (each.format(iso=day, words=words) for each in _PLACES[place])
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in text.split("\n\n"))
    return (
        f"<html><head><title>{escape(title)}</title>{head}</head><body><article>"
        f"<h1>{escape(title)}</h1>{body}{paragraphs}</article></body></html>"
    )


def _day(page: str) -> str | None:
    try:
        stated = read_page(page, what="page").details.published
    except ArticleError:
        return None
    return stated[:10] if stated else None


if __name__ == "__main__":
    main()
