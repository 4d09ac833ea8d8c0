"""The words of a Telegram message, if it has any that are meant for the bot."""

import re
from dataclasses import replace

from aiogram.enums import ContentType, MessageEntityType
from aiogram.types import Message
from cachetools import FIFOCache

from bot.handlers.incoming_text import IncomingText
from bot.screens.home.unsupported import UnsupportedKind

LONGEST = 4096

_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w{1,32}))?(?:\s+(?P<rest>.*))?", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")

_ODD = {
    ContentType.VOICE: UnsupportedKind.VOICE,
    ContentType.VIDEO_NOTE: UnsupportedKind.PICTURE,  # a face: never carried to librarians as a voice is
    ContentType.AUDIO: UnsupportedKind.DOCUMENT,
    ContentType.PHOTO: UnsupportedKind.PICTURE,
    ContentType.VIDEO: UnsupportedKind.PICTURE,
    ContentType.DOCUMENT: UnsupportedKind.DOCUMENT,
    ContentType.STICKER: UnsupportedKind.STICKER,
    ContentType.ANIMATION: UnsupportedKind.STICKER,
    ContentType.DICE: UnsupportedKind.STICKER,
    ContentType.CONTACT: UnsupportedKind.CONTACT,
}
# What Telegram itself says in a chat: nobody spoke to us.
_SERVICE = frozenset(
    {
        ContentType.NEW_CHAT_MEMBERS,
        ContentType.LEFT_CHAT_MEMBER,
        ContentType.NEW_CHAT_TITLE,
        ContentType.NEW_CHAT_PHOTO,
        ContentType.DELETE_CHAT_PHOTO,
        ContentType.GROUP_CHAT_CREATED,
        ContentType.SUPERGROUP_CHAT_CREATED,
        ContentType.MIGRATE_TO_CHAT_ID,
        ContentType.MIGRATE_FROM_CHAT_ID,
        ContentType.PINNED_MESSAGE,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
        ContentType.FORUM_TOPIC_CREATED,
        ContentType.FORUM_TOPIC_EDITED,
        ContentType.FORUM_TOPIC_CLOSED,
        ContentType.FORUM_TOPIC_REOPENED,
        ContentType.GENERAL_FORUM_TOPIC_HIDDEN,
        ContentType.GENERAL_FORUM_TOPIC_UNHIDDEN,
        ContentType.VIDEO_CHAT_SCHEDULED,
        ContentType.VIDEO_CHAT_STARTED,
        ContentType.VIDEO_CHAT_ENDED,
        ContentType.VIDEO_CHAT_PARTICIPANTS_INVITED,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.WRITE_ACCESS_ALLOWED,
        ContentType.BOOST_ADDED,
    }
)


def read_text(message: Message, bot_name: str, *, in_group: bool) -> IncomingText | None:
    """The words with what came beside them, or None where the bot was not spoken to."""
    if message.content_type in _SERVICE:
        return None
    said = _words(message, bot_name, in_group=in_group)
    return said and replace(
        said,
        marked=_with_bold_marks(message),
        hidden_links=_hidden_links(message),
        attached=_attached_to(message),
        replied_to=_replied_to(message),
        replied_message=str(answered.message_id) if (answered := _answered(message)) else "",
        replied_to_bot=_is_bots(answered),
        forwarded=message.forward_origin is not None,
    )


def _words(message: Message, bot_name: str, *, in_group: bool) -> IncomingText | None:
    text = _CONTROL.sub("", message.text or message.caption or "")[:LONGEST].strip()
    command = _COMMAND.fullmatch(text)
    if command and (command["bot"] or bot_name).casefold() == bot_name.casefold():
        return IncomingText((command["rest"] or "").strip(), command["name"].casefold())
    if not in_group:
        return IncomingText(text)
    return _spoken_to(message, text, bot_name)


def _with_bold_marks(message: Message) -> str:
    """The words with what the messenger has made of **bold** put back: answers are written with such marks."""
    letters = (message.text or "").encode("utf-16-le", errors="surrogatepass")  # entities count so
    bold = [one for one in message.entities or () if one.type == MessageEntityType.BOLD]
    for at in sorted((edge for one in bold for edge in (one.offset, one.offset + one.length)), reverse=True):
        letters = letters[: at * 2] + "**".encode("utf-16-le") + letters[at * 2 :]
    return letters.decode("utf-16-le", errors="replace").strip()


def _hidden_links(message: Message) -> str:
    """The addresses that stand behind words, as forwarded letters of swindlers hide them."""
    entities = (*(message.entities or ()), *(message.caption_entities or ()))
    return "".join(f" {one.url}" for one in entities if one.url)


def _replied_to(message: Message) -> str:
    """The words that are answered: the quoted part where one was chosen, else the whole message."""
    answered = _answered(message)
    words = message.quote.text if message.quote else (answered and (answered.text or answered.caption)) or ""
    return _CONTROL.sub("", words)[:LONGEST].strip()


def _answered(message: Message) -> Message | None:
    """What is replied to; in a topic Telegram names the beginning of the topic where somebody just writes."""
    answered = message.reply_to_message
    return None if answered is None or answered.forum_topic_created else answered


def _is_bots(message: Message | None) -> bool:
    return message is not None and message.from_user is not None and message.from_user.is_bot


def odd_kind(message: Message) -> UnsupportedKind:
    """What kind of message without words it is."""
    return _ODD.get(ContentType(message.content_type), UnsupportedKind.OTHER)


def _attached_to(message: Message) -> UnsupportedKind | None:
    """What came with the words, or instead of them; None where there are words alone."""
    return None if message.content_type == ContentType.TEXT else odd_kind(message)


class Albums:
    """Several pictures sent at once come one by one; the person sees one message, and gets one answer about them."""

    def __init__(self, remembered: int = 1_000) -> None:
        self._seen: FIFOCache[tuple[int, str], None] = FIFOCache(remembered)

    def is_first(self, message: Message) -> bool:
        """Whether no other picture of its album has come before; true of what is in no album."""
        if message.media_group_id is None:
            return True
        album = (message.chat.id, message.media_group_id)
        if album in self._seen:
            return False
        self._seen[album] = None
        return True


def _spoken_to(message: Message, text: str, bot_name: str) -> IncomingText | None:
    """In a group only a mention or an answer to the bot is meant for it."""
    answered = replied.from_user if (replied := _answered(message)) else None
    mention = f"@{bot_name}"
    if mention.casefold() not in text.casefold():
        return IncomingText(text) if answered and answered.username == bot_name else None
    return IncomingText(re.sub(re.escape(mention), "", text, flags=re.IGNORECASE).strip(" ,:"))
