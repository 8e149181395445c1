"""Discord's gateway and REST interface for one application, on loopback, for tests and checks.

`Loopback` is the server; `python -m tests.gateway --port N --hook DIR` runs it by itself. What it
enforces is what simcord leaves out: tokens, sessions, resuming, rate limits, deadlines over a real
socket, locales and apps installed by a user.
"""
