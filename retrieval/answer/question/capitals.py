"""What the capitals of a question tell: names, or nothing where all is lower case or a headline."""

from __future__ import annotations

from retrieval.answer.language.lexicon import (
    AUXILIARIES,
    PREPOSITIONS,
    STOPWORDS,
    WH,
    tokens,
    words,
)

# Words that headlines write small.
_SMALL = PREPOSITIONS | frozenset("a an the and or but nor so as if than via per vs".split())
# Fewer words with capitals may well be names: "Is Putin ...?".
_HEADLINE = 3
# "The US", "the WHO", "in May": names as well as words that hold a sentence together.
_ALSO_NAMES = frozenset(["us", "who", "may", "will"])
# Auxiliaries that are people where a capital within the sentence says so.
_PEOPLE = frozenset(["May", "Will"])


def tell(text: str) -> bool:
    """Whether capitals set some words apart: not where all, or none, of the words have them."""
    cased = [word for word in words(text) if word.lower() != word.upper()]
    if not any(word != word.lower() for word in cased):
        return False
    # A first word that is written small says nothing: it may have stood behind a preface.
    shouted = cased[1:] if len(cased) > _HEADLINE else cased
    if len(cased) > 1 and all(word == word.upper() for word in shouted):
        return False
    # "Vice-president" has its capital at its head.
    heads = {word for word, start, _ in tokens(text) if text[start - 1 : start] != "-"}
    large = [word for word in cased if word.lower() not in _SMALL and word in heads]
    headed = [word for word in large if word[0].isupper()]
    headline = len(headed) >= _HEADLINE and headed in (large, large[1:])
    return not headline or len(content(text)) == 1


def content(text: str) -> list[str]:
    """The words that hold the content, in order, "the US" and "the WHO" among them."""
    found = [word for word, _, _ in tokens(text)]
    return [
        word
        for number, word in enumerate(found)
        # "Talks w Norland": nobody has to name that.
        if (word.lower() not in STOPWORDS and word != "w") or _is_named(found, number)
    ]


def names(text: str) -> tuple[str, ...]:
    """Runs of capitalised words. The first word counts unless it is an ordinary opening word."""
    found = tokens(text)
    listed = [word for word, _, _ in found]
    runs: list[list[str]] = []
    last = -1
    for number, (word, start, end) in enumerate(found):
        ordinary = word.lower() in STOPWORDS and not _is_named(listed, number)
        if not word[:1].isupper() or ordinary:
            continue
        # "Mitt Romney" is one name; "in Philadelphia, Romney" and "Trump's Ukraine" are two.
        if last >= 0 and text[last:start] == " ":
            runs[-1].append(word)
        else:
            runs.append([word])
        last = end if text[start:end] == word else -1
    return tuple(dict.fromkeys(" ".join(run) for run in runs))


def _is_named(found: list[str], number: int) -> bool:
    """Whether "us" is the country there, "who" the organisation, "May" or "Will" a person."""
    word = found[number]
    if number and word in _PEOPLE:
        return True
    if word.lower() not in _ALSO_NAMES:
        return False
    before = found[number - 1].lower() if number else ""
    if word.lower() in {"may", "will"}:
        # "In May", "the will of the people".
        return before == "the" or before in PREPOSITIONS
    if before == "the":
        return True
    after = found[number + 1].lower() if number + 1 < len(found) else ""
    if word == "US" and any(other != other.upper() for other in found):
        return True
    # "Did US troops leave" and "at US bases", but "tell us lies" and "to us".
    opens = before in AUXILIARIES | WH | PREPOSITIONS or not before
    return word.lower() == "us" and opens and bool(after) and after not in STOPWORDS
