"""Where one centre books, many, or none may."""

from pathlib import Path

import pytest

from bot.region.region import DemoHours
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import BookDays, BookNear, ConfirmAsMe
from bot.screens.callback_data import pack
from bot.screens.time_codes import moment_code
from bot.settings import ServiceMode
from tests.booking.reading_room import local
from tests.stage import IDS, straight_stage
from tests.telegram.pressing import pressed, said

LIBRARY, TOPIC = "pskov-pounb", "doctor"
TOMORROW_AT_TEN = moment_code(local("2026-11-25 10:00"))


async def test_where_one_centre_books_there_is_nothing_to_choose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.sandbox_setup.demo_hours", lambda _: (DemoHours(LIBRARY, "Mo-Fr 10:00-13:00"),))
    async with straight_stage(tmp_path) as stage:
        await stage.open_booking()

        shown = await pressed(stage, BookVisit(TOPIC))

    assert shown.text.startswith("Запись сейчас открыта в одном центре.")


async def test_where_many_centres_book_the_place_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = (LIBRARY, "pechory", "ostrov", "gdov", "porkhov", "opochka", "dno")
    demo = tuple(DemoHours(centre, "Mo-Fr 10:00-13:00") for centre in many)
    monkeypatch.setattr("bot.app.sandbox_setup.demo_hours", lambda _: demo)
    async with straight_stage(tmp_path) as stage:
        await stage.open_booking()

        asked = await pressed(stage, BookVisit(TOPIC))
        named = await said(stage, "Гдов")
        every = await pressed(stage, BookNear(TOPIC))
        await stage.press_data("anna", pack(BookNear(TOPIC, 0, 2)), stage.wire.last)
        second = stage.wire.changes[IDS["anna"]][-1]

    assert asked.text.startswith("Помощь с записью к врачу\n\nГде вам удобно?")
    assert named.text.startswith("Помощь с записью к врачу\nГдов")
    assert every.labels[5:] == ("Дальше →", "← Назад", "🏠 В начало")
    assert second.labels[2:] == ("← Ближе", "← Назад", "🏠 В начало")


async def test_where_only_information_is_given_nothing_can_be_booked(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode=ServiceMode.INFORMATION) as stage:
        await stage.open_booking()

        begun = await said(stage, "📅 Прийти за помощью")
        old = await pressed(stage, BookDays(TOPIC, LIBRARY))
        place = await pressed(stage, BookNear(TOPIC))
        confirmed = await pressed(stage, ConfirmAsMe(TOPIC, LIBRARY, TOMORROW_AT_TEN))
        near = await said(stage, "Псков")
        card = await said(stage, "1")

    assert begun.text.startswith("Записаться здесь нельзя: я отвечаю на вопросы и подсказываю адреса.")
    assert {old.text, place.text, confirmed.text} == {begun.text}
    assert "консультация" not in near.text
    assert "📅 Прийти за помощью" not in card.labels
