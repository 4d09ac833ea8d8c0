"""Every promise is kept, at most once without a kill, and nothing stands in the way of those behind."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outbox.delivery_worker import (
    LEASE,
    MAX_ATTEMPTS,
    MessageRejectedError,
    NeverStartedBotError,
    RecipientUnreachableError,
    RetryLaterError,
)
from bot.people import Address
from tests.hand_clock import NOON
from tests.outbox.post import ANNA, BORIS, Office, Post, promise

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


async def test_what_is_due_is_sent_once(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS))

    rounds = [await booking_context.deliver() for _ in range(3)]

    assert (rounds, booking_context.post.sent) == ([2, 0, 0], [(ANNA, "news:1"), (BORIS, "news:2")])
    assert await booking_context.rows() == [(1, "sent", 1, None), (2, "sent", 1, None)]


async def test_what_is_due_later_is_sent_then(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, due=HOUR))
    early = await booking_context.deliver()

    await booking_context.pass_time(HOUR)

    assert (early, booking_context.post.tried) == (0, [(ANNA, NOON + HOUR)])


async def test_the_same_promise_twice_is_kept_once(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, "same"))
    await booking_context.deliver()
    await booking_context.promise(promise(ANNA, "same"))

    await booking_context.pass_time(HOUR)

    assert booking_context.post.sent == [(ANNA, "same")]


async def test_what_is_no_longer_worth_saying_is_never_said(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, good_for=HOUR), promise(BORIS, good_for=HOUR + SECOND))

    await booking_context.pass_time(HOUR + SECOND)

    assert booking_context.post.tried == [(BORIS, NOON + HOUR + SECOND)]
    assert await booking_context.rows("recipient, state") == [(1, "outlived"), (2, "sent")]


async def test_what_outlives_its_time_while_waiting_for_the_line_is_not_said(booking_context: Office) -> None:
    booking_context.post.script[ANNA] = [RetryLaterError(60.0)]
    await booking_context.promise(promise(ANNA, good_for=30 * SECOND))
    await booking_context.deliver()

    await booking_context.pass_time(60 * SECOND)

    assert (len(booking_context.post.tried), await booking_context.rows("state")) == (1, [("outlived",)])


async def test_what_is_no_longer_true_is_not_said(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, "no longer true"))

    await booking_context.deliver()

    assert (booking_context.post.tried, await booking_context.rows("state")) == ([], [("outlived",)])


async def test_killed_between_sending_and_noting_it_is_repeated_once_after_the_lease(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA))
    (notice,) = await booking_context.store.claim(NOON, NOON + LEASE, 9)
    await booking_context.post.send(notice.notice.to, "news:1")  # and here the delivery_worker is killed

    during = await booking_context.deliver()
    await booking_context.pass_time(LEASE + SECOND, rounds=3)

    assert (during, booking_context.post.sent) == (0, [(ANNA, "news:1")] * 2)
    assert await booking_context.rows() == [(1, "sent", 2, None)]


async def test_stopped_while_sending_all_are_given_back_untouched(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS))
    booking_context.post.slow = 60
    delivering = asyncio.create_task(booking_context.deliver())
    await asyncio.wait_for(booking_context.post.begun.wait(), 2)

    delivering.cancel()
    await asyncio.wait([delivering])

    assert (delivering.cancelled(), booking_context.post.sent) == (True, [])
    assert await booking_context.rows() == [(1, "waiting", 0, None), (2, "waiting", 0, None)]


async def test_who_cannot_be_reached_is_told_of_and_not_tried_again(booking_context: Office) -> None:
    booking_context.post.script[ANNA] = [RecipientUnreachableError()]
    await booking_context.promise(promise(ANNA), promise(BORIS))

    await booking_context.deliver()
    await booking_context.pass_time(HOUR, rounds=3)

    assert (booking_context.post.gone, booking_context.post.sent) == ([ANNA], [(BORIS, "news:2")])
    assert await booking_context.rows("state") == [("unreachable",), ("sent",)]


async def test_who_has_never_begun_a_talk_has_not_stopped_the_bot(booking_context: Office) -> None:
    booking_context.post.script[ANNA] = [NeverStartedBotError()]
    await booking_context.promise(promise(ANNA))

    await booking_context.deliver()

    assert (booking_context.post.gone, await booking_context.rows("state")) == ([], [("unreachable",)])


@pytest.mark.parametrize(
    ("later", "pauses"),
    [
        (RetryLaterError(), [2, 4, 8, 16]),
        (RetryLaterError(7.0), [7, 7, 7, 7]),
        (RetryLaterError(0.0), [2, 4, 8, 16]),
        (RetryLaterError(1e30), [3600, 3600, 3600, 3600]),
    ],
)
async def test_without_a_line_the_pause_grows_or_is_what_the_messenger_asks(
    booking_context: Office, later: RetryLaterError, pauses: list[int]
) -> None:
    booking_context.post.script[ANNA] = [replace(later) for _ in pauses]
    await booking_context.promise(promise(ANNA))
    await booking_context.deliver()

    moments = [await next_due(booking_context) for _ in pauses]

    shortest = 1.0 if later.seconds else 0.5  # a pause that nobody asks for is shortened by chance
    shares = [moment.total_seconds() / pause for moment, pause in zip(moments, pauses, strict=True)]
    assert [shortest <= share <= 1 for share in shares] == [True] * 4
    assert booking_context.post.sent == [(ANNA, "news:1")]


async def next_due(booking_context: Office) -> timedelta:
    """Waits as long as the notice does, and tries it."""
    ((due_at,),) = await booking_context.rows("due_at")
    pause = datetime.fromisoformat(due_at) - booking_context.clock.now()
    await booking_context.pass_time(pause - SECOND)
    tried = len(booking_context.post.tried)
    await booking_context.pass_time(SECOND)
    assert len(booking_context.post.tried) == tried + 1
    return pause


async def test_a_dead_line_for_two_days_is_borne_and_then_a_person_must_look(booking_context: Office) -> None:
    booking_context.post.script[ANNA] = [RetryLaterError() for _ in range(MAX_ATTEMPTS)]
    await booking_context.promise(promise(ANNA))

    await booking_context.pass_time(10 * MINUTE, rounds=288)
    after_two_days = await booking_context.rows("state")
    await booking_context.pass_time(HOUR, rounds=MAX_ATTEMPTS - 288)

    assert (after_two_days, len(booking_context.post.tried)) == ([("waiting",)], MAX_ATTEMPTS)
    assert await booking_context.rows("state, reason") == [("set_aside", "the messenger could not be reached")]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MessageRejectedError("message is too long"), "MessageRejectedError: message is too long"),
        (KeyError("question"), "KeyError: 'question'"),
        (ValueError("broken \ud800 letter"), "ValueError: broken ? letter"),
    ],
)
async def test_a_poisoned_notice_is_set_aside_and_those_behind_go_on(
    booking_context: Office, error: Exception, reason: str
) -> None:
    booking_context.post.script[ANNA] = [error]
    await booking_context.promise(promise(ANNA), promise(BORIS))

    await booking_context.deliver()
    await booking_context.pass_time(HOUR)

    assert booking_context.post.sent == [(BORIS, "news:2")]
    assert await booking_context.rows("state, reason") == [("set_aside", reason), ("sent", None)]


async def test_a_notice_of_an_unknown_kind_is_set_aside(booking_context: Office) -> None:
    await booking_context.promise(replace(promise(ANNA), kind="song"), promise(BORIS))

    await booking_context.deliver()

    assert booking_context.post.sent == [(BORIS, "news:2")]
    assert await booking_context.rows("state, reason") == [("set_aside", "KeyError: 'song'"), ("sent", None)]


UNREADABLE = {
    "payload = '{'": "unreadable: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
    "good_until = '2026-11-25 10:00'": "unreadable: '2026-11-25 10:00' has no zone",
    "due_at = '2026'": "unreadable: Invalid isoformat string: '2026'",
}


@pytest.mark.parametrize(("spoiled", "reason"), UNREADABLE.items())
async def test_a_row_that_cannot_be_read_is_set_aside_and_those_behind_go_on(
    booking_context: Office, spoiled: str, reason: str
) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS))
    await booking_context.database.write(
        lambda db: db.execute(f"update outbox set {spoiled} where recipient = 1")  # noqa: S608 - of this test
    )

    await booking_context.deliver()

    assert booking_context.post.sent == [(BORIS, "news:2")]
    assert await booking_context.rows("state, reason, leased_until") == [
        ("set_aside", reason, None),
        ("sent", None, None),
    ]


OUTCOMES = st.sampled_from(["ok", "later", "long", "gone", "unsendable", "broken"])
ERRORS: dict[str, Callable[[], Exception]] = {
    "later": RetryLaterError,
    "long": lambda: RetryLaterError(120.0),
    "gone": RecipientUnreachableError,
    "unsendable": lambda: MessageRejectedError("no"),
    "broken": lambda: ValueError("no"),
}
LAST = {"gone": "unreachable", "unsendable": "set_aside", "broken": "set_aside"}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.lists(OUTCOMES, max_size=4), st.integers(0, 300)), max_size=6))
async def test_whatever_happens_each_promise_ends_and_none_is_kept_twice(cases: list[tuple[list[str], int]]) -> None:
    scripts = {Address("telegram", id_): outcomes for id_, (outcomes, _) in enumerate(cases)}
    post = Post({to: [ERRORS[one]() for one in before_ok(outcomes)] for to, outcomes in scripts.items()})
    async with Office(post) as booking_context:
        due = [(to, timedelta(seconds=after)) for to, (_, after) in zip(scripts, cases, strict=True)]
        await booking_context.promise(*(promise(to, due=after) for to, after in due))

        await booking_context.pass_time(timedelta(minutes=5), rounds=8)

        ended = await booking_context.rows("state, leased_until")
    assert ended == [(ending(outcomes), None) for outcomes in scripts.values()]
    assert Counter(to for to, _ in post.sent) == Counter(to for to, outs in scripts.items() if ending(outs) == "sent")


def before_ok(outcomes: list[str]) -> list[str]:
    return outcomes[: outcomes.index("ok")] if "ok" in outcomes else outcomes


def ending(outcomes: list[str]) -> str:
    return next((LAST[one] for one in before_ok(outcomes) if one in LAST), "sent")
