"""Who is told: groups as desks of centres, librarians on and off duty."""

from bot.handlers.routes import Routes

ROUTES = Routes()
