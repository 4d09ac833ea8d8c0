"""Sends notices so that they can be answered by typing, as every other message."""

from collections.abc import Callable

from bot.dialog_state import Conversation, DialogStore
from bot.handlers.short_answers import may_be_answered
from bot.outbox.delivery_worker import NoticeMessenger, RecipientUnreachableError
from bot.people import Address
from bot.screens.screen import Screen
from bot.screens.typed_answers import offered
from bot.staff.reachability import Reachability


class NoticeSender:
    """Sends notices for the delivery worker; in a talk already begun it is noted that a notice asked too.

    An owed answer is no notice: it belongs to the talk since it was given, and must not ask beside itself.
    """

    def __init__(
        self,
        messenger: NoticeMessenger[Screen],
        awaited: DialogStore,
        reachability: Reachability,
        chat_of: Callable[[Address], int],
    ) -> None:
        """`chat_of` tells the private chat of a person, or the group itself."""
        self._messenger = messenger
        self._awaited = awaited
        self._reachability = reachability
        self._chat_of = chat_of

    async def send(self, to: Address, screen: Screen) -> None:
        """Sends a notice. Raises RecipientUnreachableError, MessageRejectedError or RetryLaterError."""
        try:
            await self._messenger.send(to, screen)
        except RecipientUnreachableError:
            await self._reachability.missed(to)
            raise
        await self._reachability.heard(to)
        talk = Conversation(to.channel, to.id, self._chat_of(to))
        if screen.is_late or not screen.rows:
            return
        offer = offered(screen)
        if self._awaited.text(talk) is None:
            await self._awaited.offer(talk, offer)
        elif may_be_answered(offer):
            await self._awaited.notice(talk, offer)
