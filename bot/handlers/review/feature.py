"""Answers and cards reviewed by admins."""

from bot.handlers.feature import Feature
from bot.handlers.review.review import ROUTES

FEATURE = Feature("review", private_routes=ROUTES)
