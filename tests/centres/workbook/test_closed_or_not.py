"""A row that may mean «closed»: the library is shown closed on those days, or the methodist is asked."""

from pathlib import Path

import pytest

from bot.centres.workbook.outcome import CellDoubt
from bot.centres.workbook.table import CentreColumn as Column
from tests.centres.small_region import write
from tests.centres.workbook.filled import exported, fill, read, told


@pytest.fixture
def region(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return write(folder)


@pytest.fixture
def sent(region: Path, tmp_path: Path) -> Path:
    return exported(region, tmp_path / "центры.xlsx")


@pytest.mark.parametrize(
    "words",
    [
        "ремонт до 20 декабря",
        "капитальный ремонт с 7 по 20 декабря",
        "на ремонте",
        "инвентаризация 7-9 декабря",
        "переезд до 15 января",
        "библиотекарь в отпуске до 20 декабря",
        "нет отопления",
        "карантин до 10 декабря",
    ],
)
@pytest.mark.parametrize("column", [Column.HOURS, Column.ANNOUNCEMENT])
def test_a_reason_alone_is_asked_whether_the_library_is_closed(
    region: Path, sent: Path, column: Column, words: str
) -> None:
    fill(sent, {"sosny-main": {column: words}})

    (one,) = (one for one in read(region, sent) if one.says_something)

    assert (one.understood, [(cell.column, cell.why) for cell in one.asked]) == (
        (),
        [(column, CellDoubt.CLOSED_OR_NOT)],
    )
    assert "закрыта ли библиотека, не сказано" in told(region, sent)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("закрыто до 20 декабря", None, "2026-12-20"),
        ("закрыта на ремонт до 20 декабря", None, "2026-12-20"),
        ("закрыто с 7 по 20 декабря", "2026-12-07", "2026-12-20"),
        ("временно не работает", None, None),
    ],
)
@pytest.mark.parametrize("column", [Column.HOURS, Column.ANNOUNCEMENT])
def test_closed_instead_of_hours_closes_the_library(
    region: Path, sent: Path, column: Column, words: str, first: str | None, last: str | None
) -> None:
    fill(sent, {"sosny-main": {column: words}})

    (one,) = (one for one in read(region, sent) if one.says_something)
    notice = one.fields["notice"]

    assert isinstance(notice, dict)
    assert (notice["closed"], notice.get("since"), notice["until"]) == (True, first, last)
    assert "центр показан закрытым" in told(region, sent)


def test_closed_in_the_hours_and_an_announcement_beside_it_are_asked(region: Path, sent: Path) -> None:
    fill(sent, {"sosny-main": {Column.HOURS: "закрыто до 20 декабря", Column.ANNOUNCEMENT: "вход со двора"}})

    (one,) = (one for one in read(region, sent) if one.says_something)

    assert [(cell.column, cell.why) for cell in one.asked] == [(Column.HOURS, CellDoubt.CLOSED_OR_NOT)]


@pytest.mark.parametrize(
    "words",
    ["ремонт крыльца, вход со двора", "ремонт до 20 декабря, работаем", "компьютер на ремонте", "гардероб закрыт"],
)
def test_an_announcement_of_what_stays_open_is_taken(region: Path, sent: Path, words: str) -> None:
    fill(sent, {"sosny-main": {Column.ANNOUNCEMENT: words}})

    (one,) = (one for one in read(region, sent) if one.says_something)

    assert ([cell.column for cell in one.understood], one.asked) == ([Column.ANNOUNCEMENT], ())
