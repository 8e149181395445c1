"""What answers an open question: each step is taken."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from retrieval.answer.decision.decide import shipped
from retrieval.answer.decision.examined import Examination
from retrieval.answer.grammar.open_questions import told
from retrieval.answer.question.question import understand


def test_an_office_is_read_in_other_languages_as_well() -> None:
    texts = ["Im Hafen von Svartnes blieb es still.", "Svartnes-Bürgermeister Odd Lund lacht."]
    sentences: Any = [SimpleNamespace(text=each, language="de") for each in texts]
    question = understand("Wer ist der Bürgermeister von Svartnes?", ["en", "de"])
    judged = np.asarray([(0.9, 0, 0, 0.1), (0, 0, 0, 1)], dtype=np.float32)
    found = Examination(question, [], [], sentences, judged, 0.0)

    answered = told(found, judged, shipped()["open"])
    assert [each.text for each in answered.sentences] == texts[1:]
    assert len(answered.decided) == 1
