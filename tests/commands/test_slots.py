"""`slots` tells the free times of a centre as they stand in the files and the database."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.commands.asking.slots import SlotsRequest, show
from tests.booking.reading_room import ANNA, MOSCOW
from tests.booking.scene import TEN, WEDNESDAY, scene, wish
from tests.centres.small_region import FAR, write
from tests.commands.terminal import Terminal
from tests.hand_clock import HandClock

RECEIVING = f"""\
- id: lipki-main
  name: Липкинская библиотека
  short_name: Библиотека в Липках
  kind: library
  municipality: Липкинский муниципальный округ
  consultations:
    hours: Mo-Fr 10:00-11:30
    desks: 1
    minutes: 30
    notice_hours: 2
    horizon_days: 14
{FAR}"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"centres.yaml": RECEIVING})


def test_free_times_are_told_day_by_day(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = show(folder, folder / "test.db", MOSCOW, SlotsRequest("lipki-main", None, 3, as_json=False), HandClock())

    assert (code, capsys.readouterr().out) == (
        0,
        "Библиотека в Липках\nсреда, 25 ноября: 10:00, 10:30, 11:00\nчетверг, 26 ноября: 10:00, 10:30, 11:00\n",
    )


def test_a_place_taken_is_not_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(_book_ten_o_clock(folder / "test.db"))

    show(folder, folder / "test.db", MOSCOW, SlotsRequest("lipki-main", WEDNESDAY, 1, as_json=False), HandClock())

    assert capsys.readouterr().out == "Библиотека в Липках\nсреда, 25 ноября: 10:30, 11:00\n"


async def _book_ten_o_clock(file: Path) -> None:
    async with scene(file) as stage:
        await stage.desk.book(ANNA, wish(TEN))


def test_a_program_is_told_the_moments(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(folder, folder / "test.db", MOSCOW, SlotsRequest("lipki-main", WEDNESDAY, 1, as_json=True), HandClock())

    told = json.loads(capsys.readouterr().out)
    assert told["slots"][0] == {"starts_at": "2026-11-25T10:00:00+03:00", "ends_at": "2026-11-25T10:30:00+03:00"}
    assert (told["centre"], told["zone"], told["bookable"], len(told["slots"])) == (
        "lipki-main",
        "Europe/Moscow",
        True,
        3,
    )


def test_a_day_without_free_times_is_said_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(
        folder,
        folder / "test.db",
        MOSCOW,
        SlotsRequest("lipki-main", WEDNESDAY.replace(day=28), 2, as_json=False),
        HandClock(),
    )

    assert capsys.readouterr().out == "Библиотека в Липках\nСвободного времени на эти дни нет.\n"


def test_a_centre_without_consultation_hours_takes_no_bookings(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = show(folder, folder / "test.db", MOSCOW, SlotsRequest("sosny-main", None, 7, as_json=False), HandClock())

    assert (code, capsys.readouterr().out) == (
        0,
        "Библиотека в Соснах: часы консультаций не указаны, записи здесь пока нет.\n",
    )


def test_an_unknown_centre_is_refused(terminal: Terminal) -> None:
    code, out, err = terminal.run("slots", "nowhere")

    assert (code, out, err) == (1, "", "Центра «nowhere» нет. Возьмите id из data/centres.yaml.\n")


def test_the_shipped_centres_take_no_bookings_until_somebody_sets_their_hours(terminal: Terminal) -> None:
    code, out, _ = terminal.run("slots", "pskov-pounb", "--json")

    assert (code, json.loads(out)) == (
        0,
        {"centre": "pskov-pounb", "zone": "Europe/Moscow", "bookable": False, "slots": []},
    )


def test_an_unusable_database_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "test.db").write_bytes(b"no database" * 1000)

    code = show(folder, folder / "test.db", MOSCOW, SlotsRequest("lipki-main", None, 7, as_json=False), HandClock())

    assert (code, capsys.readouterr().err) == (4, f"{folder / 'test.db'}: это не база данных.\n")


@pytest.mark.parametrize("odd", [("--from", "31.02.2026"), ("--from", "9999-12-31"), ("--days", "0"), ("--days", "٣")])
def test_a_day_or_a_number_that_is_none_is_refused(terminal: Terminal, odd: tuple[str, str]) -> None:
    code, out, err = terminal.run("slots", "pskov-pounb", *odd)

    assert (code, out) == (2, "")
    assert "нуж" in err
