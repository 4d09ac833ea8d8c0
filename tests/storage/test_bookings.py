import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.booking.booking import (
    Booking,
    BookingId,
    BookingState,
    Interval,
    Origin,
    VisitCode,
    Visitor,
)
from bot.booking.refusals import JustTaken
from bot.booking.slots import crowd
from bot.people import Address
from bot.storage.migration import migrate
from bot.storage.tables.bookings import BookingTable
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI
from tests.booking.scene import ELEVEN, HALF_PAST_TEN, TEN, TUESDAY, WEDNESDAY, day_wish, minutes, scene, wish

HALF_HOUR = timedelta(minutes=30)
MIDNIGHT = datetime(2026, 11, 25, tzinfo=UTC)
ALL_DAY = Interval(MIDNIGHT, MIDNIGHT + timedelta(days=1))


def booking(start: datetime, length: timedelta = HALF_HOUR, citizen: Address | None = None) -> Booking:
    return Booking(
        id=BookingId(0),
        code=VisitCode(""),
        centre=LIPKI,
        topic="passport",
        citizen=citizen,
        visitor=Visitor("Анна"),
        origin=Origin.CHAT,
        starts_at=start,
        ends_at=start + length,
        free_at=start + length,
        state=BookingState.BOOKED,
        made_at=MIDNIGHT,
    )


@pytest.fixture
def table() -> Iterator[BookingTable]:
    with closing(_memory()) as db:
        yield BookingTable(db)


def _memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db)
    return db


spans = st.tuples(st.integers(0, 60), st.integers(1, 24)).map(
    lambda fives: Interval(MIDNIGHT + minutes(5 * fives[0]), MIDNIGHT + minutes(5 * (fives[0] + fives[1])))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, max_size=14), st.integers(1, 3))
def test_the_database_takes_a_place_exactly_when_a_desk_is_free_all_along(wanted: list[Interval], desks: int) -> None:
    with closing(_memory()) as db:
        table, held, expected = BookingTable(db), list[Interval](), list[Interval]()

        for span in wanted:
            if crowd(held, span) < desks:
                expected.append(span)
            held += _taken(table, span, desks)

        assert held == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, max_size=10), spans, spans, st.integers(1, 3))
def test_the_database_moves_a_place_exactly_when_a_desk_is_free_all_along(
    others: list[Interval], old: Interval, new: Interval, desks: int
) -> None:
    with closing(_memory()) as db:
        table = BookingTable(db)
        mine = table.take(booking(old.start, old.end - old.start), desks)
        held = [taken for span in others for taken in _taken(table, span, desks)]

        moved = replace(mine, starts_at=new.start, ends_at=new.end, free_at=new.end)

        assert _is_taken(table, moved, desks) == (crowd(held, new) < desks)


def _taken(table: BookingTable, span: Interval, desks: int) -> list[Interval]:
    return [span] if _is_taken(table, booking(span.start, span.end - span.start), desks) else []


def _is_taken(table: BookingTable, wanted: Booking, desks: int) -> bool:
    try:
        table.take(wanted, desks)
    except JustTaken:
        return False
    return True


def test_a_place_given_up_is_taken_again_only_where_a_desk_is_free(table: BookingTable) -> None:
    first = table.keep(replace(table.take(booking(TEN), 1), state=BookingState.NO_SHOW))
    table.take(booking(TEN), 1)

    with pytest.raises(JustTaken):
        table.take(replace(first, state=BookingState.ARRIVED), 1)


def test_a_long_visit_that_began_before_still_holds_its_desk(table: BookingTable) -> None:
    table.take(booking(TEN, timedelta(hours=6)), 1)

    with pytest.raises(JustTaken):
        table.take(booking(TEN + minutes(359)), 1)


def test_a_visit_longer_than_the_rule_looks_back_is_not_written(table: BookingTable) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="visit_ends_within_six_hours"):
        table.take(booking(TEN, timedelta(hours=6, minutes=1)), 1)


def test_the_database_keeps_a_person_from_two_places_at_once(table: BookingTable) -> None:
    table.take(booking(TEN, citizen=ANNA), 5)
    other = table.take(booking(ELEVEN, citizen=ANNA), 5)

    with pytest.raises(sqlite3.IntegrityError, match="the visitor is booked elsewhere"):
        table.take(booking(TEN + minutes(10), citizen=ANNA), 5)
    with pytest.raises(sqlite3.IntegrityError, match="the visitor is booked elsewhere"):
        table.take(replace(other, starts_at=TEN, ends_at=HALF_PAST_TEN, free_at=HALF_PAST_TEN), 5)


def test_an_offer_without_an_end_is_not_written(table: BookingTable) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="offer_has_an_end"):
        table.take(replace(booking(TEN, citizen=ANNA), state=BookingState.OFFERED), 1)


def test_two_visits_ahead_never_bear_the_same_code() -> None:
    codes = iter(["2222", "2222", "3333"])
    with closing(_memory()) as db:
        table = BookingTable(db, lambda: VisitCode(next(codes)))

        first, second = table.take(booking(TEN), 1), table.take(booking(ELEVEN), 1)

        assert (first.code, second.code) == ("2222", "3333")


def test_the_code_of_a_visit_whose_hours_were_closed_is_given_to_nobody_else() -> None:
    codes = iter(["2222", "2222", "3333"])
    with closing(_memory()) as db:
        table = BookingTable(db, lambda: VisitCode(next(codes)))
        displaced = table.keep(replace(table.take(booking(TEN), 1), state=BookingState.DISPLACED))

        other = table.take(booking(ELEVEN), 1)
        back = table.take(replace(displaced, state=BookingState.BOOKED), 1)

        assert (back.code, other.code) == ("2222", "3333")


def test_a_booking_comes_back_as_it_was_written(table: BookingTable) -> None:
    written = table.take(replace(booking(TEN, citizen=BORIS), visitor=Visitor("Мама", for_other=True)), 1)

    assert table.find_booking(written.id) == written
    assert table.at_centre(LIPKI, ALL_DAY) == [written]
    assert table.held(LIPKI, ALL_DAY) == [Interval(TEN, HALF_PAST_TEN)]


async def test_old_visits_keep_their_figures_and_lose_their_names(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db") as stage:
        old = await stage.desk.book(ANNA, wish(TEN))
        young = await stage.desk.book(BORIS, wish(HALF_PAST_TEN))
        await stage.closing.close(LIBRARIAN, LIPKI, Interval(TEN - minutes(60), TEN))

        await stage.end(young.ends_at)

        assert await stage.table() == [replace(old, citizen=None, visitor=Visitor("")), young]
        assert await stage.closing.ahead(LIBRARIAN, LIPKI) == []


async def test_lines_of_days_gone_by_are_dropped(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db") as stage:
        for starts_at in await stage.desk.free(LIPKI, "passport"):
            await stage.visits.phoned(LIBRARIAN, wish(starts_at.starts_at))
        await stage.line.join(ANNA, day_wish(WEDNESDAY))

        await stage.end(MIDNIGHT + timedelta(days=1))

        assert await stage.line.entries_of(ANNA, TUESDAY) == []
