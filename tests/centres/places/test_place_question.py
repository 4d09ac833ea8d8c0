"""What is asked of the directory, and what is none of its business."""

import pytest

from bot.centres.centre import CentreKind
from bot.centres.directory import Directory
from bot.centres.places.place_question import Want, read_place_question

LIBRARY, MFC = CentreKind.LIBRARY, CentreKind.MFC


@pytest.mark.parametrize(
    ("text", "place", "wants", "kind"),
    [
        ("псков", "Псков", [Want.NEAREST], None),
        ("я из пскова", "Псков", [Want.NEAREST], None),
        ("телефон библиотеки в печорах", "Печоры", [Want.PHONE], LIBRARY),
        ("гдов телефон библеотеки", "Гдов", [Want.PHONE], LIBRARY),
        ("дедовичи до скольки работаете", "Дедовичи", [Want.HOURS], None),
        ("мфц в суботу работает? великие луки", "Великие Луки", [Want.HOURS], MFC),
        ("где мфц в порхове", "Порхов", [Want.ADDRESS], MFC),
        ("мои документы невель", "Невель", [Want.NEAREST], MFC),
        ("струги как проехать от вокзала", "Струги Красные", [Want.WAY], None),
        ("живу в куньи куда идти", "Кунья", [Want.NEAREST], None),
        ("улица рижская псков", "Псков", [Want.NEAREST], None),
        ("остраф где потвердить личность", "Остров", [Want.CONFIRM], None),
        ("дайте тилифон библиотеки в гдове и во сколько закрываются там", "Гдов", [Want.HOURS, Want.PHONE], LIBRARY),
        ("не остров, а печоры", "Печоры", [Want.NEAREST], None),
        ("сосновый бор себежского", "Сосновый Бор", [Want.NEAREST], None),
        ("остров залита", "Залита", [Want.NEAREST], None),
        ("182105", "Великие Луки", [Want.NEAREST], None),
        ("180502 телефон библиотеки", "Псковский округ", [Want.PHONE], LIBRARY),
        ("gde biblioteka v nevele", "Невель", [Want.ADDRESS], LIBRARY),
        ("адрес и телефон мфц в невеле", "Невель", [Want.ADDRESS, Want.PHONE], MFC),
        ("до пскова далеко, я в дно", "Дно", [Want.NEAREST], None),
        ("псковская область, печоры", "Печоры", [Want.NEAREST], None),
        ("мне 80 лет, живу в деревне за островом", "Остров", [Want.NEAREST], None),
        ("мама живёт в дедовичах, куда ей идти", "Дедовичи", [Want.NEAREST], None),
    ],
)
def test_a_question_to_the_directory_is_read_whole(
    whole: Directory, text: str, place: str, wants: list[Want], kind: CentreKind | None
) -> None:
    question = read_place_question(text, whole.find_place)

    assert question is not None
    assert ([one.name for one in question.match.places], list(question.wants), question.kind) == ([place], wants, kind)


@pytest.mark.parametrize(
    ("text", "wants", "kind"),
    [
        ("до скольки вы работаете", [Want.HOURS], None),
        ("как вам позвонить", [Want.PHONE], None),
        ("где библиотека", [Want.ADDRESS], LIBRARY),
        ("адрес мфц скажите", [Want.ADDRESS], MFC),
        ("где рядом подтвердить личность", [Want.CONFIRM], None),
        ("где тут рядом помочь могут", [Want.NEAREST], None),
    ],
)
def test_a_question_without_a_place_asks_for_it(
    whole: Directory, text: str, wants: list[Want], kind: CentreKind | None
) -> None:
    question = read_place_question(text, whole.find_place)

    assert question is not None
    assert (question.match.places, list(question.wants), question.kind) == ((), wants, kind)


@pytest.mark.parametrize(
    ("text", "place", "unknown"),
    [
        ("деревня родовушка под палкино", "Палкино", ("родовушка",)),
        ("бабушка живёт в деревне Дальнее Палкинского района", "Палкинский округ", ("дальнее",)),
        ("куньинский район, д. Подкаменье Нижнее", "Куньинский округ", ("подкаменье нижнее",)),
        ("рядом с вокзалом в великих луках", "Великие Луки", ("вокзалом",)),
        ("мфц возле рынка в пскове", "Псков", ("рынка",)),
        ("недалеко от старой школы, псков", "Псков", ("старой школы",)),
    ],
)
def test_a_name_that_is_not_known_is_told_apart_from_the_place(
    whole: Directory, text: str, place: str, unknown: tuple[str, ...]
) -> None:
    question = read_place_question(text, whole.find_place)

    assert question is not None
    assert ([one.name for one in question.match.places], question.unknown) == ([place], unknown)


@pytest.mark.parametrize(
    "text", ["субсидия палкинский район", "деревня под названием псков, дрова", "справка в пскове"]
)
def test_other_words_beside_a_place_are_no_names(whole: Directory, text: str) -> None:
    assert read_place_question(text, whole.find_place) is None


def test_a_village_named_as_a_town_of_another_region_is_asked_about(whole: Directory) -> None:
    match, of_district = whole.find_place("боровичи"), whole.find_place("боровичи порховского района")

    assert match.elsewhere is not None
    assert (len(match.places), match.only, match.elsewhere.region) == (1, None, "Новгородская область")
    assert of_district.only is not None


def test_a_village_nobody_knows_is_named_and_its_district_asked(whole: Directory) -> None:
    question = read_place_question("мфц в деревне Гнилушкино", whole.find_place)

    assert question is not None
    assert (question.match.places, question.unknown, question.kind) == ((), ("гнилушкино",), MFC)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ершово псков", ["Ершово"]),
        ("не доезжая пскова, деревня черёха", ["Черёха"]),
        ("пушкинские горки", ["Пушкинские Горы"]),
        ("от изборска до печор", ["Печоры", "Изборск"]),
    ],
)
def test_the_village_near_a_town_is_meant_and_of_a_road_both_ends(
    whole: Directory, text: str, places: list[str]
) -> None:
    assert sorted(one.name for one in whole.find_place(text).places) == sorted(places)


def test_the_region_alone_is_no_district_of_a_like_name(whole: Directory) -> None:
    question = read_place_question("Псковская область", whole.find_place)

    assert question is not None
    assert question.match.places == ()


@pytest.mark.parametrize(
    ("text", "town", "region"),
    [
        ("луга", "Луга", "Ленинградская область"),
        ("мфц в питере", "Санкт-Петербург", "Санкт-Петербург"),
        ("я из старой руссы", "Старая Русса", "Новгородская область"),
    ],
)
def test_a_town_of_another_region_is_known_as_such(whole: Directory, text: str, town: str, region: str) -> None:
    question = read_place_question(text, whole.find_place)

    assert question is not None
    assert question.match.elsewhere is not None
    assert (question.match.elsewhere.name, question.match.elsewhere.region) == (town, region)


def test_a_place_of_this_region_goes_before_one_elsewhere(whole: Directory) -> None:
    match = whole.find_place("живу в москве, мама в себежском районе")

    assert ([place.name for place in match.places], match.elsewhere) == (["Себежский округ"], None)


def test_a_street_that_no_centre_stands_on_asks_for_its_town(whole: Directory) -> None:
    question = read_place_question("улица Лесная", whole.find_place)

    assert question is not None
    assert (question.match.places, question.match.by_street) == ((), True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "запись псков",
        "работа в пскове",
        "документы псков",
        "как поменять паспорт в пскове",
        "расписание автобуса псков гдов",
        "неделя",
        "нужна ваша помощь",
        "номер телефона",
        "подтвердить личность",
        "запишите меня на завтра в остров",
        "телефон " * 600,
    ],
)
def test_a_word_about_something_else_leaves_the_question_to_others(whole: Directory, text: str) -> None:
    assert read_place_question(text, whole.find_place) is None
