"""What is understood of words: which of two readings is meant, and wishes that no other feature serves."""

from bot.handlers.acts import choice, conversation
from bot.handlers.feature import Feature
from bot.handlers.routes import together

FEATURE = Feature("acts", together(choice.ROUTES, conversation.ROUTES))
