"""The file that phones put into their calendars, read back by another reader of the format."""

from dataclasses import replace
from datetime import datetime, timedelta

from icalendar import Calendar, Component

from bot.booking.booking import Booking
from bot.centres.centre import Centre
from bot.centres.phones import PhoneNumber
from bot.centres.places.geo import Point
from bot.region.topics import Topic
from bot.screens.my_bookings.calendar_file import calendar_file
from tests.booking.reading_room import MOSCOW, local, reading_room
from tests.booking.visiting import a_booking

NOW = local("2026-11-24 12:00")
TOPIC = Topic("passport", "Паспорт; и другое", 30, ("паспорт", "СНИЛС"), ())
CENTRE = replace(
    reading_room(), address="ул. Длинная, 5", point=Point(57.8, 28.3), phones=(PhoneNumber("8 800", "8800"),)
)


def event(booking: Booking, centre: Centre = CENTRE, topic: Topic | None = TOPIC) -> Component:
    calendar = Calendar.from_ical(calendar_file(booking, centre, topic, NOW).content)
    assert isinstance(calendar, Calendar)
    return calendar.walk("VEVENT")[0]


def test_the_event_is_at_the_wall_clock_of_the_centre() -> None:
    seen = event(a_booking())

    start: datetime = seen.decoded("dtstart")
    assert (start, start.tzinfo) == (datetime(2026, 11, 25, 10, 0, tzinfo=MOSCOW), MOSCOW)
    assert seen.decoded("dtend") - start == timedelta(minutes=30)
    assert seen["dtstart"].params["TZID"] == "Europe/Moscow"


def test_it_says_where_about_what_the_code_and_what_to_bring() -> None:
    seen = event(a_booking())

    assert seen["summary"] == "Библиотека: Паспорт; и другое"
    assert seen["location"] == "Липки, ул. Длинная, 5"
    assert seen["description"] == "Код визита: КМ47\nВзять с собой: паспорт, СНИЛС\nТелефон: 8 800"
    assert seen["geo"].to_ical() == "57.8;28.3"


def test_the_phone_reminds_two_hours_before() -> None:
    (alarm,) = event(a_booking()).walk("VALARM")

    assert (alarm.decoded("trigger"), alarm["action"]) == (timedelta(hours=-2), "DISPLAY")


def test_a_moved_visit_replaces_the_former_one() -> None:
    before, after = event(a_booking()), event(a_booking(revision=1, starts_at=local("2026-11-26 10:00")))

    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)


def test_what_is_not_known_is_left_out() -> None:
    seen = event(a_booking(), reading_room(), None)

    assert seen["summary"] == "Консультация в библиотеке"
    assert seen["description"] == "Код визита: КМ47"
    assert "geo" not in seen


def test_it_is_a_calendar_without_a_method_and_with_its_time_zone() -> None:
    paper = calendar_file(a_booking(), CENTRE, TOPIC, NOW)

    text = paper.content.decode()
    assert paper.name == "запись-25-11-2026-10-00.ics"
    assert "METHOD" not in text
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Moscow" in text
    assert max(len(line) for line in paper.content.split(b"\r\n")) <= 75
