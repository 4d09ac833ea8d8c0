"""`stats --xlsx` and `--csv` write the same figures as files, whole or not at all."""

import asyncio
import stat
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from bot.commands.figures import stats_files
from bot.commands.figures.stats import StatsRequest, show
from bot.commands.figures.stats_files import StatsFiles
from bot.stats.interaction import Interaction, InteractionKind
from bot.storage.database import Database
from bot.storage.tables.interactions import InteractionTable
from tests.centres.small_region import FAR, write
from tests.hand_clock import NOON

PSKOV = ZoneInfo("Europe/Moscow")
ASKED = StatsRequest(None, None, None, as_json=False)
CONTACTS = [
    Interaction(NOON.astimezone(PSKOV), "telegram", InteractionKind.ANSWER, "anna", "login"),
    Interaction(NOON.astimezone(PSKOV), "telegram", InteractionKind.NOTHING_FOUND, "boris"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    async def fill() -> None:
        async with await Database.open(tmp_path / "test.db") as database:
            await InteractionTable(database).add(CONTACTS)

    asyncio.run(fill())
    return write(tmp_path, {"centres.yaml": FAR})


def told(folder: Path, files: StatsFiles, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = show(folder, folder / "test.db", PSKOV, replace(ASKED, files=files), NOON)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_both_files_are_written_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = StatsFiles(folder / "o.xlsx", folder / "o.csv")

    assert told(folder, files, capsys) == (
        0,
        f"Книга Excel: {folder / 'o.xlsx'}\nСтроки CSV: {folder / 'o.csv'}, всего 2\n",
        "",
    )

    assert {stat.S_IMODE(file.stat().st_mode) for file in (folder / "o.xlsx", folder / "o.csv")} == {0o600}
    rows = (folder / "o.csv").read_text(encoding="utf-8-sig").splitlines()
    summary = load_workbook(folder / "o.xlsx")["Сводка"]
    assert rows[1].startswith("24.11.2026 12:00;Telegram;ответ бота;;;Ответ, которого нет в справочнике;")
    assert ("Пользователи", 2) in [row[:2] for row in summary.iter_rows(values_only=True)]


def test_rows_beyond_the_most_are_left_out_and_the_sheet_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stats_files, "MOST_ROWS", 1)

    _, out, _ = told(folder, StatsFiles(folder / "o.xlsx", folder / "o.csv"), capsys)

    assert out.endswith("всего 1\nПоместились не все строки: за остальными возьмите период короче.\n")
    notes = [row[0] for row in load_workbook(folder / "o.xlsx")["Строки"].iter_rows(max_row=4, values_only=True)]
    assert notes[3] == "Помещается 1 строка с начала, остальные не показаны. Возьмите период короче."


@pytest.mark.parametrize("files", [StatsFiles(xlsx=Path("/dev/null/o.xlsx")), StatsFiles(csv=Path("/dev/null/o.csv"))])
def test_where_nothing_can_be_written_it_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], files: StatsFiles
) -> None:
    code, out, err = told(folder, files, capsys)

    assert (code, out) == (1, "")
    assert err == f"Не записать {files.xlsx or files.csv}: Not a directory. Ничего не записано.\n"


def test_a_centre_alone_has_no_tables_of_all_centres(folder: Path) -> None:
    asked = replace(ASKED, centre="sosny-main", files=StatsFiles(folder / "o.xlsx"))

    assert show(folder, folder / "test.db", PSKOV, asked, NOON) == 0

    assert load_workbook(folder / "o.xlsx").sheetnames == [
        "Сводка", "6-НК", "Темы", "Как обратились", "Результаты", "Месяцы", "Недели", "Дни и часы", "Строки",
    ]  # fmt: skip


def test_an_answer_that_is_not_in_the_files_shows_no_id(tmp_path: Path, folder: Path) -> None:
    faq = folder / "faq" / "g"
    faq.mkdir(parents=True)
    (folder / "faq" / "groups.yaml").write_text("- id: g\n  title: Вход\n", encoding="utf-8")

    show(folder, folder / "test.db", PSKOV, replace(ASKED, files=StatsFiles(csv=tmp_path / "o.csv")), NOON)

    assert "login" not in (tmp_path / "o.csv").read_text(encoding="utf-8-sig")
