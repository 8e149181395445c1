"""The bot: questions asked in Discord, answers shown there. The only room that knows discord.py."""
