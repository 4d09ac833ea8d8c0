"""A citizen books: topic, centre, day, time, name, check."""

from bot.handlers.routes import Routes

ROUTES = Routes()
