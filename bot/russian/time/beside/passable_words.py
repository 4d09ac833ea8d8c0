"""Which single words carry no time and may be passed over where a preview names them (docs/decisions/0039).

Function words (prepositions, adverbs, pronouns, numerals) go only if they are listed; nouns, verbs and adjectives go
unless they are listed as changing the meaning, or a slip of the pen may have made them of a word about time.
"""

from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.russian.morphology import russian
from bot.russian.time.grammar.around import (
    CHANGING,
    CLOSURE_PLAIN,
    DOUBTFUL,
    DOUBTING,
    FUNCTION,
    HOURS_PLAIN,
    INTERJECTION,
    PERIOD_PLAIN,
    PLAIN,
    SHORT,
    TELLING,
    TELLING_OF_PERIODS,
    Around,
)
from bot.russian.time.grammar.numerals import CARDINALS, ORDINALS
from bot.russian.time.grammar.vocabulary import ABBREVIATED, KINDS, is_mangled_time, is_near_a_day

_REMEMBERED = 10_000
_FUNCTION_PARTS = frozenset(("PREP", "CONJ", "PRCL", "INTJ", "PRED", "ADVB", "COMP", "NUMR", "Anum"))
_NAMING = frozenset((
    *("WD", "REL", "MONTH", "MONTHG", "SEASON", "DAY", "WEEK", "WEEKA", "MONTHW", "QUARTER", "HALFYEAR", "YEARW"),
    *("HOUR", "HOUR1", "MINUTE", "WORKDAYS", "OFFS", "OFFD", "HOLIDAYS", "MORNING", "EVENING", "OBED", "NOON", "NIGHT"),
))  # fmt: skip
_DOUBTS = frozenset(("может", "вроде", "кажется", "наверно", "наверное", "возможно", "вероятно", "примерно"))
_OF_REPORTS = frozenset(("отч", "стат"))  # «отчт» is no time
_SHORTEST = 4  # shorter words that the dictionary does not know may be days: «вт»


class Use(Enum):
    """What the words beside a time are typed for."""

    CLOSURE = "closure"
    HOURS = "hours"
    PERIOD = "period"


_PLAIN: dict[Use, Around] = {
    Use.CLOSURE: CLOSURE_PLAIN,
    Use.HOURS: HOURS_PLAIN,
    Use.PERIOD: PERIOD_PLAIN,
}
_CHANGING: dict[Use, tuple[Around, ...]] = {
    Use.CLOSURE: (CHANGING, TELLING, DOUBTFUL),
    Use.HOURS: (CHANGING, TELLING),
    Use.PERIOD: (CHANGING, TELLING, TELLING_OF_PERIODS),
}


@lru_cache(_REMEMBERED)
def may_be_passed(word: str, use: Use) -> bool:
    """Whether the word by itself says nothing of days and hours, nor of how the others are to be taken."""
    if word not in _DOUBTS and (word in PLAIN or word in INTERJECTION or word in _PLAIN[use]):
        return True
    if word in _DOUBTS or any(word in words for words in _CHANGING[use]):
        return False
    if not word.isalpha() or (use is Use.PERIOD and _names_somebody(word)):
        return False
    if word.isascii():
        return len(word) >= _SHORTEST
    return _is_content(word) if russian().knows(word) else _is_strange_and_plain(word)


@lru_cache(_REMEMBERED)
def may_stand_aside(word: str, use: Use) -> bool:
    """The same of a clause that names no time: there only doubts, changes of plans and parts of the library matter."""
    if word in PLAIN or word in INTERJECTION or word in _PLAIN[use]:
        return True
    if word in DOUBTING or (use is Use.CLOSURE and word in DOUBTFUL):
        return False
    if not word.isalpha() or (use is Use.PERIOD and _names_somebody(word)):
        return False
    if word.isascii():
        return True
    if russian().knows(word):
        return not _is_form_of_time(word) or _is_of_season(word)
    return _is_strange_and_plain(word)


def _is_of_season(word: str) -> bool:
    """«зимняя (ярмарка)»: where no time is named it is the name of something."""
    return KINDS.get(russian().lemmas(word)[0], ("", 0))[0] == "SEASON" and "ADJF" in russian().readings(word)[0]


def _names_somebody(word: str) -> bool:
    """«к Вере», «в Порхове»: whose figures are wanted."""
    return any(one & {"Name", "Surn", "Patr", "Geox"} for one in russian().readings(word))


def _is_content(word: str) -> bool:
    """«утренник», «привезли»; of function words those that are listed."""
    if word in FUNCTION:
        return True
    if russian().readings(word)[0] & _FUNCTION_PARTS or len(word) == 1:
        return False
    return not (is_near_a_day(word) or _is_form_of_time(word))


def _is_form_of_time(word: str) -> bool:
    """«октябрю», «неделями»: forms that the grammar has no use for."""
    return any(
        KINDS.get(lemma, ("", 0))[0] in _NAMING or lemma in CARDINALS or lemma in ORDINALS
        for lemma in russian().lemmas(word)
    )


def _is_strange_and_plain(word: str) -> bool:
    """A word that no dictionary has, and that is no spoilt word of time: «цб», «ремот», but not «втроник», «чд»."""
    if len(word) < _SHORTEST:
        return word in SHORT
    abbreviations = (known for known in ABBREVIATED - _OF_REPORTS if len(known) > 1)
    return not is_mangled_time(word) and all(OSA.distance(word, known) > 1 for known in abbreviations)
