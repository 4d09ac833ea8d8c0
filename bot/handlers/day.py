"""The librarian's day: who comes, who came, what it led to; walk-ins, phone calls, the printed sheet."""

from bot.handlers.routes import Routes

ROUTES = Routes()
