"""Centroids for an inverted file: k-means in two levels, so that no step takes long.

Clusters of clusters (as FAISS's contrib.clustering does): 2,048 centroids of 100,000 vectors cost
a fiftieth of what one level costs, and whoever stops the work waits for one small step only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import faiss
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

# Up to so many in one level.
_ONE_LEVEL = 128
_ITERATIONS = 12
_SEED = 11


class StoppedError(Exception):
    """Whoever waited for it wants it no longer."""


def centroids(
    sample: NDArray[np.float32], count: int, stopped: Callable[[], bool] = lambda: False
) -> NDArray[np.float32]:
    """Unit vectors (count, dimensions) that the sample gathers around; count <= len(sample).

    Raises StoppedError as soon as `stopped` says so.
    """
    if count <= _ONE_LEVEL:
        return _clustered(sample, count)[0]
    groups = round(count**0.5)
    _, nearest = _clustered(sample, groups)
    members = [np.flatnonzero(nearest == group) for group in range(groups)]
    found = []
    for inside, share in zip(members, _shares([len(each) for each in members], count), strict=True):
        if stopped():
            raise StoppedError
        if share:
            found.append(_clustered(sample[inside], share)[0])
    return np.concatenate(found)


def _shares(sizes: list[int], count: int) -> list[int]:
    """How many of `count` each group gets, at most its size: by largest remainders."""
    exact = np.array(sizes) * (count / sum(sizes))
    shares = np.floor(exact).astype(np.int64)
    rest = np.argsort(shares - exact, kind="stable")[: count - int(shares.sum())]
    shares[rest] += 1
    return [int(each) for each in shares]


def _clustered(
    sample: NDArray[np.float32], count: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Centroids, and the nearest of them for each of the sample."""
    means = faiss.Kmeans(
        sample.shape[1],
        count,
        niter=_ITERATIONS,
        spherical=True,
        seed=_SEED,
        # Its warnings are for those who can choose.
        min_points_per_centroid=1,
    )
    means.train(np.ascontiguousarray(sample))
    centres = np.ascontiguousarray(means.centroids, dtype=np.float32)
    _, nearest = means.index.search(sample, 1)
    return centres, nearest[:, 0]
