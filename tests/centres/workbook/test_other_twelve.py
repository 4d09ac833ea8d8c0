"""Twelve other people fill the workbook in their own words: the table of understood, asked and refused."""

from pathlib import Path

import pytest

from bot.centres.workbook.outcome import CellDoubt, RowDoubt, RowOutcome
from bot.centres.workbook.table import CentreColumn as Column
from tests.centres.workbook import other_twelve, twelve
from tests.centres.workbook.filled import exported, fill, read, told

BY_WEDNESDAY = {"hours": "We 14:00-17:00", "desks": 1, "minutes": 30, "notice_hours": 2, "horizon_days": 30}


@pytest.fixture
def region(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in twelve.FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def workbook(region: Path, tmp_path: Path) -> Path:
    return fill(exported(region, tmp_path / "центры.xlsx"), other_twelve.FILLED)


@pytest.fixture
def by_id(region: Path, workbook: Path) -> dict[str, RowOutcome]:
    return {str(one.centre.id): one for one in read(region, workbook) if one.centre}


@pytest.mark.parametrize(
    ("id_", "understood", "asked"),
    [
        (
            "lib-01",
            {
                "opening_hours": "Mo-Fr 10:00-18:00; Sa 10:00-16:00; Su off",
                "phone": "8-(81148)-2-14-55",
                "consultations": BY_WEDNESDAY,
            },
            {},
        ),
        (
            "lib-02",
            {},
            dict.fromkeys((Column.HOURS, Column.PHONE, Column.SERVICES), CellDoubt.UNCLEAR),
        ),
        (
            "lib-03",
            {"opening_hours": "Tu-Sa 11:00-19:00"},
            {Column.PHONE: CellDoubt.UNCLEAR},
        ),
        (
            "lib-04",
            {
                "opening_hours": "Mo-Fr 09:00-13:00,14:00-17:00; Sa,Su off",
                "services": ["gosuslugi_consultation", "computers", "internet"],
            },
            {},
        ),
        (
            "lib-05",
            {
                "opening_hours": "Mo-Th 09:00-13:00,13:48-18:00; Fr 09:00-13:00,13:48-17:00; Sa,Su off",
                "phone": "+7 811 482-14-55 доб. 3",
            },
            {},
        ),
        ("lib-06", {"phone": "88114821455"}, {Column.HOURS: CellDoubt.UNCLEAR}),
        ("lib-07", {"opening_hours": "Mo-Fr 08:00-16:00"}, {Column.RECEPTION: CellDoubt.UNCLEAR}),
        ("lib-08", {"opening_hours": "Tu,Th,Sa 12:00-17:00"}, {Column.ANNOUNCEMENT: CellDoubt.CLOSED_OR_NOT}),
        ("lib-10", {}, {}),
        ("lib-11", {}, dict.fromkeys((Column.HOURS, Column.PHONE, Column.SITE), CellDoubt.UNCLEAR)),
    ],
)
def test_each_is_understood_whole_or_asked(
    by_id: dict[str, RowOutcome], id_: str, understood: dict[str, object], asked: dict[Column, object]
) -> None:
    one = by_id[id_]

    assert (dict(one.fields), {cell.column: cell.why for cell in one.asked}) == (understood, asked)


def test_the_answer_of_a_neighbour_is_refused(region: Path, workbook: Path) -> None:
    (refused,) = (one for one in read(region, workbook) if one.refused)

    assert (refused.name, refused.refused and refused.refused.why) == ("Библиотека посёлка Дубы", RowDoubt.MIXED_UP)


def test_a_sanitary_day_and_thanks_are_no_doubt(by_id: dict[str, RowOutcome]) -> None:
    assert by_id["lib-12"].asked == ()
    assert set(by_id["lib-12"].fields) == {"opening_hours", "address", "services"}


def test_the_table_of_all_twelve(region: Path, workbook: Path) -> None:
    assert told(region, workbook).splitlines()[-1] == (
        "Итого: понято 14 полей (8 библиотек), новых центров 0, спросить 10, разошлось 0, отказано строк 1, "
        "без изменений 1."
    )


@pytest.mark.parametrize(("ticked", "hours"), [("+", "вт 10-12"), ("Да, есть", "вт 10-12"), ("V", "вт с 10 до 12")])
def test_a_tick_means_that_people_may_book(region: Path, tmp_path: Path, ticked: str, hours: str) -> None:
    filled = {
        "lib-01": {Column.RECEIVES: ticked, Column.RECEPTION: hours, Column.DESKS: "два", Column.MINUTES: "полчаса"}
    }

    (one,) = (one for one in read(region, fill(exported(region, tmp_path / "t.xlsx"), filled)) if one.says_something)

    assert one.fields["consultations"] == BY_WEDNESDAY | {"hours": "Tu 10:00-12:00", "desks": 2}


@pytest.mark.parametrize("said", ["х", "-", "может быть", "уточню"])
def test_a_cross_or_a_dash_is_asked_about(region: Path, tmp_path: Path, said: str) -> None:
    filled = {"lib-01": {Column.RECEIVES: said, Column.RECEPTION: "вт 10-12"}}

    (one,) = (one for one in read(region, fill(exported(region, tmp_path / "t.xlsx"), filled)) if one.says_something)

    assert [cell.why for cell in one.asked] == [CellDoubt.YES_OR_NO]
