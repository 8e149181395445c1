"""The settings: one tree of sections, each knob with its default and its reason.

Every field can be set as an argument, as `WHOSAYS_SECTION__FIELD` in the environment or `.env`,
as `[section] field = ...` in `whosays.toml`, or as a file of that environment name under
`/run/secrets`; the first of these that has it wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

import pydantic_settings
from platformdirs import user_cache_path, user_data_path
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from config.coverage import FetchSettings, FollowSettings
from config.dotenv import dotenv
from config.environment import NamedValues, environment
from config.errors import SettingsError
from config.index import IndexSettings
from config.secrets import secrets
from config.section import Folder, Section, Words
from config.serving import DiscordSettings, HealthSettings, LogSettings, MetricsSettings
from config.toml import TomlValues, toml
from config.watching import WatchSettings

if TYPE_CHECKING:
    from collections.abc import Mapping


class LibrarySettings(Section):
    """Where the articles are kept."""

    path: Folder = Field(
        default_factory=lambda: user_data_path("whosays", appauthor=False) / "library",
        json_schema_extra={"default": "`library` in the user's data folder"},
        description="Folder of the library: one SQLite file and the index built from it.",
    )
    seeds: bool = Field(
        default=True,
        description="Load the five example articles into a library that is new.",
    )
    busy_seconds: float = Field(
        default=30.0, ge=0, le=3600, description="How long a writer waits for another to finish."
    )
    keep_days: int = Field(
        default=0,
        ge=0,
        le=36_500,
        description="Days after which an article goes, unless something needs it: with "
        "`whosays prune`, and once a day while the bot serves; 0 keeps all.",
    )


class IngestSettings(Section):
    """What may become an article."""

    max_bytes: int = Field(
        default=5_000_000,
        gt=0,
        le=1_000_000_000,
        description="Largest file read; 49 MB of HTML costs 26 s and 2 GiB to extract.",
    )


class ModelSettings(Section):
    """Which models are used and where prepared ones are kept."""

    cache: Folder = Field(
        default_factory=lambda: user_cache_path("whosays", appauthor=False) / "models",
        json_schema_extra={"default": "`models` in the user's cache folder"},
        description="Folder for encoders exported to ONNX; safe to delete.",
    )
    encoder: str = Field(
        default="all-MiniLM-L6-v2",
        description="A sentence-transformers model, by hub name or folder; `multilingual` is one "
        "for many languages, which `whosays[languages]` carries.",
    )
    stance: str = Field(
        default="whosays",
        description="The shipped one, of English or, with the encoder `multilingual`, of six "
        "languages; or a CrossEncoder or NLI model by hub name or folder.",
    )
    second_look: bool = Field(
        default=True,
        description="Let the shipped judge of six languages judge once more what the one of "
        "English takes for a possible answer: better answers for about two and a half times the "
        "time of judging and 110 MB more memory. With the encoder `multilingual` the one of "
        "English judges what is asked and said in English beside that of six.",
    )
    languages: Words = Field(
        default=(),
        json_schema_extra={"default": "those that the shipped models read, else en"},
        description="Languages that are read (ISO 639-1), with commas between; `*` for any that "
        "the models read. Articles in others are found and not judged, and said to be.",
    )
    threads: int = Field(
        default=0,
        ge=0,
        le=64,
        description="Threads a model may use; 0 takes the machine's, at most 4.",
    )


class SearchSettings(Section):
    """How much is looked at before judging."""

    per_source: int = Field(
        default=2, ge=1, le=20, description="Passages shown a source within one position."
    )
    articles: int = Field(
        default=24,
        ge=1,
        le=100,
        description="Articles on the event asked about, whose sentences are all looked at, the "
        "nearest first; beside them are two of every source on it, as many again at most.",
    )
    sentences: int = Field(
        default=48,
        ge=1,
        le=1000,
        description="Sentences of these articles that go to the stance model, the nearest first; "
        "beside them are two of every source on the event, as many again at most. The time goes "
        "with it.",
    )


class Settings(BaseSettings):
    """All settings; `load_settings` reads them and turns what is wrong into one line."""

    model_config = pydantic_settings.SettingsConfigDict(extra="forbid", frozen=True)

    library: LibrarySettings = Field(default_factory=LibrarySettings)
    ingest: IngestSettings = Field(default_factory=IngestSettings)
    models: ModelSettings = Field(default_factory=ModelSettings)
    search: SearchSettings = Field(default_factory=SearchSettings)
    index: IndexSettings = Field(default_factory=IndexSettings)
    fetch: FetchSettings = Field(default_factory=FetchSettings)
    follow: FollowSettings = Field(default_factory=FollowSettings)
    watch: WatchSettings = Field(default_factory=WatchSettings)
    discord: DiscordSettings = Field(default_factory=DiscordSettings)
    health: HealthSettings = Field(default_factory=HealthSettings)
    logs: LogSettings = Field(default_factory=LogSettings)
    metrics: MetricsSettings = Field(default_factory=MetricsSettings)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then our own stricter sources."""
        return (init_settings, *_sources(settings_cls))


AnySettings = TypeVar("AnySettings", bound=BaseSettings)


@overload
def load_settings(**overrides: Mapping[str, object]) -> Settings: ...


@overload
def load_settings(
    settings: type[AnySettings], /, **overrides: Mapping[str, object]
) -> AnySettings: ...


def load_settings(
    settings: type[BaseSettings] = Settings, /, **overrides: Mapping[str, object]
) -> BaseSettings:
    """Read the settings; `overrides` are sections, such as `library={"path": folder}`.

    Raises config.errors.SettingsError for a name or a value that cannot be used, in one line.
    """
    values: dict[str, Any] = {section: dict(held) for section, held in overrides.items()}
    try:
        return settings(**values)
    except ValidationError as error:
        raise SettingsError(_message(error, settings, values)) from error
    except pydantic_settings.SettingsError as error:
        raise SettingsError(f"A setting is not valid JSON: {error}.") from error


def _sources(settings: type[BaseSettings]) -> tuple[NamedValues | TomlValues, ...]:
    return environment(settings), dotenv(settings), toml(settings), secrets(settings)


def _message(
    error: ValidationError, settings: type[BaseSettings], overrides: dict[str, Any]
) -> str:
    # Never the value: it may be a secret.
    first = error.errors(include_input=False, include_url=False)[0]
    path = [str(part) for part in first["loc"][:2]]
    given = [source.where(*path) for source in _sources(settings)]
    if path[0] in overrides and (len(path) == 1 or path[1] in overrides[path[0]]):
        given = []
    place = next((place for place in given if place), f"{'.'.join(path)} in the arguments")
    return f"Cannot use the setting {place}: {first['msg']}. Correct it there or remove it."
