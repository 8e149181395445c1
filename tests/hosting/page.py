"""The commands of docs/self-hosting.md, and what becomes of each in the container check."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.hosting.places import ROOT

PAGE = ROOT / "docs" / "self-hosting.md"


@dataclass(frozen=True, slots=True)
class Step:
    """How a command is run: what is typed when it waits, what replaces it, what it must print."""

    typed: str | None = None
    instead: str | None = None
    prints: str = ""
    left_out: str = ""


# Every command of the page, once. What is left out says why.
STEPS = {
    "mkdir -m 700 secrets": Step(),
    "cat > secrets/discord-token": Step(typed="TOKEN\n"),
    "docker compose up --build --detach": Step(),
    "cp .env.example .env": Step(),
    "docker compose up --detach": Step(),
    'docker compose run --rm whosays ask "Did Putin congratulate Trump?"': Step(
        prints="3 sources say yes"
    ),
    "docker compose run --rm whosays sources": Step(prints="The Kyiv Independent"),
    "mkdir -p articles": Step(),
    "docker compose run --rm whosays add /articles": Step(prints="added: "),
    "docker compose ps": Step(prints="(healthy)"),
    "docker compose logs --follow bot": Step(instead="docker compose logs bot"),
    "docker compose exec bot whosays health": Step(prints='{"ok": true'),
    "docker compose run --rm whosays doctor": Step(prints="ok      library: /data/library"),
    "docker compose run --rm whosays backup /data/backup.zip": Step(prints="Backed up 5 articles"),
    "docker compose cp bot:/data/backup.zip .": Step(),
    "docker compose exec bot rm /data/backup.zip": Step(),
    "docker compose stop bot": Step(),
    'docker compose run --rm --volume "$PWD/backup.zip:/backup.zip:ro" whosays restore --yes '
    "/backup.zip": Step(prints="Restored 5 articles"),
    "docker compose start bot": Step(),
    "docker compose run --rm whosays backup /data/before-upgrade.zip": Step(prints="Backed up 5"),
    "git pull": Step(left_out="there is one version here"),
    "docker compose build --pull": Step(left_out="the image is built before the walk"),
    "git checkout VERSION": Step(left_out="there is one version here"),
    "docker compose build": Step(left_out="the image is built before the walk"),
    "docker compose run --rm whosays restore --yes /data/before-upgrade.zip": Step(
        prints="Restored 5 articles"
    ),
    "docker compose down": Step(),
    "docker compose down --volumes --rmi all": Step(instead="docker compose down --volumes"),
    "docker build --target with-models --tag whosays .": Step(
        left_out="it takes several times as long and its stages are those of the other image"
    ),
}


def commands() -> list[str]:
    """The page's commands in order."""
    blocks = re.findall(r"^```sh\n(.*?)^```", PAGE.read_text(), flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]
