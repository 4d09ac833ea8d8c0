"""Periods of reports: they look back."""
