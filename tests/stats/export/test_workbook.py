"""A workbook that opens everywhere, and leaves nothing half-written."""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.stats.export import rows_csv, workbook
from bot.stats.export.atomic_file import NotWrittenError
from bot.stats.export.sheet import Cell, Column, Diagram, Form, Words, WorkbookSheet

WORDS = Words("Показатели", "Итого", "Страница &P из &N")
MADE = datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - of the region, as the sheets are
COLUMNS = (
    Column("Тема", width=30),
    Column("Сколько", Form.COUNT, summed=True),
    Column("Доля", Form.SHARE),
    Column("Разница", Form.DIFFERENCE),
    Column("День", Form.DAY),
    Column("Когда", Form.MOMENT, 18),
)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("Вход", 9500, 0.25, -1340, date(2026, 11, 24), MADE),
    ("=cmd|'/c calc'!A1", 1, None, None, None, None),
    ("\ud800+7", 2, 0.5, 30, None, None),
)
NOTES = ("Что считается и как.", "Очень длинное примечание. " * 20)
TOPICS = WorkbookSheet("Темы", "Темы за год", COLUMNS, ROWS, NOTES, Diagram("Темы", (1,), lying=True))
MONTHS = WorkbookSheet(
    "Месяцы", "По месяцам", COLUMNS[:2], (("Вход", 9500),), diagram=Diagram("Месяцы", (1,)), shaded=True
)
NOTHING = WorkbookSheet("Пусто", "Ничего", COLUMNS[:2], (), diagram=Diagram("Пусто", (1,)))
HEAD = 1 + len(NOTES) + 1  # the row of the column titles, as Excel counts


@pytest.fixture
def written(tmp_path: Path) -> Workbook:
    file = tmp_path / "показатели.xlsx"
    workbook.write((TOPICS, MONTHS, NOTHING), file, WORDS, MADE)
    return load_workbook(file)


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def test_rows_are_read_back_as_they_were_given(written: Workbook) -> None:
    rows = list(sheet(written, "Темы").iter_rows(min_row=HEAD + 1, max_row=HEAD + 2, values_only=True))

    assert rows == [
        ("Вход", 9500, 0.25, -1340, datetime(2026, 11, 24), MADE),  # noqa: DTZ001 - Excel knows no zones
        ("=cmd|'/c calc'!A1", 1, None, None, None, None),
    ]


def test_words_that_look_like_a_formula_stay_words(written: Workbook) -> None:
    cell = sheet(written, "Темы").cell(HEAD + 2, 1)

    assert cell.data_type in {"s", "inlineStr"}


def test_a_broken_letter_is_replaced(written: Workbook) -> None:
    assert sheet(written, "Темы").cell(HEAD + 3, 1).value == "?+7"


def test_the_total_is_a_sum_of_what_the_filter_shows(written: Workbook) -> None:
    line = [cell.value for cell in sheet(written, "Темы")[HEAD + 4]]

    assert line[:3] == ["Итого", f"=SUBTOTAL(109,B{HEAD + 1}:B{HEAD + 3})", None]


def test_the_heading_stays_in_sight_and_can_be_filtered(written: Workbook) -> None:
    page = sheet(written, "Темы")

    assert (page.freeze_panes, page.auto_filter.ref) == (f"B{HEAD + 1}", f"A{HEAD}:F{HEAD + 3}")


def test_it_prints_on_a4_as_wide_as_one_page_with_the_heading_repeated(written: Workbook) -> None:
    page = sheet(written, "Темы")

    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    scale = page.sheet_properties.pageSetUpPr
    assert (scale and scale.fitToPage, page.page_setup.fitToWidth or 1) == (True, 1)
    assert page.page_setup.fitToHeight == 0
    assert page.print_title_rows == f"${HEAD}:${HEAD}"


def test_numbers_are_shown_as_the_reader_is_used_to(written: Workbook) -> None:
    formats = [cell.number_format for cell in sheet(written, "Темы")[HEAD + 1]]

    assert formats == [
        "@",
        "[>=1000000]#\\ ###\\ ##0;[>=1000]#\\ ##0;0",
        "0%",
        "+#,##0;-#,##0;0",
        "dd.mm.yyyy",
        "dd.mm.yyyy hh:mm",
    ]


def test_a_table_of_nothing_has_no_chart_and_the_others_have_one(tmp_path: Path) -> None:
    workbook.write((TOPICS, MONTHS, NOTHING), tmp_path / "f.xlsx", WORDS, MADE)
    shutil.unpack_archive(tmp_path / "f.xlsx", tmp_path / "parts", "zip")

    assert len(list((tmp_path / "parts/xl/charts").glob("chart*.xml"))) == 2


def test_more_rows_than_a_sheet_holds_go_on_to_the_next(tmp_path: Path) -> None:
    many = WorkbookSheet("Строки", "Строки", COLUMNS[:2], (("тема", n) for n in range(7)))

    workbook.write((many,), tmp_path / "f.xlsx", WORDS, MADE, most_rows=5)

    book = load_workbook(tmp_path / "f.xlsx")
    seen = {name: [cell.value for cell in sheet(book, name)["B"]] for name in book.sheetnames}
    assert seen == {
        "Строки": [None, "Сколько", 0, 1, 2],
        "Строки (2)": [None, "Сколько", 3, 4, 5],
        "Строки (3)": [None, "Сколько", 6],
    }


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process may grow larger: the nearest thing to a full disk that needs no rights."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [100, 4_000, 20_000])
def test_a_disk_without_room_leaves_the_earlier_file_as_it_was(tmp_path: Path, size: int) -> None:
    file = tmp_path / "f.xlsx"
    file.write_text("прежний")
    rows = tuple((f"тема {n} {n * n}", n) for n in range(30_000))

    with room_for(size), pytest.raises(NotWrittenError) as refused:
        workbook.write((WorkbookSheet("Строки", "Строки", COLUMNS[:2], rows),), file, WORDS, MADE)

    assert refused.value.no_room
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"f.xlsx": "прежний"}


def test_a_disk_that_fills_at_the_very_end_leaves_nothing(tmp_path: Path) -> None:
    with room_for(5_000), pytest.raises(NotWrittenError) as refused:
        workbook.write((NOTHING,), tmp_path / "f.xlsx", WORDS, MADE)

    assert refused.value.no_room
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError) as refused:
        workbook.write((TOPICS,), tmp_path / "no" / "f.xlsx", WORDS, MADE)

    assert (refused.value.no_room, refused.value.reason) == (False, "No such file or directory")


def test_rows_for_excel_have_its_mark_semicolons_commas_and_no_formulas(tmp_path: Path) -> None:
    count = rows_csv.write(TOPICS, tmp_path / "f.csv")

    assert count == 3
    assert (tmp_path / "f.csv").read_bytes().decode("utf-8") == (
        "\ufeffТема;Сколько;Доля;Разница;День;Когда\r\n"
        "Вход;9500;0,25;-1340;24.11.2026;24.11.2026 12:00\r\n"
        "'=cmd|'/c calc'!A1;1;;;;\r\n"
        "?+7;2;0,5;30;;\r\n"
    )


def test_a_disk_without_room_leaves_no_half_of_the_rows(tmp_path: Path) -> None:
    many = WorkbookSheet("Строки", "Строки", COLUMNS[:2], (("тема", n) for n in range(100_000)))

    with room_for(50_000), pytest.raises(NotWrittenError):
        rows_csv.write(many, tmp_path / "f.csv")

    assert list(tmp_path.iterdir()) == []


def through_libreoffice(folder: Path, form: str) -> None:
    """Its reading of the workbook, in the folder `again`."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not here: that it opens the workbook was not tried")
    workbook.write((TOPICS, MONTHS, NOTHING), folder / "f.xlsx", WORDS, MADE)
    call = [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form]
    subprocess.run(  # noqa: S603 - our own words
        [*call, "--outdir", folder / "again", folder / "f.xlsx"], check=True, capture_output=True, timeout=90
    )


def test_a_loss_keeps_its_minus_in_libreoffice(tmp_path: Path) -> None:
    through_libreoffice(tmp_path, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true")

    first = (tmp_path / "again" / "f.csv").read_text(encoding="utf-8").splitlines()[HEAD]

    assert first.split(";")[3].replace(",", "").replace("\u00a0", "") == "-1340"


def test_libreoffice_reads_it_and_gets_the_same_sums(tmp_path: Path) -> None:
    through_libreoffice(tmp_path, "xlsx:Calc MS Excel 2007 XML")

    again = load_workbook(tmp_path / "again" / "f.xlsx", data_only=True)
    assert again.sheetnames == ["Темы", "Месяцы", "Пусто"]
    assert sheet(again, "Темы").cell(HEAD + 4, 2).value == 9503
    assert sheet(again, "Темы").cell(HEAD + 2, 1).value == "=cmd|'/c calc'!A1"
