"""Front matter: read where it is, left alone where it is something else."""

from __future__ import annotations

import pytest

from retrieval.errors import ArticleError
from retrieval.ingest.details import Details
from retrieval.ingest.front_matter import split_front_matter


def test_every_key_is_read_and_the_rest_is_the_text() -> None:
    details, rest = split_front_matter(
        "---\nTitle: 'A: title'\nauthors: [A. Writer, B. Scribe]\ndate: 2024-11-07 09:46:00\n"
        "updated: 2024-11-08\nsource: Example Gazette\nurl: https://gazette.example/a\n"
        "language: en\nlayout: post\n---\nBody.",
        what="a.md",
    )
    assert rest == "Body."
    assert details.source is not None
    assert (details.source.id, details.source.name) == ("example-gazette", "Example Gazette")
    assert (details.title, details.authors) == ("A: title", ("A. Writer", "B. Scribe"))
    assert (details.published, details.updated) == ("2024-11-07T09:46:00", "2024-11-08")
    assert (details.url, details.language) == ("https://gazette.example/a", "en")


def test_published_wins_over_date_and_one_author_is_a_list() -> None:
    details, _ = split_front_matter(
        "---\ndate: 2024-01-01\npublished: 2024-11-07\nauthor: A. Writer\n---\n", what="a.md"
    )
    assert (details.published, details.authors) == ("2024-11-07", ("A. Writer",))


@pytest.mark.parametrize(
    "text",
    ["No front matter.", "---\njust a rule\n---\nText.", "---\n\n---\nText", "---\n: [\n---\n"],
)
def test_a_rule_is_not_front_matter(text: str) -> None:
    details, rest = split_front_matter(text, what="a.md")
    assert rest == text
    assert details.title is None


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("title: [a", "line 2 of the front matter is not valid YAML"),
        ('date: 2024-11-07\ntitle: "Storm at sea\nauthor: A. Writer', "line 3 of the front matter"),
        ("source: Gazette\ntitle: a\n  b: c", "line 3 .* title: 'Storm: two dead'"),
        ("title: [a, b]", "title in the front matter"),
        ("authors: {a: b}", "authors in the front matter"),
        ("date: soon", "must be a date such as 2024-11-07, not 'soon'"),
        ("date: 07/11/2024", "must be a date"),
        ("date: November 2024", "must be a date"),
        ("date: 0", "must be a date"),
    ],
)
def test_mistakes_are_named_in_one_line(block: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        split_front_matter(f"---\n{block}\n---\nText.", what="a.md")


@pytest.mark.parametrize(
    "title",
    [
        "Sabotage: twelve dead",
        "Storm at sea: what we know: live",
        '"We never agreed": minister walks out',
        "'Twas nobody': the minister's denial",
        "[Video] Storm at sea",
        "@harbour asks for help",
        "%40 of the vote",
        "*Breaking* Storm at sea",
        "`Storm` at sea",
        "March for #Harbour draws thousands",
        "Strike #3 begins",
        "10:30",
        "No",
        "2024",
        "1e3",
        "Storm at sea:",
        "- a storm: at sea",
    ],
)
def test_a_title_is_read_as_it_is_meant_without_quotes(title: str) -> None:
    details, rest = split_front_matter(
        f"---\nsource: Gazette\ntitle: {title}\nlayout: a: b\n---\nText.", what="a.md"
    )
    assert (details.title, rest) == (title, "Text.")
    assert details.source is not None
    assert details.source.name == "Gazette"


def test_values_stay_texts_and_empty_ones_say_nothing() -> None:
    details, _ = split_front_matter(
        "---\nlanguage: no\nauthor: 007\nsource: ~\ntitle:\n"
        "url: https://a.example/#top  # home\n---\n",
        what="a.md",
    )
    assert (details.language, details.authors) == ("no", ("007",))
    assert (details.source, details.title) == (None, None)
    assert details.url == "https://a.example/#top"


def test_texts_over_several_lines_and_notes_are_yaml() -> None:
    details, _ = split_front_matter(
        "---\ntitle: >\n  Storm at sea\n  for days\nauthor: A. Writer # our own\n"
        "summary: 'Storm: two\n  dead'\n---\n",
        what="a.md",
    )
    assert (details.title, details.authors) == ("Storm at sea for days", ("A. Writer",))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-11-07 09:46:00 +02:00", "2024-11-07T09:46:00+02:00"),
        ("2024-11-07T09:46:00Z", "2024-11-07T09:46:00+00:00"),
        ("7 November 2024, 9:46 pm", "2024-11-07T21:46:00"),
        ("'2024-11-07'", "2024-11-07"),
    ],
)
def test_times_keep_their_zone(written: str, read: str) -> None:
    details, _ = split_front_matter(f"---\ndate: {written}\n---\nText.", what="a.md")
    assert details.published == read


@pytest.mark.parametrize(
    "nothing", ["None", "null", "~", "N/A", "nan", "Unknown", "undefined", "-"]
)
def test_what_programs_write_for_nothing_is_nothing(nothing: str) -> None:
    keys = ("title", "author", "date", "updated", "source", "url", "language")
    block = "\n".join(f"{key}: {nothing}" for key in keys)
    assert split_front_matter(f"---\n{block}\n---\nText.", what="a.md") == (Details(), "Text.")


@pytest.mark.parametrize(
    "nothing", ["0001-01-01", "1970-01-01", "1970-01-01T00:00:00Z", "0000-00-00"]
)
def test_what_programs_write_for_no_date_is_none(nothing: str) -> None:
    details, _ = split_front_matter(f"---\ndate: {nothing}\n---\nText.", what="a.md")
    assert details.published is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("7. November 2024", "2024-11-07"),
        ("7 novembre 2024", "2024-11-07"),
        ("7 de noviembre de 2024", "2024-11-07"),
        ("7 ноября 2024 г.", "2024-11-07"),
        ("7 листопада 2024, 09:46", "2024-11-07T09:46:00"),
        ("7.11.2024", "2024-11-07"),
        ("1969-07-20", "1969-07-20"),
    ],
)
def test_days_are_read_as_people_write_them(written: str, read: str) -> None:
    details, _ = split_front_matter(f"---\ndate: {written}\n---\nText.", what="a.md")
    assert details.published == read


@pytest.mark.parametrize("address", ["/2024/ferry", "ferry.html", "javascript:alert(1)"])
def test_what_is_no_address_on_the_web_is_not_where_an_article_is(address: str) -> None:
    details, _ = split_front_matter(f"---\nurl: {address}\n---\nText.", what="a.md")
    assert details.url is None
