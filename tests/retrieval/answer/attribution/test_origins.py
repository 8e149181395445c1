"""Which passages trace back to one party."""

from __future__ import annotations

from retrieval.answer.attribution import origins
from retrieval.answered import Origin, Passage, Span
from retrieval.model import ArticleRef, Source


def passage(source: str, origin: str | None, *spellings: str) -> Passage:
    """A passage of the source with that name, tracing back to the origin."""
    return Passage(
        source=Source(id=source.lower(), name=source, spellings=spellings),
        article=ArticleRef(id=source, title=source),
        paragraph=1,
        start=0,
        end=1,
        text="x",
        span=Span(0, 1, "x"),
        origin=origin,
    )


def test_spellings_of_one_origin_are_one_with_all_its_sources() -> None:
    found = origins([passage("A", "Vyorstka"), passage("B", "Verstka"), passage("C", "Verstka")])
    assert found == (Origin("verstka", ("Verstka", "Vyorstka"), ("a", "b", "c")),)


def test_origins_of_several_sources_come_first() -> None:
    found = origins([passage("A", "Axios"), passage("A", "Reuters"), passage("B", "Reuters")])
    assert [(o.id, len(o.sources)) for o in found] == [("reuters", 2), ("axios", 1)]


def test_unnamed_origins_are_not_listed() -> None:
    unnamed = ["a parliamentary source", "Western media outlets", "two officials", "he", None]
    assert origins([passage("A", name) for name in unnamed]) == ()


def test_an_outlet_is_not_the_origin_of_its_own_passage() -> None:
    assert origins([passage("Reuters", "Reuters"), passage("BBC News", "the BBC", "BBC")]) == ()


def test_a_surname_joins_the_only_full_name_that_fits() -> None:
    (found,) = origins([passage("A", "Dmitry Peskov"), passage("B", "Peskov")])
    assert found.names == ("Dmitry Peskov", "Peskov")


def test_a_surname_that_fits_two_people_joins_neither() -> None:
    names = ["Ida Moen", "Odd Moen", "Moen"]
    found = origins([passage("A", name) for name in names])
    assert [o.names for o in found] == [("Ida Moen",), ("Moen",), ("Odd Moen",)]


def test_ids_are_distinct() -> None:
    found = origins([passage("A", "Ida-Moen"), passage("A", "Ida Moen")])
    assert len({o.id for o in found}) == len(found)


def test_initials_join_the_name_they_stand_for() -> None:
    names = ["the AP", "The Associated Press", "Axios"]
    found = origins([passage(letter, name) for letter, name in zip("ABC", names, strict=True)])
    assert [o.names for o in found] == [("The Associated Press", "the AP"), ("Axios",)]


def test_a_person_in_several_spellings_is_one_with_the_fullest_first() -> None:
    names = ["Moen", "Ida Moen", "Ida K. Moen", "President Moen", "Republican Ida Moen"]
    (found,) = origins([passage("A", name) for name in names])
    assert found.names[0] == "Ida K. Moen"
    assert set(found.names) == set(names)
