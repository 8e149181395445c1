"""The one error of the settings. `retrieval.errors` cannot hold it: imports go downwards."""

from __future__ import annotations


class SettingsError(Exception):
    """A setting has a name or a value that cannot be used; `str()` is one line for the user."""
