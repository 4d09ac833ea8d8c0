"""A day and an hour that somebody wishes: «завтра утром», «чт 10.12 в 12», «на той неделе, кроме пятницы»."""

from datetime import date, datetime, time

from bot.russian.time.calendar import Calendar
from bot.russian.time.clocks import PARTS, SaidTime
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import VISIT
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments import said_in
from bot.russian.time.reading import read_by, words_of
from bot.russian.time.said import Said
from bot.russian.time.values import Days, Stretch, TimeWish

_LATE_PARTS = frozenset(("AFTERNOON", "DAYG", "EVENING"))  # where a day ends and an evening begins nobody knows


def read_when(text: str, now: datetime, chosen: date | None = None) -> TimeWish | Unsure:
    """What was meant; `now` is in the zone of the words, `chosen` is the day already chosen: then «15» is an hour."""
    tokens = words_of(text, VISIT)
    guessed = [token.text for token in tokens if token.guessed]
    found = read_by("moments", tokens, lambda phrase: _when(phrase, now, chosen, sure=not guessed))
    if isinstance(found, Unsure) and guessed and found.doubt is not Doubt.NOTHING:
        return Unsure(found.doubt, found.understood, found.unread or guessed[0], found.days)
    return found


def _when(phrase: Phrase, now: datetime, chosen: date | None, *, sure: bool) -> TimeWish:
    said = said_in(phrase, Calendar(now.date()), now)
    days = with_numbers(said, said.days(), chosen)
    if foreign := said.closing or said.polarity_words or said.wrong_words or said.last_day:
        raise TimeDoubtError(Doubt.UNREAD, foreign)
    _refuse_numbers(said, is_day_known=bool(chosen or days))
    at, since, until = hours_of(said)
    if said.is_whole and (at or since or until):
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if at and said.excluded and not said.groups.settled()[0]:  # «не смогу завтра в 15»
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if said.is_range and days and days.single is None:
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if days is None and (at, since, until) == (None, None, None):
        raise TimeDoubtError(Doubt.NOTHING)
    if _has_passed(days, at, now, chosen):
        raise TimeDoubtError(Doubt.PASSED)
    return TimeWish(days, at, since, until, sure)


def _refuse_numbers(said: Said, *, is_day_known: bool) -> None:
    """«со 2 по 4» may be days or hours. Raises TimeDoubtError."""
    if said.day_numbers and not is_day_known:
        raise TimeDoubtError(Doubt.AMBIGUOUS)
    if said.day_numbers and not said.until:  # «завтра с 2 по 31»
        raise TimeDoubtError(Doubt.NO_SUCH_TIME)


def with_numbers(said: Said, days: Days | None, chosen: date | None) -> Days | None:
    """The days; of bare numbers one is the hour of a known day, or else a day of the month. Raises TimeDoubtError."""
    if not said.numbers:
        return days
    (number, after_day), *others = said.numbers
    if others:
        raise TimeDoubtError(Doubt.UNREAD, " ".join(str(number) for number, _ in said.numbers))
    of_part = bool(said.part) and number <= 12
    if said.at or said.since or said.until:
        if days is not None or chosen:
            raise TimeDoubtError(Doubt.SEVERAL_TIMES)
        return _on(said, number)
    if after_day or of_part or (chosen is not None and days is None):
        said.put_at(SaidTime(number))
        return days
    if days is None and chosen is None:
        return _on(said, number)
    raise TimeDoubtError(Doubt.UNREAD, str(number))


def _on(said: Said, number: int) -> Days:
    return Days((Stretch.of(said.calendar.day_of_month(number)),))


def hours_of(said: Said) -> tuple[time | None, time | None, time | None]:
    """The hour, or from and until when. Raises TimeDoubtError."""
    part = said.part if said.part in PARTS else ""
    at = said.at.of("" if part == "OBED" else part).at() if said.at else None
    since, until = said.since, said.until
    if at and until and not since:  # «14 до 16»
        at, since = None, at
    if at and (since or until or not _is_within(at, said)):
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if since and until and since >= until and not said.is_range:
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if at:
        return at, None, None
    return None, since or said.bounds[0], until or said.bounds[1]


def _is_within(at: time, said: Said) -> bool:
    """«после обеда в 10» is one of the two."""
    since, until = said.bounds
    late = said.part in _LATE_PARTS
    return late or ((since is None or since <= at) and (until is None or at < until))


def _has_passed(days: Days | None, at: time | None, now: datetime, chosen: date | None) -> bool:
    if days and days.last < now.date():
        return True
    return ((days.single if days else None) or chosen) == now.date() and at is not None and at <= now.time()
