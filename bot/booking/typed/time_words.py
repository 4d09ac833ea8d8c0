"""The words people use for days and hours, brought to one form; a slip of the pen is mended but never trusted."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.russian.accounting import COURTESY
from bot.russian.calendar_words import MONTH_FORMS, MONTHS, WEEKDAY_FORMS
from bot.russian.keyboard_layout import from_latin_keys
from bot.russian.numerals import GENITIVES, NUMERALS, ORDINAL, with_numbers
from bot.russian.spelling import evened

LONGEST = 200  # characters; what is longer is a letter and no time

_FORMS: dict[str, tuple[str, ...]] = {
    **WEEKDAY_FORMS,
    **MONTH_FORMS,
    "сегодня": ("седня", "сегодняшний"),
    "завтра": ("завтрашний",),
    "послезавтра": (),
    "вчера": ("вчерашний", "позавчера"),
    "утром": ("утра", "утро", "утречком"),
    "днем": ("дневное",),
    "вечером": ("вечера", "вечер", "вечерком", "вечернее"),
    "обеда": ("обед", "обедом"),
    "полдень": ("полудня",),
    "следующий": ("следующая", "следующую", "следующей", "следующее", "следующем", "следующего", "след"),
    "этот": ("эта", "эту", "этой", "это", "этом"),
    "неделя": ("неделю", "неделе", "недели", "недель"),
    "месяц": ("месяце", "месяца", "месяцев"),
    "полгода": (),
    "выходные": ("выходных", "выходной", "выходным"),
    "через": (),
    "день": ("дня", "дней"),
    "час": (),
    "часов": ("часа", "часам", "часу", "ч"),
    "минут": ("минуты", "минутам", "мин"),
    "число": ("числа",),
    "год": ("года", "г", "лет"),
    "после": (),
    "до": (),
    "с": ("со",),
    "половине": ("половина",),
    "раньше": ("пораньше",),
    "ближайшее": (
        *("ближайший", "ближайшая", "ближайшую", "скорее", "поскорее", "скорей", "сейчас"),
        *("любое", "любой", "любая", "любую", "равно", "когда-нибудь"),
    ),
}
_HALF = re.compile(rf"\bпол[ -]?(?={'|'.join(GENITIVES)})")  # «полтретьего»
_GREETING = re.compile(r"\bдобр(?:ый|ое|ого) (?:день|дня|утро|утра|вечер|вечера)\b")  # no part of the day is meant
_MEANT = {form: word for word, forms in _FORMS.items() for form in (word, *forms)}
_LONG = [form for form in _MEANT if len(form) >= 5]
# Said around a time and meaning nothing for it.
_FILLERS = COURTESY | {
    *("в", "во", "на", "как", "к", "ко", "у", "и", "или", "если", "есть", "будет", "время", "времени", "все"),
    *("где-то", "примерно", "около", "ровно", "часиков"),
}
_HOUR, _MINUTE = re.compile("[0-9]{1,2}"), re.compile("[0-9]{2}")
_FOR_HOW_LONG = "на срок"  # no reader of moments knows it, so it is asked about
_TOKEN = re.compile(r"[0-9]+(?:[.:/-][0-9]+)*|[а-я]+(?:-[а-я]+)*|[a-z]+|\S")
_SIGNS = frozenset(".,;:!?-()«»\"'…")
_PICTURES = frozenset({"So", "Sk", "Mn", "Me"})  # kinds of characters that emoji are made of


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word in its one form; an unknown one as it is. Neutral ones have the form «»."""

    form: str
    said: str
    guessed: bool = False  # mended: shown, but nothing is done upon it


def words_of(text: str) -> list[TimeWord]:
    """All words and signs of the text; none where it is too long for a time."""
    if len(text) > LONGEST:
        return []
    folded = evened(text)
    if not re.search("[а-я]", folded) and re.search("[a-z]", folded):
        folded = evened(from_latin_keys(folded))
    return [_one_form(form, said) for form, said in _with_hours(list(_with_clocks(_numbered(_parts(folded)))))]


def _parts(folded: str) -> list[str]:
    halved = _HALF.sub("половине ", _GREETING.sub("здравствуйте ", folded))
    ordinal = re.sub(r"(?<=[0-9])\s*-?\s*(?:ого|го|ое|му|е)(?![а-я])", f"{ORDINAL} ", halved)
    spaced = re.sub(r"(?<=[0-9])(?=[а-я])|(?<=[а-я])(?=[0-9])", " ", ordinal)
    dashed = re.sub(r"(?<=[0-9])\s*-\s*(?=[0-9])", "-", spaced)
    lone = re.sub(rf"(?<=[0-9])\s*-\s*(?=[а-я])(?!{ORDINAL[1:]}\s)", " - ", dashed)
    return re.findall(rf"[0-9]+{ORDINAL}(?![а-я])|{_TOKEN.pattern}", lone)


def _numbered(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    at = 0
    for form, taken in with_numbers(parts):
        yield form, " ".join(parts[at : at + taken])
        at += taken


def _with_clocks(parts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """«10 00», «13 30», «двенадцать сорок пять»: minutes where they can be nothing else."""
    words, at = list(parts), 0
    while at < len(words):
        (form, said), (minute, also) = words[at], words[at + 1] if at + 1 < len(words) else ("", "")
        before, after = words[at - 1][0] if at else "", words[at + 2][0] if at + 2 < len(words) else ""
        if _is_clock(form, minute, before) and _MEANT.get(after, after) not in {*MONTHS, "минут", "число", "-", "/"}:
            yield f"{form}:{minute}", f"{said} {also}"
            at += 2
        else:
            yield form, said
            at += 1


def _is_clock(hour: str, minute: str, before: str) -> bool:
    if not (_HOUR.fullmatch(hour) and _MINUTE.fullmatch(minute) and int(hour) < 24):
        return False
    return 24 <= int(minute) <= 59 or minute[0] == "0" or before in {"в", "к", "после"}


def _with_hours(parts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """«в 15» is said of an hour, «15» alone may be a day; «в 15 числа» and «в 15 минут» go on by themselves."""
    forms = [form for form, _ in parts]
    for at, (before, (form, said), after) in enumerate(zip(["", *forms], parts, [*forms[1:], ""], strict=False)):
        yield (_FOR_HOW_LONG, said) if form == "на" and _is_length(forms[at + 1 : at + 3]) else (form, said)
        known = _MEANT.get(after, after)
        alone = not after[:1].isdigit() and known not in {*MONTHS, "число", "часов", "час", "минут", "-"}
        if before in {"в", "к"} and _HOUR.fullmatch(form) and alone:
            yield "часов", ""


def _is_length(forms: Sequence[str]) -> bool:
    """«на 2 дня», «на неделю», «на час» say how long; «на час дня» and «на 2 часа» say when."""
    number, *rest = [_MEANT.get(form, form) for form in (*forms, "", "")]
    if _HOUR.fullmatch(number):
        return rest[0] in {"день", "неделя", "месяц", "год"}
    return number in {"неделя", "месяц", "год"} or (number == "час" and rest[0] not in {"день", "утром", "вечером"})


def _one_form(part: str, said: str) -> TimeWord:
    if part[0].isascii() and part[0].isdigit():
        return TimeWord(part, said)
    if part in _MEANT:
        return TimeWord(_MEANT[part], said)
    if part in _FILLERS or part in _SIGNS or unicodedata.category(part[0]) in _PICTURES:
        return TimeWord("", said)
    if len(part) >= 5 and part not in NUMERALS and (meant := _mended(part)):
        return TimeWord(meant, said, guessed=True)
    return TimeWord(part, said)


def _mended(part: str) -> str | None:
    """The one known word that is a letter away, or two where it is long; a numeral is never guessed."""
    reach = 1 if len(part) < 8 else 2
    found = process.extract(part, _LONG, scorer=OSA.distance, score_cutoff=reach, limit=None)
    nearest = min((distance for _, distance, _ in found), default=0)
    meant = {_MEANT[form] for form, distance, _ in found if distance == nearest}
    return meant.pop() if len(meant) == 1 else None
