"""A day and an hour that somebody wishes: «завтра утром», «чт 10.12 в 12», «на той неделе, кроме пятницы»."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.russian.spelling import evened
from bot.russian.time.beside.because import asks, explained, wishes
from bot.russian.time.beside.chatter import beside_a_visit, without_chatter, without_vague_limits
from bot.russian.time.beside.corrections import Corrected, corrected
from bot.russian.time.days.calendar import Calendar
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import MOVE_TYPED, VISIT, VISIT_TYPED, Around
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.moments import said_in
from bot.russian.time.moments.said import Said
from bot.russian.time.moments.wished_hours import hours_of, refuse_numbers, with_numbers
from bot.russian.time.reading import LONGEST, names_time, read_by, words_of
from bot.russian.time.values import DAY, Days, Stretch, TimeWish

_DAY_KINDS = frozenset(
    (
        "MONTHG",
        "MONTHA",
        "MONTH",
        "DOT",
        "DOTD",
        "DATE",
        "WD",
        "WDS",
        "REL",
        "WEEK",
        "WEEKA",
        "OFFS",
        "ORD",
        "ORDW",
        "WORKDAYS",
    )
)
# «сдвиньте на 2 часа»: to two o'clock, or by two hours, and which way?
_SHIFTED = re.compile(
    r"\b(?:сдви|подви|отодви|передви)\w*\s+(?:[а-я]+\s+){0,2}?(на\s+(?:[а-я0-9]+\s+)?(?:час|минут|полчас)\w*)"
)
_DIRECTION = re.compile(r"позж|поздн|раньш|ранее|\b(?:утра|дня|вечера)\b")


def read_when(text: str, now: datetime, chosen: date | None = None) -> TimeWish | Unsure:
    """What was meant; `now` is in the zone of the words, `chosen` is the day already chosen: then «15» is an hour."""
    if taken_back := corrected(text, VISIT_TYPED):
        return _again(taken_back, lambda meant: read_when(meant, now, chosen))
    asked = _Asked(now, chosen)
    read = _read(words_of(text, VISIT), asked)
    return read_beside(text, VISIT_TYPED, asked, read) if _is_unread(read) or explained(text).reason else read


def read_move(text: str, now: datetime, booked: datetime, chosen: date | None = None) -> TimeWish | Unsure:
    """The same of a visit that is `booked` already: «на час позже» is counted from it."""
    if taken_back := corrected(text, MOVE_TYPED):
        return _again(taken_back, lambda meant: read_move(meant, now, booked, chosen))
    if (length := _SHIFTED.search(evened(text))) and not _DIRECTION.search(evened(text)):
        return Unsure(Doubt.AMBIGUOUS, length[1])
    asked = _Asked(now, chosen, booked)
    read = _read(words_of(text, MOVE_TYPED), asked)
    if _is_unread(read):
        read = read_beside(text, MOVE_TYPED, asked, read)
    return read_when(text, now, chosen) if _is_unread(read) else read


def _again(taken_back: Corrected, read: Callable[[str], TimeWish | Unsure]) -> TimeWish | Unsure:
    """What is meant after a correction: it is shown, and never acted upon at once."""
    wish = read(taken_back.text) if taken_back.text else Unsure(Doubt.UNREAD, unread=taken_back.said)
    return wish if isinstance(wish, Unsure) else replace(wish, has_more=True)


@dataclass(frozen=True, slots=True)
class _Asked:
    """When the words are said, the day that is chosen, and the visit that is moved."""

    now: datetime
    chosen: date | None = None
    booked: datetime | None = None


def _is_unread(read: TimeWish | Unsure) -> bool:
    return isinstance(read, Unsure) and read.doubt in {Doubt.UNREAD, Doubt.NOTHING}


def read_beside(text: str, around: Around, asked: _Asked, otherwise: TimeWish | Unsure) -> TimeWish | Unsure:
    """The time among words that carry none; `otherwise` where one of them may."""
    if len(text) > LONGEST or asks(text):
        return otherwise
    told = explained(text)
    tokens = tokens_of(told.wish, around)
    kept = without_chatter(tokens, beside_a_visit(is_wished=wishes(text)))
    read = _read(kept, asked)
    if _is_unread(read):
        limited, limits = without_vague_limits(kept)
        read = _read(limited, asked)
        if limits and (isinstance(read, Unsure) or not _is_limited(read, limits)):
            return otherwise
    if isinstance(read, Unsure) or not _explains(told.reason, read, around):
        return otherwise
    return replace(read, has_more=len(kept) < len(tokens) or bool(told.reason))


def _is_limited(wish: TimeWish, limits: set[str]) -> bool:
    """Whether «после школы», «до обхода» say nothing more than the hours that are named."""
    return wish.at is not None or not (
        (wish.since is None and "AFTER" in limits) or (wish.until is None and limits - {"AFTER"})
    )


def _explains(reason: str, wish: TimeWish, around: Around) -> bool:
    """Whether a reason may be passed over: it names neither a day nor an hour where the wish names none."""
    kinds = {token.kind for token in tokens_of(reason, around) if names_time(token)}
    has_days, has_hours = bool(kinds & _DAY_KINDS), bool(kinds - _DAY_KINDS)
    return (wish.days is not None or not has_days) and (bool(wish.at or wish.since or wish.until) or not has_hours)


def _read(tokens: list[Token], asked: _Asked) -> TimeWish | Unsure:
    guessed = [token.text for token in tokens if token.guessed]
    found = read_by("moments", tokens, lambda phrase: _when(phrase, asked, sure=not guessed))
    if isinstance(found, Unsure) and guessed and found.doubt is not Doubt.NOTHING:
        return Unsure(found.doubt, found.understood, found.unread or guessed[0], found.days)
    return found


def _when(phrase: Phrase, asked: _Asked, *, sure: bool) -> TimeWish:
    now, chosen = asked.now, asked.chosen
    said = said_in(phrase, Calendar(now.date()), now, asked.booked)
    days = _on_day_of_visit(said, with_numbers(said, said.days(), chosen))
    if foreign := said.closing or said.polarity_words or said.wrong_words or said.last_day:
        raise TimeDoubtError(Doubt.UNREAD, foreign)
    if said.lone_numbers:
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.lone_numbers)
    refuse_numbers(said, is_day_known=bool(chosen or days))
    if said.kept_hour and not said.has_hours:
        said.put_at(said.kept_hour)
    at, since, until = hours_of(said)
    if said.vague and not at:  # «позже, но не позже 12»
        since, until = since or said.vague_bounds[0], until or said.vague_bounds[1]
        if not (since or until):
            raise TimeDoubtError(Doubt.UNREAD, said.vague)
    _refuse_contradiction(said, days, at, since or until)
    if days is None and (at, since, until) == (None, None, None):
        raise TimeDoubtError(Doubt.NOTHING)
    if _has_passed(days, at, now, chosen):
        raise TimeDoubtError(Doubt.PASSED)
    return TimeWish(days, at, since, until, sure)


def _refuse_contradiction(said: Said, days: Days | None, at: time | None, bound: time | None) -> None:
    """An hour of a whole day, of a day that is left out, or of both ends of a range. Raises TimeDoubtError."""
    if said.is_whole and (at or bound):
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if at and said.excluded and not said.groups.settled()[0]:  # «не смогу завтра в 15»
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if said.is_range and days and days.single is None:
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    named = [one.first for one in days.stretches if one.first == one.last] if days else []
    if days and len(named) > 1 and not days.without.isdisjoint(named):  # «во вторник, не завтра, а через неделю»
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)


def _on_day_of_visit(said: Said, days: Days | None) -> Days | None:
    """The day of the visit that is moved where an hour is counted from it; its weekday of a week that is named."""
    if said.same_day is not None:
        if days is None or said.same_day in days:
            return Days((Stretch.of(said.same_day),))
        whole = [one.first + n * DAY for one in days.stretches for n in range(7) if one.first + n * DAY in days]
        same = [day for day in whole if day.weekday() == said.same_day.weekday()]
        if len(same) != 1:
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        return Days((Stretch.of(same[0]),))
    if days is None and said.is_on_booked_day and said.booked is not None:
        return Days((Stretch.of(said.booked.date()),))
    return days


def _has_passed(days: Days | None, at: time | None, now: datetime, chosen: date | None) -> bool:
    if days and days.last < now.date():
        return True
    return ((days.single if days else None) or chosen) == now.date() and at is not None and at <= now.time()
