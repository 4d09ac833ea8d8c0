"""What was understood is kept as text while a person chooses, and nothing else is read back."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.act_files import act_record
from bot.understanding.acts import Act, ActName, Slots

DAYS, TIMES = st.dates(), st.times().map(lambda at: at.replace(microsecond=0))
SLOTS = st.builds(Slots, from_=st.none() | DAYS | TIMES, to=st.none() | DAYS | TIMES, at=st.none() | TIMES)
ACTS = st.lists(st.builds(Act, st.sampled_from(ActName), SLOTS), max_size=3).map(tuple)


@given(ACTS)
def test_acts_come_back_as_they_were(acts: tuple[Act, ...]) -> None:
    assert act_record.read(act_record.written(acts)) == acts


def test_a_wish_is_written_with_what_was_said_of_it() -> None:
    book = Act(ActName.BOOK, Slots(topic="doctor", day=date(2026, 12, 1), at=time(10), for_whom="маме"))

    assert act_record.written([book]) == (
        '[{"act": "book", "topic": "doctor", "day": "2026-12-01", "at": "10:00:00", "for_whom": "маме"}]'
    )


@pytest.mark.parametrize(
    "text",
    ["", "null", "[1]", '[{"act": "fly"}]', '[{"act": "book", "colour": "red"}]', '[{"act": "book", "day": "soon"}]'],
)
def test_what_was_not_written_here_is_no_act(text: str) -> None:
    assert act_record.read(text) == ()
