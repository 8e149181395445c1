"""Generated passages that do not repeat who or what: "the minister", "she", "reports of the visit".

Where a first sentence says who is meant, the frame decides; where none does, the pair may also be
beside the point, since the sentence alone cannot tell.
"""

# ruff: noqa: PLR2004 - shares of a mixture, each used once, where it says what it does
from __future__ import annotations

import random
from dataclasses import replace
from typing import Final

from training.data import ALL, BESIDE, NEUTRAL, SUPPORTS, Example
from training.events import TRAIN_EVENTS
from training.frames import TRAIN
from training.generate import Story, fill, make_speaker, make_story
from training.questions import ANSWERS, QUESTIONS, plain
from training.words import OFFICES, Actor

ROLES: Final = ("the politician", "the minister", "the president", "the leader", "the official")
# Nouns for events, by the event's first wording.
NOUNS: Final[dict[str, tuple[str, ...]]] = {
    "resign": ("resignation", "departure"),
    "meet {O}": ("meeting", "talks", "encounter"),
    "visit {O}": ("visit", "trip"),
    "apologise to {O}": ("apology", "private apology"),
    "thank {O}": ("message of thanks", "thanks"),
    "endorse {O}": ("endorsement",),
    "criticise {O}": ("criticism", "attack"),
    "sign {O}": ("signature", "approval"),
    "buy {O}": ("takeover", "purchase", "deal"),
    "sue {O}": ("lawsuit", "legal action"),
    "dismiss {O}": ("dismissal", "sacking"),
    "appoint {O}": ("appointment",),
    "pardon {O}": ("pardon", "secret pardon"),
    "arrest {O}": ("arrest", "detention"),
    "attack {O}": ("strike", "attack"),
    "declare a ceasefire": ("ceasefire", "truce"),
    "undergo surgery": ("operation", "surgery"),
    "call an early election": ("early election", "snap vote"),
    "take a bribe": ("bribe", "payment", "secret payments"),
    "send weapons to {O}": ("arms deliveries", "weapons shipments"),
    "phone {O}": ("telephone call", "conversation"),
    "congratulate {O}": ("good wishes", "message of congratulation", "informal good wishes"),
    "sign a contract with {O}": ("deal", "agreement", "contract"),
    "marry {O}": ("wedding", "marriage"),
    "cancel {O}": ("cancellation",),
    "invade {O}": ("invasion", "incursion"),
    "promote {O}": ("promotion",),
    "divorce {O}": ("divorce",),
    "expel {O} from the party": ("expulsion",),
    "extradite {O}": ("extradition", "handover"),
    "raid {O}": ("raid", "search"),
    "boycott {O}": ("boycott",),
    "bail out {O}": ("rescue", "bailout"),
    "invest in {O}": ("investment",),
    "threaten {O}": ("threat",),
    "impose a curfew": ("curfew",),
    "withdraw the bill": ("withdrawal",),
    "flee the country": ("escape", "flight abroad"),
    "admit a mistake": ("admission",),
}
NOUN_FRAMES: Final[tuple[tuple[str, str], ...]] = (
    ("{src} confirmed the {n}.", "yes"),
    ("Reports of the {n} were accurate, {src} said.", "yes"),
    ("{spk} confirmed the {n}.", "confirm"),
    ("{spk} acknowledged the reported {n}.", "confirm"),
    ("There was no {n}, {src} said.", "no"),
    ("{src} ruled out any {n}.", "nofuture"),
    ("{spk} denied reports of the {n}.", "deny"),
    ("{spk} dismissed the reports of the {n} as false.", "deny"),
    ("{spk} disputed the reported {n}, calling the story invented.", "deny"),
    ("{spk} neither confirmed nor denied reports of the {n}.", "silent"),
    ("{spk} has neither confirmed nor denied the {n}.", "silent"),
    ("{spk}, for its part, would neither confirm nor deny the reported {n}.", "silent"),
    ("{spk} declined to comment on the {n}.", "nocomment"),
    ("{spk} would not discuss the reported {n}.", "nocomment"),
    ("It was not clear whether the {n} had taken place.", "open"),
    ("Reports of the {n} could not be verified.", "open"),
    ("{src} vouched for the reports of the {n}.", "yes"),
    ("The reports of the {n} are true, {src} said.", "yes"),
    ("{paper} has proof of the {n}.", "yes"),
    ("{spk} admitted the {n}.", "confirm"),
    ("{spk} said the reports of the {n} were correct.", "confirm"),
    ("{spk} no longer disputed the {n}.", "confirm"),
    ("The {n} never happened, {src} said.", "no"),
    ("The reports of the {n} are false, {src} said.", "no"),
    ("{spk} called the reports of the {n} untrue.", "deny"),
    ("{spk} said the {n} had never happened.", "deny"),
    ("{spk} accused {paper} of lying about the {n}.", "deny"),
    ("{spk} refused either to confirm or to deny the {n}.", "silent"),
    ("{spk} kept silent on the {n}.", "nocomment"),
    ("{spk} left questions about the {n} unanswered.", "nocomment"),
    ("{spk} had nothing to say on the reports of the {n}.", "nocomment"),
    ("It is disputed whether the {n} ever happened.", "open"),
    ("{src} did not know if the reports of the {n} were right.", "open"),
)  # fmt: skip
NOUN_QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "denied": (
        "Has {spk} denied the reports of the {n}?", "Did {spk} deny the {n}?",
        "{spk} denied reports of the {n}.",
    ),
    "confirmed": ("Has {spk} confirmed the {n}?", "Did {spk} confirm reports of the {n}?"),
}  # fmt: skip
CONTEXTS: Final = (
    "{S} {z} {when}.", "Attention has turned to {S}.", "{S} has said little in public {when}.",
    "{S} spoke to reporters {when}.", "All eyes are on {S}.", "{S} gave an interview {when}.",
    "It has been a long week for {S}.", "{S} was in the news again {when}.",
    "Much has been written about {S} and {O}.",
)  # fmt: skip
NOUN_CONTEXTS: Final = (
    "Attention has turned to {S} and {O}.", "Much has been written about {S} and {O} lately.",
    "{S} and {O} were in all the papers.", "There has been much talk of {S} and {O}.",
)  # fmt: skip


def _role(story: Story, rng: random.Random) -> str:
    office = next((o for o in OFFICES if o in story.actor.full), None)
    if office is not None and rng.random() < 0.8:
        return f"the {office.lower()}"
    return rng.choice(ROLES)


def make_role(rng: random.Random) -> Example:
    """Let the passage call the actor by office or pronoun, mostly after the name."""
    story = make_story(TRAIN_EVENTS, rng)
    while not story.actor.person:
        story = make_story(TRAIN_EVENTS, rng)
    kind = rng.choice(
        ("yes", "no", "refuse", "nofuture", "nofuture", "plan", "open", "deny", "silent")
    )
    asked = rng.choice(("did", "did", "did", "false"))
    wording = rng.choice(story.event.wordings)
    named = rng.random() < 0.75
    role = _role(story, rng)
    template = rng.choice(TRAIN[kind])
    if named and template.startswith("{S} ") and "{S}" not in template[3:] and rng.random() < 0.4:
        role = story.actor.he
    stand_in = Actor(role, role, story.actor.he, story.actor.his, story.actor.him)
    speaker = make_speaker(story, rng)
    question = fill(rng.choice(QUESTIONS[asked]), story, wording, rng, speaker)
    passage = fill(template, replace(story, actor=stand_in), wording, rng, speaker)
    target = ANSWERS[asked][kind]
    if named:
        context = rng.choice(CONTEXTS if story.thing else CONTEXTS[:-1]).replace("{O}", story.thing)
        passage = f"{fill(context, story, wording, rng, speaker)} {passage}"
    elif role.removeprefix("the ") not in question.lower() and rng.random() < 0.5:
        target |= BESIDE
    return Example(plain(question, rng), passage, target, ALL, "anaphora-role")


def _other_event(story: Story, sentence: str, rng: random.Random) -> Example:
    """Ask about another event than the one a sentence names by its noun: beside the point."""
    other = make_story(TRAIN_EVENTS, rng)
    while other.event.kind == story.event.kind:
        other = make_story(TRAIN_EVENTS, rng)
    if rng.random() < 0.5 and other.event.kind in {"none", "person"} and story.actor.person:
        other = replace(other, actor=story.actor)
    asked = rng.choice(other.event.wordings)
    question = fill(rng.choice(QUESTIONS["did"]), other, asked, rng, make_speaker(other, rng))
    return Example(plain(question, rng), sentence, BESIDE, ALL, "anaphora-noun")


def make_noun(rng: random.Random) -> Example:
    """Let the passage call the event by a noun, often without repeating who took part."""
    events = tuple(event for event in TRAIN_EVENTS if event.wordings[0] in NOUNS)
    story = make_story(events, rng)
    noun = rng.choice(NOUNS[story.event.wordings[0]])
    template, kind = rng.choice(NOUN_FRAMES)
    speaker = make_speaker(story, rng)
    wording = rng.choice(story.event.wordings)
    sentence = fill(template.replace("{n}", noun), story, wording, rng, speaker)
    about_reports = "{spk}" in template and rng.random() < 0.45
    if about_reports:
        asked = rng.choice(("denied", "confirmed"))
        question = rng.choice(NOUN_QUESTIONS[asked]).replace("{n}", noun)
        question = fill(question, story, wording, rng, speaker)
        return Example(plain(question, rng), sentence, ANSWERS[asked][kind], ALL, "anaphora-noun")
    if rng.random() < 0.3:
        return _other_event(story, sentence, rng)
    question = fill(rng.choice(QUESTIONS["did"]), story, wording, rng, speaker)
    target = ANSWERS["did"][kind]
    roll = rng.random()
    if roll < 0.35:
        context = rng.choice(NOUN_CONTEXTS if story.thing else CONTEXTS[1:-1])
        context = context.replace("{O}", story.thing)
        sentence = f"{fill(context, story, wording, rng, speaker)} {sentence}"
    elif roll < 0.6:
        report = "{paper} reported that {S} had {part}."
        sentence = f"{fill(report, story, wording, rng, speaker)} {sentence}"
        # Report and reply stand side by side: where the reply leaves it open, the report remains.
        target |= SUPPORTS if target == NEUTRAL else 0
    elif story.actor.full not in sentence and rng.random() < 0.5:
        target |= BESIDE
    return Example(plain(question, rng), sentence, target, ALL, "anaphora-noun")


def generate_anaphora(count: int, seed: str) -> list[Example]:
    """Generate pairs of both kinds; the same for the same seed."""
    rng = random.Random(seed)
    return [rng.choice((make_role, make_noun))(rng) for _ in range(count)]
