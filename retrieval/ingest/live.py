"""A story told live: when each of its posts was published, where the page gives that.

In its data (schema.org LiveBlogPosting, `liveBlogUpdate`) or by a `time` element in or before each
of several posts that are marked up alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from retrieval.ingest.moments import iso_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

_STAMPS = (
    "//time[@datetime][not(contains(@class, 'updated') or @itemprop='dateModified')]"
    "| //*[@itemprop='datePublished'][@content or @datetime]"
)
_NOT_ITS_OWN = (
    "ancestor-or-self::*[self::aside or self::nav or self::footer or "
    "contains(@class, 'related') or contains(@class, 'comment') or contains(@id, 'comment')]"
)
_WORDS = ".//text()[not(ancestor::script or ancestor::style or ancestor::time)]"
# What has fewer words of its own is the head of a post; its text stands below it.
_FEWEST_WORDS = 5
_MOST_STAMPS = 2000
# So much of a line says which it is, where the page's data cuts it.
_BEGINNING = 40
# What comes after more words than this is inside a post, as one that it quotes; unless all of a
# row have their time below.
_MOST_BEFORE, _ROW = 30, 3
# A shorter paragraph ("Yes.") stands in many posts: it belongs to the one that is being read.
_TELLING = 16
_DAY = len("2024-11-07")


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a story told live; `at` is when it was published, ISO 8601."""

    at: str
    text: str


def marked_up(
    tree: HtmlElement, paragraphs: Sequence[str], since: str | None = None
) -> tuple[Post, ...]:
    """The posts that elements with a time of day mark, of which the paragraphs come.

    None of them is older than the day `since`: that of a chronicle is of what happened, not of
    its posts.
    """
    # Zones differ by up to a day.
    earliest = date.fromisoformat(since[:_DAY]) - timedelta(1) if since else date.min
    found: tuple[Post, ...] = ()
    most = 2
    for posts in _lists(tree):
        if min(date.fromisoformat(each.at[:_DAY]) for each in posts) < earliest:
            continue
        matched = len({at for at in _places(paragraphs, posts) if at is not None})
        # Of two rows, one in the other, the inner one comes later.
        if matched >= most:
            found, most = posts, matched
    return found


def times(paragraphs: Sequence[str], posts: Sequence[Post]) -> tuple[str | None, ...]:
    """When each paragraph was posted; None for one that is in no post."""
    return tuple(None if place is None else posts[place].at for place in _places(paragraphs, posts))


def whole(paragraphs: tuple[str, ...], posts: Sequence[Post]) -> tuple[str, ...]:
    """The paragraphs; where they hold less than half of the posts, those that hold none and all."""
    places = _places(paragraphs, posts)
    if 2 * len(set(places) - {None}) >= len(posts):
        return paragraphs
    said = [line for post in posts for line in post.text.split("\n") if line.strip()]
    others = [each for each, at in zip(paragraphs, places, strict=True) if at is None]
    return (*others, *said)


def _places(paragraphs: Sequence[str], posts: Sequence[Post]) -> list[int | None]:
    """For each paragraph the post that it stands in, of several the one read now or next."""
    if not posts:
        return [None] * len(paragraphs)
    texts = [_plain(post.text) for post in posts]
    starts = [
        [
            start
            for line in post.text.split("\n")
            if len(start := _plain(line)[:_BEGINNING]) == _BEGINNING
        ]
        for post in posts
    ]
    found: list[int | None] = []
    now = 0
    for each in map(_plain, paragraphs):
        holding = [
            at
            for at, text in enumerate(texts)
            if each and (each in text or any(start in each for start in starts[at]))
        ]
        near = [at for at in holding if at in (now, now + 1)]
        later = [at for at in holding if at > now]
        if len(each) < _TELLING:
            holding, later = [], []
        place = next(iter(near or later or holding), None)
        now = now if place is None else place
        found.append(place)
    return found


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _lists(tree: HtmlElement) -> Iterator[tuple[Post, ...]]:
    """Every row of siblings that are marked up alike and have a time each, as posts."""
    moments: dict[HtmlElement, str] = {}
    for stamp in tree.xpath(_STAMPS)[:_MOST_STAMPS]:
        at = iso_moment(stamp.get("datetime") or stamp.get("content"))
        if at is not None and len(at) > _DAY and not stamp.xpath(_NOT_ITS_OWN):
            moments[stamp] = at
    # By element, the first time in it: what stands at the top of a post is its own.
    first: dict[HtmlElement, str] = {}
    for stamp, at in moments.items():
        for holder in (stamp, *stamp.iterancestors()):
            first.setdefault(holder, at)
    alike: defaultdict[tuple[HtmlElement, str], list[HtmlElement]] = defaultdict(list)
    for element in tree.iter():
        if element in first and element.getparent() is not None:
            alike[element.getparent(), _look(element)].append(element)
    for (_, look), row in alike.items():
        below = len(row) >= _ROW and " " in look
        posts = tuple(
            Post(first[each], text)
            for each in row
            if len((text := _text(each, row)).split()) > 1 and (below or _is_on_top(each, moments))
        )
        if len(posts) > 1:
            yield posts


def _is_on_top(post: HtmlElement, moments: Mapping[HtmlElement, str]) -> bool:
    """Whether a post has its time before its words, or nearly."""
    words = 0
    for element in post.iter():
        if element in moments:
            return True
        if isinstance(element.tag, str):
            words += len((element.text or "").split())
        if words > _MOST_BEFORE:
            return False
    return True


def _text(element: HtmlElement, row: Sequence[HtmlElement]) -> str:
    """The words of a post: in the element, or below it as far as the next one."""
    own = _said([element])
    if len(own.split()) >= _FEWEST_WORDS:
        return own
    return _said([element, *takewhile(lambda each: each not in row, element.itersiblings())])


def _said(elements: Iterable[HtmlElement]) -> str:
    return "\n".join(
        line
        for element in elements
        if isinstance(element.tag, str)
        for text in element.xpath(_WORDS)
        if (line := " ".join(str(text).split()))
    )


def _look(element: HtmlElement) -> str:
    """How an element is marked up: its name and classes without numbers."""
    if not isinstance(element.tag, str):
        return ""
    classes = re.sub(r"\S*\d\S*", "", element.get("class") or "").split()
    return " ".join([element.tag, *sorted(classes)[:1]])
