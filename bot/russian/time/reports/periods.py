"""Periods of reports: «4 квартал», «за 9 месяцев», «прошлый месяц», «с начала года», «март», «с 1 по 15 ноября»."""

from collections.abc import Callable
from datetime import date

from bot.russian.time.beside.corrections import corrected_in_place
from bot.russian.time.beside.noticed import UNREAD_OR_NOTHING, Noticed, passed_words
from bot.russian.time.beside.passable_words import Use
from bot.russian.time.beside.passing import without_passed
from bot.russian.time.beside.requests import without_requests
from bot.russian.time.beside.this_year import says_this_year
from bot.russian.time.days.calendar import Calendar, made, months_later, whole_month
from bot.russian.time.days.named_days import day_of, named_day, settled, year_of
from bot.russian.time.days.ranges import edge_days
from bot.russian.time.days.stretches import season_of, stretch_of
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import PERIOD
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, unseen_slips
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.reading import read_by, words_of
from bot.russian.time.reports.both_ends import (
    dates_of,
    from_to_of,
    in_months_of,
    neighbours_of,
    numbered_of,
    plain_range_of,
    years_of,
)
from bot.russian.time.reports.period_parts import (
    decade_of,
    first_days_of,
    first_months_of,
    half_of,
    last_units_of,
    months_from,
    quarter_of,
    quarters_of,
    seasons_of,
    short_year_of,
    steps_back,
    weekend_of,
    which_year,
    year_said,
)
from bot.russian.time.reports.told_twice import told_twice
from bot.russian.time.values import DAY, Stretch

_WEEK = 7


def read_period(text: str, today: date) -> Stretch | Unsure:
    """The days that are meant, up to the end of what was named. Looks back: «декабрь» said in May is of last year."""
    return _read(words_of(text, PERIOD), today)


def read_typed_period(text: str, today: date) -> Stretch | Unsure:
    """The same of what is typed where a period is asked for, whatever else is told."""
    return notice_period(text, today).meaning


def notice_period(text: str, today: date) -> Noticed[Stretch]:
    """The same, with the words that were passed over: the head of the report names them."""
    if other := corrected_in_place(text, PERIOD):
        meant = other.text or (other.after if _is_whole(other.after) else "")
        return notice_period(meant, today) if meant else Noticed(Unsure(Doubt.UNREAD, unread=other.said))
    noticed = _said_once(text, today)
    if isinstance(noticed.meaning, Unsure):
        noticed = told_twice(text, lambda part: _said_once(part, today)) or noticed
    if not isinstance(noticed.meaning, Unsure) and says_this_year(text) and noticed.meaning.last.year != today.year:
        return Noticed(Unsure(Doubt.AMBIGUOUS, text.strip()))  # «декабрь т. г.», said in May
    return noticed


def _said_once(text: str, today: date) -> Noticed[Stretch]:
    read = read_period(text, today)
    if not isinstance(read, Unsure) or read.doubt not in UNREAD_OR_NOTHING:
        return Noticed(read)
    tokens = words_of(text, PERIOD)
    asked = without_requests(tokens)
    kept = without_passed(asked, Use.PERIOD) if any(token.kind == UNKNOWN for token in asked) else asked
    if kept is None:
        return Noticed(read)
    return Noticed(_read(kept, today), passed_words(tokens, kept, text)).or_else(read)


def _is_whole(said: str) -> bool:
    """«с 1 по 20 ноября» says all; «с 5 октября» only another beginning."""
    kinds = [token.kind for token in words_of(said, PERIOD)]
    return kinds[:1] != ["FROM"] or not {"TO", "THROUGH", "DASH"}.isdisjoint(kinds)


def _read(tokens: list[Token], today: date) -> Stretch | Unsure:
    guessed = unseen_slips(tokens)
    if guessed:
        return Unsure(Doubt.UNREAD, " ".join(token.text for token in tokens if not token.guessed), guessed[0])
    return read_by("period", tokens, lambda phrase: _period(phrase, Calendar(today, looks_back=True)))


def _period(phrase: Phrase, calendar: Calendar) -> Stretch:
    said = phrase.parts()[0]
    if deadline := phrase.part("deadline"):
        deadline.accept()
    found = _RESOLVERS[said.name](said, calendar)
    whole = made(found.last.year, 1, 1)
    return Stretch(min(found.first, whole), found.last) if phrase.has("GROWING") else found


def _named(said: Phrase, calendar: Calendar) -> Stretch:
    today, is_past, is_this = calendar.today, steps_back(said), said.has("THIS")
    year = year_of(said)
    if seasons := [token.value for token in said.tokens("SEASON")]:
        said.has("MONTHW")
        of_year = today.year - is_past if is_past else today.year if is_this else year
        return seasons_of(seasons, of_year, calendar, said.words())
    if (month := said.value("MONTH")) is not None:
        said.has("MONTHW")
        return whole_month(today.year - is_past, month)
    if year is not None:
        return Stretch(made(year, 1, 1), made(year, 12, 31))
    if said.has("WEEK", "WEEKA"):
        monday = calendar.monday - _WEEK * is_past * DAY
        if not (is_past or is_this):
            return Stretch(today - (_WEEK - 1) * DAY, today)
        return Stretch(monday, min(monday + (_WEEK - 1) * DAY, today))
    months = 1 if said.has("MONTHW") else 12
    if said.has("YEARW") and not (is_past or is_this):
        raise which_year(said.words(), today)
    first = today.replace(day=1) if months == 1 else made(today.year, 1, 1)
    return months_from(months_later(first, -months * is_past), months) if is_past else Stretch(first, today)


def _named_so_far(said: Phrase, calendar: Calendar) -> Stretch:
    """The same, or «двадцать пятый год», «этот год до сегодня». Raises TimeDoubtError."""
    if (short := said.value("ORD", "ORDW", "N59")) is not None:
        return short_year_of(said, short, calendar)
    said.has("TO", "THROUGH")
    if (rel := said.part("rel")) and rel.value("REL") != 0:
        raise TimeDoubtError(Doubt.UNREAD, rel.words())
    return _named(said, calendar)


def _so_far(said: Phrase, calendar: Calendar) -> Stretch:
    today = calendar.today
    said.has("BEGIN")
    if (rel := said.part("rel")) and rel.value("REL") != 0:
        raise TimeDoubtError(Doubt.UNREAD, rel.words())
    if (season := said.value("SEASON")) is not None:
        first = season_of(season, None, calendar).first
    elif edge := said.part("edge"):
        first = edge_days(edge, calendar).first
    elif (month := said.value("MONTHG", "MONTHA")) is not None:
        first = calendar.month(month, year_of(said)).first
    elif year := year_said(said, today):
        first = made(year, 1, 1)
    else:
        units = {"WEEK": calendar.monday, "MONTHW": today.replace(day=1), "YEARW": made(today.year, 1, 1)}
        units["QUARTERG"] = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        units["QUARTER"] = units["QUARTERG"]
        units["HALFYEARG"] = made(today.year, 7 if today.month > 6 else 1, 1)
        first = units[said.tokens(*units)[0].kind]
    return Stretch(first, max(first, today))


def _day(said: Phrase, calendar: Calendar) -> Stretch:
    part = day_of(said)
    day = settled(named_day(part, calendar.today), calendar) if part else calendar.today
    is_lone = part is not None and len(list(part.node.leaves())) == 1 and bool(part.tokens("ORDW"))
    if day > calendar.today or is_lone:  # «за завтра», «первый»
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    return Stretch.of(day)


_RESOLVERS: dict[str, Callable[[Phrase, Calendar], Stretch]] = {
    "quarter": quarter_of,
    "quarters": quarters_of,
    "half": half_of,
    "firstmonths": first_months_of,
    "lastunits": last_units_of,
    "pnamed": _named_so_far,
    "pweekend": weekend_of,
    "phalf": stretch_of,
    "sofar": _so_far,
    "pday": _day,
    "pdaylist": neighbours_of,
    "daterange": plain_range_of,
    "pmonths": in_months_of,
    "pyears": years_of,
    "pdates": dates_of,
    "fromto": from_to_of,
    "firstdays": first_days_of,
    "numbered": numbered_of,
    "decade": decade_of,
}
