"""Paragraph vectors, searchable; derived from the store and always rebuildable."""
