"""A picture as a parser of XML reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from bot.discord.language import labels
from bot.render.picture import picture_svg
from tests.bot.render.picture.drawings import NOW

if TYPE_CHECKING:
    from retrieval.answered import Answer

SAY = labels("en")
SVG = "{http://www.w3.org/2000/svg}"


def read(answer: Answer, *, packaged: bool = False) -> ElementTree.Element:
    """The picture, as a parser of XML reads it."""
    return ElementTree.fromstring(picture_svg(answer, SAY, NOW, packaged=packaged))  # noqa: S314


def texts(picture: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in picture.iter(f"{SVG}text")]
