"""Days told with hours of their own: «31 декабря до 14, 1–8 января закрыто, с 9-го как обычно».

The days must come in their order; only days that work among closed ones may be told after these.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from bot.russian.time.closings.reopening import is_return
from bot.russian.time.closings.span import Span, within_reach
from bot.russian.time.closings.told_days import ToldDays, opened, told_days
from bot.russian.time.closings.two_spans import Bounds
from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.named_days import NamedDate, dom_of, named_day, settled
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.kinds import PARTING
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.reading import read_by
from bot.russian.time.values import DAY

MOST_TOKENS = 110
_SATURDAY = 5
_LATE = time(14)  # who names it as an end alone works until then
_WHOLE: Bounds = (None, None)
_LONG_SINCE = 60 * DAY


def read_special_days(tokens: list[Token], now: datetime) -> tuple[Span, ...] | Unsure:
    """What is closed by days that are told one by one, each shut or open, with hours or without."""
    return read_by("specials", tokens, lambda phrase: _spans(phrase, now), MOST_TOKENS)


def _spans(phrase: Phrase, now: datetime) -> tuple[Span, ...]:
    told = list(_in_order(phrase, now))
    has_head = phrase.part("sphead") is not None
    if head := phrase.part("sphead"):
        head.accept()
    closed: dict[date, Sequence[Bounds | int]] = {}
    for at, one in enumerate(told):
        if one.days[-1] < now.date() or now.date() - one.days[0] > _LONG_SINCE:  # of last year, beside one of next
            raise TimeDoubtError(Doubt.PASSED, days=one.days[-1:])
        bounds = one.closed if one.state else _meant(one, told, told[at - 1] if at else None, has_head=has_head)
        for day in one.days:
            if day in closed and not (one.state != "shut" and closed[day] == [_WHOLE] and (bounds or one.is_exception)):
                raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(day,))
            closed[day] = bounds
    spans = [_span(day, bounds, now) for day in sorted(closed) for bounds in closed[day]]
    if not spans:
        raise TimeDoubtError(Doubt.UNREAD, phrase.words())
    return within_reach(tuple(_merged(spans)), now)


def _in_order(phrase: Phrase, now: datetime) -> Iterator[ToldDays]:
    """The days as they are told; a number without its month is of the days after those before.

    Raises TimeDoubtError.
    """
    latest: ToldDays | None = None
    is_exception = False
    _refuse_lone_exception(phrase)
    for piece in phrase.pieces():
        if isinstance(piece, Token):
            is_exception = is_exception or piece.kind in {"BUT", "EXCEPT"}
            continue
        if piece.name not in {"special", "sptoday"}:
            continue
        phrase.has("EXCEPT")
        back = piece.part("spback")
        if back:
            _refuse_gap(back, piece.part("spsince"), latest, now)
            continue
        told = replace(told_days(piece, now, latest), is_exception=is_exception, is_first=latest is None)
        _refuse_return(piece, told, latest)
        yield told
        is_exception = False
        latest = told if latest is None or told.days[-1] > latest.days[-1] else latest


def _refuse_lone_exception(phrase: Phrase) -> None:
    """«никто не работает, кроме меня»: what is left out is no day. Raises TimeDoubtError."""
    last = [piece for piece in phrase.pieces() if not (isinstance(piece, Token) and piece.kind in PARTING - {"BUT"})][
        -1:
    ]
    if last and isinstance(last[0], Token) and last[0].kind == "EXCEPT":
        raise TimeDoubtError(Doubt.UNREAD, last[0].text)


def _refuse_return(said: Phrase, told: ToldDays, latest: ToldDays | None) -> None:
    """«уходим 30 декабря в 15, вернёмся 11 января»: what of the days between? Raises TimeDoubtError."""
    words = [token.text for token in said.node.leaves() if token.kind == "OPENS"]
    if latest and not told.closed and any(map(is_return, words)) and _has_working_day(latest.days[-1], told.days[0]):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(latest.days[-1], told.days[0]))


def _has_working_day(latest: date, day: date) -> bool:
    """Whether one lies between the two."""
    return any((latest + n * DAY).weekday() < _SATURDAY for n in range(1, (day - latest).days))


def _refuse_gap(back: Phrase, since: Phrase | None, latest: ToldDays | None, now: datetime) -> None:
    """Working again begins after what was told, with no working day between. Raises TimeDoubtError."""
    back.has("AFTER", "BACK", "OPENS")
    is_alone = latest is not None and not latest.state and latest.is_first
    if latest is None or (since is None and is_alone):  # «до 15, потом работаем»
        raise TimeDoubtError(Doubt.UNREAD, back.words())
    if since is None:
        return
    day = _day(since, latest.days[-1], now)
    if day <= latest.days[-1] or _has_working_day(latest.days[-1], day):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(latest.days[-1], day))


def _day(since: Phrase, latest: date, now: datetime) -> date:
    if dom := since.part("dom"):
        return NamedDate(dom_of(dom)).on(Calendar(latest + DAY))
    days = [_settled(part, latest, now) for part in since.parts("date", "wd", "rel")]
    if len(set(days)) != 1:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=tuple(days))
    return days[0]


def _settled(part: Phrase, latest: date, now: datetime) -> date:
    named = named_day(part, now.date())
    is_number = isinstance(named, NamedDate) and named.month is None
    return settled(named, Calendar(latest + DAY if is_number else latest))


def _meant(
    one: ToldDays, told: Sequence[ToldDays], before: ToldDays | None, *, has_head: bool
) -> Sequence[Bounds | int]:
    """Hours of which neither is said, closed or open: «31-го до 14», «5 января 11–16». Raises TimeDoubtError."""
    since, until = one.hours
    if before and since and until and before.state == "shut" and all(before.hours):
        return [one.hours]  # «25-го закрыто с 9 до 11, 26-го с 14 до 16»
    if before and one.is_exception and before.closed == [_WHOLE] and set(one.days) < set(before.days):
        return opened(one.hours)
    shut = [other for other in told if other.state == "shut" and other.closed == [_WHOLE]]
    is_table = has_head or any(other.is_day_off for other in shut)
    if told[0].is_state_first or (since and not is_table):
        raise TimeDoubtError(Doubt.AMBIGUOUS, one.words)
    ends = [other.hours[1] for other in told if not other.state]
    if not (is_table or shut or any(end and end >= _LATE for end in ends)):
        raise TimeDoubtError(Doubt.AMBIGUOUS, one.words)
    return opened(one.hours)


def _span(day: date, bounds: Bounds | int, now: datetime) -> Span:
    since, until = (None, None) if isinstance(bounds, int) else bounds
    start = datetime.combine(day, since or time(), now.tzinfo)
    end = datetime.combine(day, until, now.tzinfo) if until else datetime.combine(day + DAY, time(), now.tzinfo)
    return Span(start, end, bounds if isinstance(bounds, int) else 0)


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Those that touch as one: «31 декабря с 15, 1–8 января»."""
    latest = spans[0]
    for span in spans[1:]:
        if span.start == latest.end and not (span.edge or latest.edge):
            latest = Span(latest.start, span.end)
        else:
            yield latest
            latest = span
    yield latest
