"""What is typed without accents is read with them, and what is none of that as it is."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer.language.accents import FILE, LANGUAGES, TABLES, accented, plain

TYPED = (
    ("de", "wem gehoert die bruecke ueber die foerde", "wem gehört die brücke über die foerde"),
    ("de", "wurde der Buergermeister GEWAEHLT", "wurde der Bürgermeister GEWÄHLT"),
    ("fr", "le maire a ete condamne", "le maire a été condamné"),
    ("fr", "combien a coute le musee ?", "combien a coûté le musée ?"),
    ("es", "cuanto costo la policia", "cuanto costó la policía"),
    ("es", "la fabrica cerro ayer", "la fábrica cerró ayer"),
)
AS_THEY_ARE = (
    ("de", "was hat uber gezahlt"),
    ("de", "neue steuer, aktuell in israel und venezuela"),
    # A word that is one without accents too.
    ("fr", "le juge condamne la marche"),
    ("fr", "Le ministère condamne la fuite"),
    ("es", "el anuncio del cierre"),
    ("es", "¿Llamo a la policía?"),
    ("ru", "кто купил маяк"),
    ("uk", "хто купив маяк"),
    ("en", "the general was fired"),
)


@pytest.mark.parametrize(("code", "typed", "written"), TYPED)
def test_a_word_typed_without_accents_has_them(code: str, typed: str, written: str) -> None:
    assert accented(typed, code) == written


@pytest.mark.parametrize(("code", "text"), AS_THEY_ARE)
def test_others_are_as_they_are(code: str, text: str) -> None:
    assert accented(text, code) == text


@given(st.text(), st.sampled_from(LANGUAGES))
def test_nothing_but_accents_is_put_in(text: str, code: str) -> None:
    assert plain(accented(text, code).lower(), code) == plain(text.lower(), code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_the_file_has_accents_and_is_alone(code: str) -> None:
    written = files("retrieval.answer.language").joinpath(FILE).read_text("utf-8")
    table = tomllib.loads(written)[code]
    for name in TABLES:
        words = table[name].split()
        bare = [plain(word, code) for word in words]
        assert len(set(bare)) == len(words)
        assert not any(word in bare for word in words)
