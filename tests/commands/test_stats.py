"""`stats` tells the figures of a period in words that can be read aloud, or as JSON."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.figures.stats import StatsRequest, show
from bot.commands.figures.stats_words import in_words
from bot.stats.figures import Automatic, BookingFigures, Busy, Figures, Ratings
from bot.stats.interaction import Interaction, InteractionKind
from bot.stats.period import Period
from bot.stats.report import Report
from bot.storage.database import Database
from bot.storage.tables.interactions import InteractionTable
from tests.centres.small_region import FAR, write
from tests.commands.terminal import Terminal
from tests.hand_clock import NOON

PSKOV = ZoneInfo("Europe/Moscow")
YEAR_AGO = NOON - timedelta(days=365)
SO_FAR = StatsRequest(None, None, None, as_json=False)
BOTH = [
    Interaction(NOON, "telegram", InteractionKind.ANSWER, "anna", "login"),
    Interaction(NOON, "telegram", InteractionKind.NOTHING_FOUND, "boris"),
    Interaction(YEAR_AGO, "telegram", InteractionKind.ANSWER, "anna", "login"),
]
FIRST_LINES = """\
Вся область, с 1 января 2026 по 24 ноября 2026.
В скобках — то же с 1 января 2025 по 24 ноября 2025.
Данные есть только с 24 ноября 2025: сравнение неполное.

Пользователи: 2 (1)
  из них впервые: 1 (1)
Запросов выполнено: 1 (1)
  в чате: 1 (1)
  лично, в центрах: 0 (0)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"centres.yaml": FAR})


def told(folder: Path, asked: StatsRequest, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = show(folder, folder / "test.db", PSKOV, asked, NOON)
    said = capsys.readouterr()
    return code, said.out, said.err


def keep(file: Path, contacts: list[Interaction]) -> None:
    async def fill() -> None:
        async with await Database.open(file) as database:
            await InteractionTable(database).add(contacts)

    asyncio.run(fill())


def test_the_year_so_far_is_told_beside_the_same_part_of_the_year_before(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(folder / "test.db", BOTH)

    code, out, err = told(folder, SO_FAR, capsys)

    assert (code, err, out[: len(FIRST_LINES)]) == (0, "", FIRST_LINES)
    assert "Мероприятия: неизвестно (неизвестно)\n" in out
    assert "  ответил сам: мало данных, всего 2 (мало данных, всего 1)\n" in out
    assert "Больше всего обращений" not in out  # of one request nobody can tell when people come


def test_when_people_come_is_told_of_two_weeks_and_twenty_requests() -> None:
    busy = (Busy(1, 9, automatic=20),)
    now = Figures(users=9, automatic=Automatic(answered=20), busy=busy)
    fortnight = Period(NOON.date() - timedelta(days=13), NOON.date())

    told = in_words(Report(fortnight, None, now, Figures()), None, None)
    of_a_day = in_words(Report(Period(NOON.date(), NOON.date()), None, now, Figures()), None, None)

    assert told.endswith("Больше всего обращений: вторник, с 9:00 до 10:00")
    assert "Больше всего обращений" not in of_a_day


def test_lead_and_ratings_are_told_with_their_measure() -> None:
    now = Figures(users=1, bookings=BookingFigures(kept=14, lead_days=2.5), ratings=Ratings(12, 54))
    day = Period(NOON.date(), NOON.date())

    words = in_words(Report(day, None, now, Figures(users=1)), None, None)

    assert "  от записи до приёма: 2,5 дня (нет данных)\n" in words
    assert "Оценка консультаций: 4,5 из 5 (нет данных)\n" in words
    assert words.startswith("Вся область, за 24 ноября 2026 года.\nВ скобках — то же за 23 ноября 2026 года.\n")


def test_where_there_was_nothing_before_nothing_is_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(folder / "test.db", BOTH[:2])

    _, out, _ = told(folder, SO_FAR, capsys)

    assert "Сравнить не с чем: с 1 января 2025 по 24 ноября 2025 ничего не записано." in out
    assert "Пользователи: 2\n" in out


def test_a_period_of_which_nothing_is_known_is_said_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(folder / "test.db", BOTH)

    code, out, _ = told(folder, StatsRequest(NOON.date(), NOON.date(), "sosny-main", as_json=False), capsys)

    assert code == 0
    assert out.splitlines() == [
        "Библиотека в Соснах, за 24 ноября 2026 года.",
        "За эти дни ничего не записано. Первая запись — 24 ноября 2025.",
    ]


def test_a_bot_that_never_spoke_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(folder, SO_FAR, capsys)

    assert out.endswith("Пока ничего не записано: бот ещё ни с кем не говорил.\n")


def test_a_program_is_told_all_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(folder / "test.db", BOTH)

    code, out, _ = told(folder, StatsRequest(None, None, None, as_json=True), capsys)

    found = json.loads(out)
    assert (code, found["period"], found["centre"]) == (0, {"from": "2026-01-01", "to": "2026-11-24"}, None)
    assert found["indicators"] == {"users": 2, "requests": 1, "events": None, "consultations": 0}
    assert found["figures"]["automatic"]["nothing_found"] == 1
    assert (found["before"]["figures"]["users"], found["figures"]["months"][10]["first"]) == (1, "2026-11-01")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (
            ("--from", "2026-02-01", "--to", "2026-01-01"),
            "Начало периода позже конца: 1 февраля 2026 и 1 января 2026. Поменяйте их местами.\n",
        ),
        (("--from", "2099-01-01", "--to", "2099-12-31"), "Этот период ещё не наступил: сегодня "),
        (("--from", "31.02.2026"), "нужен день вида 2026-11-25"),
    ],
)
def test_days_that_make_no_period_of_the_past_are_refused(
    terminal: Terminal, days: tuple[str, ...], words: str
) -> None:
    code, out, err = terminal.run("stats", *days)

    assert (code, out) == (2, "")
    assert words in err


def test_an_unknown_centre_is_refused(terminal: Terminal) -> None:
    code, out, err = terminal.run("stats", "--centre", "nowhere")

    assert (code, out, err) == (1, "", "Центра «nowhere» нет. Возьмите id из data/centres.yaml.\n")


def test_an_unusable_database_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "test.db").write_bytes(b"no database" * 1000)

    code, _, err = told(folder, SO_FAR, capsys)

    assert (code, err) == (4, f"{folder / 'test.db'}: это не база данных.\n")


def test_the_visits_of_the_days_after_make_the_booked_ones_add_up() -> None:
    today = Period(NOON.date(), NOON.date())
    now = Figures(users=1, bookings=BookingFigures(made=9, kept=2, open=1))

    words = in_words(Report(today, None, now, Figures(), ahead=BookingFigures(open=5, cancelled=1)), None, None)

    assert "Записались на приём: 9\n  пришли: 2\n" in words
    assert "На следующие дни записаны: 5\n  отменили: 1\n  центр закрыл часы: 0" in words


def test_the_days_after_are_told_only_where_the_period_reaches_to_today(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(folder / "test.db", BOTH)
    yesterday = (NOON - timedelta(days=1)).date()

    _, now, _ = told(folder, SO_FAR, capsys)
    _, past, _ = told(folder, StatsRequest(None, yesterday, None, as_json=False), capsys)

    assert ("На следующие дни" in now, "На следующие дни" in past) == (True, False)
