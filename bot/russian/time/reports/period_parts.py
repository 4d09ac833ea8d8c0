"""Parts of a year in reports: «4 квартал», «1–2 квартал», «второе полугодие», «за 9 месяцев», «последние 30 дней»."""

from datetime import date

from bot.russian.time.days.calendar import Calendar, made, months_later
from bot.russian.time.days.named_days import UNITS, year_of
from bot.russian.time.days.stretches import season_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, Stretch

_REPORTED = range(6, 12)  # months; «за 3 месяца» may be the first or the last three
_OLDEST = 15  # of the years of this century
_WEEK = 7
_JUST_BEGUN = 31  # days


def quarter_of(said: Phrase, calendar: Calendar) -> Stretch:
    return _part_of_year(said, calendar, 3)


def half_of(said: Phrase, calendar: Calendar) -> Stretch:
    return _part_of_year(said, calendar, 6)


def _part_of_year(said: Phrase, calendar: Calendar, months: int) -> Stretch:
    """The nth part of a year; «этот», «прошлый»; without either it is asked which. Raises TimeDoubtError."""
    today = calendar.today
    said.has("QUARTER", "HALFYEAR")
    if said.has("QUARTERG", "HALFYEARG") and said.numbers():
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())  # «за два квартала»: these two or the second one
    number = next(iter(said.numbers()), None) or said.value("ORD", "ORDW")
    if number is not None:
        if number > 12 // months:
            raise TimeDoubtError(Doubt.NO_SUCH_DATE)
        month, year = (number - 1) * months + 1, _year_of_part(said, today)
        if year is None:
            year = today.year - (month > today.month)
        return months_from(made(year, month, 1), months)
    this = today.replace(month=(today.month - 1) // months * months + 1, day=1)
    if back := steps_back(said):
        return months_from(months_later(this, -months * back), months)
    if said.has("THIS"):
        return Stretch(this, today)
    raise which_period(said.words(), Stretch(this, today), months_from(months_later(this, -months), months))


def which_period(words: str, *meant: Stretch) -> TimeDoubtError:
    """«за квартал»: the running one or the last, nobody can be sure."""
    days = tuple(day for one in meant for day in (one.first, one.last))
    return TimeDoubtError(Doubt.WHICH_PERIOD, words, days)


def which_year(words: str, today: date) -> TimeDoubtError:
    """«за год»: this one or the last."""
    this = made(today.year, 1, 1)
    return which_period(words, Stretch(this, today), months_from(months_later(this, -12), 12))


def _year_of_part(said: Phrase, today: date) -> int | None:
    """«4 кв 25» is of 2025. Raises TimeDoubtError."""
    if short := said.part("shortyear"):
        short.has("YEARW")
        if not _OLDEST <= (number := short.numbers()[0]) <= today.year % 100:
            raise TimeDoubtError(Doubt.UNREAD, short.words())
        return today.year // 100 * 100 + number
    return year_said(said, today)


def decade_of(said: Phrase, calendar: Calendar) -> Stretch:
    """«первая декада ноября»: ten days, the third to the end of the month. Raises TimeDoubtError."""
    said.has("DECADE")
    number = said.value("ORD", "ORDW") or 0
    if (name := said.value("MONTHG", "MONTHA")) is not None:
        month = calendar.month(name, year_of(said))
    else:
        said.has("THIS", "MONTHW")
        month = months_from(months_later(calendar.today.replace(day=1), -steps_back(said)), 1)
    if number not in {1, 2, 3}:
        raise TimeDoubtError(Doubt.NO_SUCH_DATE)
    first = month.first + (number - 1) * 10 * DAY
    return Stretch(first, month.last if number == 3 else first + 9 * DAY)


def first_days_of(said: Phrase, calendar: Calendar) -> Stretch:
    """«первые десять дней ноября». Raises TimeDoubtError."""
    said.has("FIRSTN", "DAYG")
    month = calendar.month(said.value("MONTHG", "MONTHA") or 0, year_of(said))
    last = month.first + (said.numbers()[0] - 1) * DAY
    if last not in month:
        raise TimeDoubtError(Doubt.NO_SUCH_DATE)
    return Stretch(month.first, last)


def short_year_of(said: Phrase, number: int, calendar: Calendar) -> Stretch:
    """«двадцать пятый год», «25 год»: of this century, and not one to come. Raises TimeDoubtError."""
    said.has("YEARW")
    if not _OLDEST <= number <= calendar.today.year % 100:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    year = calendar.today.year // 100 * 100 + number
    return Stretch(made(year, 1, 1), made(year, 12, 31))


def quarters_of(said: Phrase, calendar: Calendar) -> Stretch:
    """Quarters that follow one another: «1-2 квартал», «I–III кварталы». Raises TimeDoubtError."""
    said.has("QUARTER", "QUARTERG", "QUARTERS")
    numbers = [token.value for token in said.tokens("ORD", "ORDW", "N0", "N9", "N59", "NX")]
    first, last = (1, numbers[0]) if said.has("FIRSTN") else (numbers[0], numbers[-1])
    is_list = not (said.has("DASH", "THROUGH", "TO") or len(numbers) == 1)
    if said.has("OR") or not 1 <= first < last <= 4 or (is_list and last != first + 1):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    year = year_said(said, calendar.today) or calendar.today.year
    if made(year, first * 3 - 2, 1) > calendar.today:
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return Stretch(made(year, first * 3 - 2, 1), months_from(made(year, last * 3 - 2, 1), 3).last)


def seasons_of(months: list[int], year: int | None, calendar: Calendar, words: str) -> Stretch:
    """«лето», «весна и лето»: those that follow one another. Raises TimeDoubtError."""
    first, last = (season_of(month, year, calendar) for month in (months[0], months[-1]))
    if (
        year is None and (calendar.today - last.first).days < _JUST_BEGUN
    ):  # «за зиму» in December: this one, or the last?
        raise TimeDoubtError(Doubt.AMBIGUOUS, words)
    if len(months) > 1 and last.first != first.last + DAY:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return Stretch(first.first, last.last)


def steps_back(said: Phrase) -> int:
    """«прошлый» is one back, «позапрошлый» two."""
    return 2 if said.has("PREPREV") else int(said.has("PREV"))


def months_from(first: date, months: int) -> Stretch:
    return Stretch(first, months_later(first, months) - DAY)


def first_months_of(said: Phrase, calendar: Calendar) -> Stretch:
    if any(token.text == "месяц" for token in said.tokens("MONTHW")):  # «8 месяц»: the eighth, or eight?
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    count, today = said.numbers()[0], calendar.today
    year = year_said(said, today)
    explicit = said.has("FIRSTN") or year is not None
    days = months_from(made(year or today.year, 1, 1), count) if 1 <= count <= 12 else None
    if days is None or (count not in _REPORTED and not explicit) or (year is None and days.last > today):
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return days


def last_units_of(said: Phrase, calendar: Calendar) -> Stretch:
    count = next(iter(said.numbers()), 1)
    said.has("LAST")
    unit = said.tokens(*UNITS)[0].kind
    if not 1 <= count <= 400:
        raise TimeDoubtError(Doubt.TOO_FAR)
    if unit in {"DAY", "DAYG", "WEEK", "WEEKA"}:
        size = _WEEK if unit in {"WEEK", "WEEKA"} else 1
        return Stretch(calendar.today - (count * size - 1) * DAY, calendar.today)
    months = count * (12 if unit == "YEARW" else 1)
    tomorrow = calendar.today + DAY  # on the last day of a month whole months are meant
    return Stretch(
        months_later(tomorrow, -months) if tomorrow.day == 1 else months_later(calendar.today, -months) + DAY,
        calendar.today,
    )


def year_said(said: Phrase, today: date) -> int | None:
    """The year that was named: «2025 года», «прошлого года»."""
    if back := steps_back(said):
        return today.year - back
    return today.year if said.has("THIS") else year_of(said)


def weekend_of(said: Phrase, calendar: Calendar) -> Stretch:
    """The last Saturday and Sunday; on one of them, and «позапрошлые», they are a question. Raises TimeDoubtError."""
    is_past = steps_back(said)
    said.has("OFFS")
    saturday = calendar.monday - 2 * DAY
    if is_past > 1 or calendar.today.weekday() > 4:
        raise TimeDoubtError(Doubt.AMBIGUOUS)
    return Stretch(saturday, saturday + DAY)
