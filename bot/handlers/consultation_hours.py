"""Librarians set the hours in which people may book."""

from bot.handlers.routes import Routes

ROUTES = Routes()
