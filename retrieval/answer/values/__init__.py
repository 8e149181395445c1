"""Amounts, days and places that a sentence gives, and what an open question needs of them."""
