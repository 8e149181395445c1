"""What the bot writes to standard error while it serves: one event a line, as text or JSON.

No line holds the bot's token or an interaction's. What people wrote is in debug lines alone: an
error that quotes it is logged without its message at every other level.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TextIO

from discord import app_commands

from bot.render.safe import mark_line
from retrieval.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.serving import LogSettings

OURS = ("bot", "retrieval", "config")
_QUOTING = (InputError, app_commands.TransformerError)
_PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}
# Whoever has an interaction's token can speak as the bot for a quarter of an hour.
_SPEAKING = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?'\"]+")
# On purpose: no voice, and no privileged intent.
_USELESS = re.compile("voice will NOT be supported|message content intent is missing")


def start(settings: LogSettings, *, secrets: tuple[str, ...] = ()) -> None:
    """Log to standard error from now on, in place of whatever was set up before."""
    level = getattr(logging, settings.level.upper())
    logging.basicConfig(handlers=[handler(settings, secrets=secrets)], level="WARNING", force=True)
    logging.captureWarnings(capture=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    # Its debug lines are whole payloads, with everything that was said.
    logging.getLogger("discord").setLevel(max(level, logging.INFO))


def handler(
    settings: LogSettings, *, secrets: tuple[str, ...] = (), stream: TextIO | None = None
) -> logging.Handler:
    """What writes the lines, to standard error or to a stream."""
    made = logging.StreamHandler(stream or sys.stderr)
    kind = _JsonLines if settings.json_lines else _TextLines
    made.setFormatter(kind(secrets, quoting=settings.level == "debug"))
    made.addFilter(lambda record: not _USELESS.search(record.getMessage()))
    return made


class _Lines(logging.Formatter):
    """What both forms share: the parts of a record, without secrets."""

    def __init__(self, secrets: tuple[str, ...], *, quoting: bool) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]
        self._quoting = quoting

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "(secret)")
        return _SPEAKING.sub(r"\1(secret)", text)

    def _parts(self, record: logging.LogRecord) -> dict[str, Any]:
        parts: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._clean(record.getMessage()),
        }
        for name, value in vars(record).items():
            if name not in _PLAIN:
                parts[name] = value if isinstance(value, int | float) else self._clean(str(value))
        if record.exc_info and record.exc_info[1] is not None:
            parts["error"] = type(record.exc_info[1]).__name__
            parts["trace"] = self._clean(self._trace(record.exc_info[1]))
        return parts

    def _trace(self, error: BaseException) -> str:
        text = "".join(traceback.format_exception(error))
        if not self._quoting:
            for each in _chain(error):
                if isinstance(each, _QUOTING) and str(each):
                    text = text.replace(str(each), "(only at debug)")
        return text


class _JsonLines(_Lines):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(self._parts(record))


class _TextLines(_Lines):
    def format(self, record: logging.LogRecord) -> str:
        parts = self._parts(record)
        trace = parts.pop("trace", "")
        time, level, name, message = (
            parts.pop(key) for key in ("time", "level", "logger", "message")
        )
        values = "".join(f" {name}={_value(value)}" for name, value in parts.items())
        lines = [f"{time} {level:<7} {name}: {message}{values}", *trace.splitlines()]
        return "\n  ".join(mark_line(line) for line in lines)


def _value(value: object) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if re.search(r"[\s\"=]", text) else text


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error with those that led to it."""
    seen: list[BaseException | None] = [None]
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or each in seen:
            continue
        seen.append(each)
        waiting += [each.__cause__, each.__context__, *getattr(each, "exceptions", ())]
        yield each
