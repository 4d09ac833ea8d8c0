"""The past tense that fits a first name: «ответила Вера», «ответил Глеб»."""

from bot.russian.normalize import fold

# Men's names that end like women's, and short ones that both bear.
_MEN = frozenset({
    *("илья", "никита", "кузьма", "лука", "фома", "савва", "данила", "гаврила", "михайла", "миша", "ваня", "петя"),
    *("вася", "коля", "толя", "юра", "дима", "паша", "леша", "гриша", "сережа", "костя", "федя", "андрюша", "вова"),
    *("володя", "боря", "гена", "витя", "сеня", "степа", "никола", "лева", "митя", "гоша", "жора", "тема"),
})  # fmt: skip
_BOTH = frozenset({"саша", "женя", "валя", "слава", "шура", "миха"})
_WOMEN = frozenset({"любовь", "нинель", "юдифь", "рахиль", "асель", "айгуль", "гузель", "николь", "эстер"})


def past(name: str, masculine: str, feminine: str, either: str) -> str:
    """One of three forms of a verb; `either` where the name does not tell who bears it."""
    first = fold(name).split()[0] if name.split() else ""
    if not first.isalpha() or not ("а" <= first[0] <= "я") or first in _BOTH:
        return either
    if first in _MEN:
        return masculine
    return feminine if first in _WOMEN or first[-1] in "ая" else masculine
