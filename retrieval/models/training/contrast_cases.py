"""Questions and sentences where one detail decides, with what the one says to the other.

Fields are those of the frames, and: {A} {B} two choices, {m} {n} two manners, {Q} {Q2} other
people, {N} {M} two nations, {T} a topic, {C} {D} two countries. HELD_* are kept for testing.
"""

# ruff: noqa: E501 - one case a line
from __future__ import annotations

from typing import TYPE_CHECKING, Final

from retrieval.models.training.data import BESIDE, NEUTRAL, REFUTES, SUPPORTS

if TYPE_CHECKING:
    from retrieval.models.training.pairs import Cases

PREFER_QUESTIONS: Final = (
    "Does {S} prefer {A} to {B}?", "Does {S} favour {A} over {B}?", "{S} prefers {A} to {B}.",
    "Would {S} rather have {A} than {B}?", "Does {S} want {A} rather than {B}?",
    "Is {A} a better choice for {S} than {B}?",
)  # fmt: skip
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
)
HELD_PREFER: Final[Cases] = (
    ("{S} likes {A} better than {B}.", SUPPORTS),
    ("{S} likes {B} better than {A}.", REFUTES),
    ("Given the choice, {S} would pick {A} over {B}.", SUPPORTS),
    ("Given the choice, {S} would pick {B} over {A}.", REFUTES),
    ("{S} does not care whether {A} or {B} wins.", NEUTRAL),
)
MANNERS: Final = (
    "in a letter", "in a television interview", "by telephone", "through an intermediary",
    "in person", "at a press conference", "on social media", "in an open letter",
    "in a speech to parliament", "by text message", "in a formal statement", "at a private dinner",
)  # fmt: skip
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
)
HELD_MANNER: Final[Cases] = (
    ("It was {n}, and not {m}, that {S} {past}.", REFUTES),
    ("{S} {past} {m} and not {n}.", SUPPORTS),
)
GROUP_ONE: Final[Cases] = (
    ("Several {grp}, including {Q} and {Q2}, {past}.", BESIDE),
    ("Some {grp}, among them {Q}, have {part}.", BESIDE),
    ("A number of {grp} {past}, {paper} reported, naming {Q} and {Q2}.", BESIDE),
    ("{Q}, {Q2} and other {grp} {past}.", BESIDE),
    (
        "{paper} reported, citing {src}, that some {N} {grp}, including {Q} and {Q2}, had {part}.",
        BESIDE,
    ),
    (
        "{paper} reported, citing sources close to {S}, that {Q}, {Q2} and others had {part}.",
        BESIDE,
    ),
    ("After {S} spoke, {paper} said that several {grp}, among them {Q}, had {part}.", BESIDE),
    ("{S}'s allies {Q} and {Q2} have {part}, {src} said.", BESIDE),
    ("According to {src}, {S}'s deputy, {Q}, {past}.", BESIDE),
    ("{paper} reported, citing {src}, that {S} and some {N} {grp} had {part}.", SUPPORTS),
    ("{S}, {Q} and {Q2} had {part}, {paper} reported, citing {src}.", SUPPORTS),
    ("Several {grp}, including {S} and {Q}, {past}.", SUPPORTS),
    ("{S} was among several {grp} who {past}.", SUPPORTS),
    ("{Q}, {S} and other {grp} have {part}, {src} said.", SUPPORTS),
    ("All {grp} except {S} {past}.", REFUTES),
    ("{grp} including {Q} {past}, while {S} refused to.", REFUTES),
)
GROUP_MANY: Final[Cases] = (
    ("Several senior {N} {grp}, including {Q} and {Q2}, {past}.", SUPPORTS),
    ("{Q} and several top {N} {grp} {past}.", SUPPORTS),
    ("{Q}, {Q2} and other leading {N} {grp} have {part}, {paper} reported.", SUPPORTS),
    ("{N} {grp} refused to {base}.", REFUTES),
    ("No {N} {grp} {past}.", REFUTES),
    ("It is unclear whether any {N} {grp} {past}.", NEUTRAL),
    ("{M} {grp} {past}.", BESIDE),
)
RELATED: Final[Cases] = (
    ("{Q} has often spoken of a friendship with {S} and criticised {O}.", BESIDE),
    ("Relations between {S} and {O} have long been cool.", BESIDE),
    ("{O} was among the topics when {S} met {Q}.", BESIDE),
    ("The vote could have a lasting effect on {S} and {O}, analysts said.", BESIDE),
    ("{Q} promised to settle the dispute between {S} and {O} quickly.", BESIDE),
    ("{S} has talked at length about {O} this year.", BESIDE),
    ("{S} said that {Q} had {part}.", BESIDE),
    ("{Q} told {S} that {Q2} had {part}.", BESIDE),
    ("{Q} will never forget what {S} did for {O}.", BESIDE),
    ("In an interview, {S} was asked about {O} and about {Q}.", BESIDE),
    ("{S} {past}, {Q} recalled.", SUPPORTS),
    ("{S} refused to {base}, {Q} recalled.", REFUTES),
)
DATED: Final[Cases] = (
    ("{S} {past} in {date}.", SUPPORTS),
    ("In {date}, {S} {past}, {paper} reported.", SUPPORTS),
    ("{S} {past} in {late}.", BESIDE),
    ("It was in {late} that {S} {past}.", BESIDE),
    ("{S} did not {base} in {date}.", REFUTES),
)
EXPECT_QUESTIONS: Final = (
    "Do {N} {grp} expect {T} to {tb}?", "Does {paper} expect {T} to {tb}?",
    "Do {N} {grp} believe {T} will {tb}?", "Will {T} {tb}?",
)  # fmt: skip
TOPICS: Final = (
    ("the government's trade policy", "change", "not change in any basic way", "shift noticeably"),
    ("the peace process", "succeed", "collapse", "bear fruit"),
    ("inflation", "fall", "stay high", "ease"),
    ("relations between the two countries", "improve", "remain poor", "grow warmer"),
    ("the {N} economy", "recover", "slide into recession", "bounce back"),
    ("the coalition", "survive", "fall apart", "hold together"),
    ("defence spending", "rise", "stay where it is", "go up"),
    ("the tariffs", "be reduced", "remain in place", "come down"),
    ("the talks", "end in a deal", "fail", "produce an agreement"),
    ("the border", "reopen", "remain closed", "be opened again"),
)
EXPECT: Final[Cases] = (
    ("{N} {grp} expect {T} to {tb}.", SUPPORTS),
    ("{N} {grp} said {T} would probably {tp}.", SUPPORTS),
    ("{N} {grp} said the vote could mean that {T} will {tp}.", SUPPORTS),
    ("{N} {grp} are confident that {T} will {tp}.", SUPPORTS),
    ("{N} {grp} do not expect {T} to {tb}.", REFUTES),
    ("{N} {grp} believe that {T} will {tx}.", REFUTES),
    ("{N} {grp} doubt that {T} will {tb}.", REFUTES),
    ("Whoever wins, {T} will {tx}, {N} {grp} said.", REFUTES),
    ("{N} {grp} are divided over whether {T} will {tb}.", NEUTRAL),
    ("{N} {grp} said it was too early to tell whether {T} would {tb}.", NEUTRAL),
    ("{N} {grp} met on Thursday to discuss {T}.", NEUTRAL | BESIDE),
)
FEATS: Final = (
    ("end the strike", "end the walkout"), ("rebuild the bridge", "put the bridge back up"),
    ("solve the housing crisis", "fix the housing shortage"), ("win the war", "achieve victory"),
    ("balance the budget", "close the deficit"), ("stop the floods", "hold back the water"),
    ("find a vaccine", "develop a vaccine"), ("get the hostages out", "bring the hostages home"),
    ("broker a peace deal", "settle the conflict"), ("halve unemployment", "cut joblessness in half"),
)  # fmt: skip
SPANS: Final = (
    "in a week", "within a month", "in a day", "by Christmas", "in 48 hours", "within a year",
    "quickly", "before the vote", "at once",
)  # fmt: skip
ABLE_QUESTIONS: Final = (
    "Can {S} {base} {t}?", "Is {S} able to {base} {t}?", "{S} can {base} {t}.",
    "Could {S} {base} {t}?",
)  # fmt: skip
ABLE: Final[Cases] = (
    ("{S} can {alt} {t}, {src} said.", SUPPORTS),
    ("{S} has repeatedly claimed {he} could {alt} {t}.", SUPPORTS),
    ("{S} said {he} would be able to {alt} {t}.", SUPPORTS),
    ("{Q} believes {S} could {alt} {t}.", SUPPORTS),
    ("{src} doubted that {S} could {alt} {t}.", REFUTES),
    ("{Q} was sceptical that {S} could {alt}.", REFUTES),
    ("{Q} dismissed the idea that {S} could {alt} {t} as fantasy.", REFUTES),
    ("It is impossible to {alt} {t}, {src} said.", REFUTES),
    ("It would take years to {alt}, {Q} said, whatever {S} promised.", REFUTES),
    ("This cannot be achieved {t}, {Q} said of {S}'s promise to {alt}.", REFUTES),
    ("It is an open question whether {S} can {alt} {t}.", NEUTRAL),
    ("{Q} can {alt} {t}, {src} said.", BESIDE),
)
NOUNS: Final = (
    ("a hostile state", "a friend"), ("a reliable partner", "an unreliable partner"),
    ("a terrorist organisation", "a legitimate movement"), ("a strategic rival", "a close ally"),
    ("a threat to peace", "a force for peace"), ("a failed state", "a thriving democracy"),
    ("a model for others", "a warning to others"),
)  # fmt: skip
CALL_QUESTIONS: Final = (
    "Does {S} call {C} {k}?", "Does {S} consider {C} {k}?", "Does {S} see {C} as {k}?",
    "{S} calls {C} {k}.", "Has {S} described {C} as {k}?",
)  # fmt: skip
CALL: Final[Cases] = (
    ("{S} described {C} as {k}.", SUPPORTS),
    ("{S} said {he} would not go, because {C} is {k}.", SUPPORTS),
    ('"We must not forget that {C} is {k}," {S} said.', SUPPORTS),
    ("{S} has long regarded {C} as {k}.", SUPPORTS),
    ("{S} knew of no such visit, {he} said, as {C} is {k}.", SUPPORTS),
    ("{S} spoke of {C} as {k} that could not be ignored.", SUPPORTS),
    ("{S}, which sees itself at odds with {k}, named {C} first of all.", SUPPORTS),
    ('"{C} is {k} and will remain so," according to {S}.', SUPPORTS),
    ("{S} denied that {C} was {k}.", REFUTES),
    ("{S} called {C} {kx}.", REFUTES),
    ("{S} does not see {C} as {k}.", REFUTES),
    ("{S} has avoided saying whether {C} is {k}.", NEUTRAL),
    ("{Q} described {C} as {k}.", BESIDE),
    ("{S} described {D} as {k}.", BESIDE),
)
LIGHT_DENIAL: Final[Cases] = (
    ("{spk} disputed the story, calling the claims inaccurate.", SUPPORTS),
    ("{spk} rejected the account as false.", SUPPORTS),
    ("{spk} said the reports were wrong.", SUPPORTS),
    ("{spk} told reporters that there was nothing true in the story.", SUPPORTS),
    ("{spk} confirmed the report.", REFUTES),
    ("{spk} said the reports were accurate.", REFUTES),
    ("{spk} neither confirmed nor denied the reports.", REFUTES),
    ("{spk} would neither confirm nor deny the account.", REFUTES),
    ("{spk} declined to comment on the story.", REFUTES | NEUTRAL),
)
LIGHT_QUESTIONS: Final = (
    "Has {spk} denied the reports that {S} {past}?", "Did {spk} deny the reports?",
    "Has {spk} denied reports of {S} {ger}?", "Has {spk} denied the story about {S}?",
    "{spk} denied the reports.",
)  # fmt: skip
