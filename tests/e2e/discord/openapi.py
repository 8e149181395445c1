"""Requests against Discord's OpenAPI description, where a copy of it is at hand."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTION = ROOT.parent / "shared" / "discord" / "openapi.json"
_ID = "urn:discord"
# The first is in Discord's documentation of commands though not in its description; the second
# discord.py writes into every edit, where it means nothing.
_HARMLESS = frozenset({"nsfw", "tts"})
# Requests that differ in them alone are one: ids, and the tokens of answers.
_SNOWFLAKE = re.compile(r"(?<![\w.])\d{17,20}(?![\w.])")
_TOKEN = re.compile(r"(?<=:)[a-z0-9]{12}(?=:)")


def complaint(method: str, path: str, params: dict[str, Any], body: object) -> str | None:
    """What is wrong with a request by the description, None where nothing is."""
    template = _template(method, path)
    if template is None:
        return f"{method} {path} is not described"
    written = _TOKEN.sub("a" * 12, _SNOWFLAKE.sub("1" * 18, json.dumps(body)))
    return _complaint(method, template, tuple(params), written)


@lru_cache(maxsize=1024)
def _complaint(method: str, template: str, params: tuple[str, ...], written: str) -> str | None:
    # Cached, as every test sends the long list of commands, and many show the same answer.
    body = json.loads(written)
    here = _document()["paths"][template]
    operation = here[method.lower()]
    described = (*here.get("parameters", ()), *operation.get("parameters", ()))
    query = {each["name"] for each in map(_resolved, described) if each["in"] == "query"}
    if strays := set(params) - query:
        return f"{method} {template} takes no parameter {sorted(strays)}"
    if body is None:
        return None
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    error = best_match(_validator(schema).iter_errors(body))
    if error is not None:
        return f"{method} {template} at {error.json_path}: {error.message[:300]}"
    if unknown := strange_keys(schema, body):
        return f"{method} {template} does not know {unknown}"
    return None


def strange_keys(schema: dict[str, Any], value: object, place: str = "$") -> list[str]:
    """The keys of a valid value that its schema does not name, which Discord would ignore."""
    schema = _resolved(schema)
    for union in ("oneOf", "anyOf"):
        if union in schema:
            narrowed = _narrowed(schema[union], value)
            fitting = [each for each in narrowed if _validator(each).is_valid(value)]
            found = [strange_keys(each, value, place) for each in fitting]
            return min(found, key=len, default=[])
    if isinstance(value, list):
        items = schema.get("items", {})
        return [
            key
            for n, each in enumerate(value)
            for key in strange_keys(items, each, f"{place}[{n}]")
        ]
    if isinstance(value, dict):
        return _of_object(schema, value, place)
    return []


def _of_object(schema: dict[str, Any], value: dict[str, Any], place: str) -> list[str]:
    known = dict(schema.get("properties", {}))
    for part in schema.get("allOf", ()):
        known |= _resolved(part).get("properties", {})
    if not known:
        return []
    others = schema.get("additionalProperties")
    strange = []
    for key, each in value.items():
        if key in known:
            strange += strange_keys(known[key], each, f"{place}.{key}")
        elif not isinstance(others, dict) and key not in _HARMLESS:
            strange.append(f"{place}.{key}")
    return strange


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    # discord.py writes some ids as numbers, which Discord takes.
    document["components"]["schemas"]["SnowflakeType"]["type"] = ["string", "integer"]
    return document


@cache
def _registry() -> Registry[Any]:
    resource = DRAFT202012.create_resource(_document())
    registry: Registry[Any] = Registry().with_resource(_ID, resource)
    return registry


@cache
def _paths() -> list[tuple[re.Pattern[str], str]]:
    # What is spelt out goes before what is a parameter: /messages/@original, /users/@me.
    found = sorted(_document()["paths"], key=lambda path: (path.count("{"), path))
    return [(re.compile(re.sub(r"\\{.*?\\}", "[^/]+", re.escape(path))), path) for path in found]


def _template(method: str, path: str) -> str | None:
    for pattern, template in _paths():
        if pattern.fullmatch(path):
            return template if method.lower() in _document()["paths"][template] else None
    return None


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        found: Any = _document()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = found
    return schema


def _narrowed(union: list[dict[str, Any]], value: object) -> list[dict[str, Any]]:
    """Those of a union that are of the value's `type`, where any is; all for the error if none."""
    if not isinstance(value, dict) or "type" not in value:
        return union

    def may_be(schema: dict[str, Any]) -> bool:
        types = _resolved(schema).get("properties", {}).get("type", {}).get("enum")
        return types is None or value["type"] in types

    return [each for each in union if may_be(each)] or union


def _keyword(name: str) -> Any:  # noqa: ANN401 - as jsonschema has it
    """Its check of a union, which would try every kind of component at every depth."""
    whole: Any = Draft202012Validator.VALIDATORS[name]

    def check(validator: Any, union: Any, value: object, schema: Any) -> Iterator[Any]:  # noqa: ANN401
        yield from whole(validator, _narrowed(union, value), value, schema)

    return check


_Validator: Any = validators.extend(
    Draft202012Validator, {name: _keyword(name) for name in ("oneOf", "anyOf")}
)


def _validator(schema: dict[str, Any]) -> Any:  # noqa: ANN401
    return _Validator(schema, registry=_registry(), _resolver=_registry().resolver(_ID))
