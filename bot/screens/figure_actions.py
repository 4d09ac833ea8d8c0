"""What the buttons of the figures mean."""

from collections.abc import Mapping

from bot.screens.action import Action

# Tags live in old messages for years: add, never reuse. Two signs, the first is «f».
TAGS: Mapping[str, type[Action]] = {}
