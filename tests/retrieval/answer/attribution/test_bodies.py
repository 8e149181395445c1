"""Names that hold "and" are one speaker; two clauses that "and" joins are not."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    "name",
    [
        "the Alder Centers for Harbour Safety and Prevention",
        "the Centre for Harbour Prevention and Control",
        "the Ministry of Foreign Affairs and Trade",
        "the Department of Health and Human Services",
        "the Bureau of Oil, Timber, Fish and Ports",
        "the Ports and Exchange Commission",
        "the Ida and Odd Lund Foundation",
        "the National Tidal and Harbour Administration",
        "the University of Alder and Linden",
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "{Name} said the quay was sound.",
        "The quay was sound, {name} said on Monday.",
        "It rained, and {name} said the quay was sound.",
        "The quay was sound, according to {name}.",
        "“It was sound,” said {name}, which owns the quay.",
        "After {name} said the quay was sound, it fell.",
    ],
)
def test_a_body_is_named_whole(name: str, said: str) -> None:
    text = said.format(name=name, Name=name[0].upper() + name[1:])
    match = next(piece for piece in ("quay was sound", "It was sound") if piece in text)
    speaker = read(text, match).speaker
    assert speaker is not None
    assert speaker.lower().removeprefix("the ") == name.lower().removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The council sued the Ministry of Foreign Affairs and Moen said it was late.", "Moen"),
        ("He went to the Harbour Ministry and Moen said it was late.", "Moen"),
        ("Lund sued the Gazette and Alder Council said it was late.", "Alder Council"),
        (
            "According to the Ministry of Foreign Affairs and Moen, it was late.",
            "the Ministry of Foreign Affairs and Moen",
        ),
        (
            "According to the Ministry of Foreign Affairs, Moen and Lund knew it was late.",
            "the Ministry of Foreign Affairs",
        ),
        ("Reporters Without Borders said it was late.", "Reporters Without Borders"),
    ],
)
def test_and_between_clauses_joins_no_names(text: str, speaker: str) -> None:
    assert read(text, "it was late").speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It was sound, according to U.S. Department of Tides data.", "U.S. Department of Tides"),
        ("It was sound, according to Bureau of Tide Statistics data.", "Bureau of Tide Statistics"),
        ("It was sound, according to Ministry of Ports records.", "Ministry of Ports"),
        ("It was sound, said the government in a statement.", "the government"),
    ],
)
def test_what_a_body_gave_out_is_no_part_of_its_name(text: str, speaker: str) -> None:
    assert read(text, "It was sound").speaker == speaker
