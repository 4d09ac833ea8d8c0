"""Words of the language that say nothing about a time, judged by the dictionary: what they may be left out beside."""

from functools import lru_cache

from bot.russian.morphology import russian
from bot.russian.time.grammar.around import COUNTED, OWN, PLAIN, REQUEST, TELLING, VISIT
from bot.russian.time.grammar.vocabulary import is_near_a_time

_REMEMBERED = 10_000
_INDIRECT = frozenset(("gent", "datv", "accs", "ablt"))
OWN_MARK = "умоих"  # «у меня», «у мужа»
_PLACES = frozenset(
    (  # «с дачи»: no limit of a time
        *("дачи", "деревни", "поселка", "села", "города", "района", "вокзала", "дома", "работы", "рынка", "автобуса"),
        *("поезда", "электрички", "садика", "фермы", "огорода"),
    )
)
_TRANSPORT = frozenset(
    ("машине", "тракторе", "попутке", "такси", "велосипеде", "мотоцикле", "лошади", "скутере", "газели")
)


@lru_cache(_REMEMBERED)
def is_plain(word: str) -> bool:
    """Whether the dictionary knows it, and no time, limit, exception or number is meant by it or by a slip of it."""
    return word in PLAIN or (
        len(word) > 1
        and russian().knows(word)
        and word not in TELLING
        and not is_near_a_time(word)
        and "NUMR" not in _grammemes(word)
    )


def may_be_refused(word: str) -> bool:
    """«приду»: with «не» before it the visit is meant."""
    return word in VISIT


def is_of_own_business(word: str) -> bool:
    """«автобус», «урок», «уезжаю»: a time beside it is taken by that."""
    return word in OWN


def is_counted(word: str) -> bool:
    """Whether a number before it may count it: «3 человека»."""
    return word in COUNTED


def accompanies(word: str) -> bool:
    """«с внучкой», «с дачи»: after «с» no beginning of a time."""
    return "ablt" in _grammemes(word) or word in _PLACES


def is_event(word: str) -> bool:
    """«школы»: after «после» or «до» it names a time that nobody knows here."""
    return is_plain(word) and bool(_grammemes(word) & {"gent", "ADJF"})


def is_dative(word: str) -> bool:
    """«по телефону»: after «по» no end of a time."""
    return "datv" in _grammemes(word)


def is_deed(word: str) -> bool:
    """«убрать», «покажите»: beside a closing it may be what is to be done instead."""
    return bool(_grammemes(word) & {"INFN", "impr"})


def is_finite(word: str) -> bool:
    """«приедут», «уезжаю»: it tells of another deed."""
    return "VERB" in russian().readings(word)[0]


def is_of_request(word: str) -> bool:
    """«начальство просит», «для управления культуры»: who wants the figures."""
    return word in REQUEST


def explains_a_closure(word: str, leader: str) -> bool:
    """«печку чинят», «с семинаром» beside «закрыто»; «кружок», «для детей», «на запись», «наполовину» may be a part."""
    if leader == "NA" or _grammemes(word) & {"PREP", "ADVB", "COMP", "PRTS", "ADJS"}:
        return False
    if leader in {"V", "TOWARD", "ZA", "FROM", "THROUGH"} or not any("NOUN" in one for one in russian().readings(word)):
        return True
    return "accs" in _grammemes(word) and not _grammemes(word) & {"nomn", "gent"}


@lru_cache(_REMEMBERED)
def fits_beside_a_time(word: str, leader: str, *, is_wished: bool) -> bool:
    """Whether it tells of the visit and not of what else happens then; `leader` is the kind of word before it.

    «внучка привезет», «за справкой», «с паспортом» do; «дойка», «сижу», «на даче» may say why one cannot come.
    """
    return word in _TRANSPORT or _fits(russian().readings(word)[0], leader, is_wished=is_wished)


def _fits(said: frozenset[str], leader: str, *, is_wished: bool) -> bool:
    if said & {"VERB", "GRND"}:
        return "impr" in said or {"perf", "futr"} <= said
    if "NOUN" not in said:
        return not said & {"PRTS", "ADJS", "COMP"}
    if "loct" in said and leader in {"V", "NA"}:
        return is_wished
    if said & {"anim", "Name", "Surn", "Patr"} or ("accs" in said and leader in {"V", "NA", "ZA"}):
        return True
    is_governed = leader in {"TOWARD", "ZA", "FROM", "THROUGH", "UNKNOWN"} or "ablt" in said
    return is_wished or (is_governed and bool(said & _INDIRECT))


def _grammemes(word: str) -> frozenset[str]:
    """Those of all likely readings."""
    return frozenset().union(*russian().readings(word))
