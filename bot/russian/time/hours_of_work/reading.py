"""Hours of work and of reception: «пн-чт с 10 до 18, пт до 17, обед 13–13:45, последняя пятница – санитарный день»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.russian.time.beside.asides import without_asides
from bot.russian.time.beside.because import because
from bot.russian.time.beside.conditions import condition_in
from bot.russian.time.beside.corrections import corrected_in_place
from bot.russian.time.beside.noticed import UNREAD_OR_NOTHING, Noticed, passed_words
from bot.russian.time.beside.passable_words import Use
from bot.russian.time.beside.passing import without_passed
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import HOURS
from bot.russian.time.grammar.tokens import Token, unseen_slips
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.clauses import CLAUSE_RESOLVERS
from bot.russian.time.hours_of_work.seasons import is_dated_summer, season_of
from bot.russian.time.hours_of_work.settling import settled
from bot.russian.time.hours_of_work.so_far import TimetableSoFar
from bot.russian.time.hours_of_work.spans import WHOLE_DAY
from bot.russian.time.hours_of_work.timetable import Always, Clause, Lunch, Weekly
from bot.russian.time.hours_of_work.told_clause import ToldClause, within_year
from bot.russian.time.hours_of_work.weekdays import ALL_DAYS
from bot.russian.time.reading import names_a_time, read_by, words_of

LONGEST = 500  # characters; the longest real timetable has two hundred
_MOST_TOKENS = 130
_MOST_MONTHS = 24  # a row of them may be parted in ever so many ways
_BY_REQUEST = "по записи"
_WEEK_OF_WORK = re.compile(r"[0-9]+[- ]?(?:ти[- ]?)?час\w+ (?:рабочая )?неделя")  # «36-часовая неделя»
_MONTHS = frozenset({"MONTH", "MONTHA", "MONTHG"})


def read_timetable(text: str) -> tuple[Clause, ...] | Unsure:
    """The clauses in their order, if nothing else is told; a preview need not follow."""
    if other := corrected_in_place(text, HOURS):
        return read_timetable(other.text) if other.text else Unsure(Doubt.UNREAD, unread=other.said)
    return _read(without_asides(words_of(text, HOURS, LONGEST)))


def notice_timetable(text: str) -> Noticed[tuple[Clause, ...]]:
    """The same, whatever else is told; the preview names the words that were passed over.

    What is corrected within the words is read as it was meant at last.
    """
    if other := corrected_in_place(text, HOURS):
        return notice_timetable(other.text) if other.text else Noticed(Unsure(Doubt.UNREAD, unread=other.said))
    read = read_timetable(text)
    if not isinstance(read, Unsure) or read.doubt not in UNREAD_OR_NOTHING:
        return Noticed(read)
    if condition := condition_in(text):
        return Noticed(Unsure(Doubt.UNREAD, unread=condition[0].strip()))
    told = because(text)
    if told.reason and not names_a_time(_WEEK_OF_WORK.sub(" ", told.reason), HOURS):
        noticed = notice_timetable(told.wish)
        return replace(noticed, passed=(*noticed.passed, told.reason))
    tokens = words_of(text, HOURS, LONGEST)
    kept = without_passed(without_asides(tokens), Use.HOURS)
    return Noticed(read) if kept is None else Noticed(_read(kept), passed_words(tokens, kept, text)).or_else(read)


def _read(tokens: list[Token]) -> tuple[Clause, ...] | Unsure:
    if guessed := unseen_slips(tokens):
        return Unsure(Doubt.UNREAD, " ".join(token.text for token in tokens if not token.guessed), guessed[0])
    if sum(token.kind in _MONTHS for token in tokens) > _MOST_MONTHS:
        return Unsure(Doubt.NOTHING)
    return read_by("hours", tokens, lambda phrase: tuple(_clauses(phrase)), _MOST_TOKENS)


def _clauses(phrase: Phrase) -> Sequence[Clause]:
    """All of them, season by season. Raises TimeDoubtError."""
    told = within_year(_startless_last(list(_told(phrase))))
    so_far = TimetableSoFar(has_dated_summer=any(one.is_season and is_dated_summer(one.said) for one in told))
    for one in told:
        so_far.refuse_lone_parity(one.said)
        if one.before == {"AND"} and so_far.latest is not None and so_far.latest.name in {"closed", "nolunch"}:
            raise TimeDoubtError(Doubt.UNREAD, one.said.words())  # «выходной сб и вс, пн-пт 9-18»: both are days off
        if one.is_season and _is_told_after_hours(one, so_far, ends_in_season=told[-1].is_season):
            so_far.put_season_before(season_of(one.said))
        else:
            so_far.read += CLAUSE_RESOLVERS[one.said.name](so_far, one.said)
            so_far.begun = None if one.said.name in {"season", "otherwise"} else so_far.begun
        so_far.latest = one.said
    if len(told) > 1 and any(one.said.name == "byrequest" for one in told):
        raise TimeDoubtError(Doubt.UNREAD, _BY_REQUEST)  # «пн-пт 9-18, по записи»: all of it, or other days?
    if any(WHOLE_DAY in clause.spans for clause in so_far.read if isinstance(clause, Weekly)):
        return _always(so_far.read, phrase.words())
    return settled(so_far.read, phrase.words(), is_daily=so_far.is_open_daily)


def _startless_last(told: list[ToldClause]) -> list[ToldClause]:
    """«по средам до 20, а так пн-пт 10-18»: the first hours have the beginning of those after them."""
    first, rest = told[:1], told[1:]
    is_startless = bool(first) and first[0].said.name == "week" and first[0].said.part("hto") is not None
    return rest + first if is_startless and any(one.said.name == "week" for one in rest) else told


def _always(clauses: Sequence[Clause], words: str) -> Sequence[Clause]:
    """Day and night on all days; raises TimeDoubtError where only some of them are."""
    weeks = [clause for clause in clauses if not (isinstance(clause, Lunch) and clause.span is None)]
    if weeks != [Weekly(ALL_DAYS, (WHOLE_DAY,))]:
        raise TimeDoubtError(Doubt.AROUND_THE_CLOCK, words)
    return (Always(),)


def _told(phrase: Phrase) -> Iterator[ToldClause]:
    before: set[str] = set()
    pieces = phrase.pieces()
    for at, piece in enumerate(pieces):
        if isinstance(piece, Token):
            before.add(piece.kind)
            continue
        after = next((one.kind for one in pieces[at + 1 : at + 2] if isinstance(one, Token)), "")
        yield ToldClause(piece.parts()[0], frozenset(before), after)
        before.clear()


def _is_told_after_hours(one: ToldClause, so_far: TimetableSoFar, *, ends_in_season: bool) -> bool:
    """«пн-пт 9-17 (июнь-август), вт-сб 10-18 (сентябрь-май)». Raises TimeDoubtError where it may be either."""
    if so_far.latest is None or so_far.latest.name in {"season", "otherwise"}:
        return False
    if ends_in_season or (not one.before and one.after == "SEMI"):
        return True
    if not one.before and one.after in {"COMMA", "AND", "BUT"}:
        raise TimeDoubtError(Doubt.AMBIGUOUS, one.said.words())
    return False
