"""People who stop the bot and come back; groups that take it in, put it out and change their number."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated, Message

from bot.clock import Clock
from bot.handlers.talk import Talk
from bot.people import Address, People
from bot.screens.staff import group_chats as group_chats_screens
from bot.staff.group_chats import GroupChats
from bot.staff.reachability import Reachability
from bot.staff.roster import Roster
from bot.telegram.begin_talk import CHANNEL

_AWAY = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


async def changed(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    event: ChatMemberUpdated,
    talk: Talk,
    people: People,
    clock: Clock,
    group_chats: GroupChats,
    roster: Roster,
    reachability: Reachability,
) -> None:
    """Keeps whether messages still reach a person or a group."""
    away = event.new_chat_member.status in _AWAY
    if not talk.in_group:
        await people.set_reachable(talk.person, since=clock.now() if away else None)
        if not away:
            await reachability.returned(talk.person)
    elif away:
        await group_chats.lost(Address(CHANNEL, event.chat.id))
    elif event.old_chat_member.status in _AWAY and roster.is_staff(talk.person):
        await talk.reply(group_chats_screens.came())


async def moved(message: Message, group_chats: GroupChats) -> None:
    """Handles a group that became a supergroup: the same people under another number."""
    old, new = message.chat.id, message.migrate_to_chat_id
    if new:
        await group_chats.moved(Address(CHANNEL, old), Address(CHANNEL, new))


async def _moves(message: Message) -> bool:
    # Not an `F.` filter: those run in threads.
    return message.migrate_to_chat_id is not None


def router() -> Router:
    """The two observers of membership; registered before the dispatcher of messages and presses."""
    router = Router(name="membership")
    router.my_chat_member.register(changed)
    router.message.register(moved, _moves)
    return router
