"""The settings of watched questions."""

from __future__ import annotations

from pydantic import Field

from config.section import Section


class WatchSettings(Section):
    """How watched questions are asked again, and how many there may be."""

    enabled: bool = Field(
        default=True,
        description="Tell on Discord what is new on watched questions; "
        "`whosays watch --run` does for those of a terminal.",
    )
    gather_seconds: float = Field(
        default=60.0,
        ge=0,
        le=86_400,
        description="How long news are gathered into one post, from the first of them on.",
    )
    again_hours: float = Field(
        default=24.0,
        gt=0,
        le=8760,
        description="A watched question that no new article is near to is asked again after so "
        "long, if the library has changed.",
    )
    nearness: float = Field(
        default=0.6,
        ge=0,
        le=1.3,
        description="How near an article is to a question that is asked again for it: cosine, and "
        "up to 0.3 for the question's words. Fits the default encoder.",
    )
    per_person: int = Field(
        default=10, ge=0, le=10_000, description="Questions that one person may watch on Discord."
    )
    per_server: int = Field(
        default=50, ge=0, le=100_000, description="Questions watched in one server."
    )
