"""Texts and their formatting: what Telegram makes of them and what may be shown in a browser."""
