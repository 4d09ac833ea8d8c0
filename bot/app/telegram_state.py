"""What Telegram says of the bot of these settings, without building the rest of the program."""

from aiogram.utils.token import TokenValidationError

from bot.app.application import bot_of
from bot.settings import Settings
from bot.telegram.api_state import ApiFault, ApiState, look_at_api


async def telegram_state(settings: Settings) -> ApiState | ApiFault:
    """Who the bot is and how its updates come; changes nothing."""
    try:
        bot = bot_of(settings)
    except TokenValidationError:  # no token has this form
        return ApiFault.UNKNOWN_BOT
    return await look_at_api(bot)
