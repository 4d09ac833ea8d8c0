"""Hours and days that are to be closed: «завтра», «26 ноября с 14 до 16», «с 28 декабря по 10 января, кроме 4-го».

People are moved for them: what has no end, or is meant of each of several days, is asked about.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from bot.russian.spelling import evened
from bot.russian.time.beside.as_typed import as_typed
from bot.russian.time.beside.because import asks, explained
from bot.russian.time.beside.conditions import condition_in
from bot.russian.time.beside.corrections import corrected
from bot.russian.time.beside.noticed import UNREAD_OR_NOTHING, Noticed, passed_words
from bot.russian.time.beside.passable_words import Use
from bot.russian.time.beside.passing import without_passed
from bot.russian.time.beside.reasons import without_reasons
from bot.russian.time.beside.told_clauses import without_stories
from bot.russian.time.closings.day_by_day import (
    is_of_day_before,
    is_told_by_hours,
    notice_day_by_day,
    tells_in_turn,
)
from bot.russian.time.closings.days_closed import after_last_day, bounded, each_day, numbered_days, refuse_choice
from bot.russian.time.closings.days_named import open_days
from bot.russian.time.closings.headed_years import with_year_of_heading
from bot.russian.time.closings.piecewise import by_pieces
from bot.russian.time.closings.reopening import Reopening, parted
from bot.russian.time.closings.span import LONGEST_NOTICE, Span, within_reach
from bot.russian.time.closings.surely_dated import surely_dated
from bot.russian.time.closings.told_hours import closed_hours, is_of_some_days, may_limit, not_of_closing
from bot.russian.time.closings.told_otherwise import told_otherwise
from bot.russian.time.days.calendar import Calendar
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import CLOSING, CLOSURE, CLOSURE_TYPED
from bot.russian.time.grammar.kinds import NO_WEEKEND, TELLING
from bot.russian.time.grammar.phrases import shown
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, unseen_slips
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.moments import said_in
from bot.russian.time.moments.wished_hours import with_numbers
from bot.russian.time.reading import names_a_time, read_by, words_of
from bot.russian.time.values import DAY, Stretch

_Told = Callable[[str, datetime], Noticed[tuple[Span, ...]]]
_TAKEN_BACK = re.compile(r"\b(?:хотел[аи]?|собирал\w+|думал[аи]?|планировал\w*|передумал\w*)\b")
# «сегодня закрыто, завтра тоже до обеда»: closed till then, or open?
_TOO = re.compile(r"\bтоже (?:до|со?|после) [а-я0-9:.]+|\b(?:до|со?|после) [а-я0-9:.]+ тоже\b")
# Doubts that days told one by one, each with its hours, may be the cause of.
_TOLD_IN_TURN = UNREAD_OR_NOTHING | {
    Doubt.EACH_DAY,
    Doubt.SEVERAL_TIMES,
    Doubt.SEVERAL_DAYS,
    Doubt.AMBIGUOUS,
    Doubt.NO_SUCH_TIME,
}


def read_closure(text: str, now: datetime) -> tuple[Span, ...] | Unsure:
    """The days and hours meant; `now` is in the zone of the words. Several spans only where days between stay free."""
    read = surely_dated(_noticed(with_year_of_heading(text), now, _told), text, now).meaning
    if isinstance(read, Unsure):
        return as_typed(read, text)
    is_relative = any(span.edge for span in read)  # of hours nobody has named
    return Unsure(Doubt.NO_END_TIME) if is_relative else read


def notice_closure(text: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    """What of a library is to be closed, with the words that were passed over: the preview names them.

    «завтра до 15» of a library says until when it works.
    """
    noticed = surely_dated(_noticed(with_year_of_heading(text), now, _told_of_library), text, now)
    return Noticed(as_typed(noticed.meaning, text)) if isinstance(noticed.meaning, Unsure) else noticed


def _noticed(text: str, now: datetime, told: _Told) -> Noticed[tuple[Span, ...]]:
    if unsaid := _TAKEN_BACK.search(evened(text)) or condition_in(text):
        return Noticed(Unsure(Doubt.UNREAD, unread=unsaid[0]))
    if too := _TOO.search(evened(text)):
        return Noticed(Unsure(Doubt.UNREAD, unread=too[0]))
    if other := corrected(text, CLOSURE_TYPED):
        return _noticed(other.text, now, told) if other.text else Noticed(Unsure(Doubt.UNREAD, unread=other.said))
    said = explained(text)
    if said.reason:
        if not names_a_time(said.wish, CLOSURE) or (said.is_reason_first and is_of_day_before(said.wish)):
            return told(f"{said.reason}, {said.wish}", now)  # «8-го праздник, поэтому закрыто»
        unsure = Unsure(Doubt.UNREAD, unread=shown(said.reason.strip()))
        return Noticed(unsure) if may_limit(said.reason) else _noticed(said.wish, now, told)
    return told(text, now)


def _told_of_library(text: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    return notice_day_by_day(text, now) if is_told_by_hours(text) and not asks(text) else _told(text, now)


def _told(text: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    is_question = asks(text)
    in_turn: Noticed[tuple[Span, ...]] = Noticed(Unsure(Doubt.UNREAD))
    if tells_in_turn(text) and not is_question:  # most of such notices need no other reading
        in_turn = notice_day_by_day(text, now)
        if not isinstance(in_turn.meaning, Unsure):
            return in_turn
    noticed = _read_plain(text, now)
    if not isinstance(noticed.meaning, Unsure) or is_question:
        return noticed
    if in_pieces := by_pieces(text, now, _read_plain, open_days):
        return in_pieces
    if noticed.meaning.doubt in _TOLD_IN_TURN and not tells_in_turn(text):
        in_turn = notice_day_by_day(text, now)
    return noticed if isinstance(in_turn.meaning, Unsure) else in_turn


def _read_plain(text: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    """The same of words that take nothing back and tell no reason apart."""
    whole = words_of(text, CLOSURE_TYPED, LONGEST_NOTICE)
    typed = without_stories(whole)
    if told := told_otherwise(text) or not_of_closing(typed):
        return Noticed(Unsure(Doubt.UNREAD, unread=told))
    if len(typed) < len(whole):
        return _beside(text, now)
    read = closure_of(words_of(text, CLOSURE, LONGEST_NOTICE), now)
    if not isinstance(read, Unsure) and is_of_some_days(typed, read):
        return Noticed(Unsure(Doubt.EACH_DAY))
    if isinstance(read, Unsure) and read.doubt in UNREAD_OR_NOTHING and not asks(text):
        return _beside(text, now).or_else(read)
    return Noticed(read)


def _beside(text: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    """What is closed by a sentence that says so, whatever else it tells of it."""
    tokens = [_as_closing(token) for token in words_of(text, CLOSURE_TYPED, LONGEST_NOTICE)]
    given = without_reasons(without_stories(tokens))
    if len(given) == len(tokens) and not any(token.kind in TELLING - NO_WEEKEND for token in tokens):
        return Noticed(Unsure(Doubt.UNREAD))
    told = given if not any(token.kind == UNKNOWN for token in given) else without_passed(given, Use.CLOSURE)
    if told is None:
        return Noticed(Unsure(Doubt.UNREAD))
    kept = [replace(token, at=at) for at, token in enumerate(one for one in told if one.kind != "CLOSED")]
    return Noticed(closure_of(kept, now), passed_words(tokens, kept, text))


def _as_closing(token: Token) -> Token:
    """«закрыто», «не работаем»: no reason, and no words beside."""
    return replace(token, kind="CLOSED") if token.text in CLOSING else token


def closure_of(tokens: list[Token], now: datetime) -> tuple[Span, ...] | Unsure:
    """The same of words already cut."""
    if guessed := unseen_slips(tokens):
        kept = " ".join(token.text for token in tokens if not token.guessed)
        return Unsure(Doubt.UNREAD, kept, guessed[0])
    closing, reopening = parted(without_reasons(tokens))
    if not closing:  # «откроемся завтра в 12»
        closing, reopening = tokens, Reopening()
    ends_before = any(token.kind == "TO" for token in closing) and not any(token.kind == "INCL" for token in closing)
    return read_by("moments", closing, lambda phrase: _spans(phrase, now, reopening, ends_before=ends_before))


def moments_of(tokens: list[Token], now: datetime) -> tuple[Span, ...] | Unsure:
    """What is closed by words that name nothing but a time."""
    return read_by("moments", tokens, lambda phrase: _spans(phrase, now, Reopening(), ends_before=False))


def _spans(phrase: Phrase, now: datetime, reopening: Reopening, *, ends_before: bool) -> tuple[Span, ...]:
    said = said_in(phrase, Calendar(now.date()), now)
    if foreign := said.wrong_words or said.moving or said.vague:
        raise TimeDoubtError(Doubt.UNREAD, foreign)
    refuse_choice(phrase, said)
    if said.is_off and said.groups.are_bare_weekdays:  # «выходные дни: суббота и воскресенье»
        raise TimeDoubtError(Doubt.RULE)
    days = after_last_day(numbered_days(said) or with_numbers(said, said.days(), None), said)
    if days:
        days = reopening.cut(days, said.calendar, ends_before=ends_before)
    days = bounded(days, said, phrase.words())
    at, since, until = closed_hours(said)
    if at:
        raise TimeDoubtError(Doubt.NO_END_TIME)
    if said.is_whole and (since or until):
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    runs = days.runs()
    if not runs:
        raise TimeDoubtError(Doubt.NOTHING)
    if (since or until) and not said.is_range and days.single is None:
        runs = each_day(runs, said)
    return within_reach(tuple(_span(run, since, until, now) for run in runs), now)


def _span(days: Stretch, since: time | None, until: time | None, now: datetime) -> Span:
    start = _moment(days.first, since or time(), now)
    return Span(start, _moment(days.last, until, now) if until else _moment(days.last + DAY, time(), now))


def _moment(day: date, at: time, now: datetime) -> datetime:
    return datetime.combine(day, at, now.tzinfo)
