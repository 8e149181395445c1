"""Who says what a passage says, read from the passage's own article."""

from retrieval.answer.attribution.attribution import Attribution, Reader, attribute
from retrieval.answer.attribution.names import name_key, same_name
from retrieval.answer.attribution.origins import origins

__all__ = ["Attribution", "Reader", "attribute", "name_key", "origins", "same_name"]
