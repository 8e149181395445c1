"""A multilingual base cut to the word pieces of six languages, for `train --base`.

`python -m training.prune --base FOLDER --out FOLDER [--like TOKENIZER.JSON]`. Pieces are kept that
occur in the written news and, capitalised or not, in each language's commonest words (the package
`wordfreq`), and all single characters of the two alphabets; or those of another pruned tokenizer,
so that its weights can go on. Text of these languages is cut into pieces as before.
"""

from __future__ import annotations

import argparse
import json
import shutil
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from training.coverage import read_stories
from training.languages import LANGUAGES
from training.written import FOLDER, read_events

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Of each language this many of its commonest words.
COMMONEST: Final = 40_000
WRITTEN: Final = ("en.train", "six.train", "six.more")
# <s>, <pad>, </s> and <unk> stand first and keep their numbers.
SPECIAL: Final = 4
_WORDS: Final = "embeddings.word_embeddings.weight"
# Latin with its accents, Cyrillic, and the marks and currencies of both.
_SCRIPTS: Final = ((0x20, 0x17F), (0x400, 0x4FF), (0x2010, 0x2044), (0x20A0, 0x20BF))


def texts() -> Iterator[str]:
    """What the kept pieces must be able to write."""
    from wordfreq import top_n_list  # noqa: PLC0415 - needed for this alone

    for language in LANGUAGES:
        for word in top_n_list(language, COMMONEST):
            yield word
            yield word.capitalize()
        for name in WRITTEN:
            for event in read_events(FOLDER / f"{name}.jsonl.gz", language):
                yield from (*event.passages, *event.questions)
    for story in read_stories():
        for report in story.reports.values():
            yield from report.sentences


def kept_pieces(tokenizer: Tokenizer, lines: Iterable[str]) -> list[int]:
    """The numbers of the pieces that `lines` need, in order."""
    tokenizer.no_truncation()
    kept = set(range(SPECIAL))
    for entry in tokenizer.encode_batch(list(lines), add_special_tokens=False):
        kept.update(entry.ids)
    for first, last in _SCRIPTS:
        for point in range(first, last + 1):
            letter = unicodedata.normalize("NFKC", chr(point))
            for text in (letter, f"▁{letter}"):
                number = tokenizer.token_to_id(text)
                if number is not None:
                    kept.add(number)
    return sorted(kept)


def pieces_like(tokenizer: Tokenizer, other: Path) -> list[int]:
    """The numbers of the pieces that a pruned tokenizer has; raises ValueError where one is new."""
    names = [piece for piece, _ in json.loads(other.read_text("utf-8"))["model"]["vocab"]]
    numbers = [tokenizer.token_to_id(piece) for piece in names]
    kept = [number for number in numbers if number is not None]
    if len(kept) < len(numbers) or kept != sorted(kept):
        raise ValueError(f"{other} was not pruned of this base")
    return kept


def prune_tokenizer(values: dict[str, Any], kept: list[int]) -> dict[str, Any]:
    """A Unigram tokenizer of `kept` pieces; question and passage get types 0 and 1."""
    model = {**values["model"], "vocab": [values["model"]["vocab"][number] for number in kept]}
    pair: list[dict[str, dict[str, Any]]] = []
    for piece in values["post_processor"]["pair"]:
        ((kind, inner),) = piece.items()
        passage = any(one.get("Sequence", {}).get("id") == "B" for one in pair)
        passage = passage or inner["id"] == "B"
        pair.append({kind: {**inner, "type_id": int(passage)}})
    post = {**values["post_processor"], "pair": pair}
    added = [entry for entry in values["added_tokens"] if entry["id"] < SPECIAL]
    return {**values, "model": model, "post_processor": post, "added_tokens": added}


def prune(base: Path, out: Path, lines: Iterable[str], like: Path | None = None) -> int:
    """Write the base in folder `base` with fewer word pieces to `out`; return how many it has.

    Those that `lines` need, or those of the tokenizer `like`.
    """
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    kept = kept_pieces(tokenizer, lines) if like is None else pieces_like(tokenizer, like)
    state = load_file(base / "model.safetensors")
    (name,) = (name for name in state if name.endswith(_WORDS))
    state[name] = state[name][kept].contiguous()
    out.mkdir(parents=True, exist_ok=True)
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})
    values = json.loads((base / "tokenizer.json").read_text("utf-8"))
    text = json.dumps(prune_tokenizer(values, kept), ensure_ascii=False)
    (out / "tokenizer.json").write_text(text, "utf-8")
    config = json.loads((base / "config.json").read_text("utf-8"))
    (out / "config.json").write_text(json.dumps({**config, "vocab_size": len(kept)}), "utf-8")
    for extra in ("tokenizer_config.json", "special_tokens_map.json"):
        if (base / extra).exists():
            shutil.copyfile(base / extra, out / extra)
    return len(kept)


def main() -> None:
    """Prune from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--like", type=Path, default=None, help="a pruned base's tokenizer.json")
    args = parser.parse_args()
    count = prune(args.base, args.out, texts(), args.like)
    print(f"{count} word pieces kept.")


if __name__ == "__main__":
    main()
