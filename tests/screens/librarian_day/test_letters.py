"""The letters by the clock in their rarer forms."""

from datetime import date

from bot.booking.booking import Booking, BookingId, BookingState, Origin, VisitCode, Visitor
from bot.region.topics import Topic
from bot.screens.librarian_day import letters
from bot.screens.librarian_day.visit import DayVisit
from tests.booking.reading_room import ANNA, LIPKI, MOSCOW, local, reading_room
from tests.hand_clock import NOON

DAY = date(2026, 11, 25)
CENTRE = reading_room()


def visit(number: int, called: str = "Анна") -> DayVisit:
    start, end = local("2026-11-25 10:00"), local("2026-11-25 10:30")
    booking = Booking(
        id=BookingId(number),
        code=VisitCode("КМ47"),
        centre=LIPKI,
        topic="passport",
        citizen=ANNA,
        visitor=Visitor(called),
        origin=Origin.CHAT,
        starts_at=start,
        ends_at=end,
        free_at=end,
        state=BookingState.BOOKED,
        made_at=NOON,
    )
    return DayVisit(booking, CENTRE, Topic("passport", "Паспорт", 30, (), ()), MOSCOW, NOON)


def test_who_is_to_be_called_is_told_also_on_a_day_without_visits() -> None:
    screen = letters.day_ahead(CENTRE, DAY, [], 2)

    assert screen.text.endswith("Позвоните 2 людям: их время закрыли, нового они пока не выбрали.")
    assert [row[0].label for row in screen.rows] == ["Кому позвонить", "Весь день"]


def test_one_is_to_be_called() -> None:
    assert "Позвоните 1 человеку: " in letters.day_ahead(CENTRE, DAY, [visit(1)], 1).text


def test_a_very_full_day_still_fits_one_message() -> None:
    screen = letters.day_ahead(CENTRE, DAY, [visit(number, "Ж" * 40) for number in range(99)], 0)

    assert "Записаны 99 человек:" in screen.text
    assert "И ещё 79: нажмите «Весь день»." in screen.text
    assert len(screen.text) < 4096


def test_many_unmarked_visits_are_cut() -> None:
    screen = letters.unmarked(CENTRE, DAY, date(2026, 11, 26), [visit(number) for number in range(11)])

    assert screen.text.startswith("<b>Кто пришёл вчера?</b>")
    assert "И ещё 3: нажмите «Весь день»." in screen.text
    assert len(screen.rows) == 9


def test_the_end_of_the_hours_says_what_to_do() -> None:
    screen = letters.hours_end(CENTRE, DAY)

    assert "Последний день приёма: среда, 25 ноября." in screen.text
    assert screen.rows[0][0].label == "Задать часы записи"
