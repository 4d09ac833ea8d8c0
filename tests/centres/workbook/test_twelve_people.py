"""Twelve people fill one workbook: what is understood, asked, refused; nothing is guessed."""

from pathlib import Path

import pytest

from bot.centres.workbook.outcome import CellDoubt, RowDoubt, RowOutcome
from bot.centres.workbook.table import CellFault
from bot.centres.workbook.table import CentreColumn as Column
from tests.centres.workbook import twelve
from tests.centres.workbook.filled import exported, fill, read, told

OURS = "  settlement: Ели\n"
CHANGED = OURS + "  phone: 8 (81100) 2-99-99\n"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in twelve.FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def workbook(region: Path, tmp_path: Path) -> Path:
    """Sent round, filled by twelve people; a librarian changed a phone in the chat meanwhile."""
    file = exported(region, tmp_path / "центры.xlsx")
    centres = region / "centres.yaml"
    centres.write_text(centres.read_text(encoding="utf-8").replace(OURS, CHANGED), encoding="utf-8")
    return fill(file, twelve.FILLED, twelve.NEW)


@pytest.fixture
def by_id(region: Path, workbook: Path) -> dict[str, RowOutcome]:
    return {str(one.centre.id): one for one in read(region, workbook) if one.centre}


def understood(one: RowOutcome) -> dict[str, object]:
    return dict(one.fields)


def asked(one: RowOutcome) -> dict[Column, object]:
    return {cell.column: cell.why for cell in one.asked}


def test_what_was_filled_by_the_notes_is_all_understood(by_id: dict[str, RowOutcome]) -> None:
    one = by_id["lib-01"]

    assert (asked(one), understood(one)) == (
        {},
        {
            "address": "ул. Речная, д. 1",
            "phone": "8 (81100) 2-11-01",
            "site": "https://vk.com/lipki_lib",
            "opening_hours": "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-16:00; Su off",
            "services": ["gosuslugi_consultation", "computers", "internet"],
            "consultations": {
                "hours": "Tu,Th 11:00-13:00,14:00-17:00",
                "desks": 1,
                "minutes": 30,
                "notice_hours": 2,
                "horizon_days": 30,
            },
        },
    )


@pytest.mark.parametrize(
    ("id_", "fields", "questions"),
    [
        ("lib-02", {"opening_hours", "services"}, {Column.PHONE: CellDoubt.UNCLEAR}),
        (
            "lib-03",
            {"phone"},
            {
                Column.HOURS: CellDoubt.UNCLEAR,
                Column.SERVICES: CellDoubt.UNCLEAR,
                Column.RECEIVES: CellDoubt.YES_OR_NO,
            },
        ),
        ("lib-04", {"opening_hours", "phone", "services"}, {}),
        ("lib-05", {"opening_hours", "consultations"}, {}),
        ("lib-06", {"phone"}, {Column.HOURS: CellFault.DATE, Column.MINUTES: CellDoubt.NUMBER}),
        ("lib-07", {"address", "opening_hours"}, {Column.PHONE: CellFault.FORMULA}),
        ("lib-08", {"notice"}, {}),
        ("lib-09", {"opening_hours"}, {Column.RECEPTION: CellDoubt.NO_RECEPTION_HOURS}),
        ("lib-10", {"opening_hours"}, {Column.RECEIVES: CellDoubt.RECEPTION_UNSAID}),
        ("lib-11", {"opening_hours"}, {Column.ADDRESS: CellDoubt.OTHER_REGION}),
        ("lib-12", {"opening_hours"}, {Column.SERVICES: CellDoubt.UNCLEAR}),
    ],
)
def test_one_bad_cell_holds_up_no_other(
    by_id: dict[str, RowOutcome], id_: str, fields: set[str], questions: dict[Column, object]
) -> None:
    one = by_id[id_]

    assert (set(understood(one)), asked(one)) == (fields, questions)


def test_what_changed_here_since_is_shown_beside_and_stays(by_id: dict[str, RowOutcome]) -> None:
    (conflict,) = by_id["lib-12"].conflicting

    assert (conflict.column, conflict.sent, conflict.fields) == (Column.PHONE, "", {"phone": "8 (81100) 2-12-12"})


def test_a_library_that_we_do_not_have_is_a_new_centre(by_id: dict[str, RowOutcome]) -> None:
    new = by_id["lipki-dubrava"]

    assert (new.is_new, new.name, set(new.fields)) == (
        True,
        "Дубравская сельская библиотека-филиал № 7",
        {"opening_hours"},
    )


def test_a_row_of_another_region_is_refused(region: Path, workbook: Path) -> None:
    (refused,) = (one for one in read(region, workbook) if one.refused)

    assert (refused.name, refused.refused and refused.refused.why) == ("Сланцевская библиотека", RowDoubt.OTHER_REGION)


def test_the_report_names_row_and_cell_and_says_what_to_write(region: Path, workbook: Path) -> None:
    report = told(region, workbook)

    assert "Телефон, клетка F15 «2-13-45»: номер не полный: нужен код города." in report
    assert "Часы работы, клетка H12 «как обычно»: Я не понял часы. Напишите дни и часы: «пн-пт 9-18" in report
    assert "Часы работы, клетка H6 «18.09.2026»: Excel сделал из этого дату или время." in report
    assert "Телефон: при выгрузке «пусто», у нас сейчас «8 (81100) 2-99-99», в таблице «8 (81100) 2-12-12»." in report
    assert report.endswith("новых центров 1, спросить 11, разошлось 1, отказано строк 1, без изменений 0.")
