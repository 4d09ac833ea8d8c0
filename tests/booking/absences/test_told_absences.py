"""What colleagues are told of an absence that is changed at night: what is other than they know."""

import json
from datetime import date, datetime, timedelta

from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.told_changes import TIMETABLE_CHANGED
from tests.booking.absences.two_librarians import COLLEAGUE, ONLY_THURSDAY, ONLY_WEDNESDAY, TWO_DAYS, Desk
from tests.booking.reading_room import ANNA, LIBRARIAN, MOSCOW, local
from tests.booking.scene import TEN, THURSDAY, WEDNESDAY, wish

NOTED, ENDED = "absence_noted", "absence_ended"
FRIDAY = THURSDAY + timedelta(days=1)
NEXT_WEEK = BookableDays(date(2026, 12, 2), date(2026, 12, 3))


async def test_shortened_before_the_morning_the_rest_of_it_is_told(two_desks: Desk) -> None:
    _at_night(two_desks)
    done = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    await two_desks.service.end(LIBRARIAN, done.absence.id, THURSDAY)

    assert await _told(two_desks) == [(NOTED, ONLY_WEDNESDAY)]


async def test_taken_back_before_the_morning_nothing_is_told(two_desks: Desk) -> None:
    _at_night(two_desks)
    done = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    await two_desks.service.end(LIBRARIAN, done.absence.id)

    assert await _told(two_desks) == []


async def test_made_longer_before_the_morning_it_is_told_once_and_whole(two_desks: Desk) -> None:
    _at_night(two_desks)
    await two_desks.service.note(LIBRARIAN, ONLY_WEDNESDAY)

    await two_desks.service.note(LIBRARIAN, ONLY_THURSDAY)

    assert await _told(two_desks) == [(NOTED, TWO_DAYS)]


async def test_made_longer_and_taken_back_in_one_night_what_was_known_is_taken_back(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, ONLY_THURSDAY)
    await _all_sent(two_desks)
    _at_night(two_desks)
    done = await two_desks.service.note(LIBRARIAN, BookableDays(THURSDAY, FRIDAY))

    await two_desks.service.end(LIBRARIAN, done.absence.id)

    assert await _told(two_desks) == [(ENDED, ONLY_THURSDAY)]


async def test_shortened_twice_in_one_night_all_days_of_the_return_are_told(two_desks: Desk) -> None:
    done = await two_desks.service.note(LIBRARIAN, BookableDays(WEDNESDAY, FRIDAY))
    await _all_sent(two_desks)
    _at_night(two_desks)
    await two_desks.service.end(LIBRARIAN, done.absence.id, FRIDAY)

    await two_desks.service.end(LIBRARIAN, done.absence.id, THURSDAY)

    assert await _told(two_desks) == [(ENDED, BookableDays(THURSDAY, FRIDAY))]


async def test_ended_and_noted_again_in_one_night_nothing_is_told(two_desks: Desk) -> None:
    done = await two_desks.service.note(LIBRARIAN, TWO_DAYS)
    await _all_sent(two_desks)
    _at_night(two_desks)
    await two_desks.service.end(LIBRARIAN, done.absence.id)

    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert await _told(two_desks) == []


async def test_two_absences_of_one_night_are_both_told(two_desks: Desk) -> None:
    _at_night(two_desks)
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    await two_desks.service.note(LIBRARIAN, NEXT_WEEK)

    assert await _told(two_desks) == [(NOTED, TWO_DAYS), (NOTED, NEXT_WEEK)]


async def test_who_is_offered_visits_of_one_absence_is_still_told_of_the_other(two_desks: Desk) -> None:
    booking = await two_desks.scene.desk.book(ANNA, wish(TEN))
    await two_desks.scene.visits.take_on(LIBRARIAN, booking.id)
    _at_night(two_desks)
    await two_desks.service.note(LIBRARIAN, NEXT_WEEK)

    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert [told.to for told in await two_desks.told()] == [COLLEAGUE.id]
    assert await _told(two_desks) == [(NOTED, NEXT_WEEK)]


async def test_back_today_nothing_is_told_of_days_gone_by(two_desks: Desk) -> None:
    done = await two_desks.service.note(LIBRARIAN, BookableDays(WEDNESDAY, FRIDAY))
    await _all_sent(two_desks)
    two_desks.scene.clock.advance(local(f"{THURSDAY} 12:00") - two_desks.scene.clock.now())

    await two_desks.service.end(LIBRARIAN, done.absence.id)

    assert await _told(two_desks) == [(ENDED, BookableDays(THURSDAY, FRIDAY))]


def _at_night(desk: Desk) -> None:
    desk.scene.clock.advance(local(f"{WEDNESDAY} 02:00") - desk.scene.clock.now())


async def _all_sent(desk: Desk) -> None:
    await desk.scene.database.write(lambda db: db.execute("update outbox set state = 'sent'"))


async def _told(desk: Desk) -> list[tuple[str, BookableDays]]:
    """What the colleague is still to be told."""
    rows = await desk.scene.database.read(
        lambda db: db.execute(
            "select payload from outbox where state = 'waiting' and kind = ? and recipient = ? order by id",
            (TIMETABLE_CHANGED, COLLEAGUE.id),
        ).fetchall()
    )
    told = [json.loads(payload) for (payload,) in rows]
    return [(one["deed"], BookableDays(_day(one["from"]), _day(one["until"], -1))) for one in told]


def _day(moment: str, more: int = 0) -> date:
    return datetime.fromisoformat(moment).astimezone(MOSCOW).date() + timedelta(days=more)
