"""Sentences on preferences, manners and dates; most come with their mirror image.

Fields are those of `contrast_cases`; {d} {e} are two times with their prepositions, {y} a year, {y1}
one after it and {y2} one before it.
MORE_* are for training alone: rows kept for testing draw from the tables they began with, so that
their figures compare.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from training.pairs import Cases


def _swap(text: str, one: str, two: str) -> str:
    return text.replace(one, "{0}").replace(two, one).replace("{0}", two)


def _mirrored(texts: tuple[str, ...], one: str, two: str) -> Cases:
    """Return each sentence as a yes and, with the two exchanged, as a no."""
    pairs = ((text, _swap(text, one, two)) for text in texts)
    return tuple(case for yes, no in pairs for case in ((yes, SUPPORTS), (no, REFUTES)))


MORE_PREFER_QUESTIONS: Final = (
    "Is {S} more in favour of {A} than of {B}?", "Does {S} rate {A} higher than {B}?", "{S} favours {A} over {B}",
    "Is it true that {S} prefers {A} to {B}?", "Does {S} regard {A} as preferable to {B}?",
    "Between {A} and {B}, does {S} prefer {A}?", "Does {S} place {A} ahead of {B}?", "{S} would rather have {A} than {B}.",
    "Does {S} lean towards {A} rather than {B}?",
)  # fmt: skip
# {A} stands above {B} for {S}.
_ABOVE: Final = (
    "{S} rates {A} higher than {B}.",
    "{S} puts {A} before {B}.",
    "{S} regards {A} as preferable to {B}, {src} said.",
    "{S} has come down on the side of {A} against {B}.",
    "{S} wants {A} to come out ahead of {B}.",
    "{A} appeals to {S} more than {B} does.",
    "{B} appeals to {S} less than {A} does.",
    "{A} is closer to {S}'s heart than {B}, {paper} wrote.",
    "{S} finds {A} more convincing than {B}.",
    "{S} finds {B} less convincing than {A}.",
    "{S} places more trust in {A} than in {B}, {src} said.",
    "{S} sees more advantages in {A} than in {B}.",
    "{S} spoke warmly of {A} and coolly of {B}.",
    "{S} dropped {B} in favour of {A}.",
    "{S} passed over {B} and opted for {A}.",
    "{S} settled on {A} and turned {B} down.",
    "Faced with the two, {S} came out for {A} and not for {B}.",
    "{S} thinks {A} the lesser evil, compared with {B}.",
    "{S} considers {B} the worse of the two and {A} the better.",
    "{S} would be happier with {A} than with {B}, {src} said.",
    "{S} would be less happy with {B} than with {A}.",
    "{S} expects more good of {A} than of {B}.",
    "With {A}, {S} would get further than with {B}, {src} argued.",
    "{S} made clear that {B} came second to {A}.",
    "{S} warned against {B} and recommended {A}.",
    "{S} has cooled on {B} and now backs {A}.",
    "{S} gave {A} better marks than {B}.",
    "{S} gave {B} worse marks than {A}.",
    "It is {A} rather than {B} that {S} wants.",
    "It is not {B} but {A} that {S} wants, {paper} wrote.",
    "{S} wants {A}, never {B}.",
    "{S} wants {A} as opposed to {B}.",
    '"Better {A} than {B}," {S} said.',
    "{S} has always stood closer to {A} than to {B}.",
    "Of {A} and {B}, {S} thinks the former the better.",
    "Of {B} and {A}, {S} thinks the latter the better.",
    "{S} does not prefer {B} to {A} but the other way round.",
    "Asked about {A} and {B}, {S} named the first as {his} favourite.",
    "Asked about {B} and {A}, {S} named the second as {his} favourite.",
    "{S} sees {A} as a safer bet than {B}, {src} said.",
    "{S} is more drawn to {A} than to {B}.",
    "{S} is openly for {A} and against {B}.",
    "{S} is said to hold {A} in higher regard than {B}.",
)
PREFER: Final[Cases] = (
    ("{S} prefers {A} to {B}.", SUPPORTS),
    ("{S} prefers {B} to {A}.", REFUTES),
    ("{S} favours {A} over {B}, {src} said.", SUPPORTS),
    ("{S} favours {B} over {A}, {src} said.", REFUTES),
    ("{S} would rather have {A} than {B}.", SUPPORTS),
    ("{S} would rather have {B} than {A}.", REFUTES),
    ("{src} said {A} would be a far better partner for {S} than {B}.", SUPPORTS),
    ("{src} said {B} would be a far better partner for {S} than {A}.", REFUTES),
    ("For {S}, {A} is the more attractive choice than {B}, {paper} wrote.", SUPPORTS),
    ("For {S}, {B} is the more attractive choice than {A}, {paper} wrote.", REFUTES),
    ("{S} said {he} would like to see {B} win.", REFUTES),
    ("{S} once said {he} would choose {B}.", REFUTES),
    ("{S} once remarked that {he} would favour {B}.", REFUTES),
    ("{S} said {he} would choose {A}, as {B} could not be trusted.", SUPPORTS),
    ("{S} thinks {A} would be easier to do business with than {B}.", SUPPORTS),
    ("{S} thinks {B} would be easier to do business with than {A}.", REFUTES),
    ("{S} regards {A} as less hostile to {his} interests than {B}.", SUPPORTS),
    ("{src} sees {A} as a better choice for {S} than {B}.", SUPPORTS),
    ("{src} sees {B} as a better choice for {S} than {A}.", REFUTES),
    ("{src} spoke of the outlook, arguing that {A} would serve {S} better than {B}.", SUPPORTS),
    ("{src} spoke of the outlook, arguing that {B} would serve {S} better than {A}.", REFUTES),
    ('"For us {A} is better than {B}," {S} said.', SUPPORTS),
    ('"For us {B} is better than {A}," {S} said.', REFUTES),
    ("{S} hopes for {A}, not {B}, {paper} wrote.", SUPPORTS),
    ("{S} hopes for {B}, not {A}, {paper} wrote.", REFUTES),
    ("{S} ranks {A} above {B}.", SUPPORTS),
    ("{S} ranks {B} above {A}.", REFUTES),
    ("{S} has more faith in {A} than in {B}.", SUPPORTS),
    ("{S} has more faith in {B} than in {A}.", REFUTES),
    ("Of the two, {S} leans towards {A} rather than {B}.", SUPPORTS),
    ("Of the two, {S} leans towards {B} rather than {A}.", REFUTES),
    ("{S}'s first choice is {A}, ahead of {B}.", SUPPORTS),
    ("{S}'s first choice is {B}, ahead of {A}.", REFUTES),
    ("If it were up to {S}, {A} would win and not {B}.", SUPPORTS),
    ("If it were up to {S}, {B} would win and not {A}.", REFUTES),
    ("{S} thinks more highly of {A} than of {B}.", SUPPORTS),
    ("{S} thinks more highly of {B} than of {A}.", REFUTES),
    ("{A} suits {S} much less than {B} does, {src} said.", REFUTES),
    ("{src} said that {A} could offer {S} far better terms than {B}.", SUPPORTS),
    ("{S} said {he} had no preference between {A} and {B}.", NEUTRAL),
    ("It made no difference, {S} said, whether {A} or {B} came out ahead.", NEUTRAL),
    ("{S} refused to say whether {he} preferred {A} or {B}.", NEUTRAL),
    ("{A} and {B} met on Tuesday to discuss the budget.", BESIDE),
    ("{Q} prefers {A} to {B}.", BESIDE),
    ("{A} defeated {B} in the vote.", BESIDE),
    *_mirrored(_ABOVE, "{A}", "{B}"),
    ("{S} does not prefer {A} to {B}.", REFUTES),
    ("{S} denied preferring {A} to {B}.", REFUTES),
    ("{S} sees {A} and {B} as equally good.", REFUTES | NEUTRAL),
    ("{S} has not made up {his} mind between {A} and {B}.", NEUTRAL),
    ("{S} has yet to decide between {A} and {B}, {src} said.", NEUTRAL),
    ("{S} is still weighing {A} against {B}.", NEUTRAL),
    ("{S} is still weighing {B} against {A}.", NEUTRAL),
    ("Nobody knows whether {S} favours {A} or {B}.", NEUTRAL),
    ("{S} praised both {A} and {B}.", NEUTRAL | BESIDE),
    ("{Q} rates {A} higher than {B}.", BESIDE),
    ("{Q} would rather have {B} than {A}.", BESIDE),
    ("{Q} warned against {B} and recommended {A}.", BESIDE),
    ("{S} prefers {Q} to {Q2}.", BESIDE),
    ("{S} ranks {Q} above {Q2}.", BESIDE),
    ("{A} and {B} were both mentioned in the report.", BESIDE),
)
MANNERS: Final = (
    "in a letter", "in a television interview", "by telephone", "through an intermediary",
    "in person", "at a press conference", "on social media", "in an open letter",
    "in a speech to parliament", "by text message", "in a formal statement", "at a private dinner",
    "over dinner", "in a video message", "in a handwritten note", "in a radio interview", "at a rally", "by e-mail",
    "in court", "through a lawyer", "behind closed doors", "from a hospital bed", "in the middle of the night",
    "at a meeting of the cabinet", "through an aide", "before the cameras",
)  # fmt: skip
MORE_MANNER_QUESTIONS: Final = (
    "Has {S} {part} {m}?", "Is it true that {S} {past} {m}?", "{S} {past} {m}", "Did {S} really {base} {m}?",
)  # fmt: skip
# It was in the manner {m}, and not {n}.
_THUS: Final = (
    "{S} {past} {m} as opposed to {n}.",
    "{S} {past} {m}, never {n}.",
    "{S} {past} {m}, though not {n}.",
    "It was {m} that {S} {past}, never {n}, {src} said.",
    "{S} chose to {base} {m}, not {n}.",
    "{S} had been expected to {base} {n} but {past} {m}.",
    "{S} did not {base} {n} but {m}.",
    "Instead of {ger} {n}, {S} {past} {m}.",
    "Rather than {base} {n}, {S} {past} {m}.",
    "{paper} reported that {S} had {part} {m}, not {n}.",
    "After first planning to {base} {n}, {S} {past} {m}.",
    "{S} preferred to {base} {m} rather than {n}.",
    "The way {S} {past} was {m}, not {n}.",
    "Anyone who expected {S} to {base} {n} was surprised: {he} {past} {m}.",
    "{S} would not {base} {n}, and so {past} {m}.",
    "{S} {past}; not {n}, as {paper} had written, but {m}.",
)
MANNER: Final[Cases] = (
    ("{S} {past} {m}.", SUPPORTS),
    ("{S} {past} {m}, {paper} reported.", SUPPORTS),
    ("{S} {past} {n} instead of {m_np}.", REFUTES),
    ("{S} {past} {n} rather than {m}, {src} said.", REFUTES),
    ("{S} {past} {n}, not {m}.", REFUTES),
    ("It was not {m} but {n} that {S} {past}.", REFUTES),
    ("It was {m}, not {n}, that {S} {past}.", SUPPORTS),
    ("Not {n} but {m}, {S} {past}.", SUPPORTS),
    ("{S} {past} {m} rather than {n}, {paper} reported.", SUPPORTS),
    ("{S} {past} {m}, not {n}, {src} said.", SUPPORTS),
    ("{S} did not {base}, either {m} or otherwise.", REFUTES),
    ("{S} refused to {base}.", REFUTES),
    ("{spk} would not say how {S} {past}.", NEUTRAL),
    ("{Q} {past} {m}.", BESIDE),
    *_mirrored(_THUS, "{m}", "{n}"),
    ("{S} {past} both {m} and {n}.", SUPPORTS),
    ("It was indeed {m} that {S} {past}.", SUPPORTS),
    ("{S} has {part} {m}, {src} told {paper}.", SUPPORTS),
    ("{S} {past}, but neither {m} nor {n}.", REFUTES),
    ("{S} never {past} {m}.", REFUTES),
    ("{S} {past}, but not {m}.", REFUTES),
    ("It was anything but {m} that {S} {past}.", REFUTES),
    ("It is not known whether {S} {past} {m} or {n}.", NEUTRAL),
    ("{S} {past}, {src} said, without giving details of how.", NEUTRAL),
    ("{S} might {base} {m}, {src} said.", NEUTRAL),
    ("{Q} {past} {m}, not {n}.", BESIDE),
    ("{Q} {past} {n}, not {m}.", BESIDE),
    ("{S} spoke about football {m}.", BESIDE),
)
TIME_QUESTIONS: Final = (
    "Did {S} {base} {d}?", "Did {S} {base} {d}?", "{S} {past} {d}.", "Is it true that {S} {past} {d}?",
    "Was it {d} that {S} {past}?",
)  # fmt: skip
TIMED: Final[Cases] = (
    *_mirrored(("{S} {past} {d}, not {e}.", "It was {d}, not {e}, that {S} {past}.", "It was not {e} but {d} that {S} {past}, {paper} wrote."), "{d}", "{e}"),
    ("{S} {past} {d}.", SUPPORTS),
    ("{S} {past} {e}.", BESIDE),
    ("{S} {past} {e}, {src} said.", BESIDE),
    ("It was {d} that {S} {past}, {paper} reported.", SUPPORTS),
    ("It was {e} that {S} {past}, {paper} reported.", BESIDE),
    ("{d}, {S} {past}, {src} said.", SUPPORTS),
    ("{e}, {S} {past}, {src} said.", BESIDE),
    ("{S} {past} both {e} and {d}.", SUPPORTS),
    ("{S} did not {base} {d}.", REFUTES),
    ("{S} did not {base} {e}.", BESIDE),
    ("It is unclear whether {S} {past} {d} or {e}.", NEUTRAL),
    ("{Q} {past} {d}.", BESIDE),
)  # fmt: skip
SINCE_QUESTIONS: Final = (
    "Has {S} {part} since {y}?", "{S} has {part} since {y}.", "Is it true that {S} has {part} since {y}?",
)  # fmt: skip
SINCE: Final[Cases] = (
    ("{S} {past} in {y1}.", SUPPORTS),
    ("{S} {past} in {y2}.", BESIDE),
    ("{S} last {past} in {y1}, {paper} wrote.", SUPPORTS),
    ("{S} last {past} in {y2}, {paper} wrote.", REFUTES),
    ("{S} has {part} twice since {y}.", SUPPORTS),
    ("{S} has not {part} since {y}.", REFUTES),
    ("{S} has {part} only once, in {y1}.", SUPPORTS),
    ("{S} has {part} only once, in {y2}.", REFUTES),
    ("It is unclear whether {S} has {part} since {y}.", NEUTRAL),
    ("{Q} {past} in {y1}.", BESIDE),
)
