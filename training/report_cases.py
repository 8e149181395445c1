"""What a body says of reports, and what others say of them while the body is only named.

Fields: {body} {other} two bodies, {S} whom the reports are about, {past} {part} {ger} what they say
of them, {Q} another person, {src} unnamed sources, {paper} an outlet, {when} a time.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

REPORT_BODIES: Final = (
    "the {N} government", "the {N} presidency", "the {N} foreign ministry", "the {N} embassy", "the central bank",
    "the opposition", "the city council", "the ruling party", "the football association", "the teachers' union",
    "the European Commission", "the army", "the palace", "the White House", "the Vatican", "Downing Street",
    "the club", "the airline", "the health ministry", "Helvetia Bank", "Nordvax", "the university",
)  # fmt: skip
REPORT_QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "confirmed": (
        "Has {body} confirmed the reports that {S} {past}?", "Did {body} confirm the reports about {S}?",
        "Has {body} confirmed that {S} {past}?", "{body} confirmed the reports about {S}.",
        "Has {body} confirmed the reports of {S} {ger}?",
    ),
    "denied": (
        "Has {body} denied the reports that {S} {past}?", "Did {body} deny the reports about {S}?",
        "Has {body} denied that {S} {past}?", "{body} denied the reports about {S}.",
        "Did {body} reject the reports that {S} {past}?",
    ),
    "announced": (
        "Has {body} announced that {S} {past}?", "Did {body} announce that {S} had {part}?",
        "{body} announced that {S} had {part}.",
    ),
    "commented": (
        "Has {body} commented on the reports that {S} {past}?", "Did {body} comment on the reports about {S}?",
        "{body} commented on the reports about {S}.", "Has {body} said anything about the reports that {S} {past}?",
    ),
    "admitted": (
        "Has {body} admitted that {S} {past}?", "Did {body} admit that {S} had {part}?",
        "{body} admitted that {S} had {part}.",
    ),
}  # fmt: skip
_NO_OR_OPEN: Final = REFUTES | NEUTRAL
# Question -> what each kind of sentence answers to it; what is absent is not asked.
REPORT_ANSWERS: Final[dict[str, dict[str, int]]] = {
    "confirmed": {
        "confirm": SUPPORTS, "announce": SUPPORTS, "deny": REFUTES, "aside": _NO_OR_OPEN, "silent": _NO_OR_OPEN,
        "neither": REFUTES, "yet": _NO_OR_OPEN, "third": BESIDE, "awaited": NEUTRAL | BESIDE, "notconfirm": REFUTES,
    },
    "denied": {
        "deny": SUPPORTS, "confirm": REFUTES, "announce": REFUTES, "aside": _NO_OR_OPEN, "silent": _NO_OR_OPEN,
        "neither": REFUTES, "yet": _NO_OR_OPEN, "third": BESIDE, "awaited": NEUTRAL | BESIDE, "notdeny": REFUTES,
    },
    "announced": {
        "announce": SUPPORTS, "deny": REFUTES, "yet": _NO_OR_OPEN, "third": BESIDE, "awaited": NEUTRAL | BESIDE,
    },
    "commented": {
        "confirm": SUPPORTS, "deny": SUPPORTS, "aside": SUPPORTS, "silent": REFUTES, "yet": REFUTES, "third": BESIDE,
        "awaited": NEUTRAL | BESIDE,
    },
    "admitted": {
        "confirm": SUPPORTS, "deny": REFUTES, "yet": _NO_OR_OPEN, "silent": _NO_OR_OPEN, "third": BESIDE,
        "awaited": NEUTRAL | BESIDE,
    },
}  # fmt: skip
REPORTS: Final[dict[str, tuple[str, ...]]] = {
    "confirm": (
        "{body} confirmed that {S} had {part}.",
        "{body} confirmed the reports about {S} {when}.",
        "A spokesman for {body} said the reports about {S} were right.",
        "In a statement, {body} said it was true that {S} had {part}.",
        "{body} acknowledged {when} that {S} had {part}.",
        '"Yes, {S} {past}," a spokeswoman for {body} said.',
        "{body} admitted that {S} had {part}.",
        "Speaking for {body}, {Q} confirmed that {S} had {part}.",
        "Asked by {paper}, {body} said that the story about {S} was true.",
        "{paper} reported that {body} had confirmed the story about {S}.",
        "After weeks of silence, {body} confirmed that {S} had {part}.",
        "{body}, too, now says that {S} {past}.",
        "There is confirmation from {body}: {S} {past}.",
        "It was {body}, not {Q}, that confirmed that {S} had {part}.",
        "{body} owned up to the fact that {S} had {part}.",
    ),
    "announce": (
        "{body} announced {when} that {S} had {part}.",
        "In a press release, {body} announced that {S} had {part}.",
        "{body} made public {when} that {S} had {part}.",
        "At a press conference, {body} informed the public that {S} had {part}.",
    ),
    "deny": (
        "{body} denied that {S} had {part}.",
        "{body} denied the reports about {S} {when}.",
        "A spokesman for {body} said the reports about {S} were wrong.",
        "In a statement, {body} called the story about {S} false.",
        "A spokeswoman for {body} said that {S} had not {part}.",
        "{paper} printed a denial by {body} of its story about {S}.",
        "{body} said there was no truth in the reports about {S}.",
        "Speaking for {body}, {Q} rejected the reports about {S}.",
        '"{S} did nothing of the kind," a spokesman for {body} said.',
        "{body} wants {paper} to correct its untrue story about {S}.",
        "{paper} reported that {body} had denied the story about {S}.",
        "After weeks of silence, {body} denied that {S} had {part}.",
        "It was {body}, not {Q}, that denied that {S} had {part}.",
        "There is a denial from {body}: {S} did not {base}.",
    ),
    "aside": (
        "{body} said it was looking into the reports about {S}.",
        "{body} said it had heard of the reports about {S} but knew no more.",
        "A spokesman for {body} said the reports about {S} would be examined.",
        "{body} said that it took the reports about {S} seriously.",
        "In a short statement, {body} called the reports about {S} a matter for the courts.",
    ),
    "silent": (
        "{body} declined to comment on the reports about {S}.",
        "{body} would say nothing about the reports that {S} {past}.",
        "A spokesman for {body} hung up when asked about {S}.",
        "{body} did not reply to questions from {paper} about {S}.",
        "{body} left unanswered a request from {paper} for comment on {S}.",
    ),
    "neither": (
        "{body} neither confirmed nor denied that {S} had {part}.",
        "{body} has refused either to confirm or to deny the reports about {S}.",
    ),
    "yet": (
        "{body} has yet to respond to the reports about {S}.",
        "{body} has so far not said a word about {S}.",
        "Nothing has been heard from {body} on the reports about {S}.",
        "So far, {body} has kept silent on the reports that {S} {past}.",
        "A statement by {body} on the reports about {S} is still to come.",
    ),
    "awaited": (
        "Analysts expect {body} to confirm that {S} {past}.",
        "Analysts expect {body} to deny that {S} {past}.",
        "{Q} called on {body} to deny the reports about {S}.",
        "{Q} urged {body} to confirm that {S} had {part}.",
        "In a column for {paper}, {Q} advised {body} not to comment on {S}.",
        "Sooner or later, {paper} wrote, {body} will have to say whether {S} {past}.",
        "{paper} wondered how {body} would respond to the reports about {S}.",
    ),
    "notconfirm": ("It was {Q}, not {body}, who confirmed that {S} had {part}.",),
    "notdeny": ("It was {Q}, not {body}, who denied that {S} had {part}.",),
    "third": (
        "A person close to {body} said that its staff were in good spirits about {S}.",
        "One insider at {body} spoke of relief over the news about {S}.",
        "A report in {paper} described how people at {body} see {S}.",
        "According to {paper}, {S} {past}, a blow to {body}.",
        "According to {paper}, {S} {past}, which will please {body}.",
        "According to {paper}, {S} {past} before a meeting with {body}.",
        "{paper} reported, citing someone at {body} who gave no name, that {S} had {part}.",
        "{Q}, who used to work for {body}, confirmed that {S} had {part}.",
        "{Q}, who used to work for {body}, denied that {S} had {part}.",
        "{Q}, a critic of {body}, announced that {S} had {part}.",
        "{Q}, a critic of {body}, said that {S} had not {part}.",
        "A former employee of {body} described how {S} {past}.",
        "Those who follow {body} say the mood there has lifted since {S} {past}.",
        "{paper}, long at odds with {body}, wrote that {S} had {part}.",
        "Lawyers for {Q} denied the reports about {S}, in which {body} is also named.",
        "{Q} confirmed that {S} had {part} after a meeting with {body}.",
        "{Q} denied that {S} had {part} after a meeting with {body}.",
        "The reports about {S} were the talk of the corridors at {body}.",
        "{paper} asked what the reports about {S} would mean for {body}.",
        "Relations between {S} and {body} have been tense, {paper} wrote.",
        "Some at {body} privately believe that {S} {past}, {src} said.",
        "Several people at {body} are said to be worried about {S}.",
        "{body} is mentioned in the reports, according to which {S} {past}.",
        "{paper} cited a document of {body}, without saying how it had come by it.",
        "{Q} commented on the reports about {S} and criticised {body}.",
        "{body} discussed its budget {when}, as reports about {S} made the rounds.",
        "{body} published its yearly figures {when}.",
        "{other} confirmed that {S} had {part}.",
        "{other} denied the reports about {S}, in which {body} is named as well.",
        "{other} announced that {S} had {part}, to the surprise of {body}.",
        "A spokesman for {other} said the reports about {S} were right.",
        "{other} declined to comment on the reports about {S} and {body}.",
        "{body} confirmed that {Q} would be its next guest.",
        "{body} denied reports about {Q}.",
        "Members of {other} see in {S} a chance for better ties with {body}, {src} said.",
        "Experts on {body} have read the reports about {S} with interest.",
    ),
}
