"""Articles in, answers out. Knows nothing of Discord or terminals."""
