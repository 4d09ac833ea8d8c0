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
from bot.centres.phones import PhoneNumber
from bot.centres.places.geo import Point
from tests.centres.small_region import ZONE, region, told

EXPORT = Path(__file__).with_name("libraries.json")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
REGION = "Лесная область"


def exported() -> tuple[ExportedLibrary, ...]:
    return read_libraries_export(EXPORT, REGION)[0]


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
        Difference(CentreId("lipki-main"), "email", None, "lib@lipki.example"),
        Difference(CentreId("sosny-main"), "address", None, "обл Лесная,р-н Сосновский,г Сосны,ул Новая,д 3"),
        Difference(CentreId("sosny-main"), "phone", None, "+7 (8112) 11-22-33"),
        Difference(CentreId("sosny-main"), "point", None, "57.50100, 28.00100"),
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
        CentreId("lipki-main"), "point", "57.00000, 28.00000", "57.02000, 28.00000"
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
