from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.booking.booking import Interval, Slot
from bot.booking.slots import (
    BookableDays,
    Occupancy,
    bookable_days,
    crowd,
    day_bounds,
    day_grid,
    earliest,
    free_slots,
    nearest,
)
from bot.centres.centre import Announcement, Centre
from tests.booking.reading_room import LIPKI, local, open_by, reading_room

WEDNESDAY = date(2026, 11, 25)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
QUICK = settings(max_examples=60, deadline=None)
NEW_YORK, LORD_HOWE, PSKOV = ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Europe/Moscow")
# Nights when clocks jump, by an hour in New York, by half an hour on Lord Howe Island.
JUMPS = (date(2026, 3, 8), date(2026, 11, 1), date(2026, 4, 5), date(2026, 10, 4), date(2026, 10, 3))


def offered(centre: Centre, day: date = WEDNESDAY, minutes: int = 30, **kept: Occupancy) -> list[str]:
    """The free times of a day as a librarian would read them."""
    slots = free_slots(
        centre, BookableDays(day, day), timedelta(minutes=minutes), kept.get("occupancy", Occupancy()), LONG_AGO
    )
    return [f"{slot.starts_at.astimezone(centre.zone):%H:%M}" for slot in slots]


def taken(*times: str) -> Occupancy:
    return Occupancy(held=[between(time) for time in times])


def closed(*times: str) -> Occupancy:
    return Occupancy(closed=[between(time) for time in times])


def between(times: str) -> Interval:
    start, end = times.split("-")
    return Interval(local(f"{WEDNESDAY} {start}"), local(f"{WEDNESDAY} {end}"))


def test_times_follow_one_another_and_leave_the_lunch_out() -> None:
    room = reading_room("Mo-Fr 10:00-12:00,13:00-14:30")

    assert offered(room) == ["10:00", "10:30", "11:00", "11:30", "13:00", "13:30", "14:00"]


def test_a_long_topic_begins_on_the_same_grid_and_ends_before_lunch() -> None:
    room = reading_room("Mo-Fr 10:00-12:00,13:00-14:30")

    assert offered(room, minutes=45) == ["10:00", "10:30", "11:00", "13:00", "13:30"]


def test_a_taken_time_is_not_offered_nor_any_that_runs_into_it() -> None:
    room = reading_room("Mo-Fr 10:00-12:00")

    assert offered(room, minutes=45, occupancy=taken("11:00-11:30")) == ["10:00"]


def test_a_second_desk_is_a_second_place() -> None:
    room = reading_room("Mo-Fr 10:00-11:00", desks=2)

    assert offered(room, occupancy=taken("10:00-10:30", "10:30-11:00")) == ["10:00", "10:30"]


def test_two_visits_one_after_another_leave_the_other_desk_free_all_along() -> None:
    room = reading_room("Mo-Fr 10:00-11:00", desks=2)

    assert offered(room, minutes=60, occupancy=taken("10:00-10:30", "10:30-11:00")) == ["10:00"]


def test_a_closure_takes_times_away_and_leaves_the_others_in_place() -> None:
    room = reading_room("Mo-Fr 10:00-12:00")

    assert offered(room, occupancy=closed("10:10-10:40")) == ["11:00", "11:30"]


def test_nobody_is_received_while_the_doors_are_shut() -> None:
    room = open_by(
        reading_room("Mo-Fr 10:00-16:00", minutes=60), 'Mo-Fr 09:00-13:00,14:00-18:00; We[-1] off "санитарный"'
    )

    assert offered(room) == []
    assert offered(room, date(2026, 11, 26)) == ["10:00", "11:00", "12:00", "14:00", "15:00"]


def test_doors_that_may_be_open_forbid_nothing() -> None:
    room = open_by(reading_room("Mo-Fr 10:00-11:00"), "Mo-Fr 09:00-18:00; We 09:00-18:00 unknown")

    assert offered(room) == ["10:00", "10:30"]


def test_a_public_holiday_is_free_of_visits() -> None:
    room = reading_room("Mo-Su 10:00-11:00")

    assert offered(room, date(2027, 1, 5)) == []


def test_an_announced_closing_lasts_until_its_last_day() -> None:
    room = replace(reading_room("Mo-Fr 10:00-11:00"), announcement=Announcement("Ремонт", WEDNESDAY, closed=True))

    assert offered(room) == []
    assert offered(room, date(2026, 11, 26)) == ["10:00", "10:30"]


def test_an_announcement_that_closes_nothing_takes_no_times() -> None:
    room = replace(reading_room("Mo-Fr 10:00-10:30"), announcement=Announcement("Вход со двора"))

    assert offered(room) == ["10:00"]


def test_a_centre_without_consultations_has_no_times() -> None:
    room = replace(reading_room(), consultations=None)

    assert offered(room) == []
    assert list(bookable_days(room, local("2026-11-24 12:00"))) == []
    assert earliest(room, local("2026-11-24 12:00")) == local("2026-11-24 12:00")


def test_notice_may_put_the_first_day_off_and_the_horizon_counts_from_today() -> None:
    room = reading_room(notice_hours=13, horizon_days=2)
    noon = local("2026-11-24 12:00")

    assert bookable_days(room, noon) == BookableDays(WEDNESDAY, date(2026, 11, 26))
    assert bookable_days(room, noon, notice=False) == BookableDays(date(2026, 11, 24), date(2026, 11, 26))


def test_the_buffer_after_a_visit_keeps_the_next_one_off() -> None:
    room = reading_room("Mo-Fr 10:00-12:00")
    slots = free_slots(
        room, BookableDays(WEDNESDAY, WEDNESDAY), HALF_HOUR, taken("11:00-11:30"), LONG_AGO, timedelta(minutes=10)
    )

    assert [slot.starts_at for slot in slots] == [local("2026-11-25 10:00"), local("2026-11-25 11:30")]


def test_the_nearest_are_told_in_order_and_of_two_as_near_the_later() -> None:
    slots = day_grid(reading_room("Mo-Fr 10:00-13:00"), WEDNESDAY, HALF_HOUR)

    assert [slot.starts_at for slot in nearest(slots, local("2026-11-25 11:00"), 2)] == [
        local("2026-11-25 11:00"),
        local("2026-11-25 11:30"),
    ]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (WEDNESDAY, 24)])
def test_a_day_is_as_long_as_its_clock_says(day: date, hours: int) -> None:
    bounds = day_bounds(reading_room(zone=ZoneInfo("Europe/Berlin")), BookableDays(day, day))

    assert bounds.end - bounds.start == timedelta(hours=hours)


def test_a_night_of_two_o_clock_twice_is_an_hour_longer() -> None:
    room = reading_room("Mo-Su 00:00-06:00", minutes=60, zone=NEW_YORK)

    assert len(day_grid(room, date(2026, 10, 31), timedelta(hours=1))) == 6
    assert len(day_grid(room, date(2026, 11, 1), timedelta(hours=1))) == 7
    assert len(day_grid(room, date(2027, 3, 14), timedelta(hours=1))) == 5


days = st.one_of(st.sampled_from(JUMPS), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
zones = st.sampled_from((NEW_YORK, LORD_HOWE, PSKOV, ZoneInfo("Asia/Kathmandu")))
minutes = st.integers(1, 24).map(lambda fives: 5 * fives)


@st.composite
def days_of_work(draw: st.DrawFn) -> tuple[list[int], str]:
    """The hours of a working day as minutes, and as they are written."""
    marks = sorted(draw(st.lists(st.integers(0, 24 * 4 - 1), min_size=2, max_size=6, unique=True)))
    marks = marks[: len(marks) // 2 * 2]
    clock = [f"{mark // 4:02}:{mark % 4 * 15:02}" for mark in marks]
    spans = ",".join(f"{start}-{end}" for start, end in zip(clock[::2], clock[1::2], strict=True))
    return [15 * mark for mark in marks], f"Mo-Su {spans}; PH {spans}"


@st.composite
def occupied(draw: st.DrawFn, day: date) -> list[Interval]:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=14)
    starts = draw(st.lists(st.integers(0, 12 * 48), max_size=12))
    return [
        Interval(
            midnight + timedelta(minutes=5 * start), midnight + timedelta(minutes=5 * start) + draw(minutes.map(_long))
        )
        for start in starts
    ]


def _long(minutes: int) -> timedelta:
    return timedelta(minutes=minutes)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Centre, date, timedelta, Occupancy, timedelta]:
    day, (_, hours) = draw(days), draw(days_of_work())
    room = reading_room(hours, draw(st.integers(1, 3)), draw(minutes), zone=draw(zones))
    occupancy = Occupancy(draw(occupied(day)), draw(occupied(day))[:2])
    return room, day, draw(minutes.map(_long)), occupancy, draw(st.sampled_from((timedelta(), timedelta(minutes=10))))


@QUICK
@given(situations())
def test_times_come_in_order_and_each_once(
    situation: tuple[Centre, date, timedelta, Occupancy, timedelta],
) -> None:
    room, day, length, occupancy, buffer = situation

    slots = free_slots(room, BookableDays(day, day + timedelta(days=1)), length, occupancy, LONG_AGO, buffer)

    assert slots == sorted(set(slots))
    assert {slot.ends_at - slot.starts_at for slot in slots} <= {length}


@QUICK
@given(situations())
def test_exactly_those_times_of_the_grid_are_offered_that_have_a_desk_all_along_and_are_not_closed(
    situation: tuple[Centre, date, timedelta, Occupancy, timedelta],
) -> None:
    room, day, length, occupancy, buffer = situation

    slots = free_slots(room, BookableDays(day, day), length, occupancy, LONG_AGO, buffer)

    grid = day_grid(room, day, length)
    assert slots == [slot for slot in grid if _is_free(room, slot, occupancy, buffer)]


@QUICK
@given(days_of_work(), zones, days, minutes, minutes)
def test_no_time_lies_outside_the_hours_on_the_wall_clock(
    work: tuple[list[int], str], zone: ZoneInfo, day: date, step: int, length: int
) -> None:
    marks, hours = work
    room = reading_room(hours, minutes=step, zone=zone)

    slots = day_grid(room, day, timedelta(minutes=length))

    assert [slot for slot in slots if not _within(slot, marks, room, day)] == []


@QUICK
@given(days_of_work(), days, minutes, minutes)
def test_where_clocks_never_change_every_stretch_is_used_to_its_end(
    work: tuple[list[int], str], day: date, step: int, length: int
) -> None:
    marks, hours = work
    room = reading_room(hours, minutes=step, zone=PSKOV)

    slots = day_grid(room, day, timedelta(minutes=length))

    stretches = _joined(marks)
    assert [_minute(slot.starts_at.astimezone(PSKOV)) for slot in slots] == [
        start for first, last in stretches for start in range(first, last - length + 1, step)
    ]


@QUICK
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12), st.integers(0, 40), st.integers(1, 20))
def test_the_crowd_is_the_fullest_minute(spans: list[tuple[int, int]], start: int, length: int) -> None:
    held = [_minutes(first, first + long) for first, long in spans]

    assert crowd(held, _minutes(start, start + length)) == max(
        sum(first <= minute < first + long for first, long in spans) for minute in range(start, start + length)
    )


def _minutes(start: int, end: int) -> Interval:
    return Interval(LONG_AGO + timedelta(minutes=start), LONG_AGO + timedelta(minutes=end))


def _is_free(room: Centre, slot: Slot, occupancy: Occupancy, buffer: timedelta) -> bool:
    """Counted minute by minute (by five: everything here begins and ends on five minutes)."""
    assert room.consultations is not None
    moment, full = slot.starts_at, room.consultations.desks
    while moment < slot.ends_at + buffer:
        if sum(one.start <= moment < one.end for one in occupancy.held) >= full:
            return False
        moment += timedelta(minutes=5)
    return not any(shut.start < slot.ends_at and slot.starts_at < shut.end for shut in occupancy.closed)


def _within(slot: Slot, marks: list[int], room: Centre, day: date) -> bool:
    assert slot.centre == LIPKI
    moment = slot.starts_at
    while moment < slot.ends_at:
        wall = moment.astimezone(room.zone)
        # The hour that comes twice: on its first pass the evaluator may already count it as its second.
        twice = wall.utcoffset() != wall.replace(fold=1 - wall.fold).utcoffset()
        if wall.date() != day or not (twice or _open(marks, _minute(wall))):
            return False
        moment += timedelta(minutes=5)
    return True


def _open(marks: list[int], minute: int) -> bool:
    return any(start <= minute < end for start, end in zip(marks[::2], marks[1::2], strict=True))


def _minute(wall: datetime) -> int:
    return 60 * wall.hour + wall.minute


def _joined(marks: list[int]) -> list[tuple[int, int]]:
    """Stretches that touch are one."""
    joined: list[tuple[int, int]] = []
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
