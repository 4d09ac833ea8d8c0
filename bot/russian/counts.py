"""How many people are counted in Russian words or figures: «12», «× 12», «двенадцать», «двоих», «человек пять»."""

import re
from collections.abc import Sequence

_UNITS = (
    *("ноль ноля нуля нету", "один одна одно одного одной одну", "два две двух двое двоих двоим пара пару парочка"),
    *("три трех трое троих троим", "четыре четырех четверо четверых четверым", "пять пяти пятеро пятерых пятерым"),
    *("шесть шести шестеро шестерых", "семь семи семеро семерых", "восемь восьми восьмеро восьмерых"),
    *("девять девяти девятеро девятерых", "десять десяти десятеро десятерых десяток", "одиннадцать одиннадцати"),
    *("двенадцать двенадцати дюжина", "тринадцать тринадцати", "четырнадцать четырнадцати", "пятнадцать пятнадцати"),
    *("шестнадцать шестнадцати", "семнадцать семнадцати", "восемнадцать восемнадцати", "девятнадцать девятнадцати"),
)
_TENS = (
    *(("двадцать двадцати", 20), ("тридцать тридцати", 30), ("сорок сорока", 40), ("пятьдесят пятидесяти", 50)),
    *(("шестьдесят шестидесяти", 60), ("семьдесят семидесяти", 70), ("восемьдесят восьмидесяти", 80)),
    *(("девяносто девяноста", 90), ("сто ста", 100), ("двести двухсот", 200)),
)
_SMALL = {word: number for number, words in enumerate(_UNITS) for word in words.split()}
_LARGE = {word: number for words, number in _TENS for word in words.split()}
_TIMES = re.compile(r"^[x×х*]?([0-9]{1,6})[x×х]?$")


def count_in(words: Sequence[str]) -> tuple[int | None, list[str]]:
    """The first number that folded words say, and the words that say none; None where they count nobody.

    A second number stays among the words: it was not said what it counts.
    """
    found: int | None = None
    others, is_open = list[str](), False  # whether units may still follow: «двадцать пять»
    for word in words:
        number = _number(word)
        if number is not None and found is None:
            found, is_open = number, word in _LARGE
        elif number is not None and found is not None and is_open and number < found:
            found, is_open = found + number, word in _LARGE
        else:
            others.append(word)
            is_open = False
    return found, others


def _number(word: str) -> int | None:
    if figures := _TIMES.match(word):
        return int(figures[1])
    return _SMALL.get(word, _LARGE.get(word))
