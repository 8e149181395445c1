"""Words, and which of six languages they are in; everything above reads with these."""
