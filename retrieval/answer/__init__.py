"""Question to Answer: understand, search, judge, attribute, group."""
