"""A draft knows what is missing, in the order of the dialogue, whatever was said first."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking.booking import Visitor, Wish
from bot.booking.draft import ORDER, BookingDraft, BookingStep
from tests.booking.reading_room import LIPKI, MOSCOW, local

FULL = BookingDraft("passport", LIPKI, date(2026, 11, 25), time(10), Visitor("Анна"))
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
