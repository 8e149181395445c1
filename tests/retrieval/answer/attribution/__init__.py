"""The attribution of passages: labels, rules and invariants."""
