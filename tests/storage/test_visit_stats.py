"""Figures of bookings are written with the booking and always say what it says."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.booking.booking import Booking, BookingId, BookingState, Origin, OutcomeId, VisitCode, Visitor
from bot.booking.refusals import JustTaken
from bot.centres.centre import CentreId
from bot.people import Address
from bot.stats.figures import BookingFigures, Figures, Tally
from bot.stats.interaction import Pseudonyms
from bot.stats.period import Period
from bot.storage.migration import migrate
from bot.storage.tables import interactions, stats
from bot.storage.tables.bookings import BookingTable
from bot.storage.tables.visit_stats import VisitStatsTable

ANNA = Address("telegram", 1001)
NAMES = Pseudonyms(b"key")
MADE = datetime(2025, 12, 30, 9, tzinfo=UTC)
DUE = datetime(2026, 1, 13, 9, tzinfo=UTC)
MADE_DAY, DUE_DAY = Period(MADE.date(), MADE.date()), Period(DUE.date(), DUE.date())
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
VISIT = Booking(
    id=BookingId(0),
    code=VisitCode(""),
    centre=CentreId("pskov"),
    topic="passport",
    citizen=ANNA,
    visitor=Visitor("Анна"),
    origin=Origin.CHAT,
    starts_at=DUE,
    ends_at=DUE + timedelta(minutes=40),
    free_at=DUE + timedelta(minutes=40),
    state=BookingState.BOOKED,
    made_at=MADE,
)


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db)
        yield db


@pytest.fixture
def table(db: sqlite3.Connection) -> BookingTable:
    return BookingTable(db, record=VisitStatsTable(NAMES, ZoneInfo("Europe/Moscow")).record)


def counted(db: sqlite3.Connection, period: Period) -> Figures:
    return stats.report(db, period, "pskov").now


def test_a_booking_counts_on_the_day_it_is_made_and_its_visit_on_its_own(
    db: sqlite3.Connection, table: BookingTable
) -> None:
    table.take(VISIT, 1)

    assert counted(db, MADE_DAY).bookings == BookingFigures(made=1)
    assert counted(db, DUE_DAY).bookings == BookingFigures(open=1)
    assert (counted(db, MADE_DAY).users, counted(db, DUE_DAY).users) == (1, 0)


def test_a_visit_that_took_place_brings_its_topic_outcome_rating_and_minutes(
    db: sqlite3.Connection, table: BookingTable
) -> None:
    taken = table.take(VISIT, 1)

    table.keep(replace(taken, state=BookingState.ARRIVED, outcome=OutcomeId("account_confirmed"), rating=4))

    now = counted(db, DUE_DAY)
    assert (now.users, now.unnamed_visits, now.work.consultations, now.work.minutes) == (1, 0, 1, 40)
    assert (now.topics, now.outcomes) == ((Tally("passport", 1),), (Tally("account_confirmed", 1),))
    assert (now.bookings, now.ratings.mean) == (BookingFigures(kept=1, lead_days=14), 4)


@pytest.mark.parametrize("period", [DUE_DAY, YEAR])
def test_a_visit_marked_by_mistake_shows_nobody(db: sqlite3.Connection, table: BookingTable, period: Period) -> None:
    arrived = table.keep(replace(table.take(VISIT, 1), state=BookingState.ARRIVED))

    table.keep(replace(arrived, state=BookingState.NO_SHOW))

    now = counted(db, period)
    assert (now.users, now.work.consultations, now.bookings, now.busy) == (0, 0, BookingFigures(no_show=1), ())


def test_a_second_visit_of_the_day_still_shows_the_person(db: sqlite3.Connection, table: BookingTable) -> None:
    table.keep(replace(table.take(VISIT, 2), state=BookingState.ARRIVED))
    later = timedelta(hours=2)
    second = replace(VISIT, starts_at=DUE + later, ends_at=VISIT.ends_at + later, free_at=VISIT.free_at + later)
    arrived = table.keep(replace(table.take(second, 2), state=BookingState.ARRIVED))

    table.keep(replace(arrived, state=BookingState.NO_SHOW))

    assert (counted(db, DUE_DAY).users, counted(db, YEAR).users) == (1, 1)


def test_a_moved_visit_counts_on_its_new_day_alone(db: sqlite3.Connection, table: BookingTable) -> None:
    taken, week = table.take(VISIT, 1), timedelta(days=7)

    table.take(replace(taken, starts_at=DUE + week, ends_at=VISIT.ends_at + week, free_at=VISIT.free_at + week), 1)

    assert counted(db, DUE_DAY).is_empty
    assert counted(db, YEAR).bookings == BookingFigures(open=1)


def test_an_offer_is_no_booking_until_it_is_taken(db: sqlite3.Connection, table: BookingTable) -> None:
    offer = table.take(replace(VISIT, state=BookingState.OFFERED, expires_at=MADE), 1)
    offered = counted(db, MADE_DAY)

    table.keep(replace(offer, state=BookingState.BOOKED, expires_at=None))

    assert (offered.is_empty, counted(db, MADE_DAY).bookings) == (True, BookingFigures(made=1))


def test_an_offer_that_lapsed_was_never_counted(db: sqlite3.Connection, table: BookingTable) -> None:
    offer = table.take(replace(VISIT, state=BookingState.OFFERED, expires_at=MADE), 1)

    table.keep(replace(offer, state=BookingState.LAPSED))

    assert db.execute("select count(*) from contact").fetchone() == (0,)


def test_a_walk_in_is_a_consultation_of_nobody_known_and_no_booking(
    db: sqlite3.Connection, table: BookingTable
) -> None:
    table.take(replace(VISIT, citizen=None, origin=Origin.WALK_IN, state=BookingState.ARRIVED, made_at=DUE), 1)

    now = counted(db, DUE_DAY)
    assert (now.users, now.unnamed_visits, now.work.walk_ins, now.bookings) == (0, 1, 1, BookingFigures())


def test_a_place_refused_is_not_counted(db: sqlite3.Connection, table: BookingTable) -> None:
    table.take(replace(VISIT, citizen=None), 1)

    with pytest.raises(JustTaken):
        table.take(VISIT, 1)

    assert counted(db, MADE_DAY).bookings.made == 1


def test_hours_and_days_are_those_of_the_region(db: sqlite3.Connection, table: BookingTable) -> None:
    late = datetime(2026, 1, 12, 22, 30, tzinfo=UTC)
    end = late + timedelta(minutes=40)

    table.take(replace(VISIT, starts_at=late, ends_at=end, free_at=end, state=BookingState.ARRIVED), 1)

    (hour,) = counted(db, DUE_DAY).busy
    assert (hour.weekday, hour.hour) == (1, 1)


def test_a_mark_made_after_a_person_was_forgotten_counts_and_names_nobody(
    db: sqlite3.Connection, table: BookingTable
) -> None:
    taken = table.take(VISIT, 1)
    db.execute("update pseudonym set name = 'forgotten'")

    table.keep(replace(taken, citizen=None, visitor=Visitor(""), state=BookingState.ARRIVED))

    assert db.execute("select name from pseudonym").fetchall() == [("forgotten",)]
    assert (counted(db, DUE_DAY).users, counted(db, DUE_DAY).channels) == (1, (Tally("telegram", 1),))


def test_nothing_is_added_to_a_day_whose_rows_are_gone(db: sqlite3.Connection, table: BookingTable) -> None:
    taken = table.take(VISIT, 1)
    interactions.close_days(db, DUE.date() + timedelta(days=1))

    table.keep(replace(taken, state=BookingState.ARRIVED))

    assert (counted(db, DUE_DAY).bookings, counted(db, MADE_DAY).bookings) == (
        BookingFigures(open=1),
        BookingFigures(made=1),
    )


def test_a_clock_that_ran_ahead_for_an_hour_does_not_close_the_years_to_come(
    db: sqlite3.Connection, table: BookingTable
) -> None:
    interactions.close_days(db, DUE.date() + timedelta(days=1500))
    interactions.close_days(db, DUE.date() - timedelta(days=400))

    table.take(VISIT, 1)

    assert counted(db, DUE_DAY).bookings == BookingFigures(open=1)


def test_a_closed_day_stays_closed_when_the_clock_is_set_back_a_day(
    db: sqlite3.Connection, table: BookingTable
) -> None:
    interactions.close_days(db, DUE.date() + timedelta(days=1))
    interactions.close_days(db, DUE.date())

    table.take(VISIT, 1)

    assert counted(db, DUE_DAY).bookings == BookingFigures()


def test_a_visit_of_an_open_day_is_marked_though_the_day_of_its_booking_is_closed(
    db: sqlite3.Connection, table: BookingTable
) -> None:
    taken = table.take(VISIT, 1)
    interactions.close_days(db, DUE.date())

    table.keep(replace(taken, state=BookingState.ARRIVED))

    assert (counted(db, DUE_DAY).work.consultations, counted(db, MADE_DAY).bookings) == (1, BookingFigures(made=1))
