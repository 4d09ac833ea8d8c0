"""Minutes, lines of a list and heads that are counted, in figures or in words."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.russian.counts import count_in
from bot.understanding.extractors.evidence import Evidence

_MINUTES = re.compile(r"([0-9]{1,3})\s*(?:-?ти)?\s*(?:мин|м\b)|\bмин\w* (?:на |через |эдак )*([0-9]{1,3})\b")
_HALF_HOUR = re.compile(r"пол ?-?часа|полчас\w*")
_HOUR = re.compile(r"(?<!\bв )\bчас\b(?! (?:дня|ночи))|\bчасок|\bчасик(?!ам|ов)")
_HOURS = re.compile(r"\b([1-5]) ?час(?:а|ов)\b")
_QUARTER, _HOUR_AND_HALF = re.compile(r"\bчетверть часа|\bчетвертинк"), re.compile(r"\bполтора час")
_SAID_MINUTES = {"пять": 5, "десят": 10, "пятнадцат": 15, "двадцат": 20, "тридцат": 30, "сорок": 40, "пять минут": 5}
_FIRST_LINE, _LAST_LINE = re.compile(r"\b(?:самы[йе]|само[ей])? ?верхн"), re.compile(r"\bпоследн|\bнижн")
_NTH = (
    *(("перв", 1), ("втор(?!ник)", 2), ("трет", 3), ("четверт", 4)),
    *(("пят(?:ый|ая|ое|ую|ой)\\b", 5), ("шест(?:ой|ая|ое|ую)\\b", 6)),
    *(("один\\b|одну\\b", 1), ("дв[ае]\\b", 2), ("три\\b", 3), ("четыре\\b", 4), ("пять\\b", 5), ("шесть\\b", 6)),
    *(("семь\\b", 7), ("восемь\\b", 8), ("девять\\b", 9), ("десять\\b", 10)),
)
_TOGETHER = (  # of people alone
    *((r"двое|двоих|парочк|пара\b|пару\b", 2), (r"трое|троих", 3), (r"четверо\b|четверых", 4), (r"пятеро|пятерых", 5)),
    *((r"шестеро|шестерых", 6), (r"семеро|семерых", 7), (r"восьмеро", 8), (r"десятеро|десяток", 10)),
)
_PEOPLE = (
    *(("два", 2), ("две", 2), ("двух", 2), ("три", 3), ("трех", 3), ("четыре", 4), ("пять", 5), ("шесть", 6)),
    *(("семь", 7), ("восемь", 8), ("девять", 9), ("десять", 10)),
)
_MOST = 100  # lines
_MEASURED = re.compile(r"\b([0-9]{1,4}) ?(?:лет|год|мин|час|руб|тыс)")  # «женщина 70 лет» is one
_STEM = 5  # letters of a word on a line
_WORDS = re.compile("[а-я]+")
_COUNTS = re.compile(
    r"(?:перв|втор|трет|четверт|пят(?:ы|ая|ое|ую|ой)|шест(?:о|ая|ую)|послед|нижн|верхн|средн|посередин)|[0-9]+$"
)
_PICKING = frozenset(
    """
    один одна одно одну два две три четыре пять шесть семь восемь девять десять
    давайте давай ну а и да ой вот это этот эта эту то тот та ту мне нам надо нужно нужен нужна хочу хотелось бы
    выбираю выберу беру возьму подходит пойдет годится пожалуйста спасибо номер под пункт пункта пункту вариант варианта
    строка строку строчка строчку кнопка кнопку вопрос по про о об где там тут который которая которое которую самый
    самая самое самую из списка списке тогда лучше наверное ага угу покажите покажи откройте открой расскажите расскажи
    нажмите нажми нажал нажала интересует меня день дата дату время запись записи на за с в ответ ли же уж просто
    только для него нее них сверху снизу слева справа
    """.split()  # noqa: SIM905 - reads better
)


def minutes_in(folded: str) -> int | None:
    """How many minutes are named; half an hour and an hour are."""
    if found := _MINUTES.search(folded):
        return int(found[1] or found[2])
    for pattern, minutes in ((_QUARTER, 15), (_HOUR_AND_HALF, 90), (_HALF_HOUR, 30)):
        if pattern.search(folded):
            return minutes
    if "мин" in folded:
        return next((count for word, count in _SAID_MINUTES.items() if word in folded), None)
    if found := _HOURS.search(folded):
        return 60 * int(found[1])
    return 60 if _HOUR.search(folded) else None


def nth(evidence: Evidence, count: int) -> int | None:
    """The number of a line, from 1: «первую», «номер 3»; «последнее» is the last of `count`."""
    folded = evidence.folded
    if count and _LAST_LINE.search(folded):
        return count
    if count and _FIRST_LINE.search(folded):
        return 1
    if count and re.search(r"\bсредн|посередин", folded):
        return (count + 1) // 2
    found = next((number for word, number in _NTH if re.search(rf"\b(?:{word})", folded)), None)
    return found or next((number for number in evidence.numbers if 0 < number < _MOST), None)


def chosen_line(evidence: Evidence, options: Sequence[str]) -> int | None:
    """The number of a line, where nothing else is said: «третий день не могу войти» chooses none.

    The words on the lines may be said too: «второе, про пароль».
    """
    number = nth(evidence, len(options))
    on_lines = {word[:_STEM] for option in options for word in _WORDS.findall(option.casefold().replace("ё", "е"))}
    told = [word for word in evidence.words if not _COUNTS.match(word)]
    return number if all(word in _PICKING or word[:_STEM] in on_lines for word in told) else None


def heads_in(evidence: Evidence) -> int:
    """How many people are spoken of; one where nothing is said."""
    in_times = {word for said in evidence.times for word in said.words}
    measured = {int(number) for number in _MEASURED.findall(evidence.folded)}
    counted = [number for number in evidence.numbers if str(number) not in in_times and number not in measured]
    together = (count for word, count in _TOGETHER if re.search(rf"\b(?:{word})", evidence.folded))
    said = (count for word, count in _PEOPLE if re.search(rf"\b(?:{word})\b", evidence.folded) and word not in in_times)
    found = next(together, None) or next(iter(counted), None) or next(said, None)
    return _counted_in(evidence.folded, in_times) if found is None else found


def _counted_in(folded: str, in_times: AbstractSet[str]) -> int:
    """How many people other numerals name: «двенадцать», «двоим»; one where none does."""
    count, _ = count_in([word for word in re.findall(r"[а-я]+", folded) if word not in in_times])
    return 1 if count is None else count
