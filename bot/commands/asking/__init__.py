"""Commands that ask what the bot would answer: articles, places, times, acts."""
