"""The table of settings in docs/settings.md; `python -m config.document` prints it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from config.names import names
from config.settings import Settings

if TYPE_CHECKING:
    from config.names import Name


def table() -> str:
    """Every setting with its environment name, its default and its reason, as Markdown."""
    rows = [
        "| setting | environment | default | what it is for |",
        "|---|---|---|---|",
        *(
            f"| `{name.dotted}` | `{name.environment}` | {_default(name)} | {_reason(name)} |"
            for name in names(Settings)
        ),
    ]
    return "\n".join(rows) + "\n"


def _default(name: Name) -> str:
    extra = name.field.json_schema_extra
    if isinstance(extra, dict) and "default" in extra:
        return str(extra["default"])
    default = name.field.get_default()
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _reason(name: Name) -> str:
    return " ".join((name.field.description or "").split())


if __name__ == "__main__":
    sys.stdout.write(table())
