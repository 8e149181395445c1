"""Headlines: claims and passages in the short present tense of newspapers.

Made from the events of the frames, and from the claims of public sets by dropping little words.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from training.data import ALL, BESIDE, NEUTRAL, REFUTES, SUPPORTS, Example
from training.events import TRAIN_EVENTS
from training.frames import TRAIN
from training.generate import (
    Story,
    fill,
    make_speaker,
    make_story,
    make_thing,
    verb_fields,
)
from training.questions import ANSWERS, QUESTIONS, plain
from training.words import GROUPS, NATIONS, PAPERS, make_person

if TYPE_CHECKING:
    from training.pairs import Cases

# What a headline asks or claims: {pres} the act in the present, {S} who, as headlines name them.
CLAIMS: Final = ("{S} {pres}", "{S} {pres}", "{S} {past}", "Report: {S} {pres}", "{S} '{pres}'")
HEADLINES: Final[Cases] = (
    ("{S} {pres}", SUPPORTS),
    ("{S} {pres}, sources say", SUPPORTS),
    ("{S} {pres} as crisis deepens", SUPPORTS),
    ("Breaking: {S} {pres}", SUPPORTS),
    ("{S} {pres}: report", SUPPORTS),
    ("It's official: {S} {pres}", SUPPORTS),
    ("Confirmed: {S} {past}", SUPPORTS),
    ("{S} confirms {ger}", SUPPORTS),
    ("{S} admits {ger}", SUPPORTS),
    ("How {S} {past}", SUPPORTS),
    ("{S} finally {pres} after weeks of talks", SUPPORTS),
    ("{Q} hits out as {S} {pres}", SUPPORTS),
    ("Anger after {S} {pres}", SUPPORTS),
    ("Why {S} had to {base}", SUPPORTS),
    ("{S} denies {ger}", REFUTES),
    ("{S} refuses to {base}", REFUTES),
    ("No, {S} did not {base}", REFUTES),
    ("{S} did NOT {base}: the facts", REFUTES),
    ("{S} will not {base}, says aide", REFUTES),
    ("{S} rules out {ger}", REFUTES),
    ("Fake: {S} never {past}", REFUTES),
    ("Hoax claims {S} {past}", REFUTES),
    ("Viral story that {S} {past} is false", REFUTES),
    ("Aide rubbishes claim that {S} {past}", REFUTES),
    ("{S} stops short of {ger}", REFUTES),
    ("'Nonsense': {S} on report of {ger}", REFUTES),
    ("{S} {x_pres}", REFUTES),
    ("{S} says no to {ger}", REFUTES),
    ("{S} to {base}", NEUTRAL),
    ("{S} set to {base}", NEUTRAL),
    ("{S} vows to {base}", NEUTRAL),
    ("Did {S} {base}?", NEUTRAL),
    ("Has {S} {part}? What we know so far", NEUTRAL),
    ("{S} silent on whether {he} {past}", NEUTRAL),
    ("{S} mulls {ger}", NEUTRAL),
    ("{S} urged to {base}", NEUTRAL),
    ("Rumour of the day: {S} {past}", NEUTRAL),
    ("Mystery over claim that {S} {past}", NEUTRAL),
    ("{S} may have {part}", NEUTRAL | SUPPORTS),
    ("{S} reportedly {pres}", SUPPORTS),
    ("{Q} {pres}", BESIDE),
    ("{Q} denies {ger}", BESIDE),
    ("{S} {z_pres}", BESIDE),
    ("{S} meets {grp} for talks on budget", BESIDE),
    ("{N} {grp} react to speech by {S}", BESIDE),
    ("Fact check: yes, {S} {past}", SUPPORTS),
    ("True: {S} really did {base}", SUPPORTS),
    ("Not a hoax: {S} {pres}", SUPPORTS),
    ("Photo of {S} {ger} is genuine", SUPPORTS),
    ("{Q} slams {S} for {ger}", SUPPORTS),
    ("{Q} hails {S} for {ger}", SUPPORTS),
    ("{S} under fire after {ger}", SUPPORTS),
    ("{S} boasts of {ger}", SUPPORTS),
    ("{S} keeps vow and {pres}", SUPPORTS),
    ("{S} bows to pressure and {pres}", SUPPORTS),
    ("{S} defies warnings and {pres}", SUPPORTS),
    ("Fact check: no, {S} did not {base}", REFUTES),
    ("False: {S} has not {part}", REFUTES),
    ("Satire, not news: {S} did not {base}", REFUTES),
    ("Photo of {S} {ger} was doctored", REFUTES | NEUTRAL),
    ("{Q} slams {S} for not {ger}", REFUTES),
    ("{Q} hails {S} for refusing to {base}", REFUTES),
    ("{S} snubs calls to {base}", REFUTES),
    ("{S} defies pressure to {base}", REFUTES),
    ("{S} breaks vow to {base}", REFUTES),
    ("{S} bows to pressure and axes plan to {base}", REFUTES),
    ("{paper} sorry for false report that {S} {past}", REFUTES),
    ("{S} {x_pres} despite calls to {base}", REFUTES),
    ("Fact check: did {S} {base}? No way to tell", NEUTRAL),
    ("True or hoax? The claim that {S} {past}", NEUTRAL),
    ("Experts unsure if photo of {S} {ger} is genuine", NEUTRAL),
    ("{Q} slams {S} over plan to {base}", NEUTRAL),
    ("{Q} hails plan by {S} to {base}", NEUTRAL),
    ("{S} eyes {ger}", NEUTRAL),
    ("{S} under pressure to {base}", NEUTRAL),
    ("{Q} backs call for {S} to {base}", NEUTRAL),
    ("{S} won't rule out {ger}", NEUTRAL),
    ("{S} keeps mum on report of {ger}", NEUTRAL),
    ("{Q} warns {S} against {ger}", NEUTRAL),
    ("{Q} slams {S} over budget", BESIDE),
    ("{Q} snubs calls to {base}", BESIDE),
    ("{Q} vows to {base}", BESIDE),
    ("Fact check: yes, {Q} {past}", BESIDE),
    ("Hoax claims {Q} {past}", BESIDE),
    ("{Q} under fire after {ger}", BESIDE),
    ("{S} {z_pres}, says {paper}", BESIDE),
    ("Fact check: no, {Q} did not {base}", BESIDE),
)
# "says" and the like, which no rule of spelling gives.
_PRESENT: Final = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_LITTLE = re.compile(r"\b(?:the|a|an)\s+", re.IGNORECASE)
_BEING = re.compile(r"\b(?:is|are|was|were) (?=\w+ing\b)")


def present(phrase: str) -> str:
    """Put the first verb of a phrase in the third person: "hold talks" as "holds talks"."""
    verb, _, rest = phrase.partition(" ")
    if verb in _PRESENT:
        form = _PRESENT[verb]
    elif verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        form = f"{verb}es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        form = f"{verb[:-1]}ies"
    else:
        form = f"{verb}s"
    return f"{form} {rest}".strip()


def shorten(text: str) -> str:
    """Drop articles, the end mark and "is" before "-ing", as headlines do."""
    short = _BEING.sub("", _LITTLE.sub("", text)).rstrip(". ")
    return short[:1].upper() + short[1:]


def headlined(row: Example, rng: random.Random) -> Example:
    """Ask a claim as a headline, and now and then make one of a short passage; the target stays."""
    passage = row.passage
    if len(passage) < 120 and rng.random() < 0.4:  # noqa: PLR2004 - a headline's length, a share
        passage = shorten(passage)
    question = shorten(row.question)
    return replace(row, question=question or row.question, passage=passage, origin="headlined")


def _fields(story: Story, wording: str, rng: random.Random) -> dict[str, str]:
    aside = make_story(TRAIN_EVENTS, rng)
    while aside.event.kind == story.event.kind:
        aside = make_story(TRAIN_EVENTS, rng)
    forms = verb_fields(wording, story)
    other = verb_fields(rng.choice(aside.event.wordings), aside)["base"]
    excluded = verb_fields(rng.choice(story.event.excluded), story)["base"]
    return {
        **forms, "pres": present(forms["base"]), "z_pres": present(other),
        "x_pres": present(excluded), "S": rng.choice((story.actor.full, story.actor.short)),
        "he": story.actor.he, "Q": make_person(rng).full, "paper": rng.choice(PAPERS),
        "N": rng.choice(NATIONS), "grp": rng.choice(GROUPS),
    }  # fmt: skip


def _headline(template: str, fields: dict[str, str], rng: random.Random) -> str:
    text = template.format(**fields)
    if rng.random() < 0.6:  # noqa: PLR2004 - a share of the mixture
        text = shorten(text)
    return text[:1].upper() + text[1:]


def make_headline(rng: random.Random) -> Example:
    """Generate a pair of which the claim, the passage or both are headlines."""
    story = make_story(TRAIN_EVENTS, rng)
    asking, telling = rng.choice(story.event.wordings), rng.choice(story.event.wordings)
    speaker = make_speaker(story, rng)
    roll = rng.random()
    if roll < 0.35:  # noqa: PLR2004 - a share of the mixture
        question = _headline(rng.choice(CLAIMS), _fields(story, asking, rng), rng)
        kind = rng.choice([kind for kind in ANSWERS["did"] if kind in TRAIN])
        target = ANSWERS["did"][kind]
        if rng.random() < 0.25:  # noqa: PLR2004 - a share of the mixture
            thing = make_thing(story.event.kind, rng)
            story = replace(story, actor=make_person(rng), thing=thing or story.thing)
            target = BESIDE
        passage = fill(rng.choice(TRAIN[kind]), story, telling, rng, speaker)
        return Example(question, passage, target, ALL, "headline-claim")
    template, target = rng.choice(HEADLINES)
    passage = _headline(template, _fields(story, telling, rng), rng)
    if roll < 0.65:  # noqa: PLR2004 - a share of the mixture
        question = plain(fill(rng.choice(QUESTIONS["did"]), story, asking, rng, speaker), rng)
    else:
        question = _headline(rng.choice(CLAIMS), _fields(story, asking, rng), rng)
    return Example(question, passage, target, ALL, "headline")


def generate_headlines(count: int, seed: str) -> list[Example]:
    """Generate pairs with headlines; the same for the same seed."""
    rng = random.Random(seed)
    return [make_headline(rng) for _ in range(count)]
