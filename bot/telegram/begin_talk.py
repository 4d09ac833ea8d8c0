"""From an update of Telegram to the talk that handlers answer through."""

from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, Message, Update, User

from bot.dialog_state import Conversation, DialogStore
from bot.handlers.messenger import MessageId, Messenger
from bot.handlers.talk import Talk
from bot.people import Address

CHANNEL = "telegram"
GROUP_ANONYMOUS_BOT = 1087968824  # in whose name Telegram shows what an anonymous admin of a group writes


def begin(
    update: Update, user: User | None, chat: Chat | None, messenger: Messenger, awaited: DialogStore
) -> Talk | None:
    """The talk of an update, or None where there is nobody to answer."""
    if user is None or chat is None or (user.is_bot and user.id != GROUP_ANONYMOUS_BOT):
        return None
    who, where = Address(CHANNEL, user.id), Conversation(CHANNEL, user.id, chat.id)
    in_group = chat.id != user.id  # a private chat has the number of its person
    talk = Talk(who, where, messenger, awaited, user.first_name, chat.title or "", in_group=in_group)
    match update.event:
        case CallbackQuery(id=id_, message=Message() | InaccessibleMessage() as message, data=data):
            talk.event = f"press:{id_}"
            talk.button = f"{chat.id}:{message.message_id}:{data or ''}"
            talk.pressed = MessageId(str(message.message_id))
            talk.forum_topic = topic_of(message)
        case Message(message_id=number, edit_date=edited):
            talk.event = f"message:{chat.id}:{number}:{edited or ''}"
            talk.reply_to = MessageId(str(number)) if in_group else None
            talk.said = MessageId(str(number))
            talk.forum_topic = topic_of(update.event)
            talk.file_bytes = _bytes_of(update.event)
        case _:
            talk.event = f"update:{update.update_id}"
    return talk


def topic_of(message: Message | InaccessibleMessage) -> int | None:
    """The topic of a forum; the general one has no number, and answers in other groups have one that means no topic."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def _bytes_of(message: Message) -> int:
    """The size of what came with the message; 0 where Telegram does not tell it."""
    files = (message.document, message.video, message.audio, *(message.photo or ())[-1:])
    return max((file.file_size or 0 for file in files if file), default=0)
