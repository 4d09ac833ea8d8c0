"""What Telegram's permanent errors mean for whoever sends: one table, by the words of the error."""

from enum import StrEnum

from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError, TelegramMigrateToChat


class SendFailure(StrEnum):
    """Why a message will never be sent as it is."""

    GONE = "gone"  # the person has stopped the bot, or the chat is no more
    NEVER_STARTED = "never started"  # the person has never written to the bot
    TOPIC_GONE = "topic gone"  # the topic of the forum was closed or deleted; the group itself may be there
    MOVED = "moved"  # the group has another number
    UNPARSABLE = "unparsable"  # Telegram does not understand the marks of the text
    UNCHANGED = "unchanged"  # an edit that would change nothing
    NOT_EDITABLE = "not editable"  # the message to be changed is too old, or gone
    REJECTED = "rejected"  # no chat would take this message


# The first line whose words the error has, decides.
_BY_WORDS = (
    ("can't initiate conversation", SendFailure.NEVER_STARTED),
    ("can't parse entities", SendFailure.UNPARSABLE),
    ("message thread not found", SendFailure.TOPIC_GONE),
    ("topic_closed", SendFailure.TOPIC_GONE),
    ("topic_deleted", SendFailure.TOPIC_GONE),
    ("topic_id_invalid", SendFailure.TOPIC_GONE),
    ("message is not modified", SendFailure.UNCHANGED),
    ("message to edit not found", SendFailure.NOT_EDITABLE),
    ("message can't be edited", SendFailure.NOT_EDITABLE),
    ("message_id_invalid", SendFailure.NOT_EDITABLE),
    ("can't parse", SendFailure.REJECTED),
    ("message is too long", SendFailure.REJECTED),
    ("text is empty", SendFailure.REJECTED),
    ("text must be", SendFailure.REJECTED),
    ("button_", SendFailure.REJECTED),
    ("reply markup", SendFailure.REJECTED),
    ("wrong file", SendFailure.REJECTED),
    ("chat not found", SendFailure.GONE),
    ("user is deactivated", SendFailure.GONE),
    ("bot was kicked", SendFailure.GONE),
    ("group chat was upgraded", SendFailure.GONE),
    ("peer_id_invalid", SendFailure.GONE),
)


def send_failure(error: TelegramAPIError, *, in_group: bool) -> SendFailure:
    """The meaning of a permanent error; a group that takes no messages is gone, whatever Telegram calls it."""
    if isinstance(error, TelegramMigrateToChat):
        return SendFailure.MOVED
    words = error.message.lower()
    known = next((failure for part, failure in _BY_WORDS if part in words), None)
    if isinstance(error, TelegramForbiddenError):
        return known if known is SendFailure.NEVER_STARTED else SendFailure.GONE
    return known or (SendFailure.GONE if in_group else SendFailure.REJECTED)
