"""What the buttons of the librarian's day mean."""

from collections.abc import Mapping

from bot.screens.action import Action

# Tags live in old messages for years: add, never reuse. Two signs, the first is «d».
TAGS: Mapping[str, type[Action]] = {}
