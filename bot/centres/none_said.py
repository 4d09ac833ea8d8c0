"""Words that say there is none: «нет», «сайта нет», «снять»."""

import re

_NONE = frozenset({"нет", "нету", "снять", "убрать", "удалить", "снимите", "уберите", "больше нет", "записи нет"})
_OF_WHAT = re.compile(r"(?:нет|нету) (?:сайта|телефона|адреса|объявлени[яй])|(?:сайта|телефона|адреса|объявления) нет")


def says_none(line: str) -> bool:
    """Whether the words take the value away."""
    said = line.casefold().strip(".! ")
    return said in _NONE or bool(_OF_WHAT.fullmatch(said))
