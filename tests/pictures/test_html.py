"""The pages that pictures are taken of."""

from __future__ import annotations

import re
from typing import Any

from bot.discord.language import labels
from bot.discord.show import Shown, pages
from tests.bot.answers import POLAR, UNCOVERED
from tests.pictures.html import page

HOW = Shown("abc", feedback=True, private=False)


def shown(answer: Any, *, dark: bool = False, width: int = 760) -> str:  # noqa: ANN401
    view: Any = pages(answer, labels("en"), HOW)[0].view()
    return page(view.to_components(), dark=dark, width=width)


def test_a_page_shows_what_the_message_says() -> None:
    html = shown(POLAR)
    assert "<h2>Will the bridge open in June?</h2>" in html
    assert (
        "<blockquote>The bridge <b>will not open in June</b>, the mayor said.</blockquote>" in html
    )
    assert html.count('class="box coloured"') == 3
    assert "Full paragraph of" in html
    assert "The library does not cover this question." in shown(UNCOVERED)


def test_a_page_loads_nothing_and_is_light_or_dark_wide_or_narrow() -> None:
    html = shown(POLAR, dark=True, width=390)
    assert '<html class="dark phone">' in html
    assert "width:390px" in html
    assert not re.search(r"(?:src|href)=|url\(|@import", html)
