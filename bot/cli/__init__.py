"""The `whosays` command."""
