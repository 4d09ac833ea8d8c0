"""A visit as a file that phones and computers put into their calendars."""

from datetime import UTC, datetime, timedelta

from bot.booking.booking import Booking
from bot.booking.notices import SOON
from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.screens.centres.centre_card import settled
from bot.screens.my_bookings.things import of_visitor
from bot.screens.screen import Paper

_YEAR = timedelta(days=365)


def calendar_file(booking: Booking, centre: Centre, topic: Topic | None, now: datetime) -> Paper:
    """An iCalendar event (RFC 5545) without METHOD; a moved visit replaces the former by its UID and SEQUENCE."""
    from icalendar import Alarm, Calendar, Event, vGeo  # a quarter of a second of the start, and needed only here

    start = booking.starts_at.astimezone(centre.zone)
    event = Event()
    event.add("uid", f"{booking.id}-{centre.id}@bibliogos")
    event.add("sequence", booking.revision)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", start)
    event.add("dtend", booking.ends_at.astimezone(centre.zone))
    event.add("summary", f"Библиотека: {topic.title}" if topic else "Консультация в библиотеке")
    event.add("location", f"{centre.short_name}, {centre.address or settled(centre)}")
    event.add("description", "\n".join(_description(booking, centre, topic)))
    if centre.point:
        event.add("geo", vGeo((centre.point.lat, centre.point.lon)))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -SOON)
    alarm.add("description", "Скоро консультация в библиотеке")
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//BiblioGos//RU")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones(first_date=start.date() - _YEAR, last_date=start.date() + _YEAR)
    return Paper(f"запись-{start:%d-%m-%Y-%H-%M}.ics", calendar.to_ical())


def _description(booking: Booking, centre: Centre, topic: Topic | None) -> list[str]:
    lines = [f"Код визита: {booking.code}"]
    if topic and topic.bring:
        lines.append("Взять с собой: " + ", ".join(of_visitor(topic.bring, booking.visitor)))
    if centre.phones:
        lines.append(f"Телефон: {centre.phones[0].written}")
    return lines
