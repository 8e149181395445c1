"""YAML front matter: what a text says of itself between two lines of three hyphens at its top."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from retrieval.errors import ArticleError
from retrieval.ingest.details import Details
from retrieval.ingest.hosts import is_web
from retrieval.ingest.moments import is_no_moment, iso_moment, written_moment
from retrieval.ingest.sidecar import slug
from retrieval.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLOCK = re.compile(r"\A---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
# YAML is parsed at about 100 kB a second; a head that says who and when is far below this.
_LONGEST = 20_000
# A key at the margin whose value is on its line alone.
_ONE_LINE = re.compile(
    r"^(?P<key>[\w-]+):[ \t]+(?P<value>\S.*?)[ \t]*$(?!\n[ \t]+\S)", re.MULTILINE
)
_LONGEST_SHOWN = 40
_HASHTAG = re.compile(r"(?:^|\s)#\w")
# What programs write where they have nothing, in any case.
_NOTHING = frozenset(
    ("", "~", "-", "null", "none", "nil", "nan", "n/a", "undefined", "unknown", "0000-00-00")
)


def split_front_matter(text: str, *, what: str) -> tuple[Details, str]:
    """The details of a text's front matter, and the text after it.

    A block that is not a mapping is a rule in the text and stays. Raises ArticleError for YAML
    that cannot be read and for values of the wrong kind; unknown keys are left to their owners.
    """
    found = _BLOCK.match(text)
    if found is None or len(found[1]) > _LONGEST:
        return Details(), text
    import yaml  # noqa: PLC0415 few files have front matter

    try:
        data = _read(found[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if not re.search(r"^\w+:(\s|$)", found[1], re.MULTILINE):
            return Details(), text
        raise ArticleError(f"{what}: {_explained(found[1], error)}") from error
    if not isinstance(data, dict):
        return Details(), text
    keys = {str(key).casefold(): value for key, value in data.items()}
    details = Details(
        source=_source(keys, what),
        title=_text(keys, "title", what),
        authors=_texts(keys, "authors", what) or _texts(keys, "author", what),
        published=_moment(keys, "published", what) or _moment(keys, "date", what),
        updated=_moment(keys, "updated", what),
        url=_address(keys, what),
        language=_text(keys, "language", what),
    )
    return details, text[found.end() :]


def _read(block: str) -> object:
    """The block with every value as it is written: YAML makes `no` a falsehood and 10:30 a number.

    What is no YAML only for a mark inside a line, as in "title: Storm: two dead", is read as text.
    """
    import yaml  # noqa: PLC0415

    block = _ONE_LINE.sub(lambda line: _quoted(line) if _is_cut(line["value"]) else line[0], block)
    try:
        return yaml.load(block, yaml.BaseLoader)  # noqa: S506 it makes texts, lists and mappings
    except yaml.YAMLError:
        mended = _ONE_LINE.sub(lambda line: line[0] if _is_yaml(line[0]) else _quoted(line), block)
        if mended == block:
            raise
        return yaml.load(mended, yaml.BaseLoader)  # noqa: S506


def _is_cut(value: str) -> bool:
    """Whether YAML takes the rest of an unquoted value, from a hashtag or number on, as a note."""
    return value[0] not in "\"'[{|>" and _HASHTAG.search(value) is not None


def _is_yaml(line: str) -> bool:
    import yaml  # noqa: PLC0415

    try:
        yaml.load(line, yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError):
        return False
    return True


def _quoted(line: re.Match[str]) -> str:
    """The line with its value as a text; as it is where a quotation or list may go on below."""
    value = line["value"]
    if (value[0] in "\"'" and value.count(value[0]) == 1) or value[0] + value[-1] in ("[]", "{}"):
        return line[0]
    if value[0] in "[{" and not set("]}") & set(value):
        return line[0]
    return f"{line['key']}: '" + value.replace("'", "''") + "'"


def _explained(block: str, error: Exception) -> str:
    """Which line cannot be read, and how it is written."""
    # A quotation that is never closed is noticed at the end only.
    alone = (each for each in _ONE_LINE.finditer(block) if not _is_yaml(each[0]))
    first = next(alone, None)
    mark = getattr(error, "problem_mark", None)
    lines = block.split("\n")
    at = min(mark.line if mark is not None else 0, len(lines) - 1)
    if first is not None:
        at = block.count("\n", 0, first.start())
    while at > 0 and not re.match(r"[\w-]+:", lines[at]):
        at -= 1
    key = lines[at].partition(":")[0].strip()
    # The block begins below the line of hyphens.
    return (
        f"line {at + 2} of the front matter is not valid YAML; a text with : # or quotes in it "
        f"goes into quotes, as {key}: 'Storm: two dead'."
    )


def _source(keys: Mapping[str, object], what: str) -> Source | None:
    name = _text(keys, "source", what)
    return Source(id=slug(name), name=name) if name else None


def _text(keys: Mapping[str, object], key: str, what: str) -> str | None:
    value = keys.get(key)
    if value is None:
        return None
    if isinstance(value, str):
        return None if _is_nothing(value) else " ".join(_paired(value).split()) or None
    raise ArticleError(
        f"{what}: {key} in the front matter must be a text; write [ and {{ in quotes."
    )


def _address(keys: Mapping[str, object], what: str) -> str | None:
    """Where the article is on the web; paths below a site, as its makers write them, are none."""
    url = _text(keys, "url", what)
    return url if url is not None and is_web(url) else None


def _texts(keys: Mapping[str, object], key: str, what: str) -> tuple[str, ...]:
    value = keys.get(key)
    if value is None:
        return ()
    many: list[object] = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) for one in many):
        raise ArticleError(f"{what}: {key} in the front matter must be a text or a list of texts.")
    return tuple(
        _paired(one).strip() for one in many if isinstance(one, str) and not _is_nothing(one)
    )


def _moment(keys: Mapping[str, object], key: str, what: str) -> str | None:
    value = keys.get(key)
    if value is None or (isinstance(value, str) and _is_nothing(value)):
        return None
    moment = _as_moment(value) if isinstance(value, str) else None
    if moment is None:
        given = f", not {value[:_LONGEST_SHOWN]!r}" if isinstance(value, str) else ""
        raise ArticleError(
            f"{what}: {key} in the front matter must be a date such as 2024-11-07{given}."
        )
    return None if is_no_moment(moment) else moment


def _paired(value: str) -> str:
    """With the two halves that JSON writes some letters in put together, which YAML does not do."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_nothing(value: str) -> bool:
    return value.strip().casefold() in _NOTHING


def _as_moment(value: str) -> str | None:
    """YAML's own times first: its zone may stand apart, as in 2024-11-07 09:46:00 +02:00."""
    import yaml  # noqa: PLC0415

    with suppress(yaml.YAMLError, ValueError):
        return iso_moment(yaml.safe_load(value)) or written_moment(value)
    return written_moment(value)
