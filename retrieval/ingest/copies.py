"""Whether two cleaned texts are one article: containment of word shingles (Broder 1997).

Candidates come from a sketch, decisions from the full texts. The sketch is FracMinHash (Irber et
al. 2022): hashes below a fixed threshold, so that shared hashes estimate containment at any length,
with the smallest few always kept so that short texts have one too. A sample of hashes is plain rows
in the catalogue, written in the article's own transaction; an in-memory LSH (datasketch) would be a
second truth to keep in step.
"""

from __future__ import annotations

import hashlib
import heapq
import re
from itertools import islice

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_HASH_BYTES = 8
# One hash in eight: about 75 for a story of 600 words.
_THRESHOLD = (1 << 8 * _HASH_BYTES) // 8
_FEWEST = 16
# What separates copies from follow-ups that reuse background and from shared page furniture;
# benchmarks/copies.py shows both sides. An article is the same from its top: a follow-up is not.
_LENGTH_RATIO = 0.5
_SHARED, _SHARED_LEAD, _SHARED_SUM = 0.5, 0.5, 1.15
_SHARED_ALL, _LENGTH_RATIO_ALL = 0.85, 0.7
_LEAD = 100


def sketch(text: str) -> frozenset[int]:
    """A sample of the text's shingle hashes, unsigned 64 bit; empty for a text without words."""
    hashes = {_hash(shingle) for shingle in _shingles(text)}
    below = {one for one in hashes if one < _THRESHOLD}
    return frozenset(below.union(heapq.nsmallest(_FEWEST, hashes)))


def candidates_least(sketch_size: int) -> int:
    """How many hashes of a sketch another article must share to be worth comparing."""
    return max(1, sketch_size // 5)


def containment(a: str, b: str) -> float:
    """The part of the distinct shingles of `a` that `b` has too, 0 to 1; 0 for no words."""
    first, second = _shingles(a), _shingles(b)
    return len(first.keys() & second.keys()) / len(first) if first else 0.0


def is_copy(a: str, b: str) -> bool:
    """Whether two cleaned texts are one article, lightly edited at most; symmetric.

    Neither is over twice as long (a short item in a round-up is no copy). They share half of the
    shorter one's shingles and half of their first hundred, one of the two clearly more, or almost
    everything in any order.
    """
    first, second = _shingles(a), _shingles(b)
    shorter, longer = sorted((len(first), len(second)))
    if not shorter:
        return a.strip() == b.strip()
    ratio = shorter / longer
    if ratio < _LENGTH_RATIO:
        return False
    shared = len(first.keys() & second.keys()) / shorter
    if shared >= _SHARED_ALL and ratio >= _LENGTH_RATIO_ALL:
        return True
    leads = (_lead_found(first, second) + _lead_found(second, first)) / 2
    return shared >= _SHARED and leads >= _SHARED_LEAD and shared + leads >= _SHARED_SUM


def _lead_found(shingles: dict[tuple[str, ...], None], other: dict[tuple[str, ...], None]) -> float:
    lead = list(islice(shingles, _LEAD))
    return sum(shingle in other for shingle in lead) / len(lead)


def _shingles(text: str) -> dict[tuple[str, ...], None]:
    """Distinct runs of five words in order, case and punctuation ignored; short texts are one."""
    words = _WORD.findall(text.casefold())
    if not words:
        return {}
    starts = range(max(1, len(words) - _SHINGLE + 1))
    return dict.fromkeys(tuple(words[at : at + _SHINGLE]) for at in starts)


def _hash(shingle: tuple[str, ...]) -> int:
    digest = hashlib.blake2b(
        " ".join(shingle).encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES
    )
    return int.from_bytes(digest.digest(), "big")
