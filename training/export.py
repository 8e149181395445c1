"""Trained weights to what is served: ONNX in int8, with tokenizer and config.

`python -m training.export --weights FILE --data DIR --out DIR`.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import torch
from tokenizers import Tokenizer

from retrieval.models.calibration import Calibration
from retrieval.models.passes import batches
from retrieval.models.stance import CONFIG_FILE, MODEL_FILE, STANCES, TOKENIZER_FILE
from training.batches import collate, encode, open_tokenizer
from training.calibrate import calibrate
from training.generated import INTEGERS, read_held
from training.int8 import to_arithmetic
from training.languages import LANGUAGES, six_rows
from training.network import StanceNetwork, default_base
from training.quantise import quantise
from training.written import pairs, surrounded, training_events, typed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INPUTS: Final = ("input_ids", "attention_mask", "token_type_ids")
MAX_TOKENS: Final = 256
QUANTISATION: Final = {
    "int8": "int8 weights, a scale a column or a word; int8 products, a scale a token",
    "float32": "int8 weights, a scale a block of 32 or a word; float32 products",
}


@dataclass(frozen=True, slots=True)
class Judge:
    """What config.json says of a judge besides its calibration."""

    name: str
    version: str
    base: str
    languages: tuple[str, ...]
    pad: int = 0


JUDGES: Final = {
    "english": Judge("whosays-stance", "8", "all-MiniLM-L6-v2", ("en",)),
    "six": Judge("whosays-stance-six", "3", "multilingual-e5-small", LANGUAGES, pad=1),
}
# Half of the pairs by which integers are chosen; as many are in training/data/held.jsonl.gz.
CALIBRATION_PAIRS: Final = 160


def export_float(weights: Path, base: Path, target: Path) -> None:
    """Write the network with its trained weights as a float32 ONNX graph."""
    network = StanceNetwork(base, dropout=0.0)
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    network.eval()
    ids = torch.tensor([[101, 2003, 102, 2003, 102]] * 2)
    mask = torch.ones_like(ids)
    types = torch.tensor([[0, 0, 0, 1, 1]] * 2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (ids, mask, types),
            str(target),
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes={name: {0: "pairs", 1: "positions"} for name in INPUTS},
            opset_version=17,
            dynamo=False,
        )


def write_tokenizer(base: Path, target: Path) -> None:
    """Write the base's tokenizer without the padding and truncation it was packaged with."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target), pretty=False)


def calibration_feeds(base: Path, *, six: bool = False) -> list[dict[str, NDArray[np.int64]]]:
    """Pairs of the written news and of generated rows, as a graph takes them."""
    rng = random.Random("calibration")
    written = rng.sample(list(pairs(training_events())), CALIBRATION_PAIRS)
    rows = [surrounded(event, typed(row, rng), rng) for event, row in written]
    rows += read_held()[INTEGERS]
    if six:
        rows += rng.sample(six_rows(rng), 2 * CALIBRATION_PAIRS)
    encoded = encode(open_tokenizer(base, MAX_TOKENS), rows)
    feeds = []
    for at in batches([len(row.ids) for row in encoded]):
        batch = collate([encoded[row] for row in at])
        feeds.append({name: getattr(batch, name).numpy() for name in INPUTS})
    return feeds


def write_config(target: Path, calibration: Calibration, judge: Judge, arithmetic: str) -> None:
    """Write config.json for `StanceConfig.read`."""
    values = {
        "name": judge.name,
        "version": judge.version,
        "base": judge.base,
        "languages": list(judge.languages),
        "labels": list(STANCES),
        "calibration": asdict(calibration),
        "max_tokens": MAX_TOKENS,
        "pad": judge.pad,
        "quantisation": QUANTISATION[arithmetic],
    }
    target.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def export(
    weights: Path,
    data: Path | None,
    out: Path,
    keep_float: Path | None = None,
    arithmetic: str = "int8",
    base: Path | None = None,
) -> None:
    """Fill folder `out` with model, tokenizer and config; calibrate where `data` is given.

    `base` is a multilingual one; without it the judge is the English one.
    """
    judge = JUDGES["english" if base is None else "six"]
    base = base or default_base()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "float.onnx"
        export_float(weights, base, plain)
        if arithmetic == "int8":
            to_arithmetic(
                plain,
                Path(scratch) / MODEL_FILE,
                calibration_feeds(base, six="ru" in judge.languages),
            )
        else:
            quantise(plain, Path(scratch) / MODEL_FILE)
        write_tokenizer(base, Path(scratch) / TOKENIZER_FILE)
        write_config(Path(scratch) / CONFIG_FILE, Calibration(), judge, arithmetic)
        if data is not None:
            found = calibrate(Path(scratch), data, six="ru" in judge.languages)
            write_config(Path(scratch) / CONFIG_FILE, found, judge, arithmetic)
        for name in (MODEL_FILE, TOKENIZER_FILE, CONFIG_FILE):
            shutil.copyfile(Path(scratch) / name, out / f"{name}.part")
            (out / f"{name}.part").replace(out / name)
        if keep_float is not None:
            keep_float.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(plain, keep_float / MODEL_FILE)
            for name in (TOKENIZER_FILE, CONFIG_FILE):
                shutil.copyfile(out / name, keep_float / name)


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=None, help="calibrate on its dev files")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--keep-float", type=Path, default=None, help="also keep the float32 graph")
    parser.add_argument(
        "--base", type=Path, default=None, help="the multilingual base it stands on"
    )
    parser.add_argument("--arithmetic", choices=sorted(QUANTISATION), default="int8")
    args = parser.parse_args()
    export(args.weights, args.data, args.out, args.keep_float, args.arithmetic, args.base)


if __name__ == "__main__":
    main()
