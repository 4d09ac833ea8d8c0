"""Numerals in words: «семнадцать», «двадцать», «пятого», «третья»; no word that sounds otherwise is one."""

from bot.russian.sounding import sounding

_UNITS = (
    "ноль нуля",
    "один одного одну одним",
    "два две двух двум двумя",
    "три трех трем тремя",
    "четыре четырех четырем",
    *(f"{stem}ь {stem}и {stem}ью" for stem in ("пят", "шест", "сем")),
    "восемь восьми восемью восьмью",
    *(f"{stem}ь {stem}и {stem}ью" for stem in ("девят", "десят")),
    *(
        f"{stem}надцать {stem}надцати {stem}надцатью"
        for stem in ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")
    ),
)
TENS = {
    form: tens
    for tens, forms in (
        (20, "двадцать двадцати"),
        (30, "тридцать тридцати"),
        (40, "сорок сорока"),
        (50, "пятьдесят пятидесяти"),
    )
    for form in forms.split()
}
CARDINALS = {form: number for number, forms in enumerate(_UNITS) for form in forms.split()} | TENS
_HARD = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое")
_SOFT = ("ий", "ьего", "ьему", "ьим", "ьем", "ья", "ьей", "ью", "ье")
_STEMS = {
    **dict(enumerate(("перв", "втор", "", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"), 1)),
    **{
        number: f"{stem}надцат"
        for number, stem in enumerate(("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"), 11)
    },
    20: "двадцат",
    30: "тридцат",
}
ORDINALS = {f"{stem}{ending}": number for number, stem in _STEMS.items() if stem for ending in _HARD}
ORDINALS |= {f"трет{ending}": 3 for ending in _SOFT} | {"второй": 2, "шестой": 6, "седьмой": 7, "восьмой": 8}
ORDINALS |= {f"{stem}{ending}": number for number, stem in _STEMS.items() if stem for ending in ("ово", "ова")}
ORDINALS |= {"третево": 3, "третева": 3}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SHORTEST = 5


def _by_sound(numerals: dict[str, int]) -> dict[str, int]:
    """Only sounds of one value: «пятую» and «пятью» may be either."""
    values: dict[str, set[int]] = {}
    for form, number in (CARDINALS | ORDINALS).items():
        values.setdefault(sounding(form), set()).add(number)
    others = {sounding(form) for form in CARDINALS | ORDINALS if form not in numerals}
    sounds = {sounding(form): number for form, number in numerals.items() if len(form) >= _SHORTEST}
    return {sound: number for sound, number in sounds.items() if len(values[sound]) == 1 and sound not in others}


_CARDINAL_SOUNDS, _ORDINAL_SOUNDS = _by_sound(CARDINALS), _by_sound(ORDINALS)


def cardinal(word: str) -> int | None:
    """The number, also where only its spelling is wrong: «одинадцати»."""
    return CARDINALS.get(word, _CARDINAL_SOUNDS.get(sounding(word)) if len(word) >= _SHORTEST else None)


def ordinal(word: str) -> int | None:
    """The number of «пятого», also where only its spelling is wrong: «дисятого»."""
    return ORDINALS.get(word, _ORDINAL_SOUNDS.get(sounding(word)) if len(word) >= _SHORTEST else None)
