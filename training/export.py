"""Trained weights to what is served: ONNX, int8 per channel, with tokenizer and config.

`python -m training.export --weights FILE --data DIR --out DIR`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer

from retrieval.models.stance import CONFIG_FILE, MODEL_FILE, STANCES, TOKENIZER_FILE
from retrieval.models.temperature import Temperature
from training.calibrate import calibrate
from training.network import StanceNetwork
from training.quantise import quantise
from training.train import default_base

VERSION: Final = "4"
MAX_TOKENS: Final = 256
QUANTISATION: Final = "int8 weights, a scale a block of 32 or a word; float32 arithmetic"


def export_float(weights: Path, base: Path, target: Path) -> None:
    """Write the network with its trained weights as a float32 ONNX graph."""
    network = StanceNetwork(base, dropout=0.0)
    network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    network.eval()
    ids = torch.tensor([[101, 2003, 102, 2003, 102]] * 2)
    mask = torch.ones_like(ids)
    types = torch.tensor([[0, 0, 0, 1, 1]] * 2)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (ids, mask, types),
            str(target),
            input_names=names,
            output_names=["logits"],
            dynamic_axes={name: {0: "pairs", 1: "positions"} for name in names},
            opset_version=17,
            dynamo=False,
        )


def write_tokenizer(base: Path, target: Path) -> None:
    """Write the base's tokenizer without the padding and truncation it was packaged with."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target), pretty=False)


def write_config(target: Path, temperature: Temperature, base: str) -> None:
    """Write config.json for `StanceConfig.read`."""
    values = {
        "name": "whosays-stance",
        "version": VERSION,
        "base": base,
        "labels": list(STANCES),
        "temperature": asdict(temperature),
        "max_tokens": MAX_TOKENS,
        "pad": 0,
        "quantisation": QUANTISATION,
    }
    target.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def export(weights: Path, data: Path | None, out: Path, keep_float: Path | None = None) -> None:
    """Fill folder `out` with model, tokenizer and config; calibrate where `data` is given."""
    base = default_base()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "float.onnx"
        export_float(weights, base, plain)
        quantise(plain, Path(scratch) / MODEL_FILE)
        write_tokenizer(base, Path(scratch) / TOKENIZER_FILE)
        write_config(Path(scratch) / CONFIG_FILE, Temperature(), "all-MiniLM-L6-v2")
        if data is not None:
            found = calibrate(Path(scratch), data)
            write_config(Path(scratch) / CONFIG_FILE, found, "all-MiniLM-L6-v2")
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
    args = parser.parse_args()
    export(args.weights, args.data, args.out, args.keep_float)


if __name__ == "__main__":
    main()
