"""What is owed to somebody else, or later."""
