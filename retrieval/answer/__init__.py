"""Question to Answer: understand, search, judge, attribute, group.

`question` reads what was asked and `finding` brings the event's sentences; `decision` says which
answer, or `grammar` where no judge can; `names` and `values` are what texts are looked through for.
"""
