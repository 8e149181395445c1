"""Which sentences answer, on which side, and which are shown: the judge's word made positions."""
