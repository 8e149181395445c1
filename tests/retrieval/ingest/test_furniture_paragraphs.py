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
    ],
)
def test_what_only_sounds_like_it_stays(paragraph: str) -> None:
    assert without_furniture([paragraph]) == (paragraph,)
