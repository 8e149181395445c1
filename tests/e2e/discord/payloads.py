"""What Discord would refuse, and what this bot may not do: every recorded request is checked.

Against Discord's OpenAPI description where a copy is at hand, and always against the limits that
the description leaves out.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.e2e.discord import openapi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simcord import HttpLogEntry

CONTENT = 2000
TEXT = 4000
COMPONENTS = 40
EMBEDS = 6000
CUSTOM_ID, LABEL, ADDRESS, CHOICES, CHOICE = 100, 80, 512, 25, 100

EPHEMERAL_AND_LOADING = 64 | 128
SUPPRESS_EMBEDS = 4
COMPONENTS_V2 = 1 << 15

TEXT_DISPLAY, BUTTON, ROW = 10, 2, 1
# Ids of people, servers and channels: what stands in a custom_id everybody can read.
SNOWFLAKE = re.compile(r"\d{15,}")
MESSAGE_CALLBACKS, UPDATE_CALLBACKS, AUTOCOMPLETE = {4}, {7}, 8


def check(requests: Iterable[HttpLogEntry]) -> None:
    """Raise AssertionError naming the first request that is wrong."""
    for request in requests:
        described = openapi.DESCRIPTION.exists()
        wrong = (
            openapi.complaint(request.method, request.path, request.params or {}, request.json)
            if described
            else None
        )
        wrong = wrong or next(complaints(request.method, request.path, request.json), None)
        assert wrong is None, f"{wrong}\n{request}"


def complaints(method: str, path: str, body: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """What is wrong with a request beyond the description."""
    if not isinstance(body, dict):
        return
    if path.endswith("/callback"):
        data, kind = body.get("data") or {}, body["type"]
        if kind == AUTOCOMPLETE:
            yield from _choices(data["choices"])
        if kind in MESSAGE_CALLBACKS | UPDATE_CALLBACKS:
            yield from _message(data, new=kind in MESSAGE_CALLBACKS)
    elif "/messages" in path or path.startswith("/webhooks/"):
        yield from _message(body, new=method == "POST")


def _message(body: dict[str, Any], *, new: bool) -> Iterator[str]:
    mentions = body.get("allowed_mentions", {})
    if mentions.get("parse") != [] or mentions.get("users") or mentions.get("roles"):
        yield "a message that may ping"
    if mentions.get("replied_user"):
        yield "a reply that pings"
    flags = body.get("flags") or 0
    if new and not flags & SUPPRESS_EMBEDS:
        yield "a message that may preview links"
    if new and not flags & COMPONENTS_V2:
        yield "a message without Components V2"
    if body.get("content") or body.get("embeds"):
        yield "a Components V2 message with content or embeds"
    if _units(body.get("content") or "") > CONTENT:
        yield "content over 2,000 characters"
    if sum(map(_embed, body.get("embeds") or ())) > EMBEDS:
        yield "embeds over 6,000 characters"
    yield from _components(list(walk(body.get("components") or ())))


def _components(every: list[dict[str, Any]]) -> Iterator[str]:
    if len(every) > COMPONENTS:
        yield f"{len(every)} components"
    if sum(_units(each["content"]) for each in every if each["type"] == TEXT_DISPLAY) > TEXT:
        yield "text over 4,000 characters"
    yield from _ids(Counter(each["custom_id"] for each in every if "custom_id" in each))
    for each in every:
        if each["type"] == BUTTON and _units(each.get("label") or "") > LABEL:
            yield "a label over 80 characters"
        if len(each.get("url") or "") > ADDRESS:
            yield "an address over 512 characters"
        if each["type"] == ROW and len(each["components"]) not in range(1, 6):
            yield "a row of no or more than 5 components"
        if each["type"] == TEXT_DISPLAY and not each["content"].strip():
            yield "an empty text"


def _ids(ids: Counter[str]) -> Iterator[str]:
    if ids and max(ids.values()) > 1:
        yield f"a custom_id twice: {ids.most_common(1)}"
    if any(_units(each) > CUSTOM_ID for each in ids):
        yield "a custom_id over 100 characters"
    if any(map(SNOWFLAKE.search, ids)):
        yield "a custom_id that tells who or where"


def _choices(choices: list[dict[str, Any]]) -> Iterator[str]:
    if len(choices) > CHOICES:
        yield f"{len(choices)} choices"
    for each in choices:
        if not 1 <= _units(each["name"]) <= CHOICE or not 1 <= _units(str(each["value"])) <= CHOICE:
            yield f"a choice that is empty or over 100 characters: {each}"


def walk(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, nested ones included, in order."""
    for each in components:
        yield each
        yield from walk(each.get("components") or ())
        if "accessory" in each:
            yield from walk([each["accessory"]])
        if "component" in each:
            yield from walk([each["component"]])


def _embed(embed: dict[str, Any]) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [
        (embed.get(part) or {}).get(key) for part, key in (("footer", "text"), ("author", "name"))
    ]
    texts += [field[key] for field in embed.get("fields") or () for key in ("name", "value")]
    return sum(_units(text or "") for text in texts)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
