"""Answers are mended from the chat: what would change is known before, and each change stands or falls as a whole."""
