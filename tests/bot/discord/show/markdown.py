"""What Discord shows for a text: a small reader of its Markdown.

After Discord's own descriptions ("Markdown Text 101", "Message Formatting") and what its clients
are known to do beside them. Where clients differ it is the eager one: every `:name:` is an emoji,
everything in `<...>` means something, and an invitation needs no `https://`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_SHRUG = re.compile(r"¯\\_\(ツ\)_/¯")
_FENCE = re.compile(r"```(?:[a-z0-9_+\-.#]+\n)?\n*(.+?)\n*```", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"(`+)(.*?[^`])\1(?!`)", re.DOTALL)
_ANGLE = re.compile(
    r"<(?P<name>@[!&$]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|/[^:<>\n]+:\d+|id:[\w:-]+"
    r"|sound:[\d:]+|[^\s<>@]+@[^\s<>@]+|(?:tel:|sms:)?\+?\d[\d ()./-]+|[^: >]+:/[^ >]+)>"
)
_EVERYONE = re.compile(r"@(?:everyone|here|silent)")
_ADDRESS = re.compile(r"(?:https?|steam|discord)://[^\s<]+[^<.,:;\"'\]\s]", re.IGNORECASE)
_INVITATION = re.compile(r"discord(?:app)?\.(?:gg|gift|new|com)/\w+", re.IGNORECASE)
_EMOJI = re.compile(r":[^\s:]+:")
# A backslash before its brackets does not save a link: only its first bracket counts.
_LINK = re.compile(r"\[((?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]\([^)]+\)")
_SPANS = (
    ("strong", re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL)),
    ("underline", re.compile(r"__((?:\\.|[^\\])+?)__(?!_)", re.DOTALL)),
    ("strike", re.compile(r"~~(.+?)~~(?!_)", re.DOTALL)),
    ("spoiler", re.compile(r"\|\|(.+?)\|\|", re.DOTALL)),
    ("em", re.compile(r"\*(?=\S)((?:\\.|\*\*|[^*\\])+?)\*(?!\*)", re.DOTALL)),
    ("em", re.compile(r"(?<!\w)_((?:__|\\.|[^\\_])+?)_(?!\w)", re.DOTALL)),
)

_QUOTE_ALL = re.compile(r" *>>> (.*)", re.DOTALL)
_QUOTE = re.compile(r" *>(?!>>) [^\n]*(?:\n *>(?!>>) [^\n]*)*\n?")
_HEADING = re.compile(r" *(#{1,3}) +(?!#)([^\n]+)\n?")
_SUBTEXT = re.compile(r" *-# +(?!-#)([^\n]+)\n?")
_ITEM = re.compile(r" *([-*+]|\d+[.)]) +([^\n]+)\n?")
_BREAK = re.compile(r" {2,}\n")


@dataclass
class Node:
    """Something shown: plain text where `kind` is "text", else what Discord makes of it."""

    kind: str
    text: str = ""
    level: int = 0
    children: list[Node] = field(default_factory=list)


def render(source: str) -> list[Node]:
    """The text of one message or text display, as Discord shows it."""
    clean = source.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "")
    return _parse(clean.replace("\t", "    "), fresh=True, quoted=False)


def words(nodes: list[Node]) -> str:
    """What a person reads."""
    return "".join(node.text + words(node.children) for node in nodes)


def kinds(nodes: list[Node]) -> set[str]:
    """Everything that Discord found there, "text" included."""
    return {node.kind for node in nodes}.union(*(kinds(node.children) for node in nodes))


def _parse(source: str, *, fresh: bool, quoted: bool) -> list[Node]:
    """`fresh` where the text begins a line; `quoted` inside a block quote, which does not nest."""
    nodes: list[Node] = []
    at = 0
    while at < len(source):
        line = source[:at].rpartition("\n")[2]
        begins = not line.strip(" ") and ("\n" in source[:at] or fresh)
        node, end = _next(source, at, begins=begins, quoted=quoted)
        if node.kind == "text" and nodes and nodes[-1].kind == "text":
            nodes[-1].text += node.text
        else:
            nodes.append(node)
        at = end
    return nodes


def _next(source: str, at: int, *, begins: bool, quoted: bool) -> tuple[Node, int]:
    if begins and (block := _block(source, at, quoted=quoted)):
        return block
    for found, node in _inline(source, at, begins=begins, quoted=quoted):
        return node, found.end()
    return Node("text", source[at]), at + 1


def _block(source: str, at: int, *, quoted: bool) -> tuple[Node, int] | None:
    def inner(text: str, *, inside: bool = quoted) -> list[Node]:
        return _parse(text, fresh=True, quoted=inside)

    if not quoted and (found := _QUOTE_ALL.match(source, at)):
        return Node("quote", children=inner(found[1], inside=True)), found.end()
    if not quoted and (found := _QUOTE.match(source, at)):
        text = re.sub(r"^ *> ?", "", found[0], flags=re.MULTILINE)
        return Node("quote", children=inner(text, inside=True)), found.end()
    if found := _SUBTEXT.match(source, at):
        return Node("subtext", children=inner(found[1])), found.end()
    if found := _HEADING.match(source, at):
        return Node("heading", level=len(found[1]), children=inner(found[2])), found.end()
    if found := _ITEM.match(source, at):
        return Node("item", children=inner(found[2])), found.end()
    return None


def _inline(
    source: str, at: int, *, begins: bool, quoted: bool
) -> Iterator[tuple[re.Match[str], Node]]:
    def leaf(kind: str, text: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], Node]:
        return lambda found: Node(kind, text(found))

    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Node]], ...] = (
        (_SHRUG, leaf("shrug", lambda found: found[0])),
        (_FENCE, leaf("code block", lambda found: found[1])),
        (_ESCAPE, leaf("text", lambda found: found[1])),
        (_ANGLE, leaf("reference", lambda found: f"({found['name']})")),
        (_ADDRESS, leaf("address", lambda found: found[0])),
        (_INVITATION, leaf("invitation", lambda found: found[0])),
        (_EVERYONE, leaf("ping", lambda found: found[0])),
        (_EMOJI, leaf("emoji", lambda _: "(emoji)")),
        (_BREAK, leaf("text", lambda _: "\n")),
    )
    for pattern, make in rules:
        if found := pattern.match(source, at):
            yield found, make(found)
    if found := _LINK.match(source, at):
        yield found, Node("link", children=_parse(found[1], fresh=begins, quoted=quoted))
    # Of two ways to begin at one place, the longer is taken: ** before *.
    for kind, pattern in _SPANS:
        if found := pattern.match(source, at):
            yield found, Node(kind, children=_parse(found[1], fresh=begins, quoted=quoted))
    if found := _CODE.match(source, at):
        yield found, Node("code", found[2])
