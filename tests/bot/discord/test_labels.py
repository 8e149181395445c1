"""Every message that the code says is there in English, and none is there that nobody says."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from bot.discord.language import DEFAULT, messages
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SAYING = {"say", "Refusal"}
ROOM = re.compile(r"[a-z]+(\\?-)")


def said(only_calls: bool) -> Iterator[re.Pattern[str]]:
    """What the code's texts may name, as patterns: f-strings hold anything in their braces."""
    # What is drawn speaks the same languages.
    rooms = (ROOT / "bot" / "discord", ROOT / "bot" / "render")
    for file in sorted(each for room in rooms for each in room.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if only_calls and isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in SAYING and node.args:
                    yield from pattern(node.args[0])
            elif not only_calls and isinstance(node, ast.expr):
                yield from pattern(node)


def pattern(node: ast.expr) -> Iterator[re.Pattern[str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.compile(re.escape(node.value))
    elif isinstance(node, ast.JoinedStr):
        parts = (
            re.escape(str(each.value)) if isinstance(each, ast.Constant) else "[a-z0-9-]+"
            for each in node.values
        )
        # Anything may stand in braces alone: that names no message.
        if ROOM.match(written := "".join(parts)):
            yield re.compile(written)
    elif isinstance(node, ast.IfExp):
        yield from pattern(node.body)
        yield from pattern(node.orelse)


def test_what_is_said_is_there() -> None:
    known = set(messages(DEFAULT))
    calls = list(said(only_calls=True))
    assert len(calls) > 50
    missing = [each.pattern for each in calls if not any(map(each.fullmatch, known))]
    assert missing == []


def test_what_is_there_is_said() -> None:
    named = list(said(only_calls=False))
    own = [key for key in messages(DEFAULT) if not key.startswith("command-")]
    text = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (ROOT / "bot" / "discord" / "locales" / DEFAULT).glob("*.ftl")
    )
    unsaid = [
        key
        for key in own
        if not any(each.fullmatch(key) for each in named) and f"{{ {key} }}" not in text
    ]
    assert unsaid == []
