"""Waiting for a place on a full day, and the offers of places that were freed."""
