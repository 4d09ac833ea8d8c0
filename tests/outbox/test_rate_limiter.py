"""A chat that must be left in peace is, and holds up nobody else."""

import asyncio
from datetime import timedelta

import pytest

from bot.outbox import delivery_worker as courier_module
from bot.outbox import rate_limiter
from bot.outbox.delivery_worker import LEASE, RetryLaterError
from bot.outbox.notice import ANSWER, Notice
from bot.outbox.rate_limiter import RateLimiter, RateLimits
from bot.people import Address
from tests.hand_clock import NOON, HandClock
from tests.outbox.post import ANNA, BORIS, Office, promise

MINUTE = timedelta(minutes=1)
NOTHING = timedelta()
GROUP = Address("telegram", -5)


async def test_the_messenger_asks_one_chat_to_wait_and_the_others_go_on(booking_context: Office) -> None:
    booking_context.post.script[ANNA] = [RetryLaterError(60.0)]
    delivery_worker = booking_context.delivery_worker()
    await booking_context.promise(promise(ANNA, "first"), promise(ANNA, "second"), promise(BORIS))
    await delivery_worker.deliver_due()
    at_once, waiting = list(booking_context.post.sent), await booking_context.rows("attempts, due_at")

    booking_context.clock.advance(MINUTE)
    await delivery_worker.deliver_due()

    due = (NOON + MINUTE).isoformat()
    assert at_once == [(BORIS, "news:2")]
    assert waiting == [(1, due), (0, due), (1, NOON.isoformat())]
    assert booking_context.post.sent[1:] == [(ANNA, "first"), (ANNA, "second")]
    assert len(booking_context.post.tried) == 4


async def test_many_for_one_chat_go_slowly_and_the_others_do_not_wait(booking_context: Office) -> None:
    booking_context.post.limits = RateLimits(in_a_chat=(2, 0.4))
    delivery_worker = booking_context.delivery_worker()
    await booking_context.promise(*(promise(ANNA, f"{n}") for n in range(9)), promise(BORIS))

    await delivery_worker.deliver_due()
    first_round = [to for to, _ in booking_context.post.sent]
    for _ in range(2):
        await asyncio.sleep(0.4)
        booking_context.clock.advance(MINUTE)
        await delivery_worker.deliver_due()

    assert (BORIS in first_round, 4 <= first_round.count(ANNA) < 9) == (True, True)
    assert [text for to, text in booking_context.post.sent if to == ANNA] == [f"{n}" for n in range(9)]


async def test_a_group_is_told_sixteen_times_a_minute_and_nobody_waits_for_it(
    booking_context: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limiter, "LONGEST_WAIT", 0.01)
    delivery_worker = booking_context.delivery_worker()
    await booking_context.promise(*(promise(GROUP, f"{n}") for n in range(18)), promise(BORIS))

    while await delivery_worker.deliver_due():
        pass

    put_off = (NOON + timedelta(seconds=3)).isoformat()
    assert [to for to, _ in booking_context.post.sent] == [*[GROUP] * 16, BORIS]
    assert (await booking_context.rows("state, attempts, due_at"))[16:18] == [("waiting", 0, put_off)] * 2


async def test_of_very_many_chats_the_longest_silent_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limiter, "KEPT_CHATS", 1)
    many = RateLimiter(HandClock())

    turns = [await many.has_room(to) for to in (ANNA, BORIS)]

    assert (turns, list(many._chats)) == ([True, True], [BORIS])


async def test_answers_are_counted_and_notices_take_what_they_leave() -> None:
    limiter = RateLimiter(HandClock())
    rooms = []
    for _ in range(5):
        rooms.append(await limiter.has_room(GROUP))
        for _ in range(4):
            await limiter.count(GROUP)

    assert rooms == [True, True, True, True, False]


async def test_answers_never_wait_for_the_count() -> None:
    limiter = RateLimiter(HandClock())

    async with asyncio.timeout(0.5):
        for number in range(1000):
            await limiter.count(Address("telegram", number))


async def test_one_chat_told_to_wait_is_held_alone() -> None:
    clock = HandClock()
    limiter = RateLimiter(clock)

    for _ in range(3):
        limiter.hold(ANNA, MINUTE)

    assert (limiter.hold_left(ANNA), limiter.hold_left(BORIS), limiter.hold_left()) == (MINUTE, NOTHING, NOTHING)
    clock.advance(MINUTE)
    assert limiter.hold_left(ANNA) == NOTHING


async def test_several_chats_told_to_wait_at_once_mean_the_bot() -> None:
    clock = HandClock()
    limiter = RateLimiter(clock)

    for number in range(3):
        limiter.hold(Address("telegram", 10 + number), (number + 1) * MINUTE)

    assert (limiter.hold_left(), limiter.hold_left(BORIS)) == (MINUTE, MINUTE)
    clock.advance(MINUTE)
    assert limiter.hold_left() == NOTHING


async def test_chats_told_to_wait_one_after_another_do_not_mean_the_bot() -> None:
    clock = HandClock()
    limiter = RateLimiter(clock)

    for number in range(6):
        limiter.hold(Address("telegram", 10 + number), MINUTE)
        clock.advance(timedelta(seconds=6))

    assert limiter.hold_left() == NOTHING


async def test_while_the_bot_is_held_nothing_is_claimed(booking_context: Office) -> None:
    delivery_worker = booking_context.delivery_worker()
    for number in range(3):
        booking_context.post.limiter.hold(Address("telegram", 10 + number), MINUTE)
    await booking_context.promise(promise(ANNA))
    held = await delivery_worker.deliver_due()

    booking_context.clock.advance(MINUTE)
    await delivery_worker.deliver_due()

    assert (held, booking_context.post.sent) == (0, [(ANNA, "news:1")])
    assert await booking_context.rows() == [(1, "sent", 1, None)]


async def test_a_clock_set_back_an_hour_does_not_stop_reminders(
    booking_context: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier_module, "LONGEST_SLEEP", 0.01)
    running = asyncio.create_task(booking_context.delivery_worker().run())
    await booking_context.promise(promise(ANNA, "before"), promise(BORIS, "later", due=MINUTE))
    await asyncio.wait_for(booking_context.post.delivered.wait(), 2)

    booking_context.clock.advance(-timedelta(hours=1))
    await asyncio.sleep(0.05)
    before_its_time = list(booking_context.post.sent)
    booking_context.post.delivered.clear()
    booking_context.clock.advance(timedelta(hours=1) + MINUTE)
    await asyncio.wait_for(booking_context.post.delivered.wait(), 2)
    running.cancel()
    await asyncio.wait([running])

    assert (before_its_time, booking_context.post.sent[1:]) == ([(ANNA, "before")], [(BORIS, "later")])


async def test_what_was_asked_before_the_clock_was_set_back_is_not_waited_for(booking_context: Office) -> None:
    booking_context.post.script[ANNA] = [RetryLaterError(600.0)]
    delivery_worker = booking_context.delivery_worker()
    await booking_context.promise(promise(ANNA, "first"), promise(ANNA, "earlier", due=-timedelta(hours=2)))
    booking_context.clock.advance(-2 * MINUTE)
    await delivery_worker.deliver_due()  # the one that was due two hours ago, and is asked to wait

    booking_context.clock.advance(-timedelta(hours=1))
    await booking_context.promise(promise(ANNA, "other", due=-timedelta(hours=2)))
    await delivery_worker.deliver_due()

    assert booking_context.post.sent == [(ANNA, "other"), (ANNA, "earlier")]


async def test_a_lease_given_before_the_clock_was_set_back_is_none(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, due=-timedelta(hours=2)))
    await booking_context.store.claim(NOON, NOON + LEASE, 9)  # and the delivery_worker is killed
    an_hour_ago = NOON - timedelta(hours=1)

    (again,) = await booking_context.store.claim(an_hour_ago, an_hour_ago + LEASE, 9)

    assert again.attempts == 2


async def test_an_answer_owed_before_the_clock_was_set_back_is_due(booking_context: Office) -> None:
    await booking_context.promise(Notice(ANNA, ANSWER, "answer:1", NOON + timedelta(seconds=1)))
    three_hours_ago = NOON - timedelta(hours=3)

    (owed,) = await booking_context.store.claim(three_hours_ago, three_hours_ago + LEASE, 9)

    assert owed.notice.kind == ANSWER


@pytest.mark.parametrize("back", [timedelta(hours=3), timedelta(days=3650)])
async def test_what_was_to_be_tried_again_does_not_wait_until_a_wrong_clock_comes_true(
    booking_context: Office, back: timedelta
) -> None:
    booking_context.post.script[ANNA] = [RetryLaterError()]
    await booking_context.promise(
        promise(ANNA, "now", due=-back - MINUTE), promise(BORIS, "reminder", due=timedelta(hours=2))
    )
    await booking_context.deliver()  # the line is down

    booking_context.clock.advance(-back)
    await booking_context.deliver()

    assert booking_context.post.sent == [(ANNA, "now")]


async def test_what_was_put_off_does_not_wait_until_a_wrong_clock_comes_true(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, due=-timedelta(days=900)))
    (notice,) = await booking_context.store.claim(NOON, NOON + LEASE, 9)
    await booking_context.store.defer(notice.id, NOON + MINUTE)

    two_years_ago = NOON - timedelta(days=800)
    (again,) = await booking_context.store.claim(two_years_ago, two_years_ago + LEASE, 9)

    assert again.id == notice.id
