"""The JSON-LD of a page: read where it is well-formed, and told to be schema.org's where it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# A page's own data is a few kilobytes; past this it is somebody's database.
_MOST_JSON = 500_000
_SCHEMA_ORG = "https://schema.org"
_MEANS_SCHEMA_ORG = re.compile(r"(?:https?:)?(?://)?(?:www\.)?schema\.org/?", re.IGNORECASE)
ARTICLES = frozenset(
    {
        "Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle",
        "BackgroundNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle",
        "Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "TechArticle",
        "ScholarlyArticle",
    }
)  # fmt: skip
# What else pages say of themselves in it.
_NAMES = ("headline", "name", "legalName", "alternateName")
_NAMED = ("author", "publisher")
_PLAIN = ARTICLES | {"NewsMediaOrganization", "Organization", "Person", "WebPage", "WebSite"}


def scripts(tree: HtmlElement) -> Iterator[tuple[HtmlElement, object]]:
    """Each block of JSON-LD with its data; what is malformed or very long counts as not there."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > _MOST_JSON:
            continue
        try:
            yield script, json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue


def types(item: dict[str, Any]) -> set[str]:
    """What a thing is, without the vocabulary's address."""
    stated = item.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def name_vocabulary(tree: HtmlElement) -> None:
    """Write schema.org's data in the one way that trafilatura reads, without what it trips over.

    Pages leave the context out, list it with others or call it "schema.org".
    """
    for script, data in scripts(tree):
        blocks = [each for each in (data if isinstance(data, list) else [data]) if _is_meant(each)]
        for block in blocks:
            tidy = _tidy(block)
            if isinstance(block.get("@graph"), list):
                tidy["@graph"] = [_tidy(each) for each in _things(block)]
            block.clear()
            block.update({**tidy, "@context": _SCHEMA_ORG})
        if blocks:
            script.text = json.dumps(data)


def _is_meant(block: object) -> TypeGuard[dict[str, Any]]:
    # Of a story told live trafilatura takes the posts for the story.
    if not isinstance(block, dict) or "liveBlogUpdate" in block:
        return False
    context = block.get("@context")
    if context is None:
        return any(not types(each).isdisjoint(_PLAIN) for each in _things(block))
    if isinstance(context, dict):
        context = context.get("@vocab")
    stated = context if isinstance(context, list) else [context]
    return any(isinstance(each, str) and _MEANS_SCHEMA_ORG.fullmatch(each) for each in stated)


def _things(block: dict[str, Any]) -> list[dict[str, Any]]:
    graph = block.get("@graph")
    things = graph if isinstance(graph, list) else [block]
    return [each for each in things if isinstance(each, dict)]


def _tidy(thing: dict[str, Any]) -> dict[str, Any]:
    """The thing with nothing but text for its names, and nothing but names for its people."""
    left = {*_NAMES, *_NAMED, "articleSection"}
    kept = {key: value for key, value in thing.items() if key not in left}
    kept |= {key: thing[key] for key in _NAMES if isinstance(thing.get(key), str)}
    for key in _NAMED:
        stated = thing.get(key)
        found = [_named(each) for each in (stated if isinstance(stated, list) else [stated])]
        if named := [each for each in found if each is not None]:
            kept[key] = named if key == "author" else named[0]
    return {**kept, "@type": sorted(types(thing), key=lambda name: (name not in _PLAIN, name))}


def _named(each: object) -> dict[str, Any] | None:
    """A person or publisher with a name; None for anything else."""
    if isinstance(each, str):
        return {"name": each}
    if not isinstance(each, dict):
        return None
    names = each.get("name")
    given = [each[key] for key in ("givenName", "familyName") if isinstance(each.get(key), str)]
    listed = names if isinstance(names, list) else [names] if names else [" ".join(given)]
    name = "; ".join(name for name in listed if isinstance(name, str))
    stated = {"@type": sorted(types(each))} if types(each) else {}
    return {**stated, "name": name} if name else None
