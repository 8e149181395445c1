"""The library on a lighthouse is there for every test here."""

from tests.retrieval.answer.finding.lighthouse import catalogue

__all__ = ["catalogue"]
