"""What librarians are told by the clock: once each, in its hours, whatever was missed."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.booking.letters import DAY_AHEAD, HOURS_END, VISITS_UNMARKED, LibrarianLetters
from bot.centres.centre import Centre, CentreId
from bot.outbox.notice import Notice
from bot.people import Address
from bot.storage.tables.notices import NoticeStore
from tests.booking.reading_room import ANNA, GLEB, LIBRARIAN, VERA, local, reading_room
from tests.booking.scene import ELEVEN, TEN, Scene, minutes, scene, wish
from tests.hand_clock import HandClock

DAY = timedelta(days=1)
WEDNESDAY = "2026-11-25"


@dataclass
class Told:
    """Two librarians, one of them no admin; the centre may lose them."""

    admins: frozenset[Address] = frozenset({GLEB, VERA})
    librarians: list[Address] = field(default_factory=lambda: [LIBRARIAN, VERA])

    def notice_recipients(self, centre: CentreId) -> list[Address]:
        return self.librarians


class Office:
    """Letters over real books; `at` sets the clock of the centre."""

    def __init__(self, stage: Scene) -> None:
        self.stage = stage
        self.staff = Told()
        self.store = NoticeStore(stage.database)
        self.letters = self.started()

    def started(self) -> LibrarianLetters:
        return LibrarianLetters(self.stage.unit_of_work, self._centres, self.staff, self.store, self.stage.clock)

    def at(self, moment: str) -> None:
        self.stage.clock.advance(local(moment) - self.stage.clock.now())

    async def look(self, moment: str, kind: str = "") -> list[tuple[int, str]]:
        """Whom something new was promised, and what, by a bot started just now."""
        self.at(moment)
        before = await self.stage.waiting()
        await self.started().send_due()
        return [(told.to, told.kind) for told in await self.stage.waiting(kind) if told not in before]

    def _centres(self) -> Iterable[Centre]:
        return [self.stage.centre] if self.stage.centre else []


@pytest.fixture
async def booking_context(tmp_path: Path) -> AsyncIterator[Office]:
    async with scene(tmp_path / "test.db", clock=HandClock(local("2026-11-24 00:00"))) as stage:
        yield Office(stage)


BOTH = [(VERA.id, DAY_AHEAD), (LIBRARIAN.id, DAY_AHEAD)]


@pytest.mark.parametrize(
    ("moment", "told"), [("08:29", []), ("08:30", BOTH), ("11:59", BOTH), ("12:00", []), ("23:59", [])]
)
async def test_the_day_ahead_is_told_between_half_past_eight_and_noon(
    booking_context: Office, moment: str, told: list[tuple[int, str]]
) -> None:
    assert sorted(await booking_context.look(f"{WEDNESDAY} {moment}")) == sorted(told)


async def test_it_is_told_once_a_day_however_often_the_bot_is_started(booking_context: Office) -> None:
    looks = [await booking_context.look(f"{day} 09:0{n}") for day in (WEDNESDAY, "2026-11-26") for n in range(3)]

    assert [len(told) for told in looks] == [2, 0, 0, 2, 0, 0]


async def test_it_is_worth_saying_until_noon(booking_context: Office) -> None:
    await booking_context.look(f"{WEDNESDAY} 08:30")

    (notice, _) = await booking_context.store.claim(local(f"{WEDNESDAY} 08:30"), local(f"{WEDNESDAY} 08:32"), 9)

    key = f"day_ahead:lipki-main:{WEDNESDAY}:telegram:3"
    payload: dict[str, str | int] = {"centre": "lipki-main", "day": WEDNESDAY}
    due, until = local(f"{WEDNESDAY} 08:30"), local(f"{WEDNESDAY} 12:00")
    assert notice.notice == Notice(VERA, DAY_AHEAD, key, due, payload, until)


async def test_where_nobody_works_or_nobody_books_nobody_is_told(booking_context: Office) -> None:
    booking_context.staff.librarians = []
    nobody_works = await booking_context.look(f"{WEDNESDAY} 09:00")
    booking_context.stage.centre = None
    nobody_books = await booking_context.look(f"{WEDNESDAY} 09:01")

    assert (nobody_works, nobody_books) == ([], [])


async def unmarked_at(booking_context: Office, *moments: str) -> list[int]:
    return [len(await booking_context.look(moment, VISITS_UNMARKED)) for moment in moments]


async def test_unmarked_visits_are_told_in_the_evening_once(booking_context: Office) -> None:
    await booking_context.stage.desk.book(ANNA, wish(TEN))

    told = await unmarked_at(
        booking_context, f"{WEDNESDAY} 11:00", f"{WEDNESDAY} 16:59", f"{WEDNESDAY} 17:00", f"{WEDNESDAY} 20:00"
    )

    assert told == [0, 0, 2, 0]


async def test_they_are_told_a_quarter_of_an_hour_after_the_last_visit_where_that_is_later(
    booking_context: Office,
) -> None:
    booking_context.stage.centre = reading_room("Mo-Fr 10:00-19:00")
    await booking_context.stage.desk.book(ANNA, wish(TEN))
    await booking_context.stage.desk.book(GLEB, wish(local(f"{WEDNESDAY} 18:00")))

    assert await unmarked_at(booking_context, f"{WEDNESDAY} 17:00", f"{WEDNESDAY} 18:44", f"{WEDNESDAY} 18:45") == [
        0,
        0,
        2,
    ]


async def test_nobody_is_woken_by_them_and_yesterdays_are_told_in_the_morning(booking_context: Office) -> None:
    booking_context.stage.centre = reading_room("Mo-Fr 10:00-21:00")
    await booking_context.stage.desk.book(ANNA, wish(local(f"{WEDNESDAY} 20:30")))

    told = await unmarked_at(
        booking_context, f"{WEDNESDAY} 21:15", "2026-11-26 08:29", "2026-11-26 08:30", "2026-11-26 17:00"
    )

    assert told == [0, 0, 2, 0]


async def test_marked_and_cancelled_visits_are_not_told(booking_context: Office) -> None:
    came = await booking_context.stage.desk.book(ANNA, wish(TEN))
    missed = await booking_context.stage.desk.book(GLEB, wish(ELEVEN))
    cancelled = await booking_context.stage.desk.book(VERA, wish(TEN + minutes(120), "Вера"))
    await booking_context.stage.desk.cancel(VERA, cancelled.id)
    booking_context.at(f"{WEDNESDAY} 12:00")
    await booking_context.stage.visits.mark_arrived(LIBRARIAN, came.id)
    await booking_context.stage.visits.mark_no_show(LIBRARIAN, missed.id)

    assert await unmarked_at(booking_context, f"{WEDNESDAY} 18:00", "2026-11-26 09:00") == [0, 0]


async def test_after_a_weeks_outage_only_today_is_told(booking_context: Office) -> None:
    await booking_context.stage.desk.book(ANNA, wish(TEN))

    assert sorted(await booking_context.look("2026-12-02 09:00")) == sorted(BOTH)


async def test_the_end_of_the_hours_is_told_to_admins_too_once_in_the_last_week(booking_context: Office) -> None:
    booking_context.stage.centre = reading_room("Sep 01-Dec 15 Mo-Fr 10:00-17:00", horizon_days=30)

    days = ["2026-12-07 10:00", "2026-12-08 08:29", "2026-12-08 08:30", "2026-12-08 08:31", "2026-12-09 10:00"]
    told = [await booking_context.look(moment, HOURS_END) for moment in days]

    assert [sorted(to for to, _ in one) for one in told] == [[], [], [VERA.id, GLEB.id, LIBRARIAN.id], [], []]


async def test_a_second_look_on_the_same_day_does_not_read_the_hours_again(booking_context: Office) -> None:
    booking_context.at("2026-12-08 09:00")
    await booking_context.letters.send_due()
    booking_context.stage.centre = reading_room("Sep 01-Dec 15 Mo-Fr 10:00-17:00", horizon_days=30)

    again = await booking_context.letters.send_due()
    booking_context.stage.clock.advance(DAY)
    next_day = await booking_context.letters.send_due()

    assert (again, next_day, [told.kind for told in await booking_context.stage.waiting(HOURS_END)]) == (
        False,
        True,
        [HOURS_END] * 3,
    )
