"""People who stop the bot and come back; groups that take it in."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from bot.clock import Clock
from bot.handlers.talk import Talk
from bot.people import People

_AWAY = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


async def changed(event: ChatMemberUpdated, talk: Talk, people: People, clock: Clock) -> None:
    """Keeps whether messages still reach a person."""
    if not talk.in_group:
        away = event.new_chat_member.status in _AWAY
        await people.set_reachable(talk.person, since=clock.now() if away else None)


def router() -> Router:
    """One observer."""
    router = Router(name="membership")
    router.my_chat_member.register(changed)
    return router
