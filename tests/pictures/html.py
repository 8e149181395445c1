"""A message of Components V2 as a page that looks like Discord's, light or dark."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bot.discord.show.markdown import Node, render

if TYPE_CHECKING:
    from collections.abc import Sequence

_AVATAR = (
    '<svg viewBox="0 0 40 40"><rect x="9" y="9" width="22" height="15" rx="4" fill="#6cc4e0"/>'
    '<path d="M13 24v6l6-6z" fill="#6cc4e0"/><path d="M14 14h12M14 18.5h8" stroke="#20343f" '
    'stroke-width="2" stroke-linecap="round"/></svg>'
)
_LEAVES = (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.4" '
    'stroke-linecap="round"><path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/></svg>'
)
_OPENS = (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.4" '
    'stroke-linecap="round"><path d="M6 9l6 6 6-6"/></svg>'
)
_TAGS = {"strong": "b", "quote": "blockquote"}


def page(components: Sequence[dict[str, Any]], *, dark: bool, width: int) -> str:
    """The bot's answer to a command, in a window of that many pixels."""
    style = Path(__file__).with_name("discord.css").read_text(encoding="utf-8")
    classes = " ".join(filter(None, ("dark" if dark else "", "phone" if width < 600 else "")))
    inner = "".join(map(_component, components))
    return (
        f'<!DOCTYPE html><html class="{classes}"><head><meta charset="utf-8">'
        f"<style>{style}body{{width:{width}px}}</style></head><body>"
        f'<div class="message"><div class="avatar">{_AVATAR}</div><div class="said">'
        '<div class="author">whosays <small>APP</small><time>Today at 12:00</time></div>'
        f"{inner}</div></div>"
        "<script>document.title = document.documentElement.scrollHeight</script></body></html>"
    )


def _component(part: dict[str, Any]) -> str:
    inner = "".join(map(_component, part.get("components", ())))
    match part["type"]:
        case 17:
            colour = part.get("accent_color")
            hue = f' style="--hue:#{colour:06x}"' if colour is not None else ""
            return f'<div class="box{" coloured" if hue else ""}"{hue}>{inner}</div>'
        case 10:
            return f'<div class="text">{_markdown(render(part["content"]))}</div>'
        case 1:
            return f'<div class="row">{inner}</div>'
        case 2:
            off = " off" if part.get("disabled") else ""
            leaves = _LEAVES if part.get("url") else ""
            return f'<span class="button{off}">{escape(part["label"])}{leaves}</span>'
        case 3:
            return f'<div class="menu">{escape(part["placeholder"])}{_OPENS}</div>'
        case 9:
            return f'<div class="section"><div>{inner}</div>{_component(part["accessory"])}</div>'
        case other:
            raise ValueError(f"no picture of component {other}")


def _markdown(nodes: Sequence[Node]) -> str:
    return "".join(map(_node, nodes))


def _node(node: Node) -> str:
    if node.kind == "text":
        return escape(node.text)
    inner = _markdown(node.children)
    if node.kind == "heading":
        return f"<h{node.level}>{inner}</h{node.level}>"
    if node.kind == "subtext":
        return f'<div class="subtext">{inner}</div>'
    tag = _TAGS[node.kind]
    return f"<{tag}>{inner}</{tag}>"
