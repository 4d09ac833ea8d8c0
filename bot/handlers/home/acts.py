"""Settings, erasing, «хватит» and «назад» by words."""

import re

from bot.handlers.bot_info import BotInfo
from bot.handlers.home import cancel, home
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.people import People
from bot.screens.home import home as screens
from bot.screens.home.actions import SetReadingAloud
from bot.screens.my_bookings.actions import SetReminders
from bot.understanding.acts import Act, ActName

_ALOUD = re.compile(r"вслух|озвуч|голосом|чита(?:й|ть|йте)\b|экран", re.IGNORECASE)

_NAMED = re.compile(
    r"напом|сообщ|уведом|оповещ|предупр|рассыл|спам|смс|пис(?:ем|ьм|ать|ал)|пиш|присыл|присла|шл[ияё]|слать|звон|бесп|"
    r"дёрг|дерг|трев|тереб|будит|забы|говор|сказа|пинг|пилик",
    re.IGNORECASE,
)  # what of ours somebody wants more or less of: «больше не нужно» names nothing


async def settings(talk: Talk, act: Act, text: str, people: People, bot_info: BotInfo) -> None:
    """Set at once, for one press takes it back; «плохо вижу» is only offered what «читай вслух» switches on."""
    match act.slots.want, act.slots.value:
        case "aloud", "on" if not _ALOUD.search(text):
            await talk.reply(screens.offer_aloud())
        case "aloud", "on" | "off" as value:
            await home.set_reading_aloud(talk, SetReadingAloud(on=value == "on"), people)
        case "reminders", "on" | "off" as value if bot_info.can_book and _NAMED.search(text):
            await home.set_reminders(talk, SetReminders(eve=value == "on", soon=value == "on"), people)
        case _:
            await home.settings_(talk, people, bot_info)


ROUTES = Routes(acts={ActName.STOP: cancel.cancel, ActName.BACK: home.go_home})
PRIVATE_ROUTES = Routes(acts={ActName.SETTINGS: settings, ActName.FORGET_ME: home.forget})
