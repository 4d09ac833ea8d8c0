"""A new region's name in its cases, and its districts from the owner's list."""

import pytest

from bot.maintenance.new_region.district_list import District, FaultyDistrictsError, read_districts
from bot.maintenance.new_region.region_names import UnknownFormsError, names_of


@pytest.mark.parametrize(
    ("name", "of_region", "in_region"),
    [
        ("Новгородская область", "Новгородской области", "в Новгородской области"),
        ("Владимирская  область", "Владимирской области", "во Владимирской области"),
        ("Пермский край", "Пермского края", "в Пермском крае"),
        ("Республика Карелия", "Республики Карелия", "в Республике Карелия"),
        ("Чувашская Республика", "Чувашской Республики", "в Чувашской Республике"),
    ],
)
def test_a_name_is_said_in_the_cases_of_the_texts(name: str, of_region: str, in_region: str) -> None:
    names = names_of(name, "Город")

    assert (names.of_region, names.in_region) == (of_region, in_region)


@pytest.mark.parametrize("name", ["Москва", "Ямал", "Ханты-Мансийский автономный округ", "Республика Саха Якутия"])
def test_forms_that_are_not_known_are_never_invented(name: str) -> None:
    with pytest.raises(UnknownFormsError):
        names_of(name, "Город")


def test_told_forms_win() -> None:
    assert names_of("Ямал", "Салехард", "Ямала", "на Ямале").in_region == "на Ямале"


def test_districts_have_names_for_buttons_ids_and_what_people_call_them() -> None:
    text = "Название;Центр\n# пояснение\n\nЛужский муниципальный округ ; Луга; Лужский уезд\nгород Лесной;Лесной\n"

    assert read_districts(text, "Лесной") == (
        District("luga", "Лужский муниципальный округ", "Лужский округ", "Луга", ("Лужский уезд", "Лужский район")),
        District("lesnoy", "город Лесной", "Лесной", "Лесной", ()),
    )


@pytest.mark.parametrize("header", ["Название округа;Центр", "Район;Административный центр;Раньше", "округ\tцентр"])
def test_a_header_is_no_district(header: str) -> None:
    assert [one.seat for one in read_districts(f"{header}\nЛужский район;Луга\n", "Лесной")] == ["Лесной", "Луга"]


@pytest.mark.parametrize("seat", ["с. Липяги", "село Липяги", "пгт Липяги", "Липяги"])
def test_the_kind_of_the_seat_is_no_part_of_its_name(seat: str) -> None:
    _, district = read_districts(f"Липяговский район;{seat}\n", "Лесной")

    assert (district.seat, district.id) == ("Липяги", "lipyagi")


def test_a_district_around_the_capital_is_another_one() -> None:
    first, second = read_districts("Лесной район\tЛесной\n", "Лесной")

    assert (first.id, first.short, second.id, second.short) == ("lesnoy", "Лесной", "lesnoy-2", "Лесной район")


def test_without_a_list_there_is_the_capital_alone() -> None:
    assert [one.name for one in read_districts("", "Лесной")] == ["город Лесной"]


def test_lines_that_are_no_district_are_all_told() -> None:
    with pytest.raises(FaultyDistrictsError) as faulty:
        read_districts("Лужский район;Луга\nЛуга\nа;б;в;г\n", "Лесной")

    assert faulty.value.lines == ((2, "Луга"), (3, "а;б;в;г"))
