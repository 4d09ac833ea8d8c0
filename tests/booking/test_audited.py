"""Deeds of librarians are written into the audit log with the deed, or not at all; a citizen's own are none of it."""

from datetime import timedelta

import pytest

from bot.audit import KEPT, AuditedDeed, AuditEntry
from bot.booking.refusals import Gone, NotYours
from bot.screens.staff.audit_log import _WORDS
from bot.storage.tables.audit_log import AuditLog
from tests.booking.reading_room import ANNA, LIBRARIAN, LIPKI
from tests.booking.scene import ELEVEN, TEN, TUESDAY, Scene, wish


async def deeds(stage: Scene) -> list[tuple[AuditedDeed, int]]:
    """What was done and with which number, the newest first."""
    entries = await AuditLog(stage.database).latest(stage.clock.now() - KEPT)
    return [(entry.deed, entry.number) for entry in entries]


async def test_what_a_librarian_does_is_written_down(stage: Scene) -> None:
    walk_in = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")
    booked = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.move(LIBRARIAN, booked.id, ELEVEN)
    await stage.desk.cancel(LIBRARIAN, booked.id)
    await stage.visits.strike(LIBRARIAN, walk_in.id)

    assert await deeds(stage) == [
        (AuditedDeed.WALK_IN_STRUCK, walk_in.id),
        (AuditedDeed.VISIT_CANCELLED, booked.id),
        (AuditedDeed.VISIT_MOVED, booked.id),
        (AuditedDeed.WALK_IN_WRITTEN, walk_in.id),
    ]


async def test_what_a_citizen_does_is_not(stage: Scene) -> None:
    booked = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.move(ANNA, booked.id, ELEVEN)
    await stage.desk.cancel(ANNA, booked.id)

    assert await deeds(stage) == []


async def test_what_was_refused_is_not(stage: Scene) -> None:
    booked = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.cancel(ANNA, booked.id)

    with pytest.raises(Gone):
        await stage.visits.mark_arrived(LIBRARIAN, booked.id)
    with pytest.raises(NotYours):
        await stage.visits.walk_in(ANNA, LIPKI, "passport")

    assert await deeds(stage) == []


async def test_after_thirty_days_the_next_deed_ends_the_old(stage: Scene) -> None:
    await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")
    stage.clock.advance(KEPT + timedelta(minutes=1))
    later = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")

    (kept,) = await AuditLog(stage.database).latest(stage.clock.now() - 2 * KEPT)
    assert kept == AuditEntry(stage.clock.now(), LIBRARIAN, AuditedDeed.WALK_IN_WRITTEN, LIPKI, later.id)
    assert stage.centre
    assert stage.centre.day(kept.at) > TUESDAY


def test_every_deed_has_its_words() -> None:
    assert set(_WORDS) == set(AuditedDeed)
