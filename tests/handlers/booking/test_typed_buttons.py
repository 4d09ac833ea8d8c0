"""Words that stand for a button of a step of booking."""

import pytest

from bot.dialog_state import TypedOptions
from bot.handlers.booking.typed_buttons import meant
from bot.screens.action import Action
from bot.screens.actions import GoHome, StopAsking
from bot.screens.booking.actions import BookAsMe, BookDays, BookTime, FullDays, WaitForDay
from bot.screens.callback_data import pack

DAYS = BookDays("doctor", "ostrov")
TIMES = tuple(BookTime("doctor", "ostrov", at) for at in ("AAAA", "AAAB", "AAAC"))
WEDNESDAY, FRIDAY = (WaitForDay("doctor", "ostrov", at) for at in ("AAAA", "AAAB"))


def offered(*actions: Action) -> TypedOptions:
    packed = tuple(map(pack, actions))
    return TypedOptions(packed, tuple((one, "надпись") for one in packed))


@pytest.mark.parametrize(
    ("text", "number"),
    [("первая", 0), ("Первый", 0), ("вторая", 1), ("вторую.", 1), ("третий", 2), ("третью", 2)],
)
def test_a_line_may_be_called_by_its_place(text: str, number: int) -> None:
    assert meant(text, offered(*TIMES), DAYS) == TIMES[number]


@pytest.mark.parametrize("text", ["четвёртая", "первое", "первая консультация", "", "вера"])
def test_other_words_are_no_line(text: str) -> None:
    assert meant(text, offered(*TIMES), DAYS) is None


def test_only_a_step_of_booking_is_meant() -> None:
    assert meant("первая", offered(GoHome()), None) is None
    assert meant("первая", offered(BookAsMe("doctor", "ostrov", "AAAA")), None) is not None


@pytest.mark.parametrize("text", ["ждать", "Буду ждать!", "в очередь"])
def test_who_would_wait_waits_for_the_day_on_the_button_or_chooses_one(text: str) -> None:
    assert meant(text, offered(*TIMES, FRIDAY), DAYS) == FRIDAY
    assert meant(text, offered(WEDNESDAY, FRIDAY), DAYS) == FullDays("doctor", "ostrov")
    assert meant(text, offered(), None) is None


@pytest.mark.parametrize("text", ["нет, не надо", "Не надо", "передумала", "нет, спасибо"])
def test_who_has_changed_his_mind_is_let_go(text: str) -> None:
    assert meant(text, offered(*TIMES), DAYS) == StopAsking()
