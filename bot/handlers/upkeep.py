"""How the bot stands, for those who keep it."""

from bot.handlers.routes import Routes

ROUTES = Routes()
