"""Hours of work and of reception: «пн-чт с 10 до 18, пт до 17, обед 13–13:45, последняя пятница – санитарный день»."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import HOURS
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.monthly import monthly_of
from bot.russian.time.hours_of_work.seasons import season_of
from bot.russian.time.hours_of_work.settling import with_everyday, with_lunch_after, with_rest
from bot.russian.time.hours_of_work.spans import clock_minutes, spans_of
from bot.russian.time.hours_of_work.timetable import Clause, Holidays, Lunch, OnNth, SeasonOfYear, Shorter, Span, Weekly
from bot.russian.time.hours_of_work.weekdays import ALL_DAYS, NamedDays, days_in
from bot.russian.time.reading import read_by, words_of

LONGEST = 500  # characters; the longest real timetable has two hundred
_MOST_TOKENS = 200


def read_timetable(text: str) -> tuple[Clause, ...] | Unsure:
    """The clauses in their order."""
    tokens = words_of(text, HOURS, LONGEST)
    if guessed := [token.text for token in tokens if token.guessed]:
        return Unsure(Doubt.UNREAD, " ".join(token.text for token in tokens if not token.guessed), guessed[0])
    return read_by("hours", tokens, lambda phrase: tuple(_Timetable(phrase).clauses()), _MOST_TOKENS)


@dataclass(slots=True)
class _Timetable:
    """One pass over the clauses; «до 17» takes its beginning from the line before."""

    phrase: Phrase
    read: list[Clause] = field(default_factory=list)
    latest: Phrase | None = None
    everyday: list[int] = field(default_factory=list)  # places of hours without days
    is_open_daily: bool = False  # «без выходных»

    def clauses(self) -> Sequence[Clause]:
        """All of them. Raises TimeDoubtError."""
        between: set[str] = set()
        for piece in self.phrase.pieces():
            if isinstance(piece, Token):
                between.add(piece.kind)
                continue
            said = piece.parts()[0]
            if between == {"AND"} and self.latest is not None and self.latest.name in {"closed", "nolunch"}:
                raise TimeDoubtError(Doubt.UNREAD, said.words())  # «выходной сб и вс, пн-пт 9-18»: both are days off
            between.clear()
            self.read += _RESOLVERS[said.name](self, said)
            self.latest = said
        read = with_rest(self.read)
        read = with_everyday(read, self.everyday, self.phrase.words(), is_daily=self.is_open_daily)
        return with_lunch_after(read)

    def hour_less(self, words: str) -> tuple[Span, ...]:
        """The hours before, an hour shorter. Raises TimeDoubtError where there are none."""
        lines = [clause for clause in self.read if isinstance(clause, Weekly) and clause.spans]
        if not lines:
            raise TimeDoubtError(Doubt.NO_START, words)
        spans = lines[-1].spans
        return ((spans[0][0], spans[-1][1] - 60),)

    def start_before(self) -> int | None:
        """When the line before begins."""
        lines = [clause for clause in self.read if isinstance(clause, Weekly) and clause.spans]
        return lines[-1].spans[0][0] if lines else None


def _week(table: _Timetable, said: Phrase) -> Iterator[Clause]:
    spans = spans_of(said.part("spans", "hto"), table.start_before())
    is_shorter = said.has("HOURLESS")
    if is_shorter:
        spans = table.hour_less(said.words())
    by_appointment = said.has("REQUEST")
    if nth := said.part("nthdays"):
        found = monthly_of(nth)
        if found.weekday is None:
            raise TimeDoubtError(Doubt.UNREAD, said.words())
        yield OnNth(found.weekday, found.nths, spans)
        return
    named = _named(said)
    if named.with_holidays:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    refines = is_shorter or bool(said.part("hto"))  # «пн-пт 9-18 (пт до 17)»
    yield Weekly(named.days, spans, by_appointment, named.weeks, refines, said.words())
    if named.without_holidays:
        yield Holidays()


def _daily(table: _Timetable, said: Phrase) -> Iterator[Clause]:
    without = said.part("without")
    if table.latest is not None and table.latest.name == "closed" and said.follows(table.latest):
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())  # «выходной пн, вт-сб 10-18»: these are the hours of «вт-сб»
    if without is None:
        table.everyday.append(len(table.read))
    left_out = days_in(without) if without else NamedDays(())
    days = tuple(day for day in ALL_DAYS if day not in left_out.days)
    yield Weekly(days, spans_of(said.part("spans"), table.start_before()), text=said.words())
    if left_out.with_holidays:
        yield Holidays()


def _shorter(table: _Timetable, said: Phrase) -> Iterator[Clause]:
    hour = said.part("hclock")
    if not (table.read and isinstance(table.read[-1], SeasonOfYear) and table.read[-1].stretches) or hour is None:
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())
    yield Shorter(clock_minutes(hour, is_end=True))


def _closed(table: _Timetable, said: Phrase) -> Iterator[Clause]:
    said.has("OFF", "OFFS", "OFFD")
    if not said.part("hdays", "sets") and table.latest is not None and table.latest.name == "season":
        yield Weekly(ALL_DAYS, text=said.words())  # «в августе закрыто»
        return
    named = _named(said)
    if named.days:
        yield Weekly(named.days, weeks=named.weeks, text=said.words())
    if named.with_holidays:
        yield Holidays()


def _named(said: Phrase) -> NamedDays:
    days = said.part("hdays", "sets")
    if days is None:
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())
    named = days_in(days)
    if not (without := days.part("without")):
        return named
    out = days_in(without)
    if not set(out.days) <= set(named.days):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    kept = tuple(day for day in named.days if day not in out.days)
    return replace(named, days=kept, without_holidays=out.with_holidays)


def _without(table: _Timetable, said: Phrase) -> Iterator[Clause]:
    """«пн-пт 9-18, кроме среды»: only right after the hours that it speaks of."""
    named, latest = days_in(said), table.read[-1] if table.read else None
    if not isinstance(latest, Weekly) or not latest.spans or not set(named.days) <= set(latest.days):
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    if table.latest is not None and table.latest.name in {"lunch", "nolunch"}:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    table.read[-1] = replace(latest, days=tuple(day for day in latest.days if day not in named.days))
    if named.days:
        table.everyday.clear()
    if named.with_holidays:
        yield Holidays()


def _lunch(_: _Timetable, said: Phrase) -> Iterator[Clause]:
    said.has("LUNCH", "OBED")
    spans = tuple(spans_of(said, None))
    yield Lunch(spans[0], said.words())


def _no_lunch(table: _Timetable, said: Phrase) -> Iterator[Clause]:
    said.has("WITHOUT", "LUNCH", "OBED")
    table.is_open_daily |= said.has("OFFS")
    yield Lunch(None, said.words())


def _no_days_off(table: _Timetable, said: Phrase) -> Iterator[Clause]:
    said.has("WITHOUT", "OFFS")
    table.is_open_daily = True
    if said.has("LUNCH", "OBED"):
        yield Lunch(None, said.words())


def _monthly(_: _Timetable, said: Phrase) -> Iterator[Clause]:
    nth = said.part("nthdays")
    said.has("OFF", "OFFS", "OFFD")
    if nth is None:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    yield replace(monthly_of(nth), is_sanitary=said.has("SANITARY"))


def _season(_: _Timetable, said: Phrase) -> Iterator[Clause]:
    yield season_of(said)


_RESOLVERS: dict[str, Callable[[_Timetable, Phrase], Iterator[Clause]]] = {
    "season": _season, "otherwise": _season, "week": _week, "daily": _daily, "shorter": _shorter,
    "closed": _closed, "lunch": _lunch, "nolunch": _no_lunch, "nodaysoff": _no_days_off,
    "monthly": _monthly, "without": _without,
}  # fmt: skip
