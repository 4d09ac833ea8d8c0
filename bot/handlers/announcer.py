"""Sends notices so that they can be answered by typing, as every other message."""

from bot.conversation import Conversation, Waiting
from bot.handlers.messenger import TelegramMessenger
from bot.outbox.courier import UnreachableError
from bot.people import Address
from bot.screens.screen import Screen
from bot.screens.typed_answers import offered
from bot.staff.attendance import Attendance


class Announcer:
    """The courier's messenger; what is typed in a talk already begun keeps its meaning when a notice comes."""

    def __init__(self, messenger: TelegramMessenger, awaited: Waiting, attendance: Attendance) -> None:
        self._messenger = messenger
        self._awaited = awaited
        self._attendance = attendance

    async def send(self, to: Address, screen: Screen) -> None:
        """Raises UnreachableError, UnsendableError or LaterError."""
        try:
            await self._messenger.send(to, screen)
        except UnreachableError:
            await self._attendance.missed(to)
            raise
        await self._attendance.heard(to)
        talk = Conversation(to.channel, to.id, to.id)
        if screen.rows and self._awaited.text(talk) is None:
            await self._awaited.offer(talk, offered(screen))
