"""Words of the language that say nothing about a time, judged by the dictionary: what they may be left out beside."""

from functools import lru_cache

from bot.russian.morphology import russian
from bot.russian.time.grammar.around import COUNTED, OWN, PLAIN, TELLING, VISIT
from bot.russian.time.grammar.vocabulary import is_near_a_time

_REMEMBERED = 10_000
_AGREEING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("закрыт", "открыт"), ("masc", "sing")),
    **dict.fromkeys(("закрыта", "открыта"), ("femn", "sing")),
    **dict.fromkeys(("закрыты", "открыты"), ("plur",)),
    **dict.fromkeys(("неработает", "работает", "закроется", "закрывается", "откроется", "открывается"), ()),
    **dict.fromkeys(("работают", "закроют"), ("plur",)),
}
_ACTIVE = frozenset(
    ("закроют", "закрываем", "закрываю", "закрою", "закроем", "закрыть", "закройте", "закрой", "закрыли")
)
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


def may_be_subject(word: str, of: str) -> bool:
    """«касса» beside «закрыта», «интернет» beside «не работает»: that may be closed, and not the library."""
    agreeing = _AGREEING.get(of)
    return agreeing is not None and any({"NOUN", "nomn", *agreeing} <= one for one in russian().readings(word))


def may_be_object(word: str, of: str) -> bool:
    """«дорогу» beside «закроют»: that is closed, and not the library."""
    return of in _ACTIVE and any({"NOUN", "accs"} <= one for one in russian().readings(word))


def is_infinitive(word: str) -> bool:
    """«проверять»."""
    return "INFN" in russian().readings(word)[0]


def is_of_others(word: str) -> bool:
    """«топят», «приехал»: with «не» before it a reason; «не знаю», «не точно» are doubts of the one who writes."""
    said = russian().readings(word)[0]
    return "VERB" in said and not said & {"2per", "impr"}


def is_of_place(word: str) -> bool:
    """«Порхове»: the name of a town or a village."""
    return "Geox" in _grammemes(word)


def is_finite(word: str) -> bool:
    """«приедут», «уезжаю»: it tells of another deed."""
    return "VERB" in russian().readings(word)[0]


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
