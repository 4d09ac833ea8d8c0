"""The letter of the month, by a clock moved by hand: who was helped by whom, on which morning, once."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest

from bot.booking.booking import BookingId
from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.log_service import ConsultationLog, HelpedDay
from bot.booking.helped import HelpedLetters
from bot.people import Address
from bot.storage.tables.helped import HelpedTable
from bot.storage.tables.notices import NoticeStore
from tests.booking.reading_room import ANNA, LIBRARIAN, LIPKI, MOSCOW, VERA, local
from tests.booking.scene import TEN, TUESDAY, Scene, wish

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@dataclass
class OneWorksHere:
    """Nobody else works at any centre."""

    people: frozenset[Address] = field(default_factory=lambda: frozenset({LIBRARIAN}))


@pytest.fixture
def count(stage: Scene) -> HelpedTable:
    return HelpedTable(stage.database, MOSCOW)


@pytest.fixture
def letters(stage: Scene) -> HelpedLetters:
    return HelpedLetters(OneWorksHere(), NoticeStore(stage.database), stage.clock, MOSCOW)


def _at(stage: Scene, moment: str) -> datetime:
    stage.clock.advance(local(moment) - stage.clock.now())
    return stage.clock.now()


async def test_visits_that_she_marked_and_people_of_her_log_are_counted(stage: Scene, count: HelpedTable) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")
    log = ConsultationLog(stage.booking_context)
    await log.record(LIBRARIAN, HelpedDay(LIPKI, TUESDAY, (HelpedPeople(3, "passport", HelpKind.WALK_IN),)))
    _at(stage, "2026-11-25 10:10")
    await stage.visits.mark_arrived(LIBRARIAN, booking.id)

    assert await count.helped_by(LIBRARIAN, *NOVEMBER) == 5
    assert await count.helped_by(VERA, *NOVEMBER) == 0
    assert await count.helped_by(LIBRARIAN, date(2026, 12, 1), date(2026, 12, 31)) == 0


async def test_who_did_not_come_or_was_struck_is_not_counted(stage: Scene, count: HelpedTable) -> None:
    walk_in = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.visits.strike(LIBRARIAN, walk_in.id)
    _at(stage, "2026-11-25 10:10")
    await stage.visits.mark_no_show(LIBRARIAN, booking.id)

    assert await count.helped_by(LIBRARIAN, *NOVEMBER) == 0


async def test_a_visit_that_a_colleague_took_on_stays_the_colleagues(stage: Scene, count: HelpedTable) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.visits.take_on(LIBRARIAN, BookingId(booking.id))
    _at(stage, "2026-11-25 10:10")

    marked = await stage.visits.mark_arrived(LIBRARIAN, booking.id)

    assert marked.taken_by == LIBRARIAN
    assert await count.helped_by(LIBRARIAN, *NOVEMBER) == 1


async def test_the_letter_comes_on_the_first_working_morning_once(stage: Scene, letters: HelpedLetters) -> None:
    _at(stage, "2026-12-01 08:59")
    assert not await letters.send_due()
    _at(stage, "2026-12-01 09:00")

    assert await letters.send_due()

    assert not await letters.send_due()
    assert [told.to for told in await stage.waiting("helped_last_month")] == [LIBRARIAN.id]


@pytest.mark.parametrize(
    ("moment", "is_due"),
    [
        ("2027-01-01 09:30", False),
        ("2027-01-08 09:30", False),
        ("2027-01-11 09:30", True),  # Monday after the holidays
        ("2027-05-03 09:30", True),
        ("2027-08-01 09:30", False),  # Sunday
        ("2027-08-02 09:30", True),
        ("2026-12-03 09:30", False),  # after an outage nothing so old is told
    ],
)
async def test_weekends_and_holidays_are_no_working_days(
    stage: Scene,
    letters: HelpedLetters,
    moment: str,
    is_due: bool,  # noqa: FBT001 - a value of the table
) -> None:
    _at(stage, moment)

    assert await letters.send_due() is is_due


async def test_killed_before_it_was_sent_the_letter_is_not_queued_again(stage: Scene, letters: HelpedLetters) -> None:
    _at(stage, "2026-12-01 09:00")
    await letters.send_due()
    again = HelpedLetters(OneWorksHere(), NoticeStore(stage.database), stage.clock, MOSCOW)
    stage.clock.advance(timedelta(hours=3))

    assert not await again.send_due()
