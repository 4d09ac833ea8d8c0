"""Whether somebody is in a group, asked of Telegram."""

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramBadRequest

from bot.people import Address
from bot.telegram.api_session import at_once_or_not

_AWAY = (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED)
_STRANGERS = ("member not found", "user not found", "participant_id_invalid", "user_not_participant")


class ChatMembers:
    """Asks Telegram who is in a group where the bot is."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def is_member(self, chat: Address, person: Address) -> bool | None:
        """Whether the person is in the group; None where it cannot be found out now."""
        try:
            with at_once_or_not():
                member = await self._bot.get_chat_member(chat.id, person.id)
        except TelegramBadRequest as error:
            return False if any(words in error.message.lower() for words in _STRANGERS) else None
        except (TelegramAPIError, ClientDecodeError):
            return None
        # A restricted member may have left; then the field says so.
        return member.status not in _AWAY and getattr(member, "is_member", True)
