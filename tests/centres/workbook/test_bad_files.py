"""Files that are no workbook as it was sent round: what can be read is read, of the rest it is said what to do."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from bot.centres.workbook.outcome import CellDoubt, RefusedRow, RowDoubt, RowOutcome
from bot.centres.workbook.table import CellFault, TableFault, UnreadableTableError
from bot.centres.workbook.table import CentreColumn as Column
from bot.centres.workbook.table_file import read_table
from bot.screens.centre_workbook.doubts import file_words
from bot.screens.centre_workbook.titles import TITLES
from tests.centres.small_region import write
from tests.centres.workbook.filled import exported, fill, first_empty, read, told

HEAD = ("Библиотека", "Населённый пункт", "Телефон", "Режим работы")
ROW = ("Библиотека в Соснах", "Сосны", "8 (81100) 2-00-01", "пн-пт 9-17")


@pytest.fixture
def region(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return write(folder)


@pytest.fixture
def sent(region: Path, tmp_path: Path) -> Path:
    return exported(region, tmp_path / "центры.xlsx")


def fault_of(file: Path) -> TableFault:
    with pytest.raises(UnreadableTableError) as unreadable:
        read_table(file, TITLES)
    assert "{" not in file_words(unreadable.value)
    return unreadable.value.fault


def only(outcomes: tuple[RowOutcome, ...]) -> RowOutcome:
    (one,) = (one for one in outcomes if one.says_something)
    return one


def test_a_workbook_that_nobody_touched_changes_nothing(region: Path, sent: Path) -> None:
    outcomes = read(region, sent)

    assert [one.says_something for one in outcomes] == [False, False, False]


def test_the_other_order_of_sheets_and_columns_is_read(region: Path, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Уважаемые коллеги!"])
    sheet = book.create_sheet("Ответы")
    sheet.append(["Сводная таблица"])
    sheet.append([*reversed(HEAD), "Почта"])
    sheet.append([*reversed(ROW), "a@b.ru"])
    book.save(tmp_path / "f.xlsx")

    one = only(read(region, tmp_path / "f.xlsx"))

    assert (one.number, one.fields["phone"], one.fields["opening_hours"]) == (
        3,
        "8 (81100) 2-00-01",
        "Mo-Fr 09:00-17:00",
    )
    assert "Этих столбцов не знаю и не читаю: «Почта»." in told(region, tmp_path / "f.xlsx")


def test_merged_cells_are_asked_about_in_every_row(region: Path, sent: Path) -> None:
    book = load_workbook(sent)
    book["Центры"]["F4"] = "8 (81100) 2-00-01"
    book["Центры"].merge_cells("F4:F6")
    book.save(sent)

    asked = [(cell.at, cell.why) for one in read(region, sent) for cell in one.asked if cell.column is Column.PHONE]

    assert asked == [("F4", CellFault.MERGED), ("F5", CellFault.MERGED), ("F6", CellFault.MERGED)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_in_any_encoding_and_with_any_separator_is_read(
    region: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    lines = (separator.join(HEAD), separator.join(ROW), "")
    (tmp_path / "f.csv").write_bytes("\r\n".join(lines).encode(encoding))

    one = only(read(region, tmp_path / "f.csv"))

    assert (one.centre and one.centre.id, one.fields["phone"]) == ("sosny-main", "8 (81100) 2-00-01")


def test_a_table_without_our_hidden_sheet_never_overwrites(region: Path, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(
        "Библиотека;Населённый пункт;Телефон\nБиблиотека в Липках;Липки;8 (81100) 2-00-01\n", encoding="utf-8"
    )

    one = only(read(region, tmp_path / "f.csv"))

    assert ([cell.column for cell in one.conflicting], one.understood) == ([Column.PHONE], ())


def test_the_same_hours_in_other_words_are_nothing_new(region: Path, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(
        "Библиотека;Населённый пункт;Часы работы\nБиблиотека в Липках;Липки;с 9 до 18, обед 13-14, сб и вс выходной\n",
        encoding="utf-8",
    )

    assert [one.says_something for one in read(region, tmp_path / "f.csv")] == [False]


def test_a_centre_of_a_whole_municipality_is_found_without_a_settlement(region: Path, tmp_path: Path) -> None:
    centres = region / "centres.yaml"
    centres.write_text(centres.read_text(encoding="utf-8").replace("  settlement: Выселки\n", ""), encoding="utf-8")
    (tmp_path / "f.csv").write_text(
        "Библиотека;Округ;Телефон\nБиблиотека в Выселках;Сосновский район;8 (81100) 2-00-01\n", encoding="utf-8"
    )

    one = only(read(region, tmp_path / "f.csv"))

    assert (one.centre and one.centre.id, one.fields) == ("sosny-vyselki", {"phone": "8 (81100) 2-00-01"})


@pytest.mark.parametrize("words", ["не знаю", "—", "?", "уточняется", " "])
def test_not_knowing_changes_nothing(region: Path, sent: Path, words: str) -> None:
    filled = dict.fromkeys((Column.PHONE, Column.HOURS, Column.SITE, Column.SERVICES, Column.ANNOUNCEMENT), words)

    assert [one.says_something for one in read(region, fill(sent, {"sosny-main": filled}))] == [False] * 3


def test_that_all_is_open_is_no_announcement(region: Path, sent: Path) -> None:
    outcomes = read(region, fill(sent, {"sosny-main": {Column.ANNOUNCEMENT: "Работаем"}}))

    assert [one.says_something for one in outcomes] == [False, False, False]


def test_an_emptied_cell_takes_nothing_away(region: Path, sent: Path) -> None:
    one = only(read(region, fill(sent, {"lipki-main": {Column.PHONE: None}})))

    assert ([(cell.at, cell.why) for cell in one.asked], one.understood) == ([("F4", CellDoubt.CLEARED)], ())


def test_no_said_takes_the_value_away(region: Path, sent: Path) -> None:
    one = only(read(region, fill(sent, {"lipki-main": {Column.PHONE: "телефона нет"}})))

    assert one.fields == {"phone": None}


def test_two_rows_for_one_library_are_both_refused(region: Path, sent: Path) -> None:
    twin = {Column.ID: "sosny-main", Column.NAME: "Библиотека в Соснах", Column.PHONE: "8 (81100) 2-00-02"}
    fill(sent, {"sosny-main": {Column.PHONE: "8 (81100) 2-00-01"}}, (twin,))

    refused = [(one.number, one.refused.why, one.refused.detail) for one in read(region, sent) if one.refused]

    assert refused == [(6, RowDoubt.TWICE, "6, 7"), (7, RowDoubt.TWICE, "6, 7")]


def test_a_name_that_moved_to_another_id_is_refused(region: Path, sent: Path) -> None:
    fill(sent, {"lipki-main": {Column.NAME: "Выселковская библиотека", Column.PHONE: "8 (81100) 2-00-01"}})

    one = only(read(region, sent))

    assert one.refused == RefusedRow(RowDoubt.MIXED_UP, "Библиотека в Липках")


@pytest.mark.parametrize(
    ("name", "place", "district", "why"),
    [
        ("Библиотека № 5", "", "", RowDoubt.NO_SETTLEMENT),
        ("Библиотека № 5", "Дубрава", "", RowDoubt.WHICH_MUNICIPALITY),
        ("Библиотека № 5", "Сланцы", "Сосновский муниципальный округ", RowDoubt.UNKNOWN_SETTLEMENT),
        ("Библиотека № 5", "Сосны", "Сланцевский район", RowDoubt.UNKNOWN_MUNICIPALITY),
        ("", "Сосны", "", RowDoubt.NO_NAME),
        ("<b>Библиотека</b>", "Сосны", "", RowDoubt.LONG_NAME),
    ],
)
def test_a_new_row_that_names_no_place_of_ours_is_refused(
    region: Path, sent: Path, name: str, place: str, district: str, why: RowDoubt
) -> None:
    row = {Column.NAME: name, Column.SETTLEMENT: place, Column.MUNICIPALITY: district, Column.ADDRESS: "ул. Мира, 1"}

    one = only(read(region, fill(sent, {}, (row,))))

    assert (one.number, one.refused and one.refused.why) == (7, why)


def test_the_childrens_library_is_not_the_other_one(region: Path, sent: Path) -> None:
    row = {Column.NAME: "Сосновская детская библиотека", Column.SETTLEMENT: "Сосны"}

    one = only(read(region, fill(sent, {}, (row,))))

    assert one.is_new


def test_branches_of_other_numbers_are_other_libraries(region: Path, sent: Path) -> None:
    rows = tuple(
        {Column.NAME: f"Сосновская библиотека-филиал № {number}", Column.SETTLEMENT: "г. Сосны"} for number in (1, 2)
    )

    new = [one.centre.id for one in read(region, fill(sent, {}, rows)) if one.is_new and one.centre]

    assert new == ["sosny-sosny", "sosny-sosny-2"]


def test_ten_thousand_rows_are_no_table_of_libraries(sent: Path) -> None:
    book = load_workbook(sent)
    sheet = book["Центры"]
    for number in range(first_empty(sheet), 10_003):
        sheet.cell(number, 2).value = f"Библиотека № {number}"
    book.save(sent)

    assert fault_of(sent) is TableFault.TOO_MANY_ROWS


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", TableFault.EMPTY),
        (b"\xef\xbb\xbf\r\n;;;\r\n", TableFault.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), TableFault.OLD_EXCEL),
        (b"%PDF-1.7 ...", TableFault.OTHER_KIND),
        (b"<html><table><tr><td>1</td></tr></table></html>", TableFault.OTHER_KIND),
        (b"PK\x03\x04 and then nothing", TableFault.DAMAGED),
        (b"\x00\x01\x02\x03" * 50, TableFault.OTHER_KIND),
        ("имя;город\nа;б\n".encode(), TableFault.NO_TITLES),
        (b"??????????;????? ????;???????\n?????;?????;1\n", TableFault.LOST_LETTERS),
        (";".join(HEAD).encode(), TableFault.NO_ROWS),
    ],
)
def test_a_file_is_told_by_what_is_in_it(tmp_path: Path, content: bytes, fault: TableFault) -> None:
    (tmp_path / "центры.xlsx").write_bytes(content)

    assert fault_of(tmp_path / "центры.xlsx") is fault


def test_a_missing_file_and_a_folder_are_told_so(tmp_path: Path) -> None:
    assert (fault_of(tmp_path / "нет.xlsx"), fault_of(tmp_path)) == (TableFault.MISSING, TableFault.UNREADABLE)


def test_an_open_document_and_an_archive_are_told_apart(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<x/>")
    with ZipFile(tmp_path / "b.xlsx", "w") as packed:
        packed.writestr("readme.txt", "x")

    assert fault_of(tmp_path / "a.xlsx") is TableFault.LIBRE_OFFICE
    assert fault_of(tmp_path / "b.xlsx") is TableFault.OTHER_KIND


def test_a_workbook_with_a_broken_part_is_damaged(sent: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(sent, tmp_path / "parts", "zip")
    (tmp_path / "parts" / "xl" / "worksheets" / "sheet1.xml").write_text("<worksheet><sheetData>", encoding="utf-8")
    shutil.make_archive(str(tmp_path / "broken"), "zip", tmp_path / "parts")

    assert fault_of(tmp_path / "broken.zip") is TableFault.DAMAGED
