"""Dispatches every parsed update: its kind is looked up, one handler answers."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.talk import Talk
from bot.handlers.update_router import UpdateRouter
from bot.screens.staff import group_chats
from bot.telegram.begin_talk import GROUP_ANONYMOUS_BOT
from bot.telegram.incoming_text import Albums, odd_kind, read_text


class UpdateDispatcher:
    """Everything that people write and press in Telegram."""

    def __init__(self, updates: UpdateRouter) -> None:
        self._updates = updates
        self._albums = Albums()

    def router(self) -> Router:
        """Three observers of aiogram, without filters: those run in threads and cost milliseconds."""
        router = Router(name="updates")
        router.message.register(self.message)
        router.edited_message.register(self.edited)
        router.callback_query.register(self.press)
        return router

    async def message(self, message: Message, bot: Bot, talk: Talk) -> None:
        """Handles a message of any kind: words, a point on the map, or what cannot be read."""
        said = read_text(message, (await bot.me()).username or "", in_group=talk.in_group)
        if said is None:
            return
        first = self._albums.is_first(message)
        if talk.person.id == GROUP_ANONYMOUS_BOT:
            await self._tell_anonymous(talk, first=first)
        elif place := message.location:
            await self._updates.location(place.latitude, place.longitude, talk)
        elif not said.is_empty:
            await self._updates.text(said, talk)
        elif first:
            await self._updates.unreadable_reply(odd_kind(message), said, talk)
        else:
            await self._updates.more_of_album(talk)

    @staticmethod
    async def _tell_anonymous(talk: Talk, *, first: bool) -> None:
        """Says to an admin who writes in the name of the group what to do; once to an album."""
        if first:
            await talk.reply(group_chats.anonymous())

    async def edited(self, message: Message, bot: Bot, talk: Talk) -> None:
        """A corrected question is asked anew; a moving location is not, a caption is looked at for secrets."""
        if message.text:
            await self.message(message, bot, talk)
        elif said := read_text(message, (await bot.me()).username or "", in_group=talk.in_group):
            await self._updates.edited_caption(said.text, talk)

    async def press(self, query: CallbackQuery, talk: Talk) -> None:
        """Handles the press of a button."""
        await self._updates.press(query.data or "", talk)
