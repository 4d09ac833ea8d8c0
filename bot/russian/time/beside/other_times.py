"""Whether words beside a time may tell what that time is of: then nothing is passed over."""

from collections.abc import Sequence
from itertools import pairwise

from bot.russian.time.beside.passable_words import Use
from bot.russian.time.beside.plain_words import is_of_place
from bot.russian.time.beside.told_clauses import DAYS, ToldWords
from bot.russian.time.grammar.around import HEADED, OTHERS, PARTS, TEMPORARY
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.reading import names_time

_PAIR = 2
_HOUR_WORDS = frozenset((
    *("CLOCK", "HOUR", "HOUR1", "HOURU", "MORNING", "EVENING", "OBED", "NOON", "FROM", "TO", "THROUGH"),
))  # fmt: skip
_HOURS = frozenset(("N0", "N9", "N59", "CLOCK", "DOT"))


def tells_more(clauses: Sequence[ToldWords], use: Use) -> bool:
    """Whether words beside another time may say what that other time is of."""
    timed = [clause for clause in clauses if clause.has_time]
    if use is Use.HOURS:
        is_of_others = _is_of_parts(clauses) or _is_of_others(clauses)
        return any(clause.unknown for clause in timed[1:]) or is_of_others or _goes_on(timed)
    if use is Use.CLOSURE and _opens_after_aside(clauses):
        return True
    if len(timed) == _PAIR and _is_day_and_hour(*timed):
        return False
    strange = [clause for clause in timed if clause.unknown and not clause.closes]
    return len(timed) > 1 and not all(_is_told_of(clause, clauses) for clause in strange)


def _is_told_of(strange: ToldWords, clauses: Sequence[ToldWords]) -> bool:
    """«19 декабря утренник, библиотека открыта с 10»: the day of the one is that of the next, which names none."""
    if not strange.names_days or {token.kind for token in strange.tokens} & _HOUR_WORDS:
        return False
    following = (one for one in clauses[list(clauses).index(strange) + 1 :] if one.unknown or one.closes)
    after = next(following, None)
    return after is not None and after.closes and not after.names_days


def _is_day_and_hour(first: ToldWords, second: ToldWords) -> bool:
    """«завтра ёлка в клубе, закрываемся в два»: the day of the first, the hour of the second."""
    days, hours = ({token.kind for token in clause.tokens} for clause in (first, second))
    return second.closes and not second.unknown and bool(days & DAYS) and not days & _HOUR_WORDS and not hours & DAYS


def _opens_after_aside(clauses: Sequence[ToldWords]) -> bool:
    """«12 декабря (день села) работаем, выходной 13»: the first day is no closed one."""
    is_aside = False
    for clause in clauses:
        kinds = {token.kind for token in clause.tokens}
        if is_aside and not clause.has_time and "OPENS" in kinds and "BACK" not in kinds:
            return True
        is_aside = bool(clause.unknown or len(clause.tokens) == 1) and not (clause.has_time or clause.closes)
    return False


def _is_of_parts(clauses: Sequence[ToldWords]) -> bool:
    """«детский зал 10–17»: not the hours of the library; «компьютерный кабинет» may be a heading of all of them."""
    unknown = [token for clause in clauses for token in clause.unknown]
    first = next((token.at for clause in clauses for token in clause.tokens if names_time(token)), 0)
    is_under_another = any(token.text in HEADED and token.at > first for token in unknown[1:])
    return is_under_another or any(token.text in PARTS for token in unknown)


def _is_of_others(clauses: Sequence[ToldWords]) -> bool:
    """«почта пн-пт 9-18», «в Порхове 10-18» are not the hours of this library, nor for long «из-за ремонта»."""
    for clause, following in zip(clauses, (*clauses[1:], None), strict=True):
        if not (clause.has_time or (following and following.has_time)):
            continue
        for before, token in pairwise((None, *clause.tokens)):
            if token is None or token.kind != UNKNOWN:
                continue
            is_led = before is not None and before.kind in {"V", "NA", "TOWARD"}
            is_there = before is not None and before.kind == "V" and is_of_place(token.text)
            if token.text in TEMPORARY or is_there or (token.text in OTHERS and not is_led):
                return True
    return False


def _goes_on(timed: Sequence[ToldWords]) -> bool:
    """«пн-пт 9-18 выдача книг до 17»: after hours the words may begin something else."""
    for clause in timed[:1]:
        places = [at for at, token in enumerate(clause.tokens) if token.kind == UNKNOWN]
        for at in places:
            has_hours = any(token.kind in _HOURS for token in clause.tokens[:at])
            if has_hours and any(map(names_time, clause.tokens[at:])):
                return True
    return False
