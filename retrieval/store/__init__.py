"""The catalogue of sources and articles: the source of truth, transactional."""
