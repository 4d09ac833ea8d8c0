"""Names are safe to show; times come from clocks."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import MovableClock, SystemClock
from bot.people import Address, clean_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Анна Петровна", "Анна Петровна"),
        ("  Анна\n\tПетровна ", "Анна Петровна"),
        ("Анна\u202egnp.exe", "Аннаgnp.exe"),
        ("Ан\u200bна\x00\ufeff", "Анна"),
        ("Анна\ud800", "Анна"),
        ("a\u2028b\x85c\x1cd", "a b c d"),
        ("\u202e\u200b", ""),
        ("", ""),
        ("я" * 70, "я" * 64),
        ("я" * 63 + " хвост", "я" * 63),
    ],
)
def test_a_name_is_one_clean_line(name: str, shown: str) -> None:
    assert clean_name(name) == shown


@given(st.text(st.characters(), max_size=200), st.integers(1, 80))
def test_any_name_is_short_encodable_and_clean_for_good(name: str, limit: int) -> None:
    shown = clean_name(name, limit)

    assert len(shown) <= limit
    assert shown.encode().decode() == shown == shown.strip() == clean_name(shown, limit)


def test_addresses_can_be_ordered_and_told_apart_by_channel() -> None:
    assert sorted([Address("telegram", 2), Address("max", 7), Address("telegram", 1)]) == [
        Address("max", 7),
        Address("telegram", 1),
        Address("telegram", 2),
    ]


def test_the_system_clock_tells_utc() -> None:
    before, told, after = datetime.now(UTC), SystemClock().now(), datetime.now(UTC)

    assert before <= told <= after
    assert told.utcoffset() == timedelta()


def test_the_movable_clock_runs_ahead_by_what_was_wound_on() -> None:
    clock = MovableClock()

    clock.advance(timedelta(hours=1))
    clock.advance(timedelta(hours=2))

    assert timedelta(hours=3) <= clock.now() - datetime.now(UTC) + timedelta(seconds=1) < timedelta(hours=3, seconds=2)


def test_the_movable_clock_never_goes_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        MovableClock().advance(timedelta(seconds=-1))
