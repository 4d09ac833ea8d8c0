"""What the buttons of important messages mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class WriteBanner(Action):
    """Another important message is to be written."""


@dataclass(frozen=True, slots=True)
class NameBannerTopic(Action):
    """The topics above whose answers the draft can be shown."""

    banner: int


@dataclass(frozen=True, slots=True)
class ShowBanner(Action):
    """Shows the draft above the answers of the scope."""

    banner: int
    scope: str


@dataclass(frozen=True, slots=True)
class ReplaceBanner(Action):
    """Shows the draft in place of another message, above the same answers."""

    banner: int
    instead_of: int


@dataclass(frozen=True, slots=True)
class RemoveBanner(Action):
    """Takes a message away before its end."""

    banner: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «i».
TAGS: Mapping[str, type[Action]] = {
    "iw": WriteBanner,
    "it": NameBannerTopic,
    "is": ShowBanner,
    "ip": ReplaceBanner,
    "ir": RemoveBanner,
}
