"""Each contestant as a process of its own, run in its own environment."""
