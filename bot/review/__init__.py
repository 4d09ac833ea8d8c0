"""Answers and cards read by people before citizens rely on them: whose turn it is, and what was found right."""
