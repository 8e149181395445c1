"""Days as numbers."""

from __future__ import annotations


def day(text: str) -> int:
    """A day as a number that is greater for a later one; 0 for none."""
    digits = text.replace("-", "")
    return int(digits) if digits.isascii() and digits.isdigit() else 0
