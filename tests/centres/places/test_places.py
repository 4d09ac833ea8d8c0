"""What people type when they are asked where they are."""

import pytest

from bot.centres.centre import CentreId
from bot.centres.directory import Directory, load
from bot.centres.places.place import Place
from bot.centres.places.place_words import street_in
from tests.centres.small_region import DATA, ZONE


def meant(directory: Directory, text: str) -> list[str]:
    return [f"{place.name}, {place.municipality.short}" for place in directory.find_place(text).places]


def only(directory: Directory, text: str) -> Place:
    place = directory.find_place(text).only
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("жижеца", "Жижица, Куньинский округ"),
        ("деревня Жижица", "Жижица, Куньинский округ"),
        ("я живу в деревне Жижице", "Жижица, Куньинский округ"),
        (";b;bwf", "Жижица, Куньинский округ"),
        ("zhizhitsa", "Жижица, Куньинский округ"),
        ("опочка", "Опочка, Опочецкий округ"),
        ("в опочке", "Опочка, Опочецкий округ"),
        ("Gtxjhs", "Печоры, Печорский округ"),
        ("в Печорах", "Печоры, Печорский округ"),
        ("печоры!!!", "Печоры, Печорский округ"),
        ("пск", "Псков, Псков"),
        ("г. Псков", "Псков, Псков"),
        ("<b>Псков</b> 😀", "Псков, Псков"),
        ("вилики луки", "Великие Луки, Великие Луки"),
        ("в великих луках", "Великие Луки, Великие Луки"),
        ("В.Луки", "Великие Луки, Великие Луки"),
        ("пушгоры", "Пушкинские Горы, Пушкиногорский округ"),
        ("пушкинских гор", "Пушкинские Горы, Пушкиногорский округ"),
        ("пушкинские гари", "Пушкинские Горы, Пушкиногорский округ"),
        ("пушкинс", "Пушкинские Горы, Пушкиногорский округ"),
        ("в Полоном", "Полоное, Порховский округ"),
        ("старый изборск", "Изборск, Печорский округ"),
        ("новый изборск", "Новый Изборск, Печорский округ"),
        ("Изборск", "Изборск, Печорский округ"),
        ("в Дне", "Дно, Дновский округ"),
        ("струги", "Струги Красные, Струго-Красненский округ"),
        ("стругах красных", "Струги Красные, Струго-Красненский округ"),
        ("Серёдка", "Серёдка, Псковский округ"),
        ("середка", "Серёдка, Псковский округ"),
    ],
)
def test_a_settlement_is_understood(whole: Directory, text: str, place: str) -> None:
    assert meant(whole, text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("печорский р-н", "Печорский округ"),
        ("в Опочецком районе", "Опочецкий округ"),
        ("псковский район", "Псковский округ"),
        ("Пушкино-Горский район", "Пушкиногорский округ"),
        ("м.о. Печорский", "Печорский округ"),
        ("великолукский", "Великолукский округ"),
        ("островскй окргу", "Островский округ"),
        ("gtxjhcrbq hfqjy", "Печорский округ"),
    ],
)
def test_a_district_is_understood_by_its_old_and_new_names(whole: Directory, text: str, place: str) -> None:
    found = only(whole, text)

    assert (found.name, found.settlement, found.exact) == (place, None, False)


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Печоры, ул. Рижская", "pechory"),
        ("в Печорах на Рижской", "pechory"),
        ("пичоры рижская улица 1", "pechory"),
        ("Опочка, улица Коммунальная, 10", "opochka"),
        ("Псков, Конная 6", "pskov-cgb"),
        ("улица Труда, город Псков", "pskov-rodnik"),
    ],
)
def test_a_street_of_a_named_town_leads_to_the_centre_on_it(whole: Directory, text: str, street: str) -> None:
    place = whole.find_place(text).places[0]

    assert [str(id_) for id_ in place.on_street] == [street]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Псков, Рижский проспект 40", "Псков"),
        ("Псков, ул. Коммунальная", "Псков"),
        ("Великие Луки, ул. Труда", "Великие Луки"),
        ("Псков, ул. Энгельса", "Псков"),
        ("улица рижская псков", "Псков"),
        ("Псков, ул. Красный Луч, 5", "Псков"),
        ("Псков, улица Островская", "Псков"),
        ("Остров, ул. Псковская, 2", "Остров"),
    ],
)
def test_the_town_that_is_named_decides_and_not_the_street(whole: Directory, text: str, town: str) -> None:
    place = only(whole, text)

    assert (place.name, place.on_street) == (town, ())


_STREETS = [(one.settlement, street_in(one.address), one.id) for one in load(DATA, ZONE)[0].centres if one.address]


@pytest.mark.parametrize(("town", "street", "id_"), [one for one in _STREETS if one[1]])
def test_every_street_of_our_addresses_goes_to_its_own_town(
    whole: Directory, town: str, street: tuple[str, ...], id_: str
) -> None:
    named = whole.find_place(f"{town}, ул. {' '.join(street)}")
    alone = whole.find_place(f"на {' '.join(street)}")

    assert {place.name for place in named.places} == {town}
    assert alone.by_street
    assert CentreId(id_) in {id_ for place in alone.places for id_ in place.on_street}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("пичоры", "Печоры, Печорский округ"),
        ("Невль", "Невель, Невельский округ"),
        ("Плюса", "Плюсса, Плюсский округ"),
        ("остраф", "Остров, Островский округ"),
        ("навасакольники", "Новосокольники, Новосокольнический округ"),
        ("я из пскова", "Псков, Псков"),
        ("тямша (Псковский район)", "Тямша, Псковский округ"),
        ("село Карамышево", "Карамышево, Псковский округ"),
        ("в Слопыгине", "Слопыгино, Палкинский округ"),
    ],
)
def test_a_place_written_by_ear_or_named_by_an_article_is_known(whole: Directory, text: str, place: str) -> None:
    assert meant(whole, text) == [place]


def test_one_name_in_several_districts_is_asked_about(whole: Directory) -> None:
    assert meant(whole, "Кресты") == [
        "Кресты, Красногородский округ",
        "Кресты, Псков",
        "Кресты, Куньинский округ",
    ]


@pytest.mark.parametrize("text", ["кресты куньинский район", "Кресты (Куньинский р-н)", "в куньинском округе, Кресты"])
def test_the_district_beside_the_name_settles_it(whole: Directory, text: str) -> None:
    assert meant(whole, text) == ["Кресты, Куньинский округ"]


def test_the_town_beside_the_name_settles_it(whole: Directory) -> None:
    assert meant(whole, "Псков, Кресты") == ["Кресты, Псков"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Москва",
        "абракадабра",
        "😀",
        "як",
        "12345",
        "паспорт",
        "привет",
        "пушкинская карта",
        "в",
        "район",
        "<script>",
        "маме 82 года",
        "долго?",
        "зарплата 180000",
        "быстро",
        "ей восемьдесят два года",
        "ъ" * 4096,
    ],
)
def test_what_is_no_place_of_the_region_is_not_guessed(whole: Directory, text: str) -> None:
    assert whole.find_place(text).places == ()


def test_a_place_at_the_start_of_4096_letters_is_found_in_time(whole: Directory) -> None:
    assert meant(whole, "Псков " + "псковпсков " * 400) == ["Псков, Псков"]


def test_mended_letters_are_owned_up_to(whole: Directory) -> None:
    assert [whole.find_place(text).guessed for text in ("жижеца", "жижица", "пушкинс")] == [True, False, True]


def test_a_settlement_that_is_not_on_the_map_is_measured_from_its_seat(few: Directory) -> None:
    place, seat = only(few, "Выселки"), only(few, "Сосны")

    assert (place.point, place.exact) == (seat.point, False)


def test_a_seat_named_in_short_is_the_town(few: Directory) -> None:
    assert meant(few, "лпк") == ["Липки, Липкинский округ"]


def test_a_district_that_does_not_have_the_village_wins_over_it(few: Directory) -> None:
    assert meant(few, "выселки липкинский район") == ["Липкинский округ, Липкинский округ"]


def test_a_settlement_is_found_again_by_its_number(few: Directory) -> None:
    place = only(few, "дубрава сосновский район")
    assert place.settlement is not None

    assert few.settlement(place.settlement.id) == place
    assert few.settlement(place.settlement.id + 1) is None


def test_a_municipality_is_found_again_by_its_id(few: Directory) -> None:
    assert few.municipality("lipki") == only(few, "липкинский район")
    assert few.municipality("elsewhere") is None


@pytest.mark.parametrize("text", ["Борок", "деревня Заборье", "Мотыли"])
def test_a_village_that_nobody_knows_is_not_mended_into_another(whole: Directory, text: str) -> None:
    assert not whole.find_place(text).places


@pytest.mark.parametrize(("text", "village"), [("жижеца", "Жижица"), ("Миритеницы", "Миритиницы")])
def test_a_village_is_mended_by_ear_or_where_its_name_is_long(whole: Directory, text: str, village: str) -> None:
    assert only(whole, text).name == village


@pytest.mark.parametrize("text", ["Новоселье Стругокрасненский р-н", "Новоселье струго-красненского района"])
def test_a_district_with_a_hyphen_is_known_without_it(whole: Directory, text: str) -> None:
    assert meant(whole, text) == ["Новоселье, Струго-Красненский округ"]
