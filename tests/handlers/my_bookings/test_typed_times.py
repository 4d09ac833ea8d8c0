"""A typed time is shown as it was understood before anything is done upon it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.booking.booking import Booking, BookingId
from bot.screens.librarian_day.actions import ShiftVisit
from bot.screens.librarian_day.entry_actions import PhoneSoonest
from bot.screens.my_bookings.actions import MoveVisit
from tests.handlers.librarian_day.day_stage import PSKOV, booked, day_book, hush, pressed, said, state_of
from tests.stage import IDS, StraightStage, straight_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    """Вера works at the library, where booking is open."""
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.open_booking()
        hush(stage)
        yield stage


async def by_phone(stage: StraightStage) -> Booking | None:
    return await day_book(stage).booking.told_of(BookingId(1))


async def test_a_librarian_moves_nothing_before_yes(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, ShiftVisit(booking.id))

    await stage.say("vera", "чт 3.12 12:00")
    asked, unmoved = await said(stage), await state_of(stage, booking)
    await stage.say("vera", "да")
    moved = await state_of(stage, booking)

    assert asked.endswith("Перенести на четверг, 3 декабря, 12:00?")
    assert unmoved == booking
    assert moved is not None
    assert f"{moved.starts_at:%d.%m %H}" == "03.12 09"  # UTC


async def test_a_citizen_moves_nothing_before_yes(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, MoveVisit(booking.id), "anna")

    await stage.say("anna", "чт 3.12 12:00")
    asked, unmoved = await said(stage, "anna"), await state_of(stage, booking)
    await stage.say("anna", "нет")

    assert asked.startswith("Перенести на четверг, 3 декабря, 12:00?")
    assert unmoved == await state_of(stage, booking) == booking


async def test_nobody_is_booked_by_phone_before_yes_and_once_after_it(stage: StraightStage) -> None:
    await pressed(stage, PhoneSoonest("recovery", PSKOV))

    await stage.say("vera", "завтра в двенадцать часов")
    asked, nobody = await said(stage), await by_phone(stage)
    await stage.press("vera", "Да, записать")
    await stage.press("vera", "Да, записать")
    rows = await stage.app.database.read(lambda db: db.execute("select count(*) from booking").fetchone())

    assert asked.endswith("Записать на среду, 25 ноября, 12:00?")
    assert (nobody, rows) == (None, (1,))


@pytest.mark.parametrize(
    "words", ["завтра в пятнаццать", "завтра или в пятницу в 12", "пт 3.12 12:00", "не завтра в 12"]
)
async def test_half_understood_words_move_nothing_even_with_a_yes(stage: StraightStage, words: str) -> None:
    booking = await booked(stage)
    await pressed(stage, ShiftVisit(booking.id))

    await stage.say("vera", words)
    await stage.say("vera", "да")

    assert await state_of(stage, booking) == booking


async def test_what_has_changed_meanwhile_is_checked_again_at_yes(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, ShiftVisit(booking.id))
    await stage.say("vera", "чт 3.12 12:00")
    hush(stage)
    other = await booked(stage, "мама", booking.starts_at.replace(month=12, day=3, hour=9))

    await stage.say("vera", "да")

    assert "Выберите другое время." in await said(stage)
    assert (await state_of(stage, booking), await state_of(stage, other)) == (booking, other)
