"""What is understood of words: which of two readings is meant, and wishes that no other feature serves."""

from bot.handlers.acts.choice import ROUTES
from bot.handlers.feature import Feature

FEATURE = Feature("acts", ROUTES)
