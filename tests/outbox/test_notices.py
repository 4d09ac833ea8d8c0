"""The outbox table: promised once, claimed by one, given back untouched, never lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from bot.outbox.notice import ClaimedNotice, Notice, NoticeId, NoticeState
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.notices import revive
from tests.hand_clock import NOON
from tests.outbox.post import ANNA, BORIS, VERA, Office, promise

MINUTE = timedelta(minutes=1)
LEASE_END = NOON + 2 * MINUTE


async def test_a_promise_is_claimed_as_it_was_written(booking_context: Office) -> None:
    made = Notice(ANNA, "news", "k", NOON, {"question": 7, "text": "да «ё»"}, NOON + MINUTE)
    await booking_context.promise(made)

    assert await booking_context.store.claim(NOON, LEASE_END, 9) == [ClaimedNotice(NoticeId(1), made, 1)]


async def test_what_was_promised_already_stays_as_it_is(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, "same"))
    await booking_context.promise(promise(BORIS, "same", due=MINUTE), promise(VERA, "other"))

    assert await booking_context.rows("recipient, dedupe_key, due_at") == [
        (ANNA.id, "same", NOON.isoformat()),
        (VERA.id, "other", NOON.isoformat()),
    ]


async def test_only_what_is_due_is_claimed_the_longest_due_first(booking_context: Office) -> None:
    await booking_context.promise(
        promise(ANNA, "soon", due=MINUTE), promise(BORIS, "now"), promise(VERA, "late", due=-MINUTE), promise(ANNA, "n")
    )

    claimed = await booking_context.store.claim(NOON, LEASE_END, 9)

    assert [notice.notice.dedupe_key for notice in claimed] == ["late", "now", "n"]


async def test_no_more_are_claimed_than_asked_for(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS), promise(VERA))

    claimed = [len(await booking_context.store.claim(NOON, LEASE_END, 2)) for _ in range(3)]

    assert claimed == [2, 1, 0]


async def test_a_moment_in_another_zone_is_the_same_moment(booking_context: Office) -> None:
    moscow = timezone(timedelta(hours=3))
    due = datetime(2026, 11, 24, 12, 0, tzinfo=moscow)
    await booking_context.promise(Notice(ANNA, "news", "k", due, expires_at=due + MINUTE))

    early = await booking_context.store.claim(NOON - MINUTE, LEASE_END, 9)
    (notice,) = await booking_context.store.claim(NOON.astimezone(moscow), LEASE_END, 9)

    assert (early, notice.notice.due_at, notice.notice.expires_at) == ([], NOON, NOON + MINUTE)
    assert notice.notice.due_at.tzinfo == UTC


async def test_parts_of_a_second_keep_their_order(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, "half", due=timedelta(milliseconds=500)), promise(BORIS, "whole"))

    at_the_second = await booking_context.store.claim(NOON, LEASE_END, 9)
    after_it = await booking_context.store.claim(NOON + timedelta(seconds=1), LEASE_END, 9)

    assert ([n.notice.dedupe_key for n in at_the_second], [n.notice.dedupe_key for n in after_it]) == (
        ["whole"],
        ["half"],
    )


async def test_what_is_leased_is_claimed_again_only_after_the_lease(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA))
    await booking_context.store.claim(NOON, LEASE_END, 9)

    during = await booking_context.store.claim(LEASE_END, LEASE_END + MINUTE, 9)
    after = await booking_context.store.claim(LEASE_END + timedelta(seconds=1), LEASE_END + MINUTE, 9)

    assert (during, [notice.attempts for notice in after]) == ([], [2])


async def test_what_is_given_back_keeps_its_attempts_and_is_free_at_once(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS))
    first, second = await booking_context.store.claim(NOON, LEASE_END, 9)
    await booking_context.store.mark(first.id, NoticeState.SENT, NOON)

    await booking_context.store.unclaim(notice.id for notice in (second,))
    await booking_context.store.unclaim(())

    assert await booking_context.rows() == [(ANNA.id, "sent", 1, None), (BORIS.id, "waiting", 0, None)]


async def test_what_is_postponed_is_due_then_and_says_why(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA))
    (notice,) = await booking_context.store.claim(NOON, LEASE_END, 9)

    await booking_context.store.retry_later(notice.id, NOON + MINUTE, "later")

    assert await booking_context.rows("state, due_at, leased_until, reason") == [
        ("waiting", (NOON + MINUTE).isoformat(), None, "later")
    ]


async def test_settled_notices_are_swept_by_the_day_they_were_settled_and_waiting_ones_never(
    booking_context: Office,
) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS), promise(VERA, due=-timedelta(days=99)))
    first, second, third = sorted(await booking_context.store.claim(NOON, LEASE_END, 9), key=lambda notice: notice.id)
    await booking_context.store.mark(first.id, NoticeState.SENT, NOON)
    await booking_context.store.mark(second.id, NoticeState.SET_ASIDE, NOON + MINUTE, "why")

    await PersonalDataStore(booking_context.database).end(NOON, NOON + MINUTE)

    assert await booking_context.rows("id, state, reason") == [
        (second.id, "set_aside", "why"),
        (third.id, "waiting", None),
    ]


async def test_the_next_moment_is_the_soonest_of_those_still_ahead(booking_context: Office) -> None:
    nothing = await booking_context.store.next_due(NOON)
    await booking_context.promise(promise(ANNA), promise(BORIS, due=2 * MINUTE), promise(VERA, due=MINUTE))

    assert (nothing, await booking_context.store.next_due(NOON)) == (None, NOON + MINUTE)


async def test_what_was_promised_before_is_not_new(booking_context: Office) -> None:
    counts = [await booking_context.store.promise([promise(ANNA), promise(ANNA)])]
    counts += [
        await booking_context.store.promise(more) for more in ([promise(ANNA), promise(BORIS)], [], [promise(BORIS)])
    ]

    assert (counts, [row[0] for row in await booking_context.rows()]) == ([1, 1, 0, 0], [ANNA.id, BORIS.id])


async def test_what_was_said_leaves_nothing_of_what_it_was_about(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS))
    first, second = await booking_context.store.claim(NOON, LEASE_END, 9)
    await booking_context.store.mark(first.id, NoticeState.SENT, NOON)
    await booking_context.store.mark(second.id, NoticeState.SET_ASIDE, NOON, "why")

    assert await booking_context.rows("state, payload") == [("sent", "{}"), ("set_aside", '{"text": "news:2"}')]


async def test_what_is_put_off_was_not_tried(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA))
    (notice,) = await booking_context.store.claim(NOON, LEASE_END, 9)

    await booking_context.store.defer(notice.id, NOON + MINUTE)

    assert await booking_context.rows("attempts, due_at, leased_until") == [(0, (NOON + MINUTE).isoformat(), None)]


async def test_what_could_not_be_told_is_due_again_while_it_is_worth_saying(booking_context: Office) -> None:
    await booking_context.promise(
        promise(ANNA),
        replace(promise(ANNA, "over"), expires_at=NOON + MINUTE),
        replace(promise(ANNA, "still good"), expires_at=NOON + 3 * MINUTE),
        promise(BORIS),
    )
    for notice in await booking_context.store.claim(NOON, LEASE_END, 9):
        await booking_context.store.mark(notice.id, NoticeState.UNREACHABLE, NOON)

    await booking_context.database.write(lambda db: revive(db, ANNA, NOON + 2 * MINUTE))

    claimed = await booking_context.store.claim(NOON + 2 * MINUTE, LEASE_END, 9)
    assert [(notice.notice.dedupe_key, notice.attempts) for notice in claimed] == [
        (promise(ANNA).dedupe_key, 1),
        ("still good", 1),
    ]
    assert claimed[0].notice.payload == promise(ANNA).payload
