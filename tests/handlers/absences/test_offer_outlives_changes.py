"""The offer of an absent librarian's visits reaches the colleague though the absence was changed meanwhile."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.booking.booking import Booking, Visitor, Wish
from bot.booking.librarian_service import LibrarianService
from bot.people import Address
from tests.handlers.my_bookings.visiting import POUNB, desk
from tests.stage import IDS, StraightStage
from tests.telegram.test_sending_gate import WAIT

ANNA, VERA = (Address("telegram", IDS[name]) for name in ("anna", "vera"))
WEDNESDAY_TEN = datetime(2026, 11, 25, 7, tzinfo=UTC)


@pytest.fixture
async def away(stage: StraightStage) -> StraightStage:
    """Vera has taken on the visit of Wednesday and is absent then; her colleague Boris cannot be reached."""
    await stage.open_booking()
    await _hire_boris(stage)
    booking = await _taken_on(stage)
    assert booking.taken_by == VERA
    stage.wire.refused[IDS["boris"]] = WAIT
    await _say(stage, "меня не будет с 25 по 26 ноября", "да")
    return stage


@pytest.mark.parametrize(
    "then",
    [
        ("болею 27 ноября", "да"),
        ("болею с 25 по 27 ноября", "да"),
        ("выйду 26 ноября", "да"),
    ],
)
async def test_the_colleague_gets_the_visits_of_a_changed_absence(away: StraightStage, then: tuple[str, ...]) -> None:
    await _say(away, *then)

    assert "среда, 25 ноября, 10:00, Анна" in await _told_to_boris(away)


async def test_a_visit_taken_on_after_the_absence_was_noted_is_offered_with_the_other_button(
    away: StraightStage,
) -> None:
    again = await desk(away).book(ANNA, Wish(POUNB, "doctor", WEDNESDAY_TEN + timedelta(hours=2), Visitor("Сын")))
    await _visits(away).take_on(VERA, again.id)
    await away.press("vera", "Записать, мест столько же")

    assert "среда, 25 ноября, 12:00, Сын" in await _told_to_boris(away)


async def test_of_an_absence_that_was_taken_back_nothing_is_offered(away: StraightStage) -> None:
    await away.press("vera", "Я на месте: снять отсутствие")

    assert "некому принять" not in await _told_to_boris(away)


async def _say(stage: StraightStage, *words: str) -> None:
    for said in words:
        await stage.say("vera", said)


async def _hire_boris(stage: StraightStage) -> None:
    for said in ("/invite", "Псков", "1"):
        await stage.say("gleb", said)
    texts = [shown.text for shown in stage.wire.inbox[IDS["gleb"]]]
    found = re.search(r"start=([\w-]+)", texts[-1])
    assert found, texts
    await stage.say("boris", f"/start {found[1]}")


async def _taken_on(stage: StraightStage) -> Booking:
    booking = await desk(stage).book(ANNA, Wish(POUNB, "doctor", WEDNESDAY_TEN, Visitor("Анна")))
    return await _visits(stage).take_on(VERA, booking.id)


async def _told_to_boris(stage: StraightStage) -> str:
    stage.wire.inbox[IDS["boris"]].clear()
    del stage.wire.refused[IDS["boris"]]
    await stage.pass_time(timedelta(hours=1))
    return "\n".join(shown.text for shown in stage.wire.inbox[IDS["boris"]])


def _visits(stage: StraightStage) -> LibrarianService:
    return LibrarianService(desk(stage)._booking_context)
