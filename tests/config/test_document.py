"""The documentation of the settings is complete."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from config.document import table
from config.names import names
from config.settings import Settings

DOCS = Path(__file__).resolve().parents[2] / "docs" / "settings.md"


def test_every_setting_is_in_the_documentation_as_it_is() -> None:
    assert table() in DOCS.read_text(encoding="utf-8"), "run python -m config.document"


def test_every_setting_has_a_reason_and_a_default() -> None:
    for name in names(Settings):
        assert name.field.description, name.dotted
        assert not name.field.is_required(), name.dotted


def test_every_setting_stands_in_a_section() -> None:
    for field in Settings.model_fields.values():
        assert isinstance(field.annotation, type)
        assert issubclass(field.annotation, BaseModel)
