"""What may be said in a group, where others read along."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.handlers.messenger import BotProfile
from bot.handlers.routes import Handler
from bot.handlers.talk import Talk
from bot.people import Address
from bot.screens.home import home
from bot.screens.screen import Screen
from bot.screens.staff import group_chats


@dataclass(frozen=True, slots=True)
class GroupPrivacy:
    """What concerns one person is said in private; whatever names visitors, also in the group of a centre."""

    private: frozenset[Handler]
    names_visitors: frozenset[Handler]
    is_centre_group: Callable[[Address], bool]
    profile: BotProfile

    async def refusal(self, handler: Handler, talk: Talk) -> Screen | None:
        """What is said there instead of the answer; None where the handler may answer."""
        if not talk.in_group:
            return None
        if handler in self.private:
            return home.in_private(await self.profile.chat_link())
        there = Address(talk.conversation.channel, talk.conversation.chat)
        return (
            group_chats.among_strangers()
            if handler in self.names_visitors and not self.is_centre_group(there)
            else None
        )
