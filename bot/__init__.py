"""The doors: one Answer in, several renderings out."""
