"""Bytes to text: a byte-order mark, UTF-8, a declared charset, then what it may be."""

from __future__ import annotations

import codecs
import re

from retrieval.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
# Control characters that no text has, beyond a stray few: what charset guessers take for letters.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01
# Bytes that are no UTF-8, as Python marks them, and letters beyond ASCII that are.
_STRAY = re.compile("[\udc80-\udcff]+")
_BEYOND = re.compile("[^\x00-\x7f\udc80-\udcff]")
_NEWLINES = re.compile(r"\r\n?")


def decode(raw: bytes, *, what: str, html: bool = False) -> str:
    r"""The text of a file, newlines as \\n. Raises ArticleError when it is empty or no text."""
    if not raw.strip():
        raise ArticleError(f"{what}: the file is empty.")
    text = _NEWLINES.sub("\n", _text(raw, what=what, html=html))
    if "\x00" in text or len(_CONTROLS.findall(text)) > len(text) * _MOST_CONTROLS:
        raise ArticleError(f"{what}: the file is binary, not text.")
    return text


def _text(raw: bytes, *, what: str, html: bool) -> str:
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw, codec, what)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\x00" in raw:
        return _wide(raw, what)
    declared = _DECLARED.search(raw[:_HEAD]) if html else None
    if declared is not None:
        try:
            return raw.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass
    return _guessed(raw, what)


def _wide(raw: bytes, what: str) -> str:
    """UTF-16 without a mark: every other byte of Latin text is zero, on one side only."""
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    if len(raw) % 2 == 0 and max(even, odd) > len(raw) * 0.3 and min(even, odd) < len(raw) * 0.02:
        return _decoded(raw, "utf-16-be" if even > odd else "utf-16-le", what)
    raise ArticleError(f"{what}: the file is binary, not text.")


def _decoded(raw: bytes, codec: str, what: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeError as error:
        raise ArticleError(f"{what}: the file is not valid {codec.upper()}.") from error


def _guessed(raw: bytes, what: str) -> str:
    if (text := _nearly_utf8(raw)) is not None:
        return text
    # Imported where it is needed: most files are UTF-8 and start-up need not pay for it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(raw).best()
    if best is None:
        raise ArticleError(f"{what}: the file's encoding is unknown; save it as UTF-8.")
    return str(best)


def _nearly_utf8(raw: bytes) -> str | None:
    """UTF-8 that was cut in the middle of its last letter, or with a few bytes of Windows in it.

    None where bytes that are none are as many as letters beyond ASCII: then it is something else.
    """
    text = raw.decode("utf-8", "surrogateescape")
    wrong = sum(map(len, _STRAY.findall(text)))
    right = len(_BEYOND.findall(text))
    if wrong >= right:
        return None
    # The first bytes of a letter, at most three, whose others are missing.
    if (last := re.search("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\\Z", text)) is not None:
        text = text[: last.start()]
    return _STRAY.sub(_of_windows, text)


def _of_windows(stray: re.Match[str]) -> str:
    return stray[0].encode("ascii", "surrogateescape").decode("cp1252", "replace")
