"""Paragraphs by their vectors and words in a collection of a Milvus server; derived, as all here.

The store stays the truth: a collection is filled from it, follows its changes and, where it is not
this library's or cannot have kept up, is never searched.
"""
