"""An Answer as a picture: whole, legible, nothing over anything else, the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from colorsys import rgb_to_hls
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.picture import picture_png
from bot.render.picture.letters import shows
from bot.render.picture.marks import COLOURS, INKS, SHAPES, kinds, outline
from bot.render.safe import is_safe
from retrieval.answered import Answer, Position
from tests.bot.answers import ACCOUNTS, answers, quickly
from tests.bot.render.picture.drawings import NOW, drawings, polar, said
from tests.bot.render.picture.reading import SAY, SVG, read, texts
from tests.conftest import ROOT


@quickly
@given(answers() | drawings(), st.booleans())
def test_whatever_is_drawn_is_well_formed_and_safe(answer: Answer, packaged: bool) -> None:
    picture = read(answer, packaged=packaged)
    tags = {each.tag.removeprefix(SVG) for each in picture.iter()}
    assert tags <= {"svg", "desc", "style", "rect", "path", "text", "circle"}
    allowed = {
        "width", "height", "viewBox", "role", "aria-labelledby", "font-family", "font-stretch",
        "id", "class", "color", "fill", "d", "stroke", "stroke-width", "stroke-dasharray",
        "stroke-linejoin", "x", "y", "font-size", "cx", "cy", "r",
        "{http://www.w3.org/XML/1998/namespace}space",
    }  # fmt: skip
    assert {name for each in picture.iter() for name in each.attrib} <= allowed
    for text in texts(picture):
        assert is_safe(text.rstrip("\u200f"))
        assert not packaged or shows(text.rstrip("\u200f"))


def test_colour_is_never_the_only_sign_and_never_green_or_red() -> None:
    assert len({outline(shape, 0, 0) for shape in SHAPES}) == len(SHAPES)
    sides = kinds(polar([], [], []))
    assert len({each.shape for each in sides}) == len({each.colour for each in sides}) == 3
    many = replace(ACCOUNTS, positions=tuple(Position(None, "x", ()) for _ in range(30)))
    accounts = kinds(many)
    assert len(set(accounts)) == 30
    assert {each.colour for each in sides}.isdisjoint(each.colour for each in accounts)
    for shades in COLOURS.values():
        for shade in shades:
            hue, _, saturation = rgb_to_hls(*_rgb(shade))
            assert 35 < hue * 360 < 60 or 170 < hue * 360 < 330 or saturation < 0.1


def test_marks_and_letters_stand_out_in_light_and_dark() -> None:
    for name, shades in INKS.items():
        for shade, ground in zip(shades, INKS["page"], strict=True):
            ratio = _contrast(shade, ground)
            if name in ("ink", "soft"):
                assert ratio >= 4.5, name
            elif name not in ("page", "rule"):
                # Numbers stand in the marks of accounts.
                assert ratio >= 4.5, name


def _rgb(shade: str) -> tuple[float, float, float]:
    red, green, blue = (int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(shade: str) -> float:
        parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
                 for each in _rgb(shade)]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_a_picture_has_the_same_bytes_whatever_the_machine_is_set_to() -> None:
    program = (
        "import hashlib, sys; from bot.discord.language import labels; "
        "from bot.render.picture import picture_png; from tests.bot.answers import POLAR; "
        "from tests.bot.render.picture.drawings import NOW; "
        "sys.stdout.write(hashlib.sha256(picture_png(POLAR, labels('uk'), NOW)).hexdigest())"
    )
    settings = (
        {"TZ": "Asia/Tokyo", "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"},
        {"TZ": "America/Lima", "HOME": "/nonexistent", "FONTCONFIG_FILE": "/nonexistent"},
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **each, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for each in settings
    }
    assert len(found) == 1


@pytest.mark.parametrize("count", [1, 200])
def test_a_picture_is_as_large_as_a_place_can_show(count: int) -> None:
    answer = polar([said(f"s{n}", "2024-11-07") for n in range(count)])
    png = picture_png(answer, SAY, NOW, theme="dark")
    assert png.startswith(b"\x89PNG")
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert wide <= 1200
    assert high <= 13_001
