"""A draft knows what is missing, in the order of the dialogue, whatever was said first."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking.booking import Visitor, Wish
from bot.booking.draft import ORDER, BookingDraft, BookingStep
from bot.russian.time.values import Days, Stretch, TimeWish
from tests.booking.reading_room import LIPKI, MOSCOW, local

WEDNESDAY = date(2026, 11, 25)
ON_WEDNESDAY = Days((Stretch.of(WEDNESDAY),))
THAT_WEEK = Days((Stretch(WEDNESDAY, WEDNESDAY + timedelta(days=4)),))
FULL = BookingDraft("passport", LIPKI, WEDNESDAY, time(10), Visitor("Анна"))
FACTS = dict(zip(("topic", "centre", "day", "at", "visitor"), ORDER, strict=True))

BERLIN = ZoneInfo("Europe/Berlin")


def part_of(known: frozenset[str]) -> BookingDraft:
    return BookingDraft(**{name: getattr(FULL, name) for name in known})


@given(st.frozensets(st.sampled_from(sorted(FACTS))))
def test_exactly_what_is_not_known_is_missing_and_the_check_comes_last(known: frozenset[str]) -> None:
    missing = part_of(known).missing()

    assert missing == (*(step for name, step in FACTS.items() if name not in known), BookingStep.CHECK)
    assert part_of(known).next_step() is missing[0]


@given(st.frozensets(st.sampled_from(sorted(FACTS))))
def test_only_a_whole_draft_is_a_wish(known: frozenset[str]) -> None:
    wish = part_of(known).wish(MOSCOW)

    assert wish == (Wish(LIPKI, "passport", local("2026-11-25 10:00"), Visitor("Анна")) if len(known) == 5 else None)


@pytest.mark.parametrize("hour", [0, 10, 23])
def test_a_moment_is_its_day_and_time_at_the_centre(hour: int) -> None:
    at = local(f"2026-11-25 {hour:02}:00")

    draft = BookingDraft().with_moment(at, MOSCOW)

    assert (draft.day, draft.at, draft.starts_at(MOSCOW)) == (date(2026, 11, 25), time(hour), at)
    assert draft.without_moment() == BookingDraft()


def test_the_second_of_two_equal_hours_stays_the_second() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 2:30 in Berlin, for the second time

    draft = BookingDraft().with_moment(second, BERLIN)

    assert draft.starts_at(BERLIN) == second


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (TimeWish(ON_WEDNESDAY, time(15)), local("2026-11-25 15:00")),
        (TimeWish(at=time(15)), local("2026-11-26 15:00")),
        (TimeWish(THAT_WEEK, time(15)), None),
        (TimeWish(ON_WEDNESDAY), None),
    ],
)
def test_an_hour_alone_is_of_the_day_that_was_chosen_before(said: TimeWish, meant: datetime | None) -> None:
    assert BookingDraft(day=WEDNESDAY + timedelta(days=1)).with_said(said).starts_at(MOSCOW) == meant


def test_an_hour_alone_is_no_moment_where_no_day_was_chosen() -> None:
    assert BookingDraft().with_said(TimeWish(at=time(15))).starts_at(MOSCOW) is None
