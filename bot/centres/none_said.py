"""Words that say there is none: «нет», «сайта нет», «снять»."""

import re

from bot.russian.normalize import bare_words

_NONE = frozenset({"нет", "нету", "снять", "убрать", "удалить", "снимите", "уберите", "больше нет", "записи нет"})
_OF_WHAT = re.compile(r"(?:нет|нету) (?:сайта|телефона|адреса|объявлени[яй])|(?:сайта|телефона|адреса|объявления) нет")

_ALL_OPEN = frozenset({
    *("работаем", "работает", "все работает", "открыто", "открыта", "открыт", "не закрыто", "не закрыта"),
    *("ничего не закрыто", "ничего", "нет закрытий", "работаем как обычно", "все открыто"),
})  # fmt: skip


def says_all_open(text: str) -> bool:
    """Whether the words answer that nothing is closed: no announcement for people."""
    return bare_words(text) in _ALL_OPEN


def says_none(line: str) -> bool:
    """Whether the words take the value away."""
    said = line.casefold().strip(".! ")
    return said in _NONE or bool(_OF_WHAT.fullmatch(said))
