"""Pictures of the answer in Discord, for the README: `python -m tests.pictures [FOLDER]`."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

from bot.discord.language import labels
from bot.discord.show import Shown, pages
from bot.render.picture import picture_png
from config.settings import LibrarySettings, Settings
from retrieval.library import Library
from tests.pictures.html import page
from tests.pictures.invented import ANSWER

if TYPE_CHECKING:
    from bot.render.picture.canvas import Theme

QUESTION = "Did Putin congratulate Trump?"
WIDTHS = {"wide": 760, "phone": 390}
SCALE = 1.5
DRAWN = datetime(2024, 11, 30, tzinfo=UTC)


def main() -> None:
    """Ask the library of the examples and take the four pictures; needs chromium.

    Before that, draw the invented answer, which does not.
    """
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    themes: tuple[Theme, ...] = ("light", "dark")
    for theme in themes:
        target = folder / f"picture-{theme}.png"
        target.write_bytes(picture_png(ANSWER, labels("en"), DRAWN, theme=theme))
        print(target)  # noqa: T201
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(library=LibrarySettings(path=Path(scratch) / "library"))
        with Library.open(settings) as library:
            answer = library.ask(QUESTION)
        how = Shown("example", feedback=True, private=False)
        view: Any = pages(answer, labels("en"), how)[0].view()
        components = view.to_components()
        for name, width in WIDTHS.items():
            for dark in (False, True):
                file = Path(scratch) / "page.html"
                file.write_text(page(components, dark=dark, width=width), encoding="utf-8")
                target = folder / f"answer-{name}-{'dark' if dark else 'light'}.png"
                _photograph(file, target, width)
                print(target)  # noqa: T201


def _photograph(file: Path, target: Path, width: int) -> None:
    browser = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser is None:
        raise SystemExit("chromium is needed to take the pictures.")
    common = [browser, "--headless", "--no-sandbox", "--hide-scrollbars"]
    shown = subprocess.run(
        [*common, "--dump-dom", file.as_uri()], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"<title>(\d+)</title>", shown)
    height = found[1] if found else "1000"
    subprocess.run(
        [
            *common,
            f"--force-device-scale-factor={SCALE}",
            f"--window-size={width},{height}",
            f"--screenshot={target.resolve()}",
            file.as_uri(),
        ],
        capture_output=True,
        check=True,
    )


if __name__ == "__main__":
    main()
