"""Addresses to articles: fetch safely, and read what came in a process of its own."""
