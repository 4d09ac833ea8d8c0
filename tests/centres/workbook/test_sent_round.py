"""The workbook as it is sent round: what is locked, what may be chosen, what is hidden."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from bot.screens.centre_workbook.titles import COLUMNS
from tests.centres.small_region import write
from tests.centres.workbook.filled import exported


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    folder = tmp_path / "data"
    folder.mkdir()
    return load_workbook(exported(write(folder), tmp_path / "f.xlsx"))


def test_a_row_a_library_below_titles_and_example(book: Workbook) -> None:
    sheet = book["Центры"]

    assert [cell.value for cell in sheet[2]] == [words.title for words in COLUMNS.values()]
    assert sheet["B3"].value == "Пример: Сосновская районная библиотека"
    assert [sheet.cell(row, 1).value for row in (4, 5, 6, 7)] == ["lipki-main", "sosny-vyselki", "sosny-main", None]
    assert (sheet["H4"].value, sheet["F5"].value) == ("пн–пт 9:00–13:00, 14:00–18:00; сб, вс выходной", None)


def test_who_a_library_is_stays_locked_and_new_rows_are_free(book: Workbook) -> None:
    sheet = book["Центры"]

    assert sheet.protection.sheet
    assert [sheet[at].protection.locked for at in ("B2", "B3", "B4", "C4", "F4", "A7", "B7", "C7")] == [
        *(True, True, True, True),
        *(False, True, False, False),
    ]


def test_lists_are_offered_and_other_words_may_be_typed(book: Workbook) -> None:
    lists = [one for one in book["Центры"].data_validations.dataValidation if one.type == "list"]

    assert [(str(one.sqref).split(":")[0], one.formula1, one.showErrorMessage) for one in lists] == [
        ("C4", "lists!$A$1:$A$2", False),
        ("I4", "lists!$B$1:$B$15", False),
        ("J4", "lists!$C$1:$C$2", False),
    ]


def test_ids_and_what_was_sent_are_hidden(book: Workbook) -> None:
    states = {sheet.title: sheet.sheet_state for sheet in book.worksheets}

    assert states == {"Центры": "visible", "Как заполнять": "visible", "lists": "veryHidden", "exported": "veryHidden"}
    assert book["Центры"].column_dimensions["A"].hidden
