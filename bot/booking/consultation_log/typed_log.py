"""What librarians type of the log itself: «журнал за 30 ноября», «вычеркнуть последнюю строку»."""

import re

from bot.russian.normalize import bare_words, fold

_LOG = re.compile(
    r"^(?:(?:покажи|покажите|открой|откройте|дай|дайте|что в)\s+)?(?:мой |наш )?журнал[аеу]?\b"
    r"(?: (?:дня|консультаций|без записи|того дня|посещений))*(?P<day>.*)$",
    re.DOTALL,
)
_DAY = re.compile(
    r"^\s*(?:за|на|от|во?)?\s*(?P<day>(?:[0-9]{1,2}[. ]|вчера|позавчера|сегодня|завтра|прошл|минувш"
    r"|понедельн|вторник|сред[уы]|четверг|пятниц|суббот|воскресень).*)$",
    re.DOTALL,
)
_STRIKE = re.compile(
    r"^(?:вычеркнуть|вычеркни|вычеркните)"
    r"(?: (?:последн[а-я]+|строк[а-я]*|эт[а-я]+|запись|из журнала|пожалуйста|ошибку))*$"
)
_BACK = r"(?:верн(?:и|ите|уть|ем)|восстанови(?:те|ть)?|не вычеркива(?:й|йте|ть)|отмени(?:те|ть)? вычеркивание)"
_OF_LINE = r"(?:строк[а-я]*|вычеркнут[а-я]*|(?:запись )?(?:в|из) журнал[а-я]*|вычеркивание)"
_RESTORE = re.compile(
    rf"^(?:(?:ой|ну|нет|а|пожалуйста) )*{_BACK}(?: (?:мне|последн[а-я]+|эту|обратно|назад|пожалуйста))*"
    rf"(?: {_OF_LINE})+$"
    r"|^не вычеркива(?:й|йте|ть)$"
)
_TAKE_BACK = re.compile(
    rf"^(?:(?:ой|ну|нет|а|стой|стойте|пожалуйста|все таки) )*"
    rf"(?:{_BACK}|не надо было|ошибл(?:ась|ся)|зря|не ту|по ошибке)"
    rf"(?: (?:ее|это|строку|назад|обратно|пожалуйста|запись|{_OF_LINE}))*$"
)


def asks_to_restore(text: str) -> bool:
    """Whether the words want the struck line back, wherever they are said: «верните вычеркнутую строку»."""
    return _RESTORE.match(bare_words(text)) is not None


def takes_back_striking(text: str) -> bool:
    """The same below the line that has just been struck: «ой нет верни»."""
    return _TAKE_BACK.match(bare_words(text)) is not None


def asks_for_log(text: str) -> bool:
    """Whether the words ask for the log of a day, and for nothing else."""
    found = _LOG.match(fold(text).strip().rstrip(".!"))
    return found is not None and (not found["day"].strip() or _DAY.match(found["day"]) is not None)


def day_words(text: str) -> str:
    """The words of the day whose log is asked for; none for today."""
    found = _LOG.match(fold(text).strip().rstrip(".!"))
    said = _DAY.match(found["day"]) if found else None
    return said["day"].strip() if said else ""


def asks_to_strike(text: str) -> bool:
    """Whether the words want a line of the log taken back."""
    return _STRIKE.match(bare_words(text)) is not None
