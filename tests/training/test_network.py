"""How a network is computed where it is trained."""

# ruff: noqa: E402 - what is imported needs packages that may be absent

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from training.network import halved


@pytest.mark.parametrize(
    ("processor", "kind"),
    [("AVX2", torch.float32), ("DEFAULT", torch.float32), ("AVX512", torch.bfloat16)],
)
def test_a_processor_without_wide_instructions_multiplies_in_float32(
    processor: str, kind: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.backends.cpu, "get_cpu_capability", lambda: processor)
    ones = torch.ones(2, 2)
    with halved(torch.device("cpu")):
        assert (ones @ ones).dtype == kind
