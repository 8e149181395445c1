"""Train the stance model: `python -m training.train --data DIR --out DIR`.

Stages (Phang et al., 2018): general inference on the public sets; then stance: claims, questions
and generated rows, with part of the first stage replayed; then the written news. The same
command goes on where it was stopped. For a CPU; with a GPU, `training.together` goes on from here.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

import torch
from torch import distributed
from torch.multiprocessing.spawn import spawn

from training.mixture import general_epoch, news_epoch, six_epoch, stance_epoch
from training.network import default_base
from training.trainer import Place, Stage, Trainer

STAGES: Final = {
    "general": Stage("general", general_epoch, epochs=1, rate=1.2e-4, floor=0.6),
    "stance": Stage("stance", stance_epoch, epochs=6, rate=1.2e-4, max_tokens=160, smoothing=0.03),
    "news": Stage("news", news_epoch, epochs=10, rate=1e-4, max_tokens=160, smoothing=0.05),
    # For a multilingual base (`training.prune`), instead of the news stage.
    "six": Stage("six", six_epoch, epochs=10, rate=1e-4, max_tokens=160, smoothing=0.05),
}
IN_ENGLISH: Final = ("general", "stance", "news")
IN_SIX_LANGUAGES: Final = ("general", "six")
PORT: Final = "29517"


def stages(args: argparse.Namespace) -> tuple[str, ...]:
    """Return the names of the stages to run, in order."""
    if args.stage != "all":
        return (args.stage,)
    return IN_SIX_LANGUAGES if args.six else IN_ENGLISH


def run_stage(name: str, args: argparse.Namespace, place: Place, weights: Path | None) -> Path:
    """Run one stage, unless it is finished, and return the weights after it."""
    finished: Path = args.out / f"{name}.pt"
    if not finished.exists():
        trainer = Trainer(STAGES[name], place, args.minutes)
        if weights is not None:
            trainer.start_from(weights)
        trainer.run(args.every)
    return finished


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
    parser.add_argument("--stage", choices=[*STAGES, "all"], default="all")
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
