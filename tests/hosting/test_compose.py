"""The compose file is valid, and gives the container no more than it needs."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from compose_spec import PyOptions

from config.names import names
from config.settings import Settings, load_settings
from retrieval.index.milvus.server import _OLDEST, _numbers
from tests.hosting.places import ROOT

TEXT = (ROOT / "compose.yaml").read_text()
FILE: dict[str, Any] = yaml.safe_load(TEXT)
BOT, TOOLS = FILE["services"]["bot"], FILE["services"]["whosays"]
MILVUS = FILE["services"]["milvus"]
BOTH = pytest.mark.parametrize("service", [BOT, TOOLS], ids=["bot", "whosays"])


def test_it_keeps_to_the_compose_specification() -> None:
    parsed = PyOptions(apply_merge=True).from_yaml(TEXT)
    parsed.validate()
    assert set(parsed.service_names()) == {"bot", "milvus", "whosays"}


@BOTH
def test_a_container_that_is_taken_over_can_do_little(service: dict[str, Any]) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"]
    assert service["pids_limit"] <= 256
    assert not {"cap_add", "privileged", "ports", "network_mode", "user", "pid"} & service.keys()
    (temporary,) = service["tmpfs"]
    place, _, options = temporary.partition(":")
    assert place == "/tmp"  # noqa: S108 - in memory, and the container's own
    assert {"noexec", "nosuid", "nodev"} < set(options.split(","))


@BOTH
def test_only_the_library_can_be_written(service: dict[str, Any]) -> None:
    assert service["volumes"][0] == "library:/data"
    assert all(volume.endswith(":ro") for volume in service["volumes"][1:])
    assert service["environment"]["WHOSAYS_LIBRARY__PATH"].startswith("/data/")


@BOTH
def test_settings_are_names_that_whosays_knows(service: dict[str, Any]) -> None:
    known = {name.environment for name in names(Settings)}
    assert service["environment"].keys() <= known
    assert {each["target"] for each in service.get("secrets", [])} <= known
    assert service["env_file"] == [{"path": ".env", "required": False}]


def test_only_the_bot_gets_the_token() -> None:
    assert BOT["secrets"] == [{"source": "discord-token", "target": "WHOSAYS_DISCORD__TOKEN"}]
    assert FILE["secrets"]["discord-token"] == {"file": "./secrets/discord-token"}
    assert "secrets" not in TOOLS
    assert "secrets/" in (ROOT / ".gitignore").read_text().splitlines()


def test_the_bot_comes_back_and_its_log_has_an_end() -> None:
    assert BOT["restart"] == "unless-stopped"
    assert BOT["logging"]["options"].keys() == {"max-size", "max-file"}
    # The bot takes up to ten seconds to finish what was asked; Docker would kill it at ten.
    assert int(BOT["stop_grace_period"].rstrip("s")) > 10


def test_one_off_commands_run_only_when_they_are_asked_for() -> None:
    assert TOOLS["profiles"] == ["tools"]
    assert TOOLS["healthcheck"] == {"disable": True}
    assert "restart" not in TOOLS


def test_a_milvus_server_runs_only_when_it_is_asked_for_and_nobody_outside_reaches_it() -> None:
    assert MILVUS["profiles"] == ["milvus"]
    assert not {"ports", "network_mode", "privileged", "cap_add", "pid"} & MILVUS.keys()
    assert "no-new-privileges:true" in MILVUS["security_opt"]
    assert MILVUS["mem_limit"]
    assert MILVUS["logging"] == BOT["logging"]
    # A bot without the server must start all the same.
    assert "depends_on" not in BOT


def test_the_milvus_server_is_pinned_and_of_a_version_that_is_new_enough() -> None:
    name, _, tag = MILVUS["image"].partition(":")
    assert name == "milvusdb/milvus"
    assert re.fullmatch(r"v\d+\.\d+\.\d+", tag)
    assert _numbers(tag) >= _OLDEST


def test_what_milvus_keeps_is_in_its_volume_and_its_health_is_looked_at() -> None:
    assert MILVUS["volumes"] == ["milvus:/var/lib/milvus"]
    assert MILVUS["environment"]["ETCD_DATA_DIR"].startswith("/var/lib/milvus/")
    assert MILVUS["environment"]["COMMON_STORAGETYPE"] == "local"
    assert {"library", "milvus"} == FILE["volumes"].keys()
    assert MILVUS["healthcheck"]["test"][-1].endswith("/healthz")
    assert MILVUS["restart"] == "unless-stopped"


def test_the_address_of_the_milvus_server_is_the_one_that_is_documented() -> None:
    page = (ROOT / "docs" / "scaling.md").read_text()
    (uri,) = set(re.findall(r"WHOSAYS_INDEX__URI=(\S+)", page))
    assert uri == "http://milvus:19530"
    assert load_settings(index={"uri": uri}).index.uri == uri
