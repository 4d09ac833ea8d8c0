from datetime import timedelta
from typing import Any

import pytest

from bot.booking import refusals
from bot.booking.booking import Slot
from bot.booking.refusals import Refusal
from bot.centres.centre import CentreId
from bot.screens.booking.refusals import refusal
from bot.screens.my_bookings.actions import MoveTo
from tests.booking.reading_room import local, reading_room
from tests.booking.visiting import a_booking

CENTRE = reading_room()
AT = local("2026-11-25 10:00")
SLOTS = tuple(Slot(AT + timedelta(days=n), AT + timedelta(days=n, minutes=30), CentreId("lipki")) for n in range(4))
KINDS = [kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, Refusal)]
FACTS: dict[str, Any] = {
    "centre": "lipki",
    "topic": "passport",
    "day": AT.date(),
    "starts_at": AT,
    "notice_hours": 2,
    "earliest": AT,
    "last_day": AT.date(),
    "limit": 3,
    "booking": a_booking(),
    "slots": SLOTS,
}
ABSTRACT = {refusals.Refusal, refusals.OtherTimes}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ABSTRACT], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("centre", [CENTRE, None], ids=["known", "gone"])
def test_every_refusal_has_words_and_a_way_on(kind: type[Refusal], centre: Any) -> None:
    names = getattr(kind, "__dataclass_fields__", {})
    no = kind(**{name: FACTS[name] for name in names if name != "nearest"})

    screen = refusal(no, centre, lambda moment: MoveTo(1, int(moment.timestamp() // 60)))

    assert screen.text.rstrip().endswith((".", "…"))
    assert len(screen.rows) >= 2
    assert "ошибк" not in screen.text.lower()


def test_a_taken_time_is_answered_with_the_three_nearest() -> None:
    screen = refusal(refusals.JustTaken(nearest=SLOTS), CENTRE, lambda at: MoveTo(7, int(at.timestamp() // 60)))

    assert [button.label for (button, *_) in screen.rows[:3]] == [
        "1. среда, 25 ноября, 10:00",
        "2. четверг, 26 ноября, 10:00",
        "3. пятница, 27 ноября, 10:00",
    ]
    assert len(screen.choices) == 3
    assert screen.text.startswith("Это время уже заняли.")


def test_nothing_else_free_is_said() -> None:
    screen = refusal(refusals.JustTaken(), CENTRE, lambda _: MoveTo(7, 1))

    assert "Другого свободного времени здесь пока нет." in screen.text


def test_an_unknown_refusal_is_a_fault_of_ours() -> None:
    with pytest.raises(NotImplementedError):
        refusal(Refusal(), CENTRE)
