"""The outbox as an admin looks at it."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone

from bot.maintenance.status import FailedNotice, OutboxStatus
from bot.outbox.notice import NoticeId, NoticeState
from bot.storage.tables.outbox_status import OutboxStatusTable
from bot.storage.tables.people import PeopleStore
from tests.hand_clock import NOON
from tests.outbox.post import ANNA, BORIS, VERA, Office, promise

MINUTE = timedelta(minutes=1)


async def set_aside(booking_context: Office, *keys: str) -> None:
    await booking_context.promise(*(promise(ANNA, key) for key in keys))
    for minute, notice in enumerate(await booking_context.store.claim(NOON, NOON + MINUTE, 9)):
        await booking_context.store.mark(notice.id, NoticeState.SET_ASIDE, NOON + minute * MINUTE, f"why {minute}")


async def test_an_empty_outbox_owes_nothing() -> None:
    async with Office() as booking_context:
        assert await OutboxStatusTable(booking_context.database).outbox_status(NOON, 5) == OutboxStatus()


async def test_what_waits_what_is_due_and_who_is_gone_is_counted() -> None:
    async with Office() as booking_context:
        await booking_context.promise(promise(ANNA, due=MINUTE), promise(BORIS, due=-MINUTE), promise(VERA))
        await PeopleStore(booking_context.database).set_reachable(ANNA, since=NOON)

        status = await OutboxStatusTable(booking_context.database).outbox_status(
            NOON.astimezone(timezone(MINUTE * 180)), 5
        )

    assert status == OutboxStatus(waiting=3, due=2, oldest_due=NOON - MINUTE, unreachable=1)


async def test_of_those_set_aside_the_newest_are_shown_with_their_reasons() -> None:
    async with Office() as booking_context:
        await set_aside(booking_context, "a", "b", "c")

        status = await OutboxStatusTable(booking_context.database).outbox_status(NOON, 2)

    shown = [FailedNotice(NoticeId(id_), "news", f"why {id_ - 1}", NOON + (id_ - 1) * MINUTE) for id_ in (3, 2)]
    assert (status.set_aside, status.set_aside_in_all) == (tuple(shown), 3)
    assert status.set_aside[0].at.tzinfo == UTC


async def test_one_set_aside_is_tried_again_as_if_it_were_new() -> None:
    async with Office() as booking_context:
        await set_aside(booking_context, "a")
        booking_context.clock.advance(MINUTE)

        done = await OutboxStatusTable(booking_context.database).retry(NoticeId(1), booking_context.clock.now())
        await booking_context.deliver()

        assert (done, booking_context.post.sent, await booking_context.rows()) == (
            True,
            [(ANNA, "a")],
            [(ANNA.id, "sent", 1, None)],
        )


async def test_one_dropped_is_never_said_and_what_it_was_about_is_gone() -> None:
    async with Office() as booking_context:
        await set_aside(booking_context, "a")

        done = await OutboxStatusTable(booking_context.database).discard(NoticeId(1))
        await booking_context.deliver()

        assert (done, booking_context.post.sent) == (True, [])
        assert await booking_context.rows("state, payload") == [("outlived", "{}")]


async def test_only_what_was_set_aside_can_be_decided_on() -> None:
    async with Office() as booking_context:
        await booking_context.promise(promise(ANNA, due=MINUTE), replace(promise(BORIS), kind="song"))
        store = OutboxStatusTable(booking_context.database)
        await store.discard(NoticeId(2))

        decided = [await what for what in (store.retry(NoticeId(1), NOON), store.discard(NoticeId(1)))]
        decided += [await store.retry(NoticeId(2**53), NOON), await store.discard(NoticeId(2**53))]

        assert decided == [False] * 4
        assert await booking_context.rows("state") == [("waiting",), ("waiting",)]
