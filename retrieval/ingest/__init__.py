"""Address or file to Article: read, extract, clean, describe, split, find copies."""
