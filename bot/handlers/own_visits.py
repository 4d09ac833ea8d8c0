"""A citizen's own visits: the list, moving, cancelling, the line, reminders, the rating."""

from bot.handlers.routes import Routes

ROUTES = Routes()
