"""More generated expressions: working again, shorter days, weeks, quarters, refusals; each comes back as it went in."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.russian.calendar_words import MONTHS, WEEKDAYS_ACCUSATIVE
from bot.russian.time.closings.announcements import announced_days
from bot.russian.time.closings.closures import read_closure
from bot.russian.time.closings.span import Span
from bot.russian.time.reports.periods import read_period
from bot.russian.time.values import Days, Stretch, TimeWish
from bot.russian.time.visits import read_when
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)
MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
days_ahead = st.integers(1, 260).map(lambda n: NOW.date() + n * DAY)
REASONS = ("", " на ремонт", ", отключение света", " по техническим причинам", " в связи с инвентаризацией")


def said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), MOSCOW)


@given(
    days_ahead,
    st.integers(9, 20),
    st.sampled_from(
        ("{} работаем до {}", "{} короткий день, до {}:00", "{} закрываемся в {}", "{} закроемся в {} часов")
    ),
)
@settings(max_examples=100, deadline=None)
def test_a_shorter_day_is_closed_from_its_end(day: date, hour: int, frame: str) -> None:
    read = read_closure(frame.format(said(day), hour), NOW)

    assert read == (Span(midnight(day) + timedelta(hours=hour), midnight(day + DAY)),)


@given(
    days_ahead, st.integers(9, 20), st.sampled_from(("{} откроемся в {}", "{} работаем с {} часов", "{} буду с {}:00"))
)
@settings(max_examples=100, deadline=None)
def test_a_later_beginning_is_closed_until_then(day: date, hour: int, frame: str) -> None:
    read = read_closure(frame.format(said(day), hour), NOW)

    assert read == (Span(midnight(day), midnight(day) + timedelta(hours=hour)),)


@given(
    days_ahead,
    st.integers(2, 30),
    st.sampled_from(REASONS),
    st.sampled_from(("закрыто с {} до {}{}, {} открываемся", "с {} до {} не работаем{}. {} ждём вас")),
)
@settings(max_examples=150, deadline=None)
def test_the_day_of_working_again_is_open(first: date, length: int, reason: str, frame: str) -> None:
    again = first + length * DAY
    text = frame.format(said(first), said(again), reason, said(again))

    closed = (Span(midnight(first), midnight(again)),)
    assert read_closure(text, NOW) == closed
    assert announced_days(text, NOW.date()) == (Stretch(first, again - DAY),)


@given(days_ahead, st.integers(1, 30), st.sampled_from(REASONS), st.integers(1, 20))
@settings(max_examples=100, deadline=None)
def test_an_event_on_another_day_closes_nothing_more(first: date, length: int, reason: str, later: int) -> None:
    last = first + length * DAY
    event = last + later * DAY
    text = f"С {said(first)} по {said(last)} библиотека закрыта{reason}. {said(event)} встреча с писателем"

    assert announced_days(text, NOW.date()) == (Stretch(first, last),)


@given(st.integers(0, 5), st.integers(1, 6), st.sampled_from(("с {} по {} следующей недели", "{}-{} следующей недели")))
@settings(max_examples=60, deadline=None)
def test_weekdays_of_a_named_week_are_of_that_week(first: int, length: int, frame: str) -> None:
    last = min(first + length, 6)
    begins = ("понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья")
    text = frame.format(begins[first], WEEKDAYS_ACCUSATIVE[last])
    monday = MONDAY + 7 * DAY

    assert read_closure(text, NOW) == (Span(midnight(monday + first * DAY), midnight(monday + (last + 1) * DAY)),)


@given(st.integers(2, 90), st.sampled_from(("через {} дней", "дня через {}", "дней через {}")))
@settings(max_examples=60, deadline=None)
def test_days_ahead_are_counted_in_either_order(count: int, frame: str) -> None:
    day = NOW.date() + count * DAY

    assert read_when(frame.format(count), NOW) == TimeWish(Days((Stretch.of(day),)))


@given(
    st.integers(0, 6),
    days_ahead,
    st.sampled_from(("{} не могу, давайте {}", "{} не получится, лучше {}", "не {}, а {}")),
)
@settings(max_examples=100, deadline=None)
def test_what_cannot_be_is_left_out(weekday: int, day: date, frame: str) -> None:
    read = read_when(frame.format(f"в {WEEKDAYS_ACCUSATIVE[weekday]}", said(day)), NOW)

    expected = Days((Stretch.of(day),), without_weekdays=frozenset((weekday,)))
    assert day.weekday() == weekday or read == TimeWish(expected)


@given(
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(2020, 2025),
    st.sampled_from(("{}-{} квартал {}", "с {} по {} квартал {} года")),
)
@settings(max_examples=60, deadline=None)
def test_quarters_in_a_row_are_one_period(first: int, more: int, year: int, frame: str) -> None:
    last = min(first + more, 4)
    ends = date(year + (last == 4), last * 3 % 12 + 1, 1) - DAY

    assert read_period(frame.format(first, last, year), NOW.date()) == Stretch(date(year, first * 3 - 2, 1), ends)
