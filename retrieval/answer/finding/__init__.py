"""The event's articles, then their sentences."""
