"""A question's names and words, and which of them a text holds under any spelling."""
