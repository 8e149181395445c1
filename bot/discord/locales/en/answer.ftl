# The answer to a question.
