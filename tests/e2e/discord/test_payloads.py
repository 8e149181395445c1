"""The check of every request must itself find what Discord would refuse."""

from __future__ import annotations

from typing import Any

import pytest
from simcord import HttpLogEntry

from tests.e2e.discord import openapi
from tests.e2e.discord.payloads import check, complaints

SEND = "/channels/1/messages"
POLITE: dict[str, Any] = {"flags": 4 | 1 << 15, "allowed_mentions": {"parse": []}}

described = pytest.mark.skipif(
    not openapi.DESCRIPTION.exists(),
    reason="no copy of Discord's OpenAPI description: requests are checked for limits alone",
)


def shown(*components: dict[str, Any]) -> dict[str, Any]:
    return {**POLITE, "components": list(components)}


def words(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def button(**fields: object) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "Next", "custom_id": "a", **fields}


def row(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(components)}


def container(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": 17, "components": list(components)}


def test_a_message_at_every_limit_is_fine() -> None:
    fine = shown(
        words("a" * 3_990),
        container(*(words("b") for _ in range(10)), row(button(custom_id="c" * 100))),
        *(row(*(button(custom_id=f"{n}{m}", label="d" * 80) for m in range(5))) for n in range(4)),
    )
    assert list(complaints("POST", SEND, fine)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (shown(words("a" * 4_000), container(words("b"))), "text over 4,000"),
        (shown(words("🙂" * 2_001)), "text over 4,000"),
        (shown(container(*(words("a") for _ in range(40)))), "41 components"),
        (shown(*({"type": 9, "components": [words("a")], "accessory": button(custom_id=f"{n}")}
                 for n in range(14))), "42 components"),
        (shown(row(button(), button())), "a custom_id twice"),
        (shown(row(button(custom_id="a" * 101))), "custom_id over 100"),
        (shown(row(button(custom_id="whosays:page:123456789012345678:"))), "tells who or where"),
        (shown(row(button(label="a" * 81))), "label over 80"),
        (shown(row({"type": 2, "style": 5, "label": "a", "url": "https://a.b/" + "c" * 501})),
         "address over 512"),
        (shown(row(*(button(custom_id=f"{n}") for n in range(6)))), "more than 5"),
        (shown(row()), "a row of no"),
        (shown(words(" ")), "an empty text"),
        ({**shown(words("a")), "content": "b"}, "with content"),
        ({**POLITE, "content": "a" * 2_001}, "content over 2,000"),
        ({**POLITE, "embeds": [{"description": "a" * 3_001}] * 2}, "embeds over 6,000"),
        ({"flags": POLITE["flags"], "components": [words("a")]}, "may ping"),
        ({**shown(words("a")), "allowed_mentions": {"parse": ["users"]}}, "may ping"),
        ({**shown(words("a")), "allowed_mentions": {"parse": [], "users": ["1"]}}, "may ping"),
        ({**shown(words("a")), "allowed_mentions": {"parse": [], "replied_user": True}},
         "a reply that pings"),
        ({**shown(words("a")), "flags": 1 << 15}, "may preview links"),
        ({**POLITE, "flags": 4, "content": "a"}, "without Components V2"),
    ],
)  # fmt: skip
def test_what_is_over_a_limit_is_found(body: dict[str, Any], found: str) -> None:
    assert any(found in each for each in complaints("POST", SEND, body))


def test_answers_to_interactions_and_choices_are_looked_into() -> None:
    callback = "/interactions/1/token/callback"
    answer = {"type": 4, "data": shown(words("a" * 4_001))}
    assert "text over 4,000 characters" in complaints("POST", callback, answer)
    many = [{"name": "a", "value": "a"}] * 26
    assert "26 choices" in complaints("POST", callback, {"type": 8, "data": {"choices": many}})
    long = [{"name": "a" * 101, "value": "a"}]
    (found,) = complaints("POST", callback, {"type": 8, "data": {"choices": long}})
    assert found.startswith("a choice that is empty or over 100")


@described
@pytest.mark.parametrize(
    ("request_", "found"),
    [
        (("GET", "/nowhere", {}, None), "is not described"),
        (("POST", SEND, {"quickly": "yes"}, POLITE), "takes no parameter ['quickly']"),
        (("POST", SEND, {}, {**POLITE, "components": [{"type": 99}]}), "$.components"),
        (("POST", SEND, {}, {**POLITE, "colour": "red"}), "does not know ['$.colour']"),
        (("POST", SEND, {}, shown(container({**words("a"), "bold": True}))),
         "does not know ['$.components[0].components[0].bold']"),
        (("POST", "/interactions/1/t/callback", {}, {"type": 4, "data": {"flags": "many"}}),
         "at $.data.flags: 'many' is not of type 'integer'"),
    ],
)  # fmt: skip
def test_what_discord_does_not_describe_is_found(
    request_: tuple[str, str, dict[str, Any], Any], found: str
) -> None:
    method, path, params, body = request_
    complaint = openapi.complaint(method, path, params, body)
    assert complaint is not None
    assert found in complaint
    with pytest.raises(AssertionError):
        check([HttpLogEntry(method, path, params, body, None)])


@described
def test_what_discord_describes_is_fine() -> None:
    body = shown(words("a"), container(words("b"), row(button())))
    assert openapi.complaint("POST", SEND, {}, body) is None
    assert openapi.complaint("DELETE", "/webhooks/1/t/messages/@original", {}, None) is None
