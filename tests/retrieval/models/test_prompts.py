"""What a model wants before questions and passages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from retrieval.models.prompts import PASSAGE, QUERY, prompts_of

if TYPE_CHECKING:
    from pathlib import Path

NONE = {"query": "", "document": ""}
E5 = {QUERY: "query: ", PASSAGE: "passage: "}


def test_what_a_model_says_itself_is_kept() -> None:
    own = {"query": "Ask: ", "passage": "Read: "}
    assert prompts_of(own, "multilingual-e5-small", "x") == {QUERY: "Ask: ", PASSAGE: "Read: "}
    one_sided = {"query": "Find: ", "document": ""}
    assert prompts_of(one_sided, "x/y", "x") == {QUERY: "Find: ", PASSAGE: ""}


@pytest.mark.parametrize(
    "name", ["multilingual", "intfloat/multilingual-e5-small", "e5-base-v2", "/models/my_E5-large"]
)
def test_a_family_that_seldom_says_so_has_its_prefixes(name: str) -> None:
    assert prompts_of(NONE, name, "nowhere") == E5


@pytest.mark.parametrize(
    "name", ["all-MiniLM-L6-v2", "paraphrase-multilingual-MiniLM", "e5-large-instruct", "some5-e50"]
)
def test_no_other_model_has_any(name: str) -> None:
    assert prompts_of(NONE, name, "nowhere") == {QUERY: "", PASSAGE: ""}


def test_a_folder_of_any_name_is_known_by_what_it_was_made_from(tmp_path: Path) -> None:
    made = {"_name_or_path": "intfloat/multilingual-e5-base"}
    (tmp_path / "config.json").write_text(json.dumps(made))
    assert prompts_of(NONE, "/srv/encoder", str(tmp_path)) == E5
    (tmp_path / "config.json").write_text("[1]")
    assert prompts_of(NONE, "/srv/encoder", str(tmp_path)) == {QUERY: "", PASSAGE: ""}
