"""An inverted file of FAISS, list by list: making, copying and looking through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import faiss
import numpy as np

from retrieval.index.faiss_common import MARGIN, bitmap, ranged, tells

if TYPE_CHECKING:
    from numpy.typing import NDArray

# How many vectors the range of each number is read from.
_RANGED = 50_000
# Where too few are found, so many times more lists are looked through.
_WIDER = 4
_KIND = faiss.ScalarQuantizer.QT_8bit


def empty(centres: NDArray[np.float32], sample: NDArray[np.float32]) -> faiss.IndexIDMap:
    """An inverted file without vectors around the centres; the sample sets the ranges."""
    quantizer = faiss.IndexFlatIP(centres.shape[1])
    quantizer.add(centres)
    made = _made(quantizer)
    made.sq.rangestat_arg = MARGIN
    # What is left of a vector without its centre has a range of its own, which few do not tell.
    made.by_residual = tells(sample)
    made.train(ranged(sample[:_RANGED]))
    # An id below the map is a position, so that a vector can be had by it.
    made.make_direct_map()
    return _under_ids(made)


def copied(held: faiss.IndexIDMap, stays: NDArray[np.bool_]) -> faiss.IndexIDMap:
    """A copy in memory of the vectors that stay, by position; they move up."""
    old = below(held)
    made = _made(faiss.clone_index(old.quantizer))
    made.sq, made.by_residual = old.sq, old.by_residual
    made.is_trained = True
    mapped = _under_ids(made)
    moved = np.cumsum(stays) - 1
    source, target = _lists(old), _lists(made)
    for number in range(old.nlist):
        size = source.list_size(number)
        if not size:
            continue
        positions = faiss.rev_swig_ptr(source.get_ids(number), size)
        codes = faiss.rev_swig_ptr(source.get_codes(number), size * made.code_size)
        kept = stays[positions]
        ids = np.ascontiguousarray(moved[positions[kept]])
        kept_codes = np.ascontiguousarray(codes.reshape(size, -1)[kept])
        if len(ids):
            target.add_entries(number, len(ids), faiss.swig_ptr(ids), faiss.swig_ptr(kept_codes))
    made.ntotal = mapped.ntotal = int(np.count_nonzero(stays))
    made.make_direct_map()
    ids = faiss.vector_to_array(held.id_map)[stays]
    faiss.copy_array_to_vector(ids, mapped.id_map)
    return mapped


def below(held: faiss.IndexIDMap) -> faiss.IndexIVFScalarQuantizer:
    """The inverted file under a map of ids."""
    return cast("faiss.IndexIVFScalarQuantizer", faiss.downcast_index(held.index))


def imbalance(index: faiss.IndexIVFScalarQuantizer) -> float:
    """How many times as much a search looks through as with lists of one length."""
    return float(_lists(index).imbalance_factor())


def in_file(index: faiss.IndexIVFScalarQuantizer) -> bool:
    """Whether the lists lie in a file; then they are read as they are needed, here and now."""
    lists = _lists(index)
    if not isinstance(lists, faiss.OnDiskInvertedLists):
        return False
    # It would start 32 threads for every search.
    lists.prefetch_nthread = 0
    return True


def compared(
    index: faiss.IndexIVFScalarQuantizer,
    query: NDArray[np.float32],
    positions: NDArray[np.int64],
    k: int,
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The k nearest of these positions, each compared, with their scores, best first."""
    scores = index.reconstruct_batch(positions) @ query
    best = np.argsort(-scores, kind="stable")[:k]
    return positions[best], scores[best]


def looked_through(
    index: faiss.IndexIVFScalarQuantizer,
    query: NDArray[np.float32],
    k: int,
    probes: int,
    inside: NDArray[np.int64] | None,
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Positions and scores of the k nearest in the lists nearest to the query, best first.

    So many lists as `probes` says, and more until there are k; `inside` are the only positions
    that are eligible.
    """
    selector = None
    if inside is not None:
        eligible = np.zeros(index.ntotal, dtype=np.bool_)
        eligible[inside] = True
        selector = bitmap(eligible)
    while True:
        probes = min(max(1, probes), index.nlist)
        # The stubs of FAISS give the C++ signatures; this is that of its Python wrapper.
        parameters = faiss.SearchParametersIVF(sel=selector, nprobe=probes)  # type: ignore[call-arg]
        scores, positions = index.search(query[None], k, params=parameters)
        found = positions[0] >= 0
        if probes == index.nlist or np.count_nonzero(found) >= k:
            return positions[0][found], scores[0][found]
        probes *= _WIDER


def _lists(index: faiss.IndexIVFScalarQuantizer) -> Any:  # noqa: ANN401 - one of several kinds
    # The stubs of FAISS know neither the kinds nor what an owner is.
    return faiss.downcast_InvertedLists(cast("Any", index.invlists))


def _given_away(index: Any) -> None:  # noqa: ANN401
    """Have it go with what it was put into, not with the name that it has here."""
    index.this.disown()


def _made(quantizer: faiss.Index) -> faiss.IndexIVFScalarQuantizer:
    made = faiss.IndexIVFScalarQuantizer(
        quantizer, quantizer.d, quantizer.ntotal, _KIND, faiss.METRIC_INNER_PRODUCT
    )
    made.own_fields = True
    _given_away(quantizer)
    return made


def _under_ids(made: faiss.IndexIVFScalarQuantizer) -> faiss.IndexIDMap:
    """A map of ids over it; that of FAISS takes an empty index alone."""
    mapped = faiss.IndexIDMap(made)
    mapped.own_fields = True
    _given_away(made)
    return mapped
