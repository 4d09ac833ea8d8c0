"""Librarians close hours; those who were to come then are moved or called."""

from bot.handlers.routes import Routes

ROUTES = Routes()
