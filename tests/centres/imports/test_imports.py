"""What other people's lists would change, told before anything is changed."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.centres.centre import CentreId
from bot.centres.directory import Directory, load
from bot.centres.editing import Editor
from bot.centres.imports.centre_merge import Difference, compare
from bot.centres.imports.export_region import is_of_region, region_mark
from bot.centres.imports.libraries_export import ExportedLibrary, read_libraries_export
from bot.centres.imports.records import filled_fields, new_records
from bot.centres.imports.settlement_import import import_settlements
from bot.centres.phones import PhoneNumber
from bot.centres.places.geo import Point
from tests.centres.small_region import ZONE, region, told

EXPORT = Path(__file__).with_name("libraries.json")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
REGION = "Лесная область"
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


def exported() -> tuple[ExportedLibrary, ...]:
    return read_libraries_export(EXPORT, REGION)[0]


def dump(*rows: tuple[str, str, float, float, str, str]) -> str:
    """Lines as in a GeoNames country dump: name, alternate names, latitude, longitude, class, admin2."""
    lines = (
        f"1\t{name}\t{name}\t{others}\t{lat}\t{lon}\t{kind}\tPPL\tRU\t\t60\t{admin2}\t\t\t700\t\t50\tEurope/Moscow\t2020-01-01"
        for name, others, lat, lon, kind, admin2 in rows
    )
    return "\n".join(lines) + "\n"


def test_an_export_is_read_for_one_region() -> None:
    libraries, problems = read_libraries_export(EXPORT, REGION)

    assert [library.name for library in libraries] == [
        "МБУК «Липкинская центральная библиотека»",
        "Сосновская библиотека",
        "Дубравинская сельская библиотека",
        "Библиотека деревни, которой мы не знаем",
    ]
    assert [problem.reason.removesuffix(".") for problem in problems] == [
        "запись 2, «Сосновская библиотека»: часы не читаются (ср)",
        "запись 2, «Сосновская библиотека»: телефон «2-14-96» не читается",
        "запись 2, «Сосновская библиотека»: сайт «сайта нет» не читается",
        "запись 3, «Дубравинская сельская библиотека»: точка на карте не читается",
        "у записи 6 нет названия или адреса",
    ]


def test_a_record_of_the_export_is_read_whole() -> None:
    assert exported()[0] == ExportedLibrary(
        "МБУК «Липкинская центральная библиотека»",
        "Липки",
        "обл Лесная,г Липки,ул Речная,д 1",
        "Mo-Th 09:00-18:00; Fr 09:00-17:00; Sa off; Su 10:00-15:00",
        "+7 (8112) 72-42-54",
        "lib@lipki.example",
        "http://www.lipki.example",
        (Point(57.0005, 28.0005), Point(28.0005, 57.0005)),
    )


def test_odd_values_of_the_export_are_left_out() -> None:
    library = exported()[1]

    assert (library.opening_hours, library.phone, library.site) == (
        None,
        "+7 (8112) 11-22-33",
        None,
    )
    assert exported()[2].points == ()


@pytest.mark.parametrize(
    ("general", "field", "value"),
    [
        ({"workingSchedule": []}, "opening_hours", None),
        ({"workingSchedule": {"0": {"from": "18:00", "to": "09:00"}}}, "opening_hours", None),
        ({"contacts": {"website": "https://a.example"}}, "site", "https://a.example"),
        ({"contacts": {"phones": {}}}, "phone", None),
        ({"address": {"fullAddress": "обл Лесная", "mapPosition": {"coordinates": [True, 57]}}}, "points", ()),
        ({"address": {"fullAddress": "обл Лесная", "mapPosition": {"coordinates": [57]}}}, "points", ()),
    ],
)
def test_an_odd_field_is_not_said(tmp_path: Path, general: dict[str, object], field: str, value: object) -> None:
    record = {"name": "Б", "address": {"fullAddress": "обл Лесная"}, **general}
    (tmp_path / "a.json").write_text(json.dumps({"data": [record]}), encoding="utf-8")

    assert getattr(read_libraries_export(tmp_path / "a.json", REGION)[0][0], field) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[\n{"a"', "a.json:2: это не JSON или файл скачан не до конца."),
        ("[" * 100_000, "a.json:1: это не JSON или файл скачан не до конца."),
        ("{}", "a.json:1: в файле нет списка библиотек."),
        ("1", "a.json:1: в файле нет списка библиотек."),
    ],
)
def test_a_file_that_is_no_export_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")

    assert told(read_libraries_export(tmp_path / "a.json", REGION)[1])[0].startswith(said)


def test_a_missing_export_is_told(tmp_path: Path) -> None:
    assert told(read_libraries_export(tmp_path / "a.json", REGION)[1])[0].startswith("a.json:1: файла нет.")


@pytest.mark.parametrize(
    ("region", "mark"),
    [("Псковская область", "псковск"), ("Республика Татарстан", "татарстан"), ("Пермский край", "пермск"), ("", "")],
)
def test_a_region_is_recognized_in_addresses(region: str, mark: str) -> None:
    assert region_mark(region) == mark


@pytest.mark.parametrize(
    "address",
    [
        "обл Псковская,г Остров,ул Карла Либкнехта,д 2",
        "Псковская область, г. Остров, ул. Ленина, 5",
        "180000, Псковская обл., Псков",
        "р-н Псковский,д Писковичи",
        "Псковский муниципальный округ, д. Тямша",
    ],
)
def test_an_address_of_the_region_is_ours(address: str) -> None:
    assert is_of_region(address, "Псковская область")


@pytest.mark.parametrize(
    "address",
    [
        "обл Ленинградская,р-н Лужский,д Остров,ул Псковская,д 3",
        "г Санкт-Петербург,ул Псковская,д 12",
        "обл Новгородская,г Великий Новгород,ул Псковская,д 4",
        "Новгородская область г.Старая Русса ул.Псковская",
        "обл Смоленская,д Псковская",
        "г Тверь, пер. Псковский, 7",
        "Москва, Псковская улица, 5",
        "",
    ],
)
def test_the_region_of_an_address_is_never_told_by_its_street(address: str) -> None:
    assert not is_of_region(address, "Псковская область")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ({"contacts": {"email": "lib1@lipki.example, lib2@lipki.example"}}, "email", "почта «lib1@lipki.example, lib2"),
        ({"contacts": {"email": "нет"}}, "email", "почта «нет» не читается"),
        ({"contacts": {"website": "нет сайта."}}, "site", "сайт «нет сайта.» не читается"),
        ({"contacts": {"website": "http://a.example <b>"}}, "site", "сайт «http://a.example <b>» не читается"),
        ({"contacts": {"phones": [{"value": "звоните"}]}}, "phone", "телефон «звоните» не читается"),
        ({"workingSchedule": {"0": {"from": "19:00", "to": "09:00"}}}, "opening_hours", "часы не читаются (пн)"),
        ({"address": {"mapPosition": {"coordinates": ["57,5", "28"]}}}, "points", "точка на карте не читается"),
    ],
)
def test_one_bad_field_is_named_and_does_not_stop_the_rest(
    tmp_path: Path, field: dict[str, dict[str, object]], value: str, said: str
) -> None:
    address = {"fullAddress": "обл Лесная,г Липки,ул Речная,д 7"} | field.pop("address", {})
    bad = {"name": "Детская библиотека", "locale": {"name": "Липки"}, "address": address, **field}
    good = {"name": "Вторая библиотека", "locale": {"name": "Липки"}, "address": {"fullAddress": "обл Лесная,г Липки"}}
    (tmp_path / "a.json").write_text(json.dumps([bad, good], ensure_ascii=False), encoding="utf-8")
    directory = region(tmp_path)

    libraries, problems = read_libraries_export(tmp_path / "a.json", REGION)
    new = new_records(compare(libraries, directory), directory, "opendata.mkrf.ru", "2026-11")
    Editor(tmp_path, ZONE).change_centres({}, new, NOW)

    assert not getattr(libraries[0], value)
    assert said in told(problems)[0]
    assert "запись 1, «Детская библиотека»" in told(problems)[0]
    assert {"Детская библиотека", "Вторая библиотека"} <= {one.name for one in load(tmp_path, ZONE)[0].centres}


def test_a_record_whose_name_cannot_stand_on_a_card_is_left_out(tmp_path: Path) -> None:
    records = [{"name": name, "address": {"fullAddress": "обл Лесная,г Липки"}} for name in ("<b>Б</b>", "Вторая")]
    (tmp_path / "a.json").write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")

    libraries, problems = read_libraries_export(tmp_path / "a.json", REGION)

    assert [library.name for library in libraries] == ["Вторая"]
    assert told(problems)[0].startswith("a.json:1: запись 1: в названии или адресе разметка")


def test_the_comparison_tells_new_filled_and_conflicting(few: Directory) -> None:
    report = compare(exported(), few)

    assert [(one.library.name, one.place.name, one.point) for one in report.new] == [
        ("Дубравинская сельская библиотека", "Дубрава", None)
    ]
    assert report.filled == (
        Difference(_id("lipki-main"), "email", None, "lib@lipki.example"),
        Difference(_id("sosny-main"), "address", None, "обл Лесная,р-н Сосновский,г Сосны,ул Новая,д 3"),
        Difference(_id("sosny-main"), "phone", None, "+7 (8112) 11-22-33"),
        Difference(_id("sosny-main"), "point", None, "57.50100, 28.00100"),
    )
    assert [(one.field, one.ours) for one in report.conflicting] == [
        ("phone", "8 (8112) 72-42-53"),
        ("opening_hours", "Mo-Fr 09:00-13:00,14:00-18:00"),
    ]
    assert [one.name for one in report.unplaced] == ["Библиотека деревни, которой мы не знаем"]


def test_the_same_told_again_changes_nothing(few: Directory) -> None:
    ours = ExportedLibrary(
        "Библиотека Липкинская центральная",
        "Липки",
        "г. Липки, ул. Речная, д. 1",
        phone="+78112724253",
        site="http://lipki.example",
        points=(Point(57.0001, 28.0001),),
    )

    report = compare([ours], few)

    assert (report.same, report.filled, report.conflicting, report.new) == (1, (), (), ())


def test_an_exact_point_elsewhere_is_a_conflict(few: Directory) -> None:
    moved = ExportedLibrary("Липкинская центральная библиотека", "Липки", "г Липки", points=(Point(57.02, 28.0),))

    assert compare([moved], few).conflicting[-1] == Difference(
        _id("lipki-main"), "point", "57.00000, 28.00000", "57.02000, 28.00000"
    )


def test_what_is_accepted_can_be_written_and_leaves_the_contradictions(tmp_path: Path) -> None:
    directory = region(tmp_path)
    report = compare(exported(), directory)

    Editor(tmp_path, ZONE).change_centres(
        filled_fields(report, "2026-11"), new_records(report, directory, "opendata.mkrf.ru", "2026-11"), NOW
    )

    again, problems = load(tmp_path, ZONE)
    centre, new = again.centre("sosny-main"), again.centre("sosny-dubrava")
    assert problems == []
    assert centre is not None
    assert new is not None
    assert (centre.point, centre.hours_as_of, centre.phones) == (
        Point(57.501, 28.001),
        None,
        (PhoneNumber("+7 (8112) 11-22-33"),),
    )
    assert (new.name, new.settlement, new.sources) == (
        "Дубравинская сельская библиотека",
        "Дубрава",
        ("opendata.mkrf.ru",),
    )
    assert compare(exported(), again).filled == ()
    assert compare(exported(), again).conflicting == report.conflicting


def test_new_centres_of_one_village_get_different_ids(few: Directory) -> None:
    report = compare([replace(exported()[2], name=name) for name in ("Первая", "Вторая", "Третья")], few)

    ids = [record["id"] for record in new_records(report, few, "x", "2026")]

    assert ids == ["sosny-dubrava", "sosny-dubrava-2", "sosny-dubrava-3"]


def test_a_library_of_a_village_that_is_not_on_the_map_takes_the_reading_near_its_seat(few: Directory) -> None:
    new = ExportedLibrary(
        "Клуб", "Сосновский район", "р-н Сосновский, х Выселки", points=(Point(28.1, 57.6), Point(57.6, 28.1))
    )

    assert compare([new], few).new[0].point == Point(57.6, 28.1)


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


def _id(text: str) -> CentreId:
    return CentreId(text)


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
