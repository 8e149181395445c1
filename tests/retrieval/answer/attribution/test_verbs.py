"""What single verbs need around them to report, and what is only done to somebody."""

from __future__ import annotations

import pytest

from tests.retrieval.answer.attribution.test_attribution import read


@pytest.mark.parametrize(
    "text",
    [
        # What is done to somebody.
        "They voted to recall Odd Lund, the clerk widely criticized for closing the bridge.",
        "Odd Lund, a clerk accused of theft, was fined on Monday.",
        "Ida Moen was arrested in July and accused of taking the fees.",
        "The judge sided with Veld on every count of theft alleged in the lawsuit.",
        # What somebody does, decides, weighs or asks for.
        "The court on Monday struck it down and issued a separate ruling.",
        "Ida Moen declared a state of emergency in May.",
        "The council recently rejected a new bridge.",
        "Two towns are considering new bridges.",
        "Moen asked Lund to turn over papers related to whether it leaks.",
        "In May police questioned two brothers about the fire.",
        "Officers later questioned the roommates of Odd Lund.",
        "Officers detained and questioned the roommates of Odd Lund.",
        "Ida Moen called Odd Lund to concede the race.",
        "Moen called the mayor on Monday to congratulate her.",
        "The cabinet rejected the plan on Monday.",
        "Ida Moen announced a new plan that would close the yard.",
        "Ida Moen announced the plan on Monday.",
        "The firm was tied to Odd Lund, a tailor who has written for the Vale Post.",
        "Two senators have announced their intention not to run.",
        # What no person does.
        "The fire, which threatened the pipeline, has burned the yard.",
        "This kind of pride explains a lot.",
        "Global fears about the river are shaking the town.",
    ],
)
def test_a_deed_has_no_speaker(text: str) -> None:
    assert read(text, text).speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It leaks,” radio talk show host Ida Moen tweeted.", "Ida Moen"),
        ("Ida Moen announced the yard would close in May.", "Ida Moen"),
        ("“It leaks,” Moen wrote for the majority.", "Moen"),
        ("Moen wrote for the court that the law is void.", "Moen"),
        ("Veld's Odd Lund announced her party was leaving.", "Odd Lund"),
        (
            "“It leaks,” Rep. Ida Moen, D-N.J., co-chair of the Veld Caucus, told a paper.",
            "Ida Moen",
        ),
        ("Ida Moen, R-Ohio, who is leading the talks, said it leaks.", "Ida Moen"),
        ("Sen. Ida Moen, R-Ohio, speaking on the floor, said it leaks.", "Ida Moen"),
        ("Officers questioned whether the bridge leaks.", "Officers"),
        ("Ida Moen questioned the plan.", "Ida Moen"),
        ("Ida Moen called the bridge a ruin.", "Ida Moen"),
        ("Ida Moen called it “a ruin to offer nobody.”", "Ida Moen"),
        ("The final report determined that the bridge leaks.", "The final report"),
        ("Officials attribute the leak to rust.", "Officials"),
        ("The bridge leaks, the joint committee found.", "the joint committee"),
        ("Ida Moen agreed with Odd Lund that the bridge leaks.", "Ida Moen"),
        ("The former judge has flatly denied the claims.", "The former judge"),
        ("Ida Moen issued a denial that the bridge was unsafe.", "Ida Moen"),
        ("The letter, signed by Odd Lund, reads in part: “It leaks.”", "The letter"),
        ("The teen told the paper the bridge leaks.", "The teen"),
        ("“It leaks,” one user opined.", "one user"),
        ("“It leaks,” someone else noted.", "someone"),
        ("Ida Moen dismissed as “rust” the stains on the bridge.", "Ida Moen"),
    ],
)
def test_a_statement_has_its_speaker(text: str, speaker: str) -> None:
    assert read(text, text).speaker == speaker
