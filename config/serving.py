"""The settings of the bot while it serves: Discord, health, logs, metrics."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr

from config.section import Numbers, Section


class DiscordSettings(Section):
    """The bot on Discord."""

    token: SecretStr | None = Field(
        default=None,
        json_schema_extra={"default": "none"},
        description="The bot's token; best given as a secret file. `whosays serve` needs it.",
    )
    operators: Numbers = Field(
        default=(),
        json_schema_extra={"default": "nobody"},
        description="Ids of the people who may change the library (`/add`, `/remove`, `/follow`), "
        "with commas between.",
    )
    keep_days: int = Field(
        default=30,
        ge=1,
        le=3650,
        description="Days that questions, answers and their buttons, and feedback are kept.",
    )
    feedback: bool = Field(
        default=True, description="Offer the feedback buttons; a server can switch its own off."
    )
    workers: int = Field(
        default=1, ge=1, le=16, description="Questions worked on at once; each uses the models."
    )
    queue: int = Field(
        default=50,
        ge=1,
        le=10_000,
        description="Questions that may wait; one more is told that the bot is busy.",
    )
    user_per_minute: int = Field(
        default=6, ge=1, le=10_000, description="Questions a person may ask in a minute."
    )
    server_per_minute: int = Field(
        default=60,
        ge=1,
        le=100_000,
        description="Questions the people of one server may ask in a minute.",
    )
    cache_minutes: float = Field(
        default=10.0,
        ge=0,
        le=10_080,
        description="How long an answer is given again without searching; a new article ends it.",
    )


class HealthSettings(Section):
    """The endpoint that tells a container whether the bot is well."""

    host: str = Field(
        default="127.0.0.1", description="Address the health endpoint binds; loopback by default."
    )
    port: int = Field(
        default=8765, ge=0, le=65535, description="Its port; 0 serves no health endpoint."
    )


class LogSettings(Section):
    """What the bot writes to standard error while it serves."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="Least level written; `debug` alone also writes what was asked.",
    )
    json_lines: bool = Field(default=False, description="One JSON object a line instead of text.")


class MetricsSettings(Section):
    """Figures for Prometheus."""

    host: str = Field(
        default="127.0.0.1", description="Address the metrics bind; loopback by default."
    )
    port: int = Field(default=0, ge=0, le=65535, description="Their port; 0 serves no metrics.")
