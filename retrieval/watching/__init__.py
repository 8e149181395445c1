"""Watched questions: which are asked again, what is new in an answer, and what is posted."""
