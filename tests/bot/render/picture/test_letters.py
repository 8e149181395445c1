"""Names and words in the letters of the font, and within their room."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.discord.language import LANGUAGES, labels
from bot.render.picture import picture_png, picture_svg
from bot.render.picture.letters import fitted, marked, shows, width, wrapped
from tests.bot.answers import ACCOUNTS, POLAR, UNCOVERED, hostile
from tests.bot.render.picture.drawings import NOW, names, polar, said
from tests.bot.render.picture.reading import SAY, read, texts


@given(hostile | names, st.floats(20, 600))
def test_letters_keep_within_their_room(text: str, room: float) -> None:
    assert width(fitted(text, 20, room), 20) <= max(room, width("…", 20))
    lines = wrapped(text, 20, room, 3)
    assert len(lines) <= 3
    assert all(width(line, 20) <= max(room, width("…", 20)) for line in lines)
    assert shows(marked(text))


def test_a_name_that_is_cut_goes_on_where_it_is_read() -> None:
    assert fitted("x" * 90, 20, 100).endswith("x…")
    assert fitted("הארץ של הנמל הארץ של הנמל", 20, 100).endswith("…\u200f")


def test_a_name_in_letters_that_the_font_lacks_is_another_of_the_source_s() -> None:
    answer = polar([said("harbour", "2024-11-07", name="港湾新聞")])
    assert "港湾新聞" in texts(read(answer))
    assert "harbour" in texts(read(answer, packaged=True))
    passage = answer.positions[0].passages[0]
    source = replace(passage.source, url="https://kowan.example/")
    answer = polar([replace(passage, source=source)])
    assert "kowan.example" in texts(read(answer, packaged=True))
    source = replace(source, spellings=("Kowan Shimbun",))
    assert "Kowan Shimbun" in texts(read(polar([replace(passage, source=source)]), packaged=True))


def test_the_letters_of_every_language_are_drawn() -> None:
    for language in LANGUAGES:
        for answer in (POLAR, ACCOUNTS, UNCOVERED):
            picture = picture_svg(answer, labels(language), NOW, packaged=True)
            assert "⟨U+" not in picture, language
    blank = picture_png(polar([said("a", None, name=" ")]), SAY, NOW)
    for name in ("Post", "Пошта", "Ταχ", "הנמל", "وكالة", "Ակօս", "ფოსტა"):
        one = polar([said("a", None, name=name)])
        assert picture_png(one, SAY, NOW) != blank, name


def test_a_cut_leaves_no_joiner_behind_the_last_letter() -> None:
    text = "می\u200cخواهم بدانم"
    cut = {fitted(text, 10, room) for room in range(8, 90)}
    assert len(cut) > 5
    assert not any("\u200c…" in each for each in cut)
    assert any("\u200cخ" in each for each in cut), "between letters it stays"
