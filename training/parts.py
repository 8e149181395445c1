"""A network's weights in files of at most 16 MB, on their way to another machine and back.

`python -m training.parts send --name NAME --out WORK [--base DIR] [--weights FILE]` writes what
`training.together` starts from, as int8 with a scale a row: the base's, or those of an earlier run.
`python -m training.parts fetch` with the same options and `--parts DIR --out FILE` puts what came
back, all but the word vectors, into what was sent.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch

from training.network import StanceNetwork, default_base, is_word_vectors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from torch import Tensor

State = dict[str, "Tensor"]
# A file's bytes at most; what carries them often stops at 16 MiB.
SIZE: Final = 15_500_000
# A matrix of fewer numbers is not worth a scale a row.
SMALL: Final = 20_000
# The parts of the weights to start from, and of those learnt.
START, LEARNT = "start", "learnt"
_ROWS, _SCALES = "|rows", "|scales"


def as_rows(state: Mapping[str, Tensor]) -> dict[str, NDArray[Any]]:
    """Return matrices as int8 with a scale a row, and all else as float32."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, value in state.items():
        values = value.detach().cpu().float()
        if values.dim() == 2 and values.numel() > SMALL:  # noqa: PLR2004 - a matrix
            scales = values.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
            arrays[name + _ROWS] = torch.round(values / scales).to(torch.int8).numpy()
            arrays[name + _SCALES] = scales.numpy()
        else:
            arrays[name] = values.numpy()
    return arrays


def as_halves(state: Mapping[str, Tensor]) -> dict[str, NDArray[Any]]:
    """Return all as float16."""
    return {name: value.detach().cpu().half().numpy() for name, value in state.items()}


def learnt(state: Mapping[str, Tensor]) -> State:
    """Return what training may have changed: all but the word vectors."""
    return {name: value for name, value in state.items() if not is_word_vectors(name)}


def write_parts(
    arrays: Mapping[str, NDArray[Any]], folder: Path, name: str, size: int = SIZE
) -> list[Path]:
    """Write NAME.0.bin, NAME.1.bin, ... of at most `size` bytes, and NAME.json last."""
    folder.mkdir(parents=True, exist_ok=True)
    raw = b"".join(np.ascontiguousarray(values).tobytes() for values in arrays.values())
    files = [folder / f"{name}.{at // size}.bin" for at in range(0, len(raw), size)]
    content = [raw[at : at + size] for at in range(0, len(raw), size)]
    index = [[each, str(values.dtype), list(values.shape)] for each, values in arrays.items()]
    files.append(folder / f"{name}.json")
    content.append(json.dumps(index).encode())
    for file, part in zip(files, content, strict=True):
        # A machine may be taken away at any moment: a file is there whole or not at all.
        whole = file.with_suffix(".part")
        whole.write_bytes(part)
        whole.replace(file)
    return files


def read_parts(folder: Path, name: str) -> State:
    """Read the weights back as float32; raises ValueError where a part is missing or cut short."""
    index = json.loads((folder / f"{name}.json").read_text("utf-8"))
    sizes = [np.dtype(kind).itemsize * int(np.prod(shape, dtype=int)) for _, kind, shape in index]
    raw = bytearray()
    for number in range(len(list(folder.glob(f"{name}.*.bin")))):
        part = folder / f"{name}.{number}.bin"
        if part.exists() and len(raw) < sum(sizes):
            raw += part.read_bytes()
    if len(raw) != sum(sizes):
        raise ValueError(f"of {sum(sizes)} bytes of {name} in {folder} there are {len(raw)}")
    arrays: dict[str, NDArray[np.float32]] = {}
    at = 0
    for (each, kind, shape), length in zip(index, sizes, strict=True):
        values = np.frombuffer(bytes(raw[at : at + length]), kind).reshape(shape)
        arrays[each] = values.astype(np.float32)
        at += length
    for each in [each for each in arrays if each.endswith(_ROWS)]:
        plain = each.removesuffix(_ROWS)
        arrays[plain] = arrays.pop(each) * arrays.pop(plain + _SCALES)
    return {each: torch.from_numpy(values) for each, values in arrays.items()}


def start_network(base: Path, weights: Path | None) -> StanceNetwork:
    """Return the network with `weights` of an earlier run, or with the base's and a new head."""
    network = StanceNetwork(base, empty=weights is not None)
    if weights is not None:
        network.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    return network


def send(name: str, base: Path, weights: Path | None, out: Path) -> list[Path]:
    """Write config, tokenizer and weights of a network to folder `out`/`name`."""
    state = start_network(base, weights).state_dict()
    if weights is None:
        state = {each: value for each, value in state.items() if each.startswith("encoder.")}
    files = write_parts(as_rows(state), out / name, START)
    for each in ("config.json", "tokenizer.json"):
        shutil.copyfile(base / each, out / name / each)
    return [*files, out / name / "config.json", out / name / "tokenizer.json"]


def fetch(base: Path, weights: Path | None, parts: Path, out: Path) -> None:
    """Write the whole weights; raises RuntimeError where the parts are of another network."""
    network = start_network(base, weights)
    network.load_state_dict({**network.state_dict(), **read_parts(parts, LEARNT)})
    torch.save(network.state_dict(), out)


def main() -> None:
    """Send or fetch from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["send", "fetch"])
    parser.add_argument("--base", type=Path, default=None, help="model folder; without it MiniLM")
    parser.add_argument("--weights", type=Path, default=None, help="weights of an earlier run")
    parser.add_argument("--name", default=None, help="teacher, english or six")
    parser.add_argument("--parts", type=Path, default=None, help="folder of what came back")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    base = args.base or default_base()
    if args.what == "send":
        if args.name is None:
            parser.error("send needs --name")
        for file in send(args.name, base, args.weights, args.out):
            print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")
    elif args.parts is None:
        parser.error("fetch needs --parts")
    else:
        fetch(base, args.weights, args.parts, args.out)


if __name__ == "__main__":
    main()
