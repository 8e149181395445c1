"""The words of German, French and Spanish that are typed without accents, with them.

    python -m training.accents

Counted in the written news of six languages: a word with accents stands for what is typed without
where hardly anybody writes that. Written to retrieval/answer/language/accents.toml,
which an answer reads.
"""

from __future__ import annotations

import gzip
import json
import re
import textwrap
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from retrieval.answer.language.accents import FILE, LANGUAGES, TABLES, plain
from retrieval.answer.language.speech import ENGLISH
from training.coverage import DATA, read_stories

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WRITTEN: Final = ("six.train", "six.more", "six.sides")
COVERAGE: Final = "coverage.six"
OUT: Final = Path(__file__).parents[1] / "retrieval" / "answer" / "language" / FILE
# A word that came once may be a slip, or a name.
_FEWEST: Final = 2
# How often the word with accents is written for the one without, where both are.
_TIMES: Final = 15
_TIMES_DONE: Final = 5
# The share of its places in which a word that is no name begins small.
_SMALL: Final = 0.5
_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTICIPLE: Final = re.compile(r"\w{2,}(?:é|ée|és|ées)")
_PRETERITE: Final = re.compile(r"\w{2,}ó")
_HEAD: Final = """\
# Words as German, French and Spanish write them that are typed without their accents; made by
# training/accents.py from the written news in training/data.
#
# `always` are never written without. Where a question has no accents at all, so are `mostly`,
# `behind` where one of the words of `done` stands before ("a coute"), and `unless` but where one of
# `noun` does ("el pago").
"""
_DONE: Final = (
    "a ai as ont avait avaient aura aurait ete été est sont était etait étaient etaient fut"
)
_NOUN: Final = (
    "el un al del su sus este ese de por sin con en mi tu ningún ningun nuevo primer gran cada y o"
)


def texts(code: str) -> Iterator[str]:
    """All that the written news of six languages says in one."""
    for name in WRITTEN:
        with gzip.open(DATA / f"{name}.jsonl.gz", "rt") as lines:
            for row in map(json.loads, lines):
                told = zip(row["passages"], row["langs"], strict=True)
                asked = zip(row["questions"], row["qlangs"], strict=True)
                yield from (text for text, language in (*told, *asked) if language == code)
    for story in read_stories(DATA / f"{COVERAGE}.txt.gz"):
        for report in story.reports.values():
            if report.language == code:
                yield from (report.title, *report.sentences)


def accented(
    counts: Counter[str], code: str, elsewhere: Collection[str] = ()
) -> dict[str, list[str]]:
    """Words with accents, by the table that they belong to, of words as often as they are written.

    Names are left out: what only a capital opens, in German what is written `elsewhere` too.
    """
    lower: Counter[str] = Counter()
    for word, times in counts.items():
        lower[word.lower()] += times
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, times in lower.items():
        forms[plain(word, code)][word] = times
    tables: dict[str, list[str]] = {name: [] for name in TABLES}
    for typed, written in forms.items():
        bare = written.pop(typed, 0)
        if not written:
            continue
        word, times = written.most_common(1)[0]
        small = counts[word] >= _SMALL * times
        is_word = small or (code == "de" and word not in elsewhere)
        if times < _FEWEST or not is_word:
            continue
        done = [each for each in written if _PARTICIPLE.fullmatch(each)]
        preterite = code == "es" and _PRETERITE.fullmatch(word)
        if not bare:
            tables["always"].append(word)
        elif preterite and times >= _TIMES_DONE * bare:
            tables["unless"].append(word)
        elif not preterite and not (code == "fr" and done) and times >= _TIMES * bare:
            tables["mostly"].append(word)
        if code == "fr" and done and (bare or word not in done):
            tables["behind"].append(max(done, key=lambda each: written[each]))
    return {name: sorted(found) for name, found in tables.items()}


def table(code: str, found: dict[str, list[str]]) -> str:
    """The part of the file on one language."""
    lines = [f"[{code}]"]
    listed = {name: " ".join(words) for name, words in found.items()}
    listed |= {"done": _DONE if code == "fr" else "", "noun": _NOUN if code == "es" else ""}
    for name, words in listed.items():
        wrapped = textwrap.fill(words, 120, break_long_words=False)
        lines.append(f'{name} = """\n{wrapped}\n"""' if wrapped else f'{name} = ""')
    return "\n".join(lines) + "\n"


def main() -> None:
    """Count, and write the file."""
    counts = {
        code: Counter(word for text in texts(code) for word in _WORD.findall(text))
        for code in (ENGLISH, *LANGUAGES)
    }
    elsewhere = {
        code: {word.lower() for other, found in counts.items() if other != code for word in found}
        for code in LANGUAGES
    }
    parts = (table(code, accented(counts[code], code, elsewhere[code])) for code in LANGUAGES)
    OUT.write_text("\n".join([_HEAD, *parts]), "utf-8")


if __name__ == "__main__":
    main()
