"""What the bot shows: answers, whole paragraphs and notices as Discord's Components V2.

Pure functions: nothing here knows the network, the library or who asked.
"""

from bot.discord.show.drawn import drawn
from bot.discord.show.escape import escape, escape_pieces
from bot.discord.show.full import full_paragraph
from bot.discord.show.menu import feedback_menu
from bot.discord.show.notices import notice
from bot.discord.show.pages import Page, pages
from bot.discord.show.shown import By, Shown, passages
from bot.render.labels import day

__all__ = [
    "By",
    "Page",
    "Shown",
    "day",
    "drawn",
    "escape",
    "escape_pieces",
    "feedback_menu",
    "full_paragraph",
    "notice",
    "pages",
    "passages",
]
