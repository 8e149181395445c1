"""The settings: one tree of sections, each knob with its default and its reason.

Every field can be set as `WHOSAYS_SECTION__FIELD` in the environment or `.env`, as
`[section] field = ...` in `whosays.toml`, or as a file of that name under `/run/secrets`.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field
from pydantic_settings import BaseSettings


class Section(BaseModel):
    """A section: unknown names are errors, values do not change after start."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LibrarySettings(Section):
    """Where the articles are kept."""

    path: Path = Field(
        default_factory=lambda: user_data_path("whosays", appauthor=False) / "library",
        description="Folder of the library: one SQLite file and the index built from it.",
    )
    seeds: bool = Field(
        default=True,
        description="Load the five example articles into a library that is new.",
    )
    busy_seconds: float = Field(
        default=30.0, ge=0, description="How long a writer waits for another to finish."
    )


class IngestSettings(Section):
    """What may become an article."""

    max_bytes: int = Field(
        default=5_000_000,
        gt=0,
        description="Largest file read; 49 MB of HTML costs 26 s and 2 GiB to extract.",
    )


class ModelSettings(Section):
    """Which models are used and where prepared ones are kept."""

    cache: Path = Field(
        default_factory=lambda: user_cache_path("whosays", appauthor=False) / "models",
        description="Folder for encoders exported to ONNX; safe to delete.",
    )
    encoder: str = Field(
        default="all-MiniLM-L6-v2",
        description="A sentence-transformers model, by hub name or folder.",
    )
    stance: str = Field(
        default="whosays",
        description="The shipped one, or a CrossEncoder or NLI model by hub name or folder.",
    )
    threads: int = Field(
        default=0, ge=0, description="Threads a model may use; 0 takes the machine's, at most 4."
    )


class SearchSettings(Section):
    """How much is looked at before judging."""

    per_source: int = Field(
        default=2, ge=1, le=20, description="Passages shown a source within one position."
    )
    candidates: int = Field(
        default=12, ge=1, description="Paragraphs of each source that go to the stance model."
    )


class Settings(BaseSettings):
    """All settings. Raises config.SettingsError for a value or a name that cannot be used."""

    library: LibrarySettings = Field(default_factory=LibrarySettings)
    ingest: IngestSettings = Field(default_factory=IngestSettings)
    models: ModelSettings = Field(default_factory=ModelSettings)
    search: SearchSettings = Field(default_factory=SearchSettings)
