"""Sentence frames that are never trained on; the fields are those of `frames.TRAIN`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from training.frames import Frames

HELD: Final[Frames] = {
    "yes": (
        "{paper} has revealed that {S} {past} {when}.",
        "{S} is believed to have {part}, {src} said.",
        "{S} {past}, as {paper} first reported.",
        "Sources told {paper} that {S} had {part}.",
        "{S} made no secret of having {part}.",
    ),
    "confirm": (
        "{spk} verified {when} that {S} had {part}.",
        "{spk} conceded that {S} had {part}.",
    ),
    "no": (
        "{S} still has not {part}.",
        "{S} neither {z} nor {past}.",
        "Nothing indicates that {S} has {part}; {he} {x}.",
    ),
    "refuse": (
        "{S} shied away from {ger}.",
        "{S} would not agree to {base}.",
        "{S} has elected not to {base}.",
        "{S} spurned an invitation to {base}.",
    ),
    "nofuture": (
        "{S} is not planning to {base}, {src} said.",
        "{spk} had not heard of any plan by {S} to {base}.",
        "{S} will not be one of those {ger}.",
    ),
    "deny": (
        "{spk} refuted claims that {S} had {part}.",
        "{spk} brushed aside as invented a report that {S} had {part}.",
        "{spk} insisted that {S} had not {part}.",
    ),
    "silent": ("{spk} said {he2} could neither confirm nor deny that {S} had {part}.",),
    "nocomment": (
        "{spk} would not be drawn on whether {S} had {part}.",
        "{spk} offered no comment on the claim that {S} {past}.",
    ),
    "open": (
        "Whether {S} {past} remains uncertain.",
        "It could not be established whether {S} had {part}.",
    ),
    "maybe": ("{S} has possibly {part}, {src} said.",),
    "plan": ("{S} pledged to {base}.", "{S} is about to {base}, {src} said."),
    "urge": ("{Q} demanded that {S} {base}.", "{S} is weighing whether to {base}."),
}
