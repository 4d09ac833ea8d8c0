"""Numerals in words: «семнадцать», «двадцать», «пятого», «третья»; no other word is ever taken for one."""

_UNITS = (
    "ноль нуля",
    "один одного одну одним",
    "два две двух двум двумя",
    "три трех трем тремя",
    "четыре четырех четырем",
    *(f"{stem}ь {stem}и {stem}ью" for stem in ("пят", "шест", "сем")),
    "восемь восьми",
    *(f"{stem}ь {stem}и" for stem in ("девят", "десят")),
    *(
        f"{stem}надцать {stem}надцати"
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
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
