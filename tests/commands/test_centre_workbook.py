"""`export-centres` and `import-centres` of a table: from an empty card to one that is filled."""

from pathlib import Path

from bot.centres.directory import load
from bot.centres.workbook.table import CentreColumn as Column
from tests.centres.small_region import ZONE
from tests.centres.workbook.filled import fill
from tests.commands.terminal import Terminal

ID = "pskov-kaverin"
FILLED = {
    Column.PHONE: "8 (8112) 00-00-01",
    Column.HOURS: "вт-вс 10-18, пн выходной",
    Column.RECEIVES: "да",
    Column.RECEPTION: "вт, чт 11-13",
    Column.SERVICES: "консультации по Госуслугам; для детей и юношества",
    Column.REMARK: "звонить после обеда",
}
NEW = {Column.NAME: "Библиотека-филиал № 99", Column.SETTLEMENT: "г. Псков", Column.MUNICIPALITY: "город Псков"}


def filled(terminal: Terminal, tmp_path: Path) -> Path:
    file = tmp_path / "центры.xlsx"
    code, out, _ = terminal.run("export-centres", "--xlsx", str(file))
    assert (code, out.startswith(f"{file}: ")) == (0, True)
    return fill(file, {ID: FILLED}, (NEW,))


def test_nothing_is_written_before_it_is_asked_for(terminal: Terminal, data: Path, tmp_path: Path) -> None:
    before = (data / "centres.yaml").read_bytes()

    code, out, _ = terminal.run("import-centres", str(filled(terminal, tmp_path)))

    assert (code, (data / "centres.yaml").read_bytes() == before) == (0, True)
    assert "  понято:    Телефон: 8 (8112) 00-00-01 (было: неизвестно)" in out
    assert "  замечание: «звонить после обеда»" in out
    assert out.endswith("Это отчёт: файлы не тронуты. Записать понятое: добавьте --write.\n")


def test_written_cards_are_read_by_the_bot_and_come_once(terminal: Terminal, data: Path, tmp_path: Path) -> None:
    file = filled(terminal, tmp_path)

    code, out, err = terminal.run("import-centres", str(file), "--yes")
    again = terminal.run("import-centres", str(file), "--write")

    directory, problems = load(data, ZONE)
    centre, new = directory.centre(ID), directory.centre("pskov-pskov")
    assert (code, err, problems) == (0, "", [])
    assert "Записано. Прежняя версия:" in out
    assert centre is not None
    assert centre.consultations is not None
    assert centre.hours is not None
    assert (centre.phones[0].written, centre.hours.expression) == ("8 (8112) 00-00-01", "Tu-Su 10:00-18:00; Mo off")
    assert centre.sources[-1].startswith("таблица центров, ")
    assert new is not None
    assert (new.name, new.settlement, new.phones) == ("Библиотека-филиал № 99", "Псков", ())
    assert again[1].endswith("Записывать нечего.\n")


def test_a_table_that_cannot_be_used_ends_with_one(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "центры.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))

    code, out, err = terminal.run("import-centres", str(tmp_path / "центры.xls"))

    assert (code, out) == (1, "")
    assert "Это книга старого Excel (.xls) или книга под паролем" in err


def test_a_folder_that_is_not_there_is_told(terminal: Terminal, tmp_path: Path) -> None:
    code, _, err = terminal.run("export-centres", "--xlsx", str(tmp_path / "нет" / "f.xlsx"))

    assert (code, err.startswith("Файл ")) == (1, True)
