"""What the bot shows beside answers: lists, an article, settings, confirmations."""
