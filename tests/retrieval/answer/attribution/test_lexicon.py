"""The word lists are sound."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from retrieval.answer.attribution import lexicon


def test_every_reporting_verb_has_one_force() -> None:
    package = files("retrieval.answer.attribution")
    verbs = tomllib.loads(package.joinpath("lexicon.toml").read_text(encoding="utf-8"))["verbs"]
    listed = [w for force in lexicon.Force for w in verbs[force.value].split()]
    assert sorted([*listed, *verbs["irregular"]]) == sorted({*listed, *verbs["irregular"]})


def test_exceptions_are_about_verbs_that_are_listed() -> None:
    lemmas = {verb.lemma for verb in lexicon.VERBS.values()}
    assert {*lexicon.ACTS, *lexicon.NEEDS} <= lemmas
    assert lemmas >= lexicon.UTTERING


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("denied", "deny", lexicon.Form.PAST),
        ("stresses", "stress", lexicon.Form.THIRD),
        ("urging", "urge", lexicon.Form.ING),
        ("say", "say", lexicon.Form.BASE),
        ("told", "tell", lexicon.Form.PAST),
        ("replies", "reply", lexicon.Form.THIRD),
    ],
)
def test_verbs_are_inflected_by_rule(word: str, lemma: str, form: lexicon.Form) -> None:
    verb = lexicon.VERBS[word]
    assert (verb.lemma, verb.form) == (lemma, form)


def test_plurals_of_nouns_are_known() -> None:
    assert {"spokesperson", "spokespersons", "deputy", "deputies"} <= lexicon.PEOPLE
