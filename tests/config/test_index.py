"""Where a server is, and what may be said of it."""

from __future__ import annotations

import pytest

from config.errors import SettingsError
from config.settings import load_settings


@pytest.mark.parametrize(
    "uri", ["http://milvus:19530", "https://host/path", "tcp://10.0.0.1:19530", "library/milvus.db"]
)
def test_a_server_or_a_file_of_the_embedded_one(uri: str) -> None:
    assert load_settings(index={"engine": "milvus", "uri": uri}).index.uri == uri


@pytest.mark.parametrize("uri", ["milvus:19530", "ftp://milvus", "ftp://x/y.db", ""])
def test_another_address_is_an_error(uri: str) -> None:
    with pytest.raises(SettingsError, match=r"index\.uri .*not an address"):
        load_settings(index={"uri": uri})


def test_a_password_has_a_place_that_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"give it as index\.token") as caught:
        load_settings(index={"uri": "http://root:hunter2@milvus:19530"})
    assert "hunter2" not in str(caught.value)
    monkeypatch.setenv("WHOSAYS_INDEX__TOKEN", "root:hunter2")
    index = load_settings().index
    assert "hunter2" not in repr(index)
    assert index.token is not None
    assert index.token.get_secret_value() == "root:hunter2"


@pytest.mark.parametrize("name", ["", "two words", "9lives", "x" * 101, "a-b"])
def test_a_collection_has_a_name_that_milvus_takes(name: str) -> None:
    with pytest.raises(SettingsError, match=r"index\.collection"):
        load_settings(index={"collection": name})
