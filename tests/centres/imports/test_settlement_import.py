"""Settlements of a dump or a list of post offices, taken in row by row; what cannot be read is named."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.centres.directory import Directory, load
from bot.centres.editing import Editor
from bot.centres.imports.settlement_import import import_settlements
from bot.centres.places.geo import Point
from tests.centres.small_region import ZONE, region, told

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
POSTAL = """\
place,district,zipcode,lat,lon,in_own_district,shared_coord
Липки,Липкинский район,1,57.001,28.001,1,1
Сосны,Сосновский район,2,57.9,28.0,1,1
Выселки,Сосновский район,3,57.6,28.1,1,1
Новая Дубрава,Сосновский район,4,57.45,28.2,1,1
Болото,Липкинский район,5,50.0,10.0,0,4
Липки 1,Липкинский район,6,57.0,28.0,1,1
Чужая,Дальний район,7,57.0,28.0,1,1
Кривая,Липкинский район,8,157.0,28.0,1,1
"""


def dump(*rows: tuple[str, str, float, float, str, str]) -> str:
    """Lines as in a GeoNames country dump: name, alternate names, latitude, longitude, class, admin2."""
    lines = (
        f"1\t{name}\t{name}\t{others}\t{lat}\t{lon}\t{kind}\tPPL\tRU\t\t60\t{admin2}\t\t\t700\t\t50\tEurope/Moscow\t2020-01-01"
        for name, others, lat, lon, kind, admin2 in rows
    )
    return "\n".join(lines) + "\n"


def test_the_list_of_post_offices_is_compared(few: Directory, tmp_path: Path) -> None:
    (tmp_path / "postal.csv").write_text(POSTAL, encoding="utf-8")

    report, problems = import_settlements(tmp_path / "postal.csv", few, "60")

    assert [(one.name, one.point) for one in report.new] == [("Новая Дубрава", Point(57.45, 28.2)), ("Болото", None)]
    assert [(one.name, one.point) for one in report.located] == [("Выселки", Point(57.6, 28.1))]
    assert [(one.ours.name, round(one.km)) for one in report.moved] == [("Сосны", 44)]
    assert (report.known, report.skipped, report.unsure_district) == (1, 1, ())
    assert told(problems)[0].startswith("postal.csv:9: широта 157.0 не бывает")


def test_a_dump_is_filtered_by_region_and_class_and_learns_its_districts(few: Directory, tmp_path: Path) -> None:
    text = dump(
        ("Lipki", "Lipki,Липки,Ліпкі", 57.0, 28.0, "P", "111"),
        ("Bor", "Бор,Бір", 57.49, 28.0, "P", "111"),
        ("Gora", "Гора", 57.48, 28.0, "P", "222"),
        ("Ozero", "Озеро", 57.0, 28.1, "H", "111"),
        ("Nameless", "", 57.0, 28.1, "P", "111"),
    ) + dump(("Far", "Даль", 55.0, 37.0, "P", "1")).replace("\t60\t", "\t48\t")
    (tmp_path / "RU.txt").write_text(text, encoding="utf-8")

    report, problems = import_settlements(tmp_path / "RU.txt", few, "60")

    assert [(one.name, one.municipality.id, one.population) for one in report.new] == [
        ("Бор", "lipki", 700),
        ("Гора", "sosny", 700),
    ]
    assert [one.name for one in report.unsure_district] == ["Гора"]
    assert (report.known, report.skipped, problems) == (1, 1, [])


@pytest.mark.parametrize(("lat", "lon"), [("57,80", "28,40"), ("", "28.4"), ("57.8", ""), ("", ""), ("х", "28.4")])
def test_a_row_of_the_dump_with_a_bad_number_is_named_and_the_rest_is_taken(
    few: Directory, tmp_path: Path, lat: str, lon: str
) -> None:
    good = dump(("Bor", "Бор", 57.49, 28.0, "P", "111"))
    bad = good.replace("57.49\t28.0", f"{lat}\t{lon}")
    (tmp_path / "RU.txt").write_text(bad + good, encoding="utf-8")

    report, problems = import_settlements(tmp_path / "RU.txt", few, "60")

    assert [one.name for one in report.new] == ["Бор"]
    assert [problem.line for problem in problems] == [1]


def test_a_post_office_whose_name_is_none_is_named_and_the_rest_is_written(tmp_path: Path) -> None:
    directory = region(tmp_path)
    text = POSTAL.splitlines()[0] + "\n<b>,Липкинский район,1,57.0,28.0,1,1\n,Липкинский район,1,,,1,1\n"
    (tmp_path / "postal.csv").write_text(text + "Бор,Липкинский район,5,57.1,28.1,1,1\n", encoding="utf-8")

    report, problems = import_settlements(tmp_path / "postal.csv", directory, "60")
    Editor(tmp_path, ZONE).change_settlements(report.new, report.located, NOW)

    assert [problem.line for problem in problems] == [2, 3]
    assert "Бор" in {one.name for one in load(tmp_path, ZONE)[0].settlements}


def test_the_russian_spelling_is_the_one_that_sounds_like_the_name(few: Directory, tmp_path: Path) -> None:
    text = dump(("Pechory", "Печори,Пячоры,Печоры,Petseri,Печоры́", 57.0, 28.3, "P", ""))
    (tmp_path / "RU.txt").write_text(text, encoding="utf-8")

    assert [one.name for one in import_settlements(tmp_path / "RU.txt", few, "60")[0].new] == ["Печоры"]


@pytest.mark.parametrize("text", ["", "a,b,c\n", "1\t2\n"])
def test_an_unknown_table_is_told(few: Directory, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")

    said = told(import_settlements(tmp_path / "a.csv", few, "60")[1])[0]

    assert said.startswith("a.csv:1: по первой строке не видно, что это за таблица.")


def test_a_missing_table_is_told(few: Directory, tmp_path: Path) -> None:
    assert told(import_settlements(tmp_path / "a.csv", few, "60")[1])[0].startswith("a.csv:1: файла нет.")


def post_office(name: str, code: str, district: str, lat: str, lon: str) -> str:
    return f"RU\t180000\t{name}\tОбласть\t{code}\t{district}\t\t\t\t{lat}\t{lon}\t4"


def test_the_postal_file_of_geonames_is_read_and_its_bad_rows_are_named(tmp_path: Path, few: Directory) -> None:
    rows = (
        post_office("Новая", "60", "Липкинский Район", "57.02", "28.01"),
        post_office("Кривая", "60", "Липкинский район", "57,02", "28,01"),
        post_office("Пустая", "60", "Липкинский район", "", ""),
        post_office("Дальняя", "60", "Липкинский район", "57.49", "28.0"),
        post_office("Чужая", "42", "Липкинский район", "57.0", "28.0"),
        post_office("Липки 2", "60", "Липкинский район", "57.0", "28.0"),
        post_office("", "60", "Липкинский район", "57.0", "28.0"),
        post_office("Неведомая", "60", "Дальний район", "57.0", "28.0"),
        "RU\t180000",
    )
    (tmp_path / "RU.txt").write_text("\n".join(rows), encoding="utf-8")

    report, problems = import_settlements(tmp_path / "RU.txt", few, "60")

    assert [(one.name, one.point) for one in report.new] == [("Новая", Point(57.02, 28.01)), ("Дальняя", None)]
    assert [problem.line for problem in problems] == [2, 3, 7, 9]
    assert report.skipped == 1


def test_a_table_with_russian_names_beside_latin_ones_is_taken_in(few: Directory, tmp_path: Path) -> None:
    file = tmp_path / "named.csv"
    file.write_text(
        "geonameid,name,name_ru,lat,lon,population,district\n"
        "1,Bolotnoye,Болото|Болотное,57.45,28.2,120,Липкинский район\n"
        "2,Rucheyki,,57.4,28.2,,Липкинский район\n"
        "3,Kochki,Кочки,,28.2,,Липкинский район\n",
        encoding="utf-8",
    )

    report, problems = import_settlements(file, few, "60")

    assert [(one.name, one.point, one.population) for one in report.new] == [("Болотное", Point(57.45, 28.2), 120)]
    assert [(problem.line, problem.reason) for problem in problems] == [
        (3, "нет названия по-русски."),
        (4, "«», «28.2» — не широта и долгота."),
    ]
