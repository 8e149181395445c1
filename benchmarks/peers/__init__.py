"""whosays beside the libraries that people would take instead, in one run."""
