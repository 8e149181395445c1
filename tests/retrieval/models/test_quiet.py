"""Models run without their runtime keeping or reporting anything."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import MODELS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from retrieval.models.base import Encoder

_RUN = """
from pathlib import Path
import sys
from config.settings import ModelSettings
from retrieval.models.load import load_encoder, load_stance
settings = ModelSettings(cache=Path(sys.argv[1]))
assert load_encoder(settings, print).encode(["Yes."]).shape[0] == 1
assert load_stance(settings).judge([("Did it rain?", "It rained.")]).shape == (1, 4)
"""


def test_running_the_models_leaves_nothing_in_the_users_folder(
    tmp_path: Path, encoder: Encoder
) -> None:
    # Where it runs in CI, onnxruntime says nothing by itself: that would pass without our doing.
    signs = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS")
    plain = {name: value for name, value in os.environ.items() if name not in signs}
    for name in [name for name in plain if name.startswith("XDG_")]:
        del plain[name]
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(MODELS)],
        env={**plain, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0
    assert list(tmp_path.rglob("*")) == []
