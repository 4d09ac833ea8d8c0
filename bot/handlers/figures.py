"""The figures in the chat."""

from bot.handlers.routes import Routes

ROUTES = Routes()
