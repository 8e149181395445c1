"""Raw input as it is kept: compressed with zlib where that makes it smaller."""

from __future__ import annotations

import zlib


def packed(raw: bytes | None) -> tuple[bytes | None, bool]:
    """The bytes to keep, and whether they are compressed."""
    if raw is None:
        return None, False
    small = zlib.compress(raw)
    return (small, True) if len(small) < len(raw) else (raw, False)


def unpacked(kept: bytes | None, *, packed: bool) -> bytes | None:
    """The bytes as they came."""
    return zlib.decompress(kept) if packed and kept is not None else kept
