"""Danger and crisis: what is said at once, and the list of what may be happening."""
