"""A pretended booking by which a librarian learns the buttons."""

from bot.handlers.feature import Feature
from bot.handlers.practice import practice

FEATURE = Feature("practice", private_routes=practice.ROUTES)
