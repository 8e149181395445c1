"""What was asked: a question as people type it, read into what the rest can use."""
