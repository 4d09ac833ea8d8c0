"""What the buttons under a person's own visits and reminders mean."""

from collections.abc import Mapping

from bot.screens.action import Action

# Tags live in old messages for years: add, never reuse. Two signs, the first is «u».
TAGS: Mapping[str, type[Action]] = {}
