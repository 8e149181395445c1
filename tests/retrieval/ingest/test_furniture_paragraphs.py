"""What stands beside a link, a picture or a player is no paragraph; what sounds like it is."""

from __future__ import annotations

import pytest

from retrieval.ingest.furniture import without_furniture

SENTENCE = "The ferry left Eastmere on Monday."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ferry sinks off Eastmere: toll rises to 50 as police name the captain – latest Read more",
        "'We could not wait': the volunteers of Eastmere Read more",
        "Is the old harbour worth its price? Read more",
        "( Also on ECHO: Five questions on the ferry)",
        "Hide caption People wait at the pier of Eastmere. Previous Next Ann Roe/Echo",
        "CLOSE The mayor says that he will not pay for the pier. EASTMERE ECHO",
        "Facebook Twitter Pinterest The pier. It closed in May. Photograph: Ann Roe/AFP",
        "Around The Coast Sen. Roe Denies It Sold The Pier Sen. Roe Denies It Listen · 3:03 3:03",
        "Play Video 0:46 'I want answers': mayor says ferry hit a rock",
        "Play Video 'I want answers': mayor says ferry hit a rock – video report",
        "Slideshow (17 Images)",
        "FILE PHOTO: The ferry leaves Eastmere, May 1, 2018. REUTERS/Ann B. Roe/File Photo",
        "The pier of Eastmere. Picture taken May 1, 2018. (REUTERS/Ann Roe )",
        "FILE - In this May 1 file photo, the ferry leaves. It sank. (AP Photo/Ann Roe, File)",
        "Related Coverage Mayor says grateful to U.S. divers",
    ],
)
def test_what_a_button_gives_away_is_no_paragraph(paragraph: str) -> None:
    assert without_furniture([SENTENCE, paragraph, SENTENCE]) == (SENTENCE, SENTENCE)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Children in Eastmere should, she said, read more.",
        "He went on: “Nobody hides a caption, and we are close.”",
        "CLOSE CALL AT SEA: the ferry missed a rock by a metre on Monday.",
        "(Also on Monday, the mayor said that the pier would stay.) Nobody asked him why.",
        "Close to fifty people waited at the pier, police said.",
        "He was asked to listen on Monday. Who would not listen · 3:03 or so.",
        "The mayor left early. The Ferry Listen · 3:03 3:03",
        "The ferry leaves Eastmere on Monday, police said. (AP Photo/Ann Roe)",
        "FILE - that is how the mayor signs what he forgets - was on the letter.",
        "A Reuters/Ipsos poll found that half of Eastmere would keep the ferry.",
        "By then the REUTERS/Ipsos poll had found that half of Eastmere would keep the ferry.",
        "Play Video Games, the shop by the pier, closed on Monday.",
        "Related coverage of the trial was banned by the judge on Monday",
        "Related Coverage Limited, the insurer of the ferry, said that it would pay.",
        "Slideshow (17 images) of the ferry was shown in court.",
    ],
)
def test_what_only_sounds_like_it_stays(paragraph: str) -> None:
    assert without_furniture([paragraph]) == (paragraph,)
