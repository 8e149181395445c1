"""The settings of live coverage: fetching addresses, and following feeds, sites and folders."""

from __future__ import annotations

from pydantic import Field

from config.section import Networks, Section


class FetchSettings(Section):
    """How pages are fetched and read. `ingest.max_bytes` bounds what is read of each."""

    contact: str = Field(
        default="",
        json_schema_extra={"default": "none"},
        pattern=r"^[\x21-\x7e]*$",
        description="A page or mail address sent with every request, so that publishers can reach "
        "you.",
    )
    allow: Networks = Field(
        default=(),
        json_schema_extra={"default": "none"},
        description="Ranges of your own network that may be fetched, such as 10.1.0.0/16; "
        "otherwise only public addresses are.",
    )
    seconds: float = Field(
        default=30.0,
        gt=0,
        le=3600,
        description="Longest that fetching one address may take, with redirects.",
    )
    transfer_bytes: int = Field(
        default=5_000_000,
        gt=0,
        le=1_000_000_000,
        description="Most bytes a server may send for one address.",
    )
    delay_seconds: float = Field(
        default=1.0, ge=0, le=3600, description="Pause between two requests to one host."
    )
    hosts: int = Field(default=4, ge=1, le=64, description="Hosts fetched from at once.")
    worker_seconds: float = Field(
        default=20.0, gt=0, le=3600, description="Longest that reading one page may take."
    )
    worker_megabytes: int = Field(
        default=1024, ge=512, le=1_000_000, description="Memory of the process that reads pages."
    )


class FollowSettings(Section):
    """How feeds, sites and folders are followed."""

    enabled: bool = Field(
        default=True, description="Follow in the bot's process; `whosays follow --run` always does."
    )
    least_minutes: float = Field(
        default=10.0,
        gt=0,
        le=10_080,
        description="Least time between two looks at a feed that changes often.",
    )
    most_hours: float = Field(
        default=24.0,
        gt=0,
        le=8760,
        description="Most time between two looks at a feed that seldom does.",
    )
    newest: int = Field(
        default=50,
        ge=1,
        le=10_000,
        description="Articles taken from a feed at one look, the newest first.",
    )
    pause_days: float = Field(
        default=3.0, gt=0, le=3650, description="A feed that fails for so long is paused."
    )
