"""Words in tantivy: for libraries in which FTS5 takes too long (retrieval/index/engines.py)."""
