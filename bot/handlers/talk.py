"""One moment of one conversation: who spoke where, and how to answer him."""

from dataclasses import dataclass, field

from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, Message, Update, User

from bot.conversation import Awaited, Conversation, Waiting
from bot.handlers.answers import Answers
from bot.people import Address
from bot.requests import RequestKey
from bot.screens.screen import Screen
from bot.screens.typed_answers import offered

CHANNEL = "telegram"


@dataclass(slots=True)
class Talk:
    """Handlers answer through it and never see Telegram."""

    person: Address
    conversation: Conversation
    answers: Answers
    awaited: Waiting
    name: str = ""  # as the person is called in the messenger, not yet made safe to show
    chat_title: str = ""  # of a group, not yet made safe either
    event: str = ""  # names the update that is answered; the same where it is delivered again
    button: str = ""  # names the button that was pressed, with its message
    pressed: int | None = None  # the message whose button was pressed
    reply_to: int | None = None  # in a group, the message that is answered
    toast: str | None = None
    answered: bool = field(default=False)
    understood: bool = field(default=True)  # not, where words asked nothing or nothing was found for them

    @property
    def in_group(self) -> bool:
        """Whether others read along."""
        return self.conversation.chat != self.person.id

    @property
    def request(self) -> RequestKey:
        """What tells a repeat from something new."""
        return RequestKey(self.person, self.event, self.button)

    async def say(self, screen: Screen) -> None:
        """A new message, so that the talk stays on the screen."""
        await self.answers.show(self.person, self.conversation.chat, screen, self.reply_to)
        await self._remember(screen)

    async def turn(self, screen: Screen) -> None:
        """The screen in place of the one whose button was pressed: for paging and «Назад» only."""
        changed = self.pressed and await self.answers.replace(self.person, self.conversation.chat, self.pressed, screen)
        if not changed:
            await self.answers.show(self.person, self.conversation.chat, screen, self.reply_to)
        await self._remember(screen)

    async def ask(self, screen: Screen, awaited: Awaited) -> None:
        """A message that asks for free text."""
        await self.awaited.put(self.conversation, awaited)
        await self.say(screen)

    async def _remember(self, screen: Screen) -> None:
        self.answered = True
        await self.awaited.offer(self.conversation, offered(screen))


def begin(update: Update, user: User | None, chat: Chat | None, answers: Answers, awaited: Waiting) -> Talk | None:
    """The talk of an update, or None where there is nobody to answer."""
    if user is None or chat is None or user.is_bot:
        return None
    who, where = Address(CHANNEL, user.id), Conversation(CHANNEL, user.id, chat.id)
    talk = Talk(who, where, answers, awaited, user.first_name, chat.title or "")
    match update.event:
        case CallbackQuery(id=id_, message=Message() | InaccessibleMessage() as message, data=data):
            talk.event = f"press:{id_}"
            talk.button = f"{chat.id}:{message.message_id}:{data or ''}"
            talk.pressed = message.message_id
        case Message(message_id=number, edit_date=edited):
            talk.event = f"message:{chat.id}:{number}:{edited or ''}"
            talk.reply_to = number if talk.in_group else None
        case _:
            talk.event = f"update:{update.update_id}"
    return talk
