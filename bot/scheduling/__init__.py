"""The scheduler of periodic jobs; it remembers nothing."""
