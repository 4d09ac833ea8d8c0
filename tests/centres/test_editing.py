"""A change to a file leaves everything else as it was, and the previous version beside it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.centres.centre import CentreId
from bot.centres.directory import Directory, load
from bot.centres.editing import Editor, RefusedChangeError, Value
from bot.centres.places.geo import Point
from bot.centres.places.settlement import Settlement
from bot.datafiles.live_folder.versions import MOST_KEPT
from tests.centres.small_region import DATA, FAR, TOWN, ZONE, write

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LIPKI = CentreId("lipki-main")
COMMENTED = f"# о файле\n\n# о первой\n{TOWN}\n# о второй\n{FAR}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"centres.yaml": COMMENTED})


def text(folder: Path) -> str:
    return (folder / "centres.yaml").read_text(encoding="utf-8")


def test_one_field_changes_and_nothing_else(folder: Path) -> None:
    Editor(folder, ZONE).change_centre(LIPKI, {"opening_hours": "Mo-Fr 10:00-19:00"}, NOW)

    assert text(folder) == COMMENTED.replace("Mo-Fr 09:00-13:00,14:00-18:00", "Mo-Fr 10:00-19:00")


def test_the_shipped_file_survives_a_change_to_the_letter(tmp_path: Path) -> None:
    for file in DATA.glob("*.*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    before = text(tmp_path)

    Editor(tmp_path, ZONE).change_centre(CentreId("usvyaty"), {"address": "п. Усвяты, ул. Ленина, 1"}, NOW)

    changed = [
        pair for pair in zip(before.splitlines(), text(tmp_path).splitlines(), strict=True) if len(set(pair)) > 1
    ]
    assert changed == [("  address: null", "  address: п. Усвяты, ул. Ленина, 1")]


def test_the_previous_version_is_kept(folder: Path) -> None:
    kept = Editor(folder, ZONE).change_centre(LIPKI, {"address": None}, NOW)

    assert kept == folder / "previous" / "centres.yaml" / "20261124T120000000000_.yaml"
    assert kept.read_text(encoding="utf-8") == COMMENTED


def test_only_so_many_versions_are_kept(folder: Path) -> None:
    versions = folder / "previous" / "centres.yaml"
    versions.mkdir(parents=True)
    for number in range(MOST_KEPT + 5):
        (versions / f"2025{number:04}_.yaml").touch()

    Editor(folder, ZONE).change_centre(LIPKI, {"address": None}, NOW)

    kept = sorted(versions.iterdir())
    assert (len(kept), kept[-1].name) == (MOST_KEPT, "20261124T120000000000_.yaml")


def test_a_new_field_stands_in_its_place(folder: Path) -> None:
    Editor(folder, ZONE).change_centre(LIPKI, {"hours_as_of": "2026-11-24", "checked": date(2026, 11, 24)}, NOW)

    assert "14:00-18:00\n  hours_as_of: '2026-11-24'\n  services" in text(folder) or (
        "14:00-18:00\n  hours_as_of: 2026-11-24\n  services" in text(folder)
    )
    assert "checked: 2026-11-24\n\n# о второй\n" in text(folder)


def test_a_new_last_field_does_not_slip_behind_the_next_comment(folder: Path) -> None:
    Editor(folder, ZONE).change_centre(CentreId("sosny-main"), {"checked": date(2026, 11, 24), "name": "Новая"}, NOW)

    directory, problems = load(folder, ZONE)
    centre = directory.centre("sosny-main")
    assert centre is not None
    assert (problems, centre.name, centre.checked) == ([], "Новая", date(2026, 11, 24))


def test_a_notice_can_be_put_up_and_taken_down(folder: Path) -> None:
    editor = Editor(folder, ZONE)
    notice: Value = {"text": "Ремонт: вход со двора", "until": date(2026, 12, 31), "closed": True}

    editor.change_centre(LIPKI, {"notice": notice}, NOW)
    up = load(folder, ZONE)[0].centre(LIPKI)
    editor.change_centre(LIPKI, {"notice": None}, NOW)

    assert up is not None
    assert up.announcement is not None
    assert (up.announcement.text, up.announcement.until, up.announcement.closed) == (
        "Ремонт: вход со двора",
        date(2026, 12, 31),
        True,
    )
    assert text(folder) == COMMENTED


def test_a_change_that_makes_a_fault_is_refused_and_nothing_is_written(folder: Path) -> None:
    with pytest.raises(RefusedChangeError) as refused:
        Editor(folder, ZONE).change_centre(LIPKI, {"opening_hours": "когда придёте"}, NOW)

    assert "запись часов непонятна" in refused.value.problems[0].reason
    assert text(folder) == COMMENTED
    assert not (folder / "previous").exists()
    assert not (folder / "centres.yaml.new").exists()


@pytest.mark.parametrize("broken", ["- id: [", "id: x\n", ""])
def test_a_broken_file_is_not_changed(folder: Path, broken: str) -> None:
    (folder / "centres.yaml").write_text(broken, encoding="utf-8")

    with pytest.raises(RefusedChangeError):
        Editor(folder, ZONE).change_centre(LIPKI, {"address": None}, NOW)


def test_an_unknown_centre_is_a_key_error(folder: Path) -> None:
    with pytest.raises(KeyError):
        Editor(folder, ZONE).change_centre(CentreId("nowhere"), {"address": None}, NOW)


def test_new_records_go_to_the_end_under_a_remark(folder: Path) -> None:
    fields = {"kind": "library", "municipality": "Липкинский район", "settlement": "Дубрава"}
    new = [{"id": id_, "name": "Новая", "short_name": "Новая", **fields} for id_ in ("first", "second")]

    Editor(folder, ZONE).change_centres({}, new, NOW, remark="из выгрузки")

    assert text(folder).startswith(COMMENTED)
    assert text(folder)[len(COMMENTED) :].startswith("\n# из выгрузки\n- id: first\n")
    assert [centre.id for centre in load(folder, ZONE)[0].centres if centre.name == "Новая"] == ["first", "second"]


def test_settlements_are_added_and_put_on_the_map(folder: Path, few: Directory) -> None:
    sosny = few.municipalities.named("Сосновский район")
    assert sosny is not None
    new = Settlement("Бор", sosny, ("Борок",), Point(57.4, 28.1), 12)
    located = Settlement("Выселки", sosny, (), Point(57.6, 28.1))
    (folder / "settlements.csv").write_text(
        (folder / "settlements.csv")
        .read_text(encoding="utf-8")
        .replace("Выселки,,Сосновский район", f"Выселки,,{sosny.name}"),
        encoding="utf-8",
    )

    Editor(folder, ZONE).change_settlements([new], [located], NOW)

    lines = (folder / "settlements.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# GeoNames"
    assert lines[-2:] == [f"Выселки,,{sosny.name},57.6,28.1,", f"Бор,Борок,{sosny.name},57.4,28.1,12"]
