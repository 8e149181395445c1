"""Mirrors bot/discord/commands."""
