"""Who says it where running news does not say it in the sentence itself, or says it untidily."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read

_POST = "The plan is dead. We move on. https://t.co/x1 — Ida Moen 🌊 (@idamoen) May 3, 2019"
_BELOW = "The harbour is closed.\n\n#Veld — Odd Lund (@oddlund) May 3, 2019"
_INTERVIEW = (
    "Kari Aas\n\nIs the bridge safe?\n\nOdd Lund\n\nIt was never safe.\n\nWe said so.\n\n"
    "Kari Aas\n\nSince when?\n\nOdd Lund\n\nSince June."
)
_HEARING = (
    "Odd Lund answered a panel.\n\nAAS: Is it safe?\n\nLUND: It was never safe.\n\nWe said so.\n\n"
    "AAS: Since when?\n\nLUND: Since June."
)
_BROADCAST = (
    "ODD AAS, HOST:\n\nThe bridge has fallen.\n\nAAS: Here is Ida Moen.\n\n"
    "IDA MOEN, BYLINE: It was never safe.\n\nMAYOR KARI LUND: We said so.\n\n"
    "VELD NEWS’ OLA BERG: Since when?\n\nMOEN: Since June.\n\nAAS: Thanks.\n\nIt is now closed."
)


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        (_BROADCAST, "The bridge has fallen", "Odd Aas"),
        (_BROADCAST, "It was never safe", "Ida Moen"),
        (_BROADCAST, "Since June", "Ida Moen"),
        (_BROADCAST, "We said so", "Kari Lund"),
        (_BROADCAST, "Since when", "Ola Berg"),
        (_BROADCAST, "It is now closed", None),
        (_POST, "The plan is dead", "Ida Moen"),
        (_POST, "We move on", "Ida Moen"),
        (_BELOW, "The harbour is closed", "Odd Lund"),
        (f"It rained.\n\n{_POST}", "It rained", None),
        (f"{_POST}\n\nA clerk said it lives.", "it lives", "A clerk"),
        ("“It is late.” — Treasurer Ida Moen", "It is late", "Ida Moen"),
        ("“It is late. We go.” Ida Moen, Harbour Post", "It is late", "Ida Moen"),
        (_INTERVIEW, "It was never safe", "Odd Lund"),
        (_INTERVIEW, "We said so", "Odd Lund"),
        (_HEARING, "We said so", "Odd Lund"),
        (
            "Read More\n\nIt rained.\n\nRead More\n\nIt snowed. You may read more.",
            "It rained",
            None,
        ),
    ],
)
def test_posts_and_turns_are_their_authors(text: str, match: str, speaker: str | None) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        ("Ida Moen wrote:\n\nThe plan is dead.\n\nIt rained.", "The plan is dead", "Ida Moen"),
        ("Ida Moen wrote:\n\nThe plan is dead.\n\nIt rained.", "It rained", None),
        ("Ida Moen was blunt: “The plan is dead.”", "The plan is dead", "Ida Moen"),
        ("Ida Moen hit back at Lund. “The plan is dead.”", "The plan is dead", "Ida Moen"),
        ("Ida Moen took to Twitter.\n\n“The plan is dead.”", "The plan is dead", "Ida Moen"),
        ("The bridge fell at noon.\n\n“The plan is dead.”", "The plan is dead", None),
        ('"It is dead,” Ida Moen said. “We move on.”', "We move on", "Ida Moen"),
        (
            (
                "“It is dead,” Ida Moen wrote, repeating claims for which clerks in town have said "
                "there is no proof.\n\n“We move on.”"
            ),
            "We move on",
            "Ida Moen",
        ),
        (
            "“It is dead,” Ida Moen said, according to the town's own transcript. “We move on.”",
            "We move on",
            "Ida Moen",
        ),
        (
            "Ida Moen answered: “We know it. It is a mess on their side,” meaning the council.",
            "It is a mess",
            "Ida Moen",
        ),
        (
            'Ida Moen said: "It is dead.\n\n"We move on. "And we build," she said.',
            "We move on",
            "Ida Moen",
        ),
    ],
)
def test_a_quotation_is_its_neighbours_where_they_speak(
    text: str, match: str, speaker: str | None
) -> None:
    assert read(text, match).speaker == speaker


@pytest.mark.parametrize(
    ("sentence", "match", "speaker"),
    [
        ("Ida Moen on Tuesday denied that it sank.", "it sank", "Ida Moen"),
        ("Ida Moen in a statement denied that it sank.", "it sank", "Ida Moen"),
        ("Ida Moen has, however, said that it sank.", "it sank", "Ida Moen"),
        ("Ida Moen went on to warn that it sank.", "it sank", "Ida Moen"),
        ("Ida Moen issued a statement claiming it sank.", "it sank", "Ida Moen"),
        ("Ida Moen hit back on Facebook, saying it sank.", "it sank", "Ida Moen"),
        ("Lund's report, released on Monday, found it sank.", "it sank", "Lund"),
        (
            "The Daily Tide and Harbour Post both reported it sank.",
            "it sank",
            "The Daily Tide and Harbour Post",
        ),
        ("“It sank,” responded Norquist during a talk.", "It sank", "Norquist"),
        ("“It sank,” Ida O’Reilly said in a statement that day.", "It sank", "Ida O’Reilly"),
        ("“It sank,” reads the report.", "It sank", "the report"),
        ("“Did it sink?” Ida Moen asked the crowd in Veld.", "Did it sink", "Ida Moen"),
        ("It sank, Theresa May said.", "It sank", "Theresa May"),
        ("Rep. Peter King, R-New York, said it sank.", "it sank", "Peter King"),
        ("Ida Moen, an analyst for the Veld Trust told Reuters it sank.", "it sank", "Ida Moen"),
        ("Moen was told late Monday that it sank.", "it sank", None),
        ("Ida Moen said late Monday it sank.", "it sank", "Ida Moen"),
        (
            "Ida Moen, chair of the board, said the bank and the staff have agreed.",
            "have agreed",
            "Ida Moen",
        ),
        ("Ida Moen, a keeper at the fort, said many of them sank.", "them sank", "Ida Moen"),
        ("Ida Moen of the Tide blog has predicted that it sank.", "it sank", "Ida Moen"),
        ("“It sank,” an affidavit claims.", "It sank", "an affidavit"),
        ("Authorities allege that it sank.", "it sank", "Authorities"),
        ("That is new ground for Odd Lund, who claims that it sank.", "it sank", "Odd Lund"),
        ("A clerk, Dr Ida Moen, said it sank.", "it sank", "Ida Moen"),
        ("The port's chief, General Ida Moen, came and said it sank.", "it sank", "Ida Moen"),
        ("The pilot who brought it up, Ida Moen, revealed that it sank.", "it sank", "Ida Moen"),
        (
            "In Veld, one of the owners, Aas Pension Trust, said it sank.",
            "it sank",
            "Aas Pension Trust",
        ),
        ("Ida Moen, who has “doubts” about it, said Monday it sank.", "it sank", "Ida Moen"),
        ("Odd Lund, owner of an inn in Veld, New Jersey, said it sank.", "it sank", "Odd Lund"),
        ("The mayor of Veld, Ohio, said it sank.", "it sank", "The mayor of Veld"),
        ("But clerks who looked through the fence said it sank.", "it sank", "clerks"),
        (
            "A Veld nurse who helped carry the hurt has described how it sank.",
            "it sank",
            "A Veld nurse",
        ),
        ("A man who critics say is a liar left as it sank.", "is a liar", "critics"),
        ("Ida Moen, who had called it “a log” has warned that it sank.", "it sank", "Ida Moen"),
        ("“It sank,” said one clerk who’s retired.", "It sank", "one clerk who’s retired"),
        ("The head of that station told us it sank.", "it sank", "The head of that station"),
        ("A Veld lifeboat crew say it sank.", "it sank", "A Veld lifeboat crew"),
        (
            "It sank, counsel to the panel on the flood of November said.",
            "It sank",
            "counsel to the panel on the flood",
        ),
        ("Most think it sank, according to a November poll.", "it sank", "a November poll"),
        ("It sank, according to the port's head of safety, Ida Moen.", "It sank", "Ida Moen"),
        ("Ida Moen wrote in the Daily Tide: “It sank.”", "It sank", "Ida Moen"),
        ("The port has no boat, she said by telephone. Ida Moen slept.", "no boat", "she"),
        ("“It sank,” the 27-page filing begins.", "It sank", "the 27-page filing"),
        (
            "VELD, Norway (NW) - Clerks and their families left and said it sank.",
            "it sank",
            "Clerks",
        ),
        ("The union put the loss at $3 million.", "the loss", "The union"),
        ("The yard is worth $3 million, per Ida Moen.", "The yard", "Ida Moen"),
        ("Ida Moen put it lower.", "put it lower", "Ida Moen"),
    ],
)
def test_a_subject_is_found_across_what_parts_it_from_its_verb(
    sentence: str, match: str, speaker: str | None
) -> None:
    assert read(sentence, match).speaker == speaker


@pytest.mark.parametrize(
    ("sentence", "match"),
    [
        ("Ida Moen announced a plan for the harbour.", "a plan"),
        ("The levels were high, but customers weren't told.", "customers weren't told"),
        ("Ida Moen, wife of the mayor, conceded before dawn.", "conceded before dawn"),
        ("Ida Moen came on time and remembered to smile.", "remembered to smile"),
        ("The strike put lives at risk.", "lives at risk"),
        ("The fire spread as nations blame each other for it.", "The fire spread"),
        ("Ida Moen has declared victory in the race.", "victory"),
        ("The council acted after a claim that Moen had revealed a name.", "The council acted"),
        ("Moen never said it sank, nor did she say she promised it.", "it sank"),
        ("Everything Ida Moen said about it was a lie.", "Everything Ida Moen said about it was"),
        ("The boats left, according to a video of the harbour.", "The boats left"),
        ("Lund built what Ida Moen called a ruin, and sold it.", "Lund built"),
        ("The council is split as some members consider leaving it.", "The council is split"),
        ("There have been more than 510 cases reported along the coast.", "There have been"),
        ("The 95 new cases reported in May were a record.", "The 95 new cases"),
        ("Lund saw the series of deaths reported in 22 states that shook the town.", "Lund saw"),
        ("A berth will cost $2,340 per Veld boat for owners.", "A berth"),
        ("Owners paid $1 million per Veld boat.", "Owners paid"),
        ("A berth is now 20 euros per Dane on board.", "A berth"),
    ],
)
def test_acts_denials_and_asides_are_the_source_in_its_own_voice(sentence: str, match: str) -> None:
    assert read(sentence, match).speaker is None


_INTRODUCED = "Ukrainian President Ola Berg met President Ida Moen. Former President Odd Lund left."
_LINK = (
    "Talks failed, said Sen. Ida Moen Ida Karin MoenHarbour bill stalls again Lund: 'No deal' MORE "
    "(R-Veld) on Monday."
)


@pytest.mark.parametrize(
    ("text", "match", "speaker"),
    [
        (f"{_INTRODUCED}\n\nIt sank, the president said.", "It sank", "Ida Moen"),
        (f"{_INTRODUCED}\n\nIt sank, Ukraine's president said.", "It sank", "Ola Berg"),
        ("Ida Moen left the hall. It sank, the Veld Republican said.", "It sank", "Ida Moen"),
        (
            "Sen. Ida Moen left. Gov. Odd Lund stayed. It sank, the senator said.",
            "sank",
            "Ida Moen",
        ),
        (
            (
                "H.R. Aas, head of the Trust, came. Odd Lund left. It sank, the head of the "
                "Trust said."
            ),
            "It sank",
            "H.R. Aas",
        ),
        ("Gen. Ida Moen came. It sank, the general said.", "It sank", "Ida Moen"),
        (
            "Aide Odd Lund left. A Veld aide denied it. “It sank,” the aide said.",
            "It sank",
            "A Veld aide",
        ),
        (
            "A port aide denied it. “It sank,” the aide said. Aide Odd Lund left.",
            "It sank",
            "A port aide",
        ),
        ("But Acme brought it up. It sank, the company said. Lund left Acme.", "sank", "Acme"),
        (
            "Lund said no. Although Moen, in a note, said it sank, he also wrote “it rose”.",
            "it rose",
            "Moen",
        ),
        ("Ida Moen sold it, having seen, she said, that it sank.", "it sank", "Ida Moen"),
        ("Moen said it sank. Negative views were a tool, she said.", "a tool", "Moen"),
        ("Acme pulled an ad, the company said. Lund left Acme.", "pulled an ad", "Acme"),
        ("Odd Lund pulled an ad, the company said.", "pulled an ad", "the company"),
        (
            "The Daily Tide published a story on Monday.\n\nIt sank, the article said.",
            "It sank",
            "The Daily Tide",
        ),
        ("Odd Lund's report came out.\n\nIt sank, the report said.", "It sank", "Odd Lund"),
        ("The Moens, both old, think it sank, they said.", "it sank", "The Moens"),
        ("First lady Ida Moen came. “It sank,” Moen said. President Moen left.", "It sank", "Moen"),
        ("ADVERTISEMENT\n\nMoen said it sank.", "it sank", "Moen"),
        ("Top Moen aides met. Moen said it sank. Few at the top knew.", "it sank", "Moen"),
        ("H.R. Moen came in late.\n\nMoen said it sank.", "it sank", "H.R. Moen"),
        (_LINK, "Talks failed", "Ida Moen"),
        ("Gas leaked, its chief engineer, Per Dahl, said.", "Gas leaked", "Per Dahl"),
        ("Veld Line said it sank. The union said it did not.", "it did not", "The union"),
        ("The union, ATW, met. ATW said so. The union said it sank.", "it sank", "ATW"),
        (
            "Bans help, according to a study by the University of Veld of 140 schools.",
            "Bans help",
            "the University of Veld",
        ),
        ("“It sank,” Moen said.Lund denied that.", "It sank", "Moen"),
    ],
)
def test_roles_documents_and_surnames_are_resolved_or_left(
    text: str, match: str, speaker: str
) -> None:
    assert read(text, match).speaker == speaker
