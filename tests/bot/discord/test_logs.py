from __future__ import annotations

import io
import json
import logging
from typing import TYPE_CHECKING, Any

import pytest
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st

from bot.discord import logs
from bot.render.safe import is_safe
from config.serving import LogSettings
from retrieval.errors import LibraryFullError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "ABC.the-token.xyz"  # noqa: S105
OURS = logging.getLogger("bot.discord.test")


def written(settings: LogSettings, *records: logging.LogRecord) -> str:
    """What comes out for these records."""
    stream = io.StringIO()
    handler = logs.handler(settings, secrets=(TOKEN,), stream=stream)
    for record in records:
        handler.handle(record)
    return stream.getvalue()


def record(message: str, *args: object, error: BaseException | None = None, **extra: object) -> Any:  # noqa: ANN401
    info = (type(error), error, error.__traceback__) if error else None
    return OURS.makeRecord(
        OURS.name, logging.INFO, "file", 1, message, args, info, "function", extra or None
    )


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause  # noqa: TRY301
    except BaseException as caught:  # noqa: BLE001
        return caught


TEXT, JSON, DEBUG = LogSettings(), LogSettings(json_lines=True), LogSettings(level="debug")


def test_a_line_of_text_has_time_level_logger_message_and_values() -> None:
    line = written(TEXT, record("answered", server=12, place="a b"))
    time, rest = line.split(" ", 1)
    assert time.endswith("+00:00")
    assert rest == 'info    bot.discord.test: answered server=12 place="a b"\n'


def test_json_has_the_same_as_keys() -> None:
    told = json.loads(written(JSON, record("%s of %d", "one", 2, server=12, ms=1.5)))
    assert told.pop("time")
    assert told == {
        "level": "info",
        "logger": "bot.discord.test",
        "message": "one of 2",
        "server": 12,
        "ms": 1.5,
    }


@pytest.mark.parametrize("settings", [TEXT, JSON, DEBUG], ids=["text", "json", "debug"])
def test_no_token_in_messages_values_or_errors(settings: LogSettings) -> None:
    url = "https://discord.com/api/v10/webhooks/123/the-interaction's/messages/@original"
    speaking = url.replace("the-interaction's", "aW50ZXJhY3Rpb24")
    callback = "/interactions/77/aW50ZXJhY3Rpb24/callback"
    error = raised(ValueError(f"{TOKEN} at {speaking}"), RuntimeError(f"Bot {TOKEN}"))
    told = written(settings, record(f"{TOKEN} {callback}", value=f"x{TOKEN}", error=error))
    assert TOKEN not in told
    assert "aW50ZXJhY3Rpb24" not in told
    assert "/webhooks/123/(secret)" in told
    assert "/interactions/77/(secret)/callback" in told


@pytest.mark.parametrize("settings", [TEXT, JSON], ids=["text", "json"])
def test_errors_that_quote_are_logged_without_their_words(settings: LogSettings) -> None:
    quoting = raised(NotFoundError("There is no source 'secret opinion'."))
    failed = raised(app_commands.CommandInvokeError(_command(), quoting), quoting)  # type: ignore[arg-type]
    told = written(settings, record("failure", error=failed))
    assert "secret opinion" not in told
    assert "NotFoundError" in told
    assert "test_logs.py" in told


def test_debug_keeps_them_and_other_errors_keep_theirs_always() -> None:
    quoting = raised(NotFoundError("There is no source 'opinion'."))
    assert "opinion" in written(DEBUG, record("failure", error=quoting))
    full = raised(LibraryFullError("The disk is full."))
    assert "The disk is full." in written(TEXT, record("failure", error=full))


def test_groups_of_errors_are_looked_into() -> None:
    group = raised(ExceptionGroup("several", [NotFoundError("no 'opinion'")]))
    assert "opinion" not in written(TEXT, record("failure", error=group))


def test_a_circle_of_errors_ends() -> None:
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    assert "one" in written(TEXT, record("failure", error=one))


@given(st.text())
def test_whatever_is_said_is_one_safe_line(text: str) -> None:
    line = written(TEXT, record("%s", text, value=text))
    assert line.endswith("\n")
    assert "\n" not in line[:-1]
    assert is_safe(line[:-1])
    assert json.loads(written(JSON, record("%s", text.replace(TOKEN, ""))))["message"] == text


def test_a_trace_is_indented_under_its_line() -> None:
    lines = written(TEXT, record("failed", error=raised(ValueError("a\nb")))).splitlines()
    assert lines[0].endswith("failed error=ValueError")
    assert all(line.startswith("  ") for line in lines[1:])


def test_what_is_missing_on_purpose_is_no_warning() -> None:
    assert not written(TEXT, record("PyNaCl is not installed, voice will NOT be supported"))


@pytest.fixture
def restored() -> Iterator[None]:
    """Logging as it was before the test."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in (*logs.OURS, "discord")}
    yield
    root.handlers[:], root.level = handlers, level
    for name, held in levels.items():
        logging.getLogger(name).setLevel(held)
    logging.captureWarnings(capture=False)


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize(
    ("level", "ours", "theirs"),
    [
        ("debug", logging.DEBUG, logging.INFO),
        ("info", logging.INFO, logging.INFO),
        ("error", logging.ERROR, logging.ERROR),
    ],
)
def test_levels_are_ours_and_discord_never_says_all(level: str, ours: int, theirs: int) -> None:
    logs.start(LogSettings.model_validate({"level": level}))
    assert logging.getLogger("bot.discord.client").getEffectiveLevel() == ours
    assert logging.getLogger("retrieval.library").getEffectiveLevel() == ours
    assert logging.getLogger("discord.gateway").getEffectiveLevel() == theirs
    assert logging.getLogger("aiohttp").getEffectiveLevel() == logging.WARNING


def _command() -> app_commands.Command[Any, ..., Any]:
    async def ask(_: Any) -> None:  # noqa: ANN401
        """Ask."""

    return app_commands.Command(name="ask", description="Ask", callback=ask)
