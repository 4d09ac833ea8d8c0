"""A day, a kind and a number of people survive the four signs of a button."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.booking.consultation_log.entry import MOST_PEOPLE
from bot.screens.consultation_log.helped_code import HelpedOn, helped_on

DAYS = st.dates(date(2025, 1, 1), date(2056, 1, 1))


@given(DAYS, st.integers(0, MOST_PEOPLE), st.booleans(), st.booleans())
def test_what_a_button_tells_comes_back(day: date, people: int, by_phone: bool, sure: bool) -> None:  # noqa: FBT001
    told = HelpedOn(day, people, by_phone, sure)

    assert (helped_on(told.signs), len(told.signs)) == (told, 4)


def test_other_signs_tell_nothing() -> None:
    assert helped_on("ABC") is None
