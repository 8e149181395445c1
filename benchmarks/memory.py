"""What judging costs in memory and at the start: `python -m benchmarks.memory`.

Each line is a fresh process that imports what judging needs, loads judges and judges 30 pairs:
memory resident after that and at its peak (VmRSS, VmHWM; Linux alone), seconds by the clock and of
the processor from the first import to the first judgement, of one pair. With two judges both judge
all pairs, so that the second look is at its dearest.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from benchmarks.installed import environment

LINES: Final = {
    "English": ("stance",),
    "six": ("stance-six",),
    "both, second look": ("stance", "stance-six"),
}
# Of all judges together, megabytes at the peak and seconds to the first judgement.
BARS: Final = (300.0, 0.5)
PAIRS: Final = 30


def resident() -> tuple[float, float]:
    """Megabytes of this process that are resident, and the most that ever were."""
    status = Path("/proc/self/status").read_text("ascii")
    found = {
        key: int(rest.split()[0]) * 1024 / 1e6
        for key, _, rest in (line.partition(":") for line in status.splitlines())
        if key in {"VmRSS", "VmHWM"}
    }
    return found["VmRSS"], found["VmHWM"]


def one(judges: list[str]) -> dict[str, float]:
    """Load judges in this process and judge once; figures of one line."""
    clock, worked = time.perf_counter(), time.process_time()
    # What is measured includes these imports.
    from retrieval.models import panel  # noqa: PLC0415
    from retrieval.models.stance import OnnxStanceModel  # noqa: PLC0415

    # Side by side, as `load_stance` opens them.
    with ThreadPoolExecutor(1) as beside:
        others = [beside.submit(OnnxStanceModel, judge=each, threads=2) for each in judges[1:]]
        models = [OnnxStanceModel(judge=judges[0], threads=2), *(each.result() for each in others)]
    passage = "The minister said on Friday that the bridge would not be opened before the spring, "
    pairs = [
        ("Will the bridge open this year?", (passage * 3)[:262] + str(at)) for at in range(PAIRS)
    ]
    found: dict[str, float] = {}
    for asked in (pairs[:1], pairs):
        judged = [model.judge(asked) for model in models]
        if len(judged) > 1:
            panel.together(*judged)
        found.setdefault("clock", time.perf_counter() - clock)
        found.setdefault("worked", time.process_time() - worked)
    found["resident"], found["peak"] = resident()
    return found


def measured(judges: tuple[str, ...]) -> dict[str, float]:
    """`one` in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", *judges],
        check=True,
        capture_output=True,
        text=True,
        env=environment(),
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print a line for each of `LINES`."""
    if sys.argv[1:]:
        print(json.dumps(one(sys.argv[1:])))
        return
    print(f"{'judges':20} {'MB':>6} {'peak':>6} {'s':>6} {'s of processor':>15}")
    for name, judges in LINES.items():
        # The first run compiles the modules.
        _, found = measured(judges), measured(judges)
        met = found["peak"] <= BARS[0] and found["clock"] <= BARS[1]
        mark = f"bars {BARS[0]:.0f} MB, {BARS[1]} s: {'met' if met else 'NOT MET'}"
        print(
            f"{name:20} {found['resident']:6.0f} {found['peak']:6.0f} {found['clock']:6.2f} "
            f"{found['worked']:15.2f}  {mark}"
        )


if __name__ == "__main__":
    main()
