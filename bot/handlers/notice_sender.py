"""Sends notices so that they can be answered by typing, as every other message."""

from collections.abc import Awaitable, Callable

from bot.dialog_state import Conversation, DialogStore
from bot.handlers.short_answers import may_be_answered
from bot.outbox.delivery_worker import NoticeMessenger, RecipientUnreachableError
from bot.people import Address
from bot.screens.screen import Screen, ShownQuestion
from bot.screens.typed_answers import offered
from bot.staff.reachability import Reachability

Noted = Callable[[ShownQuestion, Address, str], Awaitable[None]]


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
        note: Noted | None = None,
    ) -> None:
        """`chat_of` tells the private chat of a person, or the group itself; `note` keeps what a message shows."""
        self._messenger = messenger
        self._awaited = awaited
        self._reachability = reachability
        self._chat_of = chat_of
        self._note = note

    async def send(self, to: Address, screen: Screen) -> str | None:
        """Sends a notice. Raises RecipientUnreachableError, MessageRejectedError or RetryLaterError."""
        try:
            sent = await self._messenger.send(to, screen)
        except RecipientUnreachableError:
            await self._reachability.missed(to)
            raise
        await self._reachability.heard(to)
        if screen.shows and sent and self._note:
            await self._note(screen.shows, to, sent)
        if not (screen.is_late or screen.instead_of) and screen.rows:
            await self._offer(to, screen)
        return sent

    async def _offer(self, to: Address, screen: Screen) -> None:
        talk = Conversation(to.channel, to.id, self._chat_of(to))
        offer = offered(screen)
        if self._awaited.text(talk) is None:
            await self._awaited.offer(talk, offer)
        elif may_be_answered(offer):
            await self._awaited.notice(talk, offer)
