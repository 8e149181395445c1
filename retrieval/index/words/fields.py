"""What tantivy keeps of a paragraph, and filters as its queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tantivy import Document, FieldType, Occur, Query, SchemaBuilder

from retrieval.index.days import day
from retrieval.index.words.kinds import FILLER, of_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tantivy import Schema

    from retrieval.index.followed import Row
    from retrieval.index.forms import Forms
    from retrieval.model import Chosen

ID: Final = "id"
WORDS: Final = "words"
NOBODY: Final = 0
"""The id of what is no paragraph."""
_HIGHEST_DAY = 99_999_999


def schema() -> Schema:
    """Words by how often a paragraph has them; the rest to find it by, and to filter."""
    made = SchemaBuilder()
    made.add_integer_field(ID, indexed=True, fast=True)
    made.add_text_field(WORDS, tokenizer_name="whitespace", index_option="freq")
    made.add_text_field("source", tokenizer_name="raw", index_option="basic")
    made.add_integer_field("article", indexed=True)
    made.add_integer_field("published", fast=True)
    made.add_integer_field("held", fast=True)
    return made.build()


def document(forms: Forms, row: Row) -> tuple[Document, int]:
    """A paragraph for tantivy, and how many words it has."""
    words = of_paragraph(forms, row.text, row.title, row.language)
    made = Document()
    made.add_integer(ID, row.id)
    made.add_text(WORDS, " ".join(words))
    made.add_text("source", row.source)
    made.add_integer("article", row.article)
    made.add_integer("published", day(row.published))
    made.add_integer("held", day(row.held))
    return made, len(words)


def filler(length: int) -> Document:
    """No paragraph, but as long as one: what is held is compared with its length."""
    made = Document()
    made.add_integer(ID, NOBODY)
    made.add_text(WORDS, " ".join([FILLER] * length))
    return made


def word(of: Schema, kept: str) -> Query:
    """What has a word of one kind."""
    return Query.term_query(of, WORDS, kept, "freq")


def anyone(of: Schema, ids: Sequence[int]) -> Query:
    """The paragraphs with these ids."""
    return Query.term_set_query(of, ID, ids)


def passing(of: Schema, chosen: Chosen) -> list[Query]:
    """A filter: what passes each of these."""
    found = []
    if chosen.sources is not None:
        names = [Query.term_query(of, "source", each, "basic") for each in chosen.sources]
        found.append(Query.boolean_query([(Occur.Should, each) for each in names]))
    if chosen.since is not None:
        found.append(_days(of, "published", day(chosen.since), _HIGHEST_DAY))
    if chosen.until is not None:
        found.append(_known(of, "published", chosen.until))
    if chosen.at is not None:
        found += [_known(of, "published", chosen.at), _known(of, "held", chosen.at)]
    if chosen.article is not None:
        found.append(Query.term_query(of, "article", chosen.article, "basic"))
    return found


def _known(of: Schema, field: str, until: str) -> Query:
    return _days(of, field, 1, day(until))


def _days(of: Schema, field: str, first: int, last: int) -> Query:
    return Query.range_query(of, field, FieldType.Integer, first, last)
