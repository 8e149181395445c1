"""Weights of several runs averaged: `python -m training.average FILE FILE ... --out FILE`.

Runs that went on from one another lie in one basin, and the mean of their weights is right more
often than the last of them (Wortsman et al., 2022). A file that is named twice counts twice.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Sequence


def average(files: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of the states in `files`; raises ValueError where they are not of one network."""
    states = [torch.load(file, map_location="cpu", weights_only=True) for file in files]
    names = set(states[0])
    if any(set(state) != names for state in states):
        raise ValueError("the files are not of one network")
    return {
        name: torch.stack([state[name].float() for state in states]).mean(dim=0)
        for name in states[0]
    }


def main() -> None:
    """Average from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(average(args.files), args.out)


if __name__ == "__main__":
    main()
