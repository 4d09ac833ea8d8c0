"""Words of those who work here about their own work: who they are for the bot, how a task is done."""

import re

from bot.handlers.bot_info import BotInfo
from bot.handlers.home import home
from bot.handlers.talk import Talk
from bot.russian.normalize import bare_words
from bot.staff.roster import Roster
from bot.stats.journal import Journal

_WHO = re.compile(
    r"(?:а )?кто я(?: такая| такой| здесь| тут)?|(?:а )?кем я (?:здесь |тут )?(?:числюсь|записана?|работаю)"
    r"|(?:в|из|от) како(?:м|го|й) (?:я )?(?:центра?е?|библиотек[еи])(?: я)?(?: работаю| числюсь| записана?)?"
    r"|где я (?:работаю|числюсь|записана?)|какой (?:у меня|мой) центр|какая у меня роль"
)
_GUIDE = re.compile(
    r"(?:где |есть ли |покажите? |дайте? )?(?:найти |взять |лежит |мне )?(?:инструкци|руководств|памятк|справк)\w*"
    r" (?:для )?(?:библиотекар|сотрудник|работник)\w*"
)
_HELP = frozenset({"помощь", "справка", "инструкция", "руководство", "памятка"})
_TASK = re.compile(
    r"как (?:мне )?(?:поставить|отметить|исправить|изменить|убрать|вычеркнуть|отменить|добавить|пригласить|удалить)"
    r" .*\b(?:итог|отметк|журнал|ответ|библиотекар|коллег|дежурств)\w*.*"
)


_ABLE = re.compile(r"(?:а )?(?:что|чего) (?:ты|вы|бот) (?:еще )?уме(?:ешь|ете|ет)")


def asks_who_they_are(text: str) -> bool:
    """«кто я», «в каком центре я работаю»."""
    return bool(_WHO.fullmatch(bare_words(text)))


def asks_how_to_work(text: str) -> bool:
    """«где инструкция для библиотекаря», «как исправить ошибку в журнале»: what the help for those who work tells."""
    words = bare_words(text)
    return words in _HELP or any(asked.fullmatch(words) for asked in (_GUIDE, _TASK, _ABLE))


def names_hours_of_booking(text: str) -> bool:
    """«часы записи», the words of that button, typed where nothing was asked."""
    return bare_words(text) in {"часы записи", "часы консультаций", "наши часы", "часы центра"}


async def show_help(talk: Talk, bot_info: BotInfo, roster: Roster, journal: Journal) -> None:
    """The help for those who work here, asked for in words; unlike /help it is of them alone, and never for a group."""
    await home.help_(talk, bot_info, roster, journal)
