"""Numerals in words: «семнадцать» is 17, «двадцать пятого» is «25-е»; no other word is ever taken for one."""

from collections.abc import Iterator, Sequence

ORDINAL = "-е"  # the end of an ordinal as it is handed on: «5-е»

_UNITS = (
    "ноль нуля",
    "один одного одна одну",
    "два две двух двум",
    "три трех трем",
    "четыре четырех четырем",
    *(f"{stem}ь {stem}и" for stem in ("пят", "шест", "сем")),
    "восемь восьми",
    *(f"{stem}ь {stem}и" for stem in ("девят", "десят")),
    *(
        f"{stem}надцать {stem}надцати"
        for stem in ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")
    ),
)
_TENS = {20: "двадцать двадцати", 30: "тридцать тридцати", 40: "сорок сорока", 50: "пятьдесят пятидесяти"}
_CARDINALS = {form: number for number, forms in (*enumerate(_UNITS), *_TENS.items()) for form in forms.split()}
_TEENS = ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")
_STEMS = {
    **dict(enumerate(("перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"), 1)),
    **{number: f"{stem}надцат" for number, stem in enumerate(_TEENS, 11)},
    20: "двадцат",
    30: "тридцат",
}
_ORDINALS = {
    f"{stem}{end}": number
    for number, stem in _STEMS.items()
    for end in (("его", "е", "ему") if number == 3 else ("ого", "ое", "ому"))
}
NUMERALS = frozenset((*_CARDINALS, *_ORDINALS))
GENITIVES = tuple(form for form in _ORDINALS if form.endswith(("ого", "его")))  # «пятого»


def with_numbers(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each word, numerals as digits, with how many words it was written in: «двадцать пять» is one «25» of two."""
    at = 0
    while at < len(words):
        first, second = words[at], words[at + 1] if at + 1 < len(words) else ""
        number, taken = _joined(first, second)
        yield number, taken
        at += taken


def _joined(first: str, second: str) -> tuple[str, int]:
    tens = _CARDINALS.get(first, -1)
    if tens in _TENS and 1 <= _CARDINALS.get(second, 0) <= 9:
        return str(tens + _CARDINALS[second]), 2
    if tens in _TENS and 1 <= _ORDINALS.get(second, 0) <= 9:
        return f"{tens + _ORDINALS[second]}{ORDINAL}", 2
    if tens == 0 and 0 <= _CARDINALS.get(second, -1) <= 9:  # «ноль ноль», «ноль пять»: minutes
        return f"0{_CARDINALS[second]}", 2
    if first in _ORDINALS:
        return f"{_ORDINALS[first]}{ORDINAL}", 1
    return (str(tens), 1) if tens >= 0 else (first, 1)
