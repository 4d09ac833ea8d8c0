"""What people see of the centres around them: lists, pages, named places."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.centres.centre import Announcement
from bot.centres.directory import Directory
from bot.centres.places.geo import Point
from bot.screens.centres import centre_card, nearest, place_choice
from bot.screens.centres.actions import (
    NearMunicipality,
    NearPoint,
    NearSettlement,
    ShowCentre,
)
from bot.screens.centres.point_code import spot
from tests.centres.screen_parts import HERE, NOW, REGION, actions, centre, labels, typed
from tests.centres.small_region import at


def test_three_nearest_stand_on_one_screen_with_what_is_known_of_each(few: Directory) -> None:
    screen = nearest.near_point(few, HERE, NOW, REGION)

    assert screen.text == (
        "<b>Ближайшие к вам центры</b>\n\n"
        "1. <b>Библиотека в Соснах</b>\nСосны, Сосновский округ: ≈ 11 км по прямой\nЧасы неизвестны\n\n"
        "2. <b>Библиотека в Липках</b>\nЛипки, Липкинский округ: ≈ 44 км по прямой\n"
        "Открыто до 13:00, потом с 14:00 до 18:00\n\n"
        "3. <b>Выселковская библиотека</b>\nВыселки, Сосновский округ: расстояние неизвестно\nЧасы неизвестны"
    )
    assert screen.choices == tuple(ShowCentre(id_, spot(HERE)) for id_ in ("sosny-main", "lipki-main", "sosny-vyselki"))


def test_the_next_free_consultation_stands_beside_its_centre(few: Directory) -> None:
    lipki = centre(few, "lipki-main").id

    screen = nearest.near_point(few, HERE, NOW, REGION, visits={lipki: at("2026-11-25 10:00")})

    assert "Ближайшая свободная консультация: завтра в 10:00" in screen.text


def test_paging_leads_forth_and_back(whole: Directory) -> None:
    first, middle, last = (nearest.near_point(whole, Point(57.8, 28.3), NOW, REGION, page) for page in (0, 1, 28))
    number = spot(Point(57.8, 28.3))

    assert "Страница 1 из 29, всего 85 центров." in first.text
    assert [one for one in actions(first) if isinstance(one, NearPoint)] == [NearPoint(number, 2)]
    assert [one for one in actions(middle) if isinstance(one, NearPoint)] == [
        NearPoint(number, 1),
        NearPoint(number, 3),
    ]
    assert [one for one in actions(last) if isinstance(one, NearPoint)] == [NearPoint(number, 28)]


def test_a_page_beyond_the_last_is_the_last(few: Directory) -> None:
    last = nearest.near_point(few, HERE, NOW, REGION, 0).text

    assert nearest.near_point(few, HERE, NOW, REGION, 9).text == last


def test_outside_the_region_is_said_with_the_distance(few: Directory) -> None:
    screen = nearest.near_point(few, Point(59.9, 30.3), NOW, REGION)

    assert screen.text.startswith(
        "<b>Вы за пределами Лесной области</b>\n\nДо ближайшего места, которое я здесь знаю, ≈ "
    )


def test_centres_off_the_map_are_not_hidden_from_whoever_may_be_near(whole: Directory) -> None:
    near_palkino = nearest.near_point(whole, Point(57.54, 28.01), NOW, REGION)
    next_page = nearest.near_point(whole, Point(57.54, 28.01), NOW, REGION, 1)

    said = (
        "Рядом могут быть и центры, точного места которых я не знаю: Библиотека в Качаново (Качаново, Палкинский округ)"
    )
    assert said in near_palkino.text
    assert said not in next_page.text


def test_a_city_chosen_from_the_list_is_the_city_itself(whole: Directory) -> None:
    city = whole.municipality("pskov")
    assert city is not None

    text = nearest.near_place(whole, city, NOW).text

    assert text.startswith("<b>Псков</b>\n\n1. <b>Областная библиотека")


def test_a_quarter_of_a_city_is_in_the_city(whole: Directory) -> None:
    text = typed(whole, "Псков, Кресты").text

    assert "Расстояния — от центра округа: Псков." not in text
    assert "Псков: в этом же населённом пункте" in text


def test_the_day_of_a_notice_is_that_of_the_centre(few: Directory) -> None:
    notice = replace(centre(few, "sosny-main"), announcement=Announcement("Ремонт", date(2026, 11, 24)))
    past_midnight_there = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)

    assert "Объявление" not in centre_card.card(notice, past_midnight_there).text


def test_a_named_place_is_named_back(whole: Directory) -> None:
    assert typed(whole, "в Печорах").text.startswith("<b>Печоры, Печорский округ</b>\n\n1. <b>")
    assert "в этом же населённом пункте" in typed(whole, "в Печорах").text


def test_a_guess_is_owned_up_to(whole: Directory) -> None:
    text = typed(whole, "жижеца").text

    assert text.startswith("<b>Жижица, Куньинский округ</b>\n\nЯ понял так. Если место другое, напишите его ещё раз.")


def test_old_unchecked_hours_are_told_with_their_date(whole: Directory) -> None:
    assert "Нынешние часы неизвестны, есть только часы 2016 года" in typed(whole, "в Печорах").text


def test_a_place_off_the_map_is_measured_from_the_seat_and_this_is_said(few: Directory) -> None:
    text = typed(few, "выселки").text

    assert "Где это на карте, я не знаю. Расстояния — от центра округа: Сосны." in text
    assert "Сосны, Сосновский округ: в центре округа" in text


def test_a_district_is_answered_from_its_seat(few: Directory) -> None:
    screen = typed(few, "сосновский район")

    assert screen.text.startswith("<b>Сосновский округ</b>\n\nРасстояния — от центра округа: Сосны.")


def test_paging_of_a_place_keeps_to_the_place(whole: Directory) -> None:
    settlement = whole.find_place("Печоры").places[0].settlement
    assert settlement is not None

    assert NearSettlement(settlement.id, 2) in actions(typed(whole, "Печоры"))
    assert NearMunicipality("pechory", 2) in actions(typed(whole, "печорский район"))


def test_a_municipality_that_is_nowhere_on_the_map_has_no_distances(few: Directory) -> None:
    place = replace(few.find_place("сосновский район").places[0], point=None)

    text = nearest.near_place(few, place, NOW).text

    assert "Где это на карте, я не знаю, поэтому расстояний нет." in text
    assert "Липках" not in text


def test_a_street_leads_straight_to_the_card(whole: Directory) -> None:
    assert typed(whole, "Печоры, улица Рижская").text.startswith("<b>Печорская центральная библиотека</b>")


def test_a_street_without_its_town_asks_for_the_town(whole: Directory) -> None:
    screen = typed(whole, "улица Рижская")

    assert screen.text.startswith("В каком городе эта улица?")
    assert labels(screen)[0] == "1. Печоры: Печорская центральная библиотека"
    assert screen.choices == (ShowCentre("pechory"),)


def test_an_ambiguous_place_asks_for_the_district(whole: Directory) -> None:
    screen = typed(whole, "Кресты")

    assert screen.text == "Таких мест несколько. Какое ваше? Нажмите или напишите номер."
    assert labels(screen)[:3] == ["1. Кресты, Красногородский округ", "2. Кресты, Псков", "3. Кресты, Куньинский округ"]
    assert screen.choices == tuple(actions(screen)[:3])


def test_an_unknown_place_offers_all_26_municipalities(whole: Directory) -> None:
    screen = typed(whole, "Москва")

    assert screen.text == "Такого места я не знаю. Напишите иначе или выберите свой округ или город."
    assert [one for one in actions(screen) if isinstance(one, NearMunicipality)] == [
        NearMunicipality(one.id) for one in whole.municipalities
    ]
    assert len(screen.choices) == 26


def test_the_way_in_offers_a_word_a_point_and_a_list(whole: Directory) -> None:
    assert place_choice.ask_place().asks_place
    assert len(place_choice.municipalities(whole).choices) == 26
