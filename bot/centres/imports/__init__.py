"""Other people's lists of libraries and villages, compared with ours: told first, nothing overwritten silently."""
