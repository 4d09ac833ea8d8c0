"""Generated expressions, rendered in several ways, are read back exactly; a strange word in them is never swallowed."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.russian.calendar_words import MONTH_NAMES, MONTHS, SHORT_WEEKDAYS, WEEKDAYS, WEEKDAYS_ACCUSATIVE
from bot.russian.time.closings.closures import read_closure
from bot.russian.time.closings.span import Span as ClosedSpan
from bot.russian.time.doubts import Unsure
from bot.russian.time.grammar.numerals import CARDINALS
from bot.russian.time.hours_of_work.reading import read_timetable
from bot.russian.time.hours_of_work.timetable import Lunch, Weekly
from bot.russian.time.reports.periods import read_period
from bot.russian.time.values import Days, Stretch, TimeWish
from bot.russian.time.visits import read_when
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)
DAY = timedelta(days=1)
IN_WORDS = {number: form for form, number in reversed(CARDINALS.items())}
days_ahead = st.integers(1, 260).map(lambda n: NOW.date() + n * DAY)
hours = st.builds(time, st.integers(8, 20), st.sampled_from((0, 5, 15, 30, 45)))


def dates(day: date) -> st.SearchStrategy[str]:
    """A date as people write it, with its weekday or without."""
    month = MONTHS[day.month - 1]
    weekday = (WEEKDAYS[day.weekday()], WEEKDAYS_ACCUSATIVE[day.weekday()], SHORT_WEEKDAYS[day.weekday()])
    plain = st.sampled_from((
        *(f"{day.day} {month}", f"{day.day}-го {month}", f"{day:%d.%m}", f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}"),
        *(f"{day.day} {month} {day.year} года", f"{day.day} {month[:3]}" if day.month != 5 else f"{day.day} мая"),
        f"{day.year}-{day.month:02}-{day.day:02}",
    ))  # fmt: skip
    return (
        plain
        | st.tuples(st.sampled_from(weekday), plain).map(" ".join)
        | st.tuples(plain, st.sampled_from(weekday)).map(", ".join)
    )


def times(at: time) -> st.SearchStrategy[str]:
    """An hour as people write it."""
    ways = [f"в {at:%H:%M}", f"в {at.hour}:{at:%M}", f"на {at:%H:%M}", f"в {at.hour} часов {at.minute} минут"]
    if at.minute == 0:
        ways += [f"в {at.hour} часов", f"в {at.hour}", f"в {at.hour}-00", f"в {IN_WORDS[at.hour]}", f"к {at.hour} ч"]
        ways += [f"в {at.hour - 12} часа дня"] if 13 <= at.hour < 17 else []
        ways += [f"в {at.hour - 12} вечера"] if at.hour >= 17 else []
    return st.sampled_from(ways)


around = st.sampled_from(("{}", "{}, пожалуйста", "Здравствуйте! Можно {}?", "запишите {}", "  {}  ."))


@given(days_ahead, hours, st.sampled_from(("{day} {time}", "{time} {day}", "{day}, {time}")), around, st.data())
@settings(max_examples=300, deadline=None)
def test_a_day_and_an_hour_come_back_as_they_went_in(
    day: date,
    at: time,
    order: str,
    frame: str,
    data: st.DataObject,
) -> None:
    day_words, time_words = data.draw(dates(day)), data.draw(times(at))
    text = frame.format(order.format(day=day_words, time=time_words))

    assert read_when(text, NOW) == TimeWish(Days((Stretch.of(day),)), at), text


@given(st.lists(days_ahead, min_size=2, max_size=4, unique=True), st.sampled_from((" и ", ", ", " или ")), st.data())
@settings(max_examples=150, deadline=None)
def test_each_day_of_a_list_comes_back(days: list[date], between: str, data: st.DataObject) -> None:
    text = between.join(f"{day.day} {MONTHS[day.month - 1]}" for day in days)

    read = read_when(f"{text} {data.draw(times(time(11)))}", NOW)

    assert read == TimeWish(Days(tuple(map(Stretch.of, days))), time(11))


@given(
    days_ahead,
    st.integers(1, 60),
    st.sampled_from(("с {} по {}", "{} - {}", "{} – {} включительно", "с {} до {}")),
    st.data(),
)
@settings(max_examples=200, deadline=None)
def test_both_ends_of_a_closure_come_back(first: date, length: int, frame: str, data: st.DataObject) -> None:
    last = first + length * DAY
    ends = [
        data.draw(st.sampled_from((f"{day.day} {MONTHS[day.month - 1]}", f"{day:%d.%m.%Y}"))) for day in (first, last)
    ]

    read = read_closure(frame.format(*ends), NOW)

    assert read == (ClosedSpan(_midnight(first), _midnight(last + DAY)),)


@given(st.integers(2, 20), st.sets(st.integers(0, 40), min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_excluded_days_stay_open(length: int, out: set[int]) -> None:
    first = date(2027, 3, 1)
    last = first + length * DAY
    left_out = sorted(first + n * DAY for n in out if n <= length)
    named = ", ".join(f"{day.day} {MONTHS[day.month - 1]}" for day in left_out)
    text = f"с {first.day} марта по {last.day} {MONTHS[last.month - 1]}" + (f", кроме {named}" if named else "")

    read = read_closure(text, NOW)

    assert isinstance(read, Unsure) == (len(left_out) > length)
    assert isinstance(read, Unsure) or _closed_days(read) == {
        first + n * DAY for n in range(length + 1) if first + n * DAY not in left_out
    }


def _closed_days(spans: Sequence[ClosedSpan]) -> set[date]:
    return {span.start.date() + n * DAY for span in spans for n in range((span.end - span.start).days)}


LUNCHES = ("", ", обед 12:30-12:45", " (перерыв с 12.30 до 12.45)")
spans_of_work = st.tuples(st.integers(7, 12), st.integers(13, 22))


@given(st.sets(st.integers(0, 6), min_size=1), spans_of_work, st.sampled_from(LUNCHES), st.data())
@settings(max_examples=200, deadline=None)
def test_days_and_hours_of_work_come_back(
    days: set[int],
    span: tuple[int, int],
    lunch: str,
    data: st.DataObject,
) -> None:
    names = data.draw(st.sampled_from((SHORT_WEEKDAYS, WEEKDAYS, tuple(map(str.capitalize, SHORT_WEEKDAYS)))))
    between = data.draw(st.sampled_from((", ", " ", " и ")))
    first, last = span
    hours = data.draw(
        st.sampled_from(
            (f"{first}-{last}", f"с {first} до {last}", f"{first:02}.00–{last}.00", f"с {first}:00 до {last}:00")
        )
    )

    read = read_timetable(f"{between.join(names[day] for day in sorted(days))}: {hours}{lunch}")

    first_day, last_day = min(days), max(days)
    if len(days) == 2 and between == " " and last_day - first_day > 2:  # «пн пт» may have lost its dash
        assert isinstance(read, Unsure)
        return
    line = Weekly(tuple(sorted(days)), ((first * 60, last * 60),))
    assert read == ((line, Lunch((750, 765))) if lunch else (line,))


@given(st.integers(2020, 2025), st.integers(1, 12), st.integers(0, 8))
@settings(max_examples=100, deadline=None)
def test_months_of_reports_come_back(year: int, month: int, more: int) -> None:
    last = min(month + more, 12)
    text = (
        f"{MONTH_NAMES[month - 1]} - {MONTH_NAMES[last - 1]} {year}"
        if last > month
        else f"за {MONTH_NAMES[month - 1]} {year} года"
    )

    read = read_period(text, NOW.date())

    assert read == Stretch(date(year, month, 1), (date(year, last, 28) + 4 * DAY).replace(day=1) - DAY)


STRANGE = ("сирень", "абонемент", "сорокалетие", "пятнаццать", "₽", "§", "wifi", "дождичка")
WHOLE = (
    *("завтра в 10", "чт 10.12 12:00", "с 28 декабря по 10 января", "в пятницу с 14 до 16", "через 3 дня утром"),
    *("вт, чт после обеда", "с 1 по 5 декабря кроме 3 декабря", "пн-пт 9-18, обед 13-14", "за 9 месяцев 2025 года"),
    *("с начала года", "последняя пятница месяца санитарный день", "июнь-август вт-сб 10-17"),
)


@given(st.sampled_from(WHOLE), st.sampled_from(STRANGE), st.integers(0, 8))
@settings(max_examples=300, deadline=None)
def test_a_strange_word_anywhere_is_never_swallowed(text: str, word: str, at: int) -> None:
    words = text.split()
    spoiled = " ".join([*words[:at], word, *words[at:]])

    assert isinstance(read_when(spoiled, NOW), Unsure)
    assert isinstance(read_closure(spoiled, NOW), Unsure)
    assert isinstance(read_timetable(spoiled), Unsure)
    assert isinstance(read_period(spoiled, NOW.date()), Unsure)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_answered(text: str) -> None:
    assert isinstance(read_when(text, NOW), TimeWish | Unsure)
    assert isinstance(read_closure(text, NOW), tuple | Unsure)
    assert isinstance(read_timetable(text), tuple | Unsure)
    assert isinstance(read_period(text, NOW.date()), Stretch | Unsure)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), MOSCOW)
