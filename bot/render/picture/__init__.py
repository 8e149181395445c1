"""An Answer as a picture: SVG, PNG, and what it says in words."""

from bot.render.picture.draw import picture_svg
from bot.render.picture.png import picture_png
from bot.render.picture.telling import picture_text

__all__ = ["picture_png", "picture_svg", "picture_text"]
