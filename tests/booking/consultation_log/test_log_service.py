"""The consultation log on a real database: who may write what, and that the figures follow exactly."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.booking.consultation_log.entry import BY_PHONE, ConsultationEntry, HelpedPeople, HelpKind
from bot.booking.consultation_log.log_refusals import (
    BeforeBeginning,
    EntryGone,
    FutureDay,
    MonthClosed,
    NotThatMany,
    NotToStrike,
    StruckTooLate,
    WrittenBefore,
)
from bot.booking.consultation_log.log_service import ConsultationLog, HelpedDay
from bot.booking.consultation_log.open_days import check_day, first_open_day
from bot.booking.refusals import NotYours, TopicGone
from bot.people import Address
from bot.stats.figures import Figures, Tally
from bot.stats.period import Period
from bot.storage.tables.stats import StatsTable
from tests.booking.reading_room import ANNA, LIBRARIAN, LIPKI
from tests.booking.scene import TUESDAY, Scene, press

THREE = HelpedPeople(3, "passport")
CALLS = HelpedPeople(2, None, HelpKind.PHONE)
OTHER = Address("telegram", 77)


@pytest.fixture
async def village(stage: Scene) -> Scene:
    """A centre that takes no bookings, at which the librarian has worked for a month."""
    assert stage.centre
    stage.centre = replace(stage.centre, consultations=None, hours=None)
    since = (TUESDAY - timedelta(days=60)).isoformat()
    sql = "insert into librarian (channel, person, name, centre, role, since) values ('telegram', ?, 'Вера', ?, ?, ?)"
    await stage.database.write(
        lambda db: db.execute(sql, (LIBRARIAN.id, LIPKI, "librarian", f"{since}T00:00:00+00:00"))
    )
    return stage


def log_of(stage: Scene) -> ConsultationLog:
    return ConsultationLog(stage.booking_context)


def day_of(*helped: HelpedPeople, day: date = TUESDAY, sheet: bool = False) -> HelpedDay:
    return HelpedDay(LIPKI, day, helped, is_from_sheet=sheet)


async def counted(stage: Scene, day: date = TUESDAY) -> Figures:
    return (await StatsTable(stage.database).report(Period(day, day), LIPKI)).now


async def test_a_centre_without_bookings_counts_its_visitors(village: Scene) -> None:
    await log_of(village).record(LIBRARIAN, day_of(THREE, CALLS))

    now = await counted(village)
    assert (now.work.consultations, now.work.walk_ins, now.work.by_phone, now.unnamed_visits) == (5, 3, 2, 5)
    assert (now.topics, now.outcomes) == ((Tally("passport", 3), Tally("", 2)), (Tally("", 5),))
    assert now.channels == (Tally("walk_in", 3), Tally(BY_PHONE, 2))
    assert (now.in_person, now.requests, now.work.minutes, now.busy) == (
        3,
        5,
        0,
        (),
    )  # nobody has told how long it took


async def test_a_day_before_is_counted_on_that_day(village: Scene) -> None:
    yesterday = TUESDAY - timedelta(days=1)

    await log_of(village).record(LIBRARIAN, day_of(THREE, day=yesterday))

    assert ((await counted(village)).in_person, (await counted(village, yesterday)).in_person) == (0, 3)


async def test_an_outcome_and_a_strike_change_the_figures(village: Scene) -> None:
    log = log_of(village)
    one, other = await log.record(LIBRARIAN, day_of(THREE, CALLS))

    await log.set_outcome(LIBRARIAN, one.id, "taught")
    assert (await counted(village)).outcomes == (Tally("taught", 3), Tally("", 2))

    await log.strike(LIBRARIAN, one.id)
    assert (await counted(village)).outcomes == (Tally("", 2),)

    await log.strike(LIBRARIAN, other.id)
    assert (await counted(village)).is_empty
    with pytest.raises(EntryGone):
        await log.set_outcome(LIBRARIAN, one.id, "taught")


async def test_only_its_author_takes_an_entry_back_and_for_a_week(village: Scene) -> None:
    log = log_of(village)
    (entry,) = await log.record(LIBRARIAN, day_of(THREE))

    assert not entry.may_strike(OTHER, village.clock.now())
    with pytest.raises(NotYours):
        await log.strike(ANNA, entry.id)
    village.clock.advance(timedelta(days=7, seconds=1))
    with pytest.raises(NotToStrike):
        await log.strike(LIBRARIAN, entry.id)

    assert (await counted(village)).in_person == 3


async def test_nothing_is_taken_out_of_a_month_whose_report_stands(village: Scene) -> None:
    log = log_of(village)
    village.clock.advance(timedelta(days=10))  # 4 December: November may be written for one day more
    (entry,) = await log.record(LIBRARIAN, day_of(THREE, day=TUESDAY))
    await log.strike(LIBRARIAN, entry.id)
    again = await log.restore(LIBRARIAN, entry.id)
    village.clock.advance(timedelta(days=2))

    with pytest.raises(StruckTooLate):
        await log.strike(LIBRARIAN, again.id)
    assert (await counted(village)).in_person == 3


async def test_a_strike_of_a_closed_month_is_not_taken_back(village: Scene) -> None:
    log = log_of(village)
    village.clock.advance(timedelta(days=10))
    (entry,) = await log.record(LIBRARIAN, day_of(THREE, day=TUESDAY))
    await log.strike(LIBRARIAN, entry.id)
    village.clock.advance(timedelta(days=2))

    with pytest.raises(MonthClosed):
        await log.restore(LIBRARIAN, entry.id)
    assert (await counted(village)).is_empty


async def test_a_single_visitor_of_now_has_an_hour(village: Scene) -> None:
    await log_of(village).record(LIBRARIAN, day_of(HelpedPeople(1, "passport")))

    assert [(busy.hour, busy.consultations) for busy in (await counted(village)).busy] == [(12, 1)]


@pytest.mark.parametrize("people", [0, -1, 201, 1000])
async def test_nobody_and_a_crowd_are_refused(village: Scene, people: int) -> None:
    with pytest.raises(NotThatMany):
        await log_of(village).record(LIBRARIAN, day_of(HelpedPeople(people)))
    assert (await counted(village)).is_empty


async def test_a_crowd_in_pieces_is_refused_too(village: Scene) -> None:
    with pytest.raises(NotThatMany):
        await log_of(village).record(LIBRARIAN, day_of(*(HelpedPeople(70, "passport"),) * 3))


async def test_others_and_unknown_topics_are_refused(village: Scene) -> None:
    with pytest.raises(NotYours):
        await log_of(village).record(ANNA, day_of(THREE))
    with pytest.raises(TopicGone):
        await log_of(village).record(LIBRARIAN, day_of(HelpedPeople(1, "gone")))


async def test_the_same_update_writes_once_and_the_same_button_asks(village: Scene) -> None:
    log = log_of(village)
    first = await log.record(LIBRARIAN, day_of(THREE, CALLS), press("u1", "b"))

    again = await log.record(LIBRARIAN, day_of(THREE, CALLS), press("u1", "b"))
    with pytest.raises(WrittenBefore) as told:
        await log.record(LIBRARIAN, day_of(THREE, CALLS), press("u2", "b"))

    assert (again, told.value.entries) == (first, first)
    assert (await counted(village)).work.consultations == 5


async def test_a_sheet_may_take_the_place_of_the_one_before(village: Scene) -> None:
    log = log_of(village)
    (of_colleague,) = await log.record(LIBRARIAN, day_of(HelpedPeople(1, "benefits")))
    sql = "update consultation_entry set author = ? where id = ?"
    await village.database.write(lambda db: db.execute(sql, (OTHER.id, of_colleague.id)))
    await log.record(LIBRARIAN, day_of(HelpedPeople(2, "benefits")))
    await log.record(LIBRARIAN, day_of(THREE, sheet=True))

    await log.record(LIBRARIAN, day_of(HelpedPeople(7), sheet=True), instead_of_sheet=True)

    assert people(await log.of_day(LIBRARIAN, LIPKI, TUESDAY)) == [1, 7]  # a colleague's line stays
    assert (await counted(village)).in_person == 8


def people(entries: Sequence[ConsultationEntry]) -> list[int]:
    return [entry.helped.people for entry in entries]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 12, 1), date(2026, 11, 1)),
        (date(2026, 12, 5), date(2026, 11, 1)),
        (date(2026, 12, 6), date(2026, 12, 1)),
        (date(2027, 1, 3), date(2026, 12, 1)),
    ],
)
def test_the_month_before_is_open_until_its_report(today: date, first: date) -> None:
    assert first_open_day(today) == first


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (date(2026, 12, 15), FutureDay),
        (date(2026, 11, 30), MonthClosed),
        (date(2026, 12, 2), BeforeBeginning),
    ],
)
def test_days_that_may_not_be_written(day: date, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_day(day, date(2026, 12, 14), date(2026, 12, 3))
    check_day(date(2026, 12, 3), date(2026, 12, 14), date(2026, 12, 3))
