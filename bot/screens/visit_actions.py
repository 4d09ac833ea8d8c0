"""What the buttons of booking mean."""

from collections.abc import Mapping

from bot.screens.action import Action

# Tags live in old messages for years: add, never reuse. Two signs, the first is «k».
TAGS: Mapping[str, type[Action]] = {}
