"""What handlers need of a messenger; each edge (Telegram today) brings its own."""

from enum import StrEnum
from typing import NewType, Protocol

from bot.people import Address
from bot.screens.screen import Screen

MessageId = NewType("MessageId", str)  # opaque: a number in one messenger, a word in another


class Messenger(Protocol):
    """Shows answers in the chats of one messenger; what cannot be shown now is owed, and shown later."""

    async def show(
        self, reader: Address, chat: int, screen: Screen, reply_to: MessageId | None = None
    ) -> MessageId | None:
        """New messages in a chat, written for the one who will read them; the last one, None where it is owed.

        Raises NotToldError.
        """
        ...

    async def replace(self, reader: Address, chat: int, message: MessageId, screen: Screen) -> bool:
        """The screen in place of an earlier message; False where it must come as a new one. Raises NotToldError."""
        ...

    async def drop_buttons(self, chat: int, message: MessageId) -> None:
        """The buttons of an earlier message go, its words stay; nothing happens where that cannot be done now."""
        ...


class CommandAudience(StrEnum):
    """Whose commands a chat shows."""

    CITIZEN = "citizen"
    LIBRARIAN = "librarian"
    DISTRICT = "district"
    METHODIST = "methodist"
    ADMIN = "admin"


class BotProfile(Protocol):
    """The bot as the messenger knows it: its name, links that open it, and the commands a chat shows."""

    async def username(self) -> str: ...

    async def chat_link(self) -> str:
        """An address that opens the chat with the bot."""
        ...

    async def start_link(self, payload: str) -> str:
        """An address that opens the bot with `/start payload`."""
        ...

    async def show_commands(self, chat: int, audience: CommandAudience) -> bool:
        """False where the messenger does not take them, as before the person's first «Начать»."""
        ...
