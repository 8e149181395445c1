"""The judge of six languages, as it ships: what is plain it gets right, in each and across them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.memory import BARS, measured
from retrieval.models.evaluation import judge_all, score
from retrieval.models.reads import FOR_SIX
from retrieval.models.stance import BESIDE, REFUTES, SUPPORTS, OnnxStanceModel
from training.data import BESIDE as ASIDE
from training.data import NEUTRAL
from training.data import REFUTES as NO
from training.data import SUPPORTS as YES
from training.languages import six_pairs

WEIGHTS = Path(__file__).parents[3] / "retrieval/models/weights"
DEV = Path(__file__).parents[3] / "training/data/six.dev.jsonl.gz"
ASKED = "Did the mayor of Port Alder resign?"
YES_IN = (
    "The mayor of Port Alder resigned on Monday.",
    "Die Bürgermeisterin von Port Alder ist am Montag zurückgetreten.",
    "La maire de Port Alder a démissionné lundi.",
    "La alcaldesa de Port Alder dimitió el lunes.",
    "Мэр Порт-Олдера ушла в отставку в понедельник.",
    "Мерка Порт-Олдера в понеділок подала у відставку.",
)
ASIDE_IN = (
    "The harbour of Port Alder was closed by a storm.",
    "Der Hafen von Port Alder wurde wegen Sturms gesperrt.",
    "В порту Порт-Олдера построят новый причал.",
)


@pytest.fixture(scope="module")
def model() -> OnnxStanceModel:
    return OnnxStanceModel(judge=FOR_SIX, threads=1)


def test_it_says_which_languages_it_reads(model: OnnxStanceModel) -> None:
    assert model.languages == {"en", "de", "fr", "es", "ru", "uk"}
    assert model.name == "whosays-stance-six 3"


@pytest.mark.parametrize("passage", YES_IN)
def test_a_plain_yes_is_one_in_every_language(model: OnnxStanceModel, passage: str) -> None:
    (shares,) = model.judge([(ASKED, passage)])
    assert shares.argmax() == SUPPORTS


@pytest.mark.parametrize("passage", ASIDE_IN)
def test_another_matter_is_beside_the_point(model: OnnxStanceModel, passage: str) -> None:
    (shares,) = model.judge([(ASKED, passage)])
    assert shares.argmax() == BESIDE


def test_a_plain_no_asked_in_russian_and_told_in_german(model: OnnxStanceModel) -> None:
    (shares,) = model.judge(
        [("Мэр Порт-Олдера ушла в отставку?", "Ida Hollin denkt nicht an Rücktritt.")]
    )
    assert shares[REFUTES] > shares[SUPPORTS]


def test_it_does_on_other_authors_news_what_its_card_says(model: OnnxStanceModel) -> None:
    names = {YES: "supports", NO: "refutes", NEUTRAL: "neutral", ASIDE: "beside"}
    rows = [pair for *_, pair in six_pairs(DEV)][::3]
    found = score(
        judge_all(model, [(row.question, row.passage) for row in rows]),
        [names[row.target] for row in rows],
    )
    assert found.macro_f1 > 0.58
    assert (found.right_side or 0) > 0.72


def test_all_shipped_weights_stay_within_their_size() -> None:
    sizes = [path.stat().st_size for path in WEIGHTS.rglob("*") if path.is_file()]
    assert sum(sizes) < 72_000_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_both_judges_stay_within_their_memory() -> None:
    found = measured(("stance", "stance-six"))
    assert 100 < found["resident"] <= found["peak"] < BARS[0], found
