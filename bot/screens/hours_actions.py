"""What the buttons of closing, consultation hours and duty mean."""

from collections.abc import Mapping

from bot.screens.action import Action

# Tags live in old messages for years: add, never reuse. Two signs, the first is «q».
TAGS: Mapping[str, type[Action]] = {}
