"""Tests of the real command on a real library."""
