"""Counting what was done, without names."""
