"""The alarm clock; it remembers nothing."""
