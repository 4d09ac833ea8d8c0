"""What people see of one centre: its card, what is not known of it, and its buttons."""

from dataclasses import replace

import pytest

from bot.centres.centre import Consultations, Precision
from bot.centres.directory import Directory
from bot.centres.places.geo import Point
from bot.screens.booking.actions import BookAt
from bot.screens.callback_data import pack, unpack
from bot.screens.centre_edits.actions import ReportChange
from bot.screens.centres import centre_card, librarian_card, nearest
from bot.screens.centres.actions import (
    NearPoint,
    SendContact,
    SendPoster,
    SendVenue,
)
from bot.screens.centres.point_code import point_of, spot
from tests.centres.screen_parts import HERE, NOW, REGION, actions, centre, links


def test_a_full_card_tells_everything_with_the_day_it_was_checked(few: Directory) -> None:
    screen = centre_card.card(centre(few, "lipki-main"), NOW, HERE)

    assert screen.text == (
        "<b>Библиотека в Липках</b>\nЛипкинская центральная библиотека\n\n"
        "<b>Открыто до 13:00, потом с 14:00 до 18:00.</b>\n"
        "Часы: пн–пт 9:00–13:00, 14:00–18:00; сб, вс выходной.\n\n"
        "Адрес: г. Липки, ул. Речная, д. 1\n≈ 44 км по прямой.\n\n"
        "Телефон: 8 (8112) 72-42-53\n\n"
        "Что здесь есть: консультации по Госуслугам.\n\n"
        "<i>Проверено: 20 ноября 2026</i>"
    )
    assert links(screen) == [
        "https://www.openstreetmap.org/directions?from=57.40000%2C28.00000&to=57.00000%2C28.00000",
        "https://lipki.example/",
    ]
    assert actions(screen)[:3] == [SendVenue("lipki-main"), SendContact("lipki-main"), NearPoint(spot(HERE))]


def test_a_card_says_what_is_not_known(few: Directory) -> None:
    screen = centre_card.card(centre(few, "sosny-vyselki"), NOW, HERE)

    assert screen.text == (
        "<b>Выселковская библиотека</b>\nБиблиотека в Выселках\n\n"
        "<b>Часы неизвестны.</b>\nКогда здесь открыто, мы не знаем. Уточните перед поездкой.\n\n"
        "Точный адрес неизвестен. Это Выселки, Сосновский округ.\nРасстояние неизвестно.\n\n"
        "Телефон неизвестен.\n\n"
        "<i>Сведения из открытых источников (неизвестно какого времени), человек их ещё не проверял.</i>"
    )
    assert links(screen) == []


def test_names_are_not_markup(few: Directory) -> None:
    odd = replace(centre(few, "lipki-main"), short_name="<i>&", address="<b>")

    text = centre_card.card(odd, NOW).text

    assert "<b>&lt;i&gt;&amp;</b>" in text
    assert "Адрес: &lt;b&gt;" in text


@pytest.mark.parametrize(
    ("km", "precision", "words"),
    [
        (None, Precision.HOUSE, "расстояние неизвестно"),
        (0.4, Precision.HOUSE, "меньше 1 км по прямой"),
        (0.4, Precision.SETTLEMENT, "в этом же населённом пункте"),
        (4.26, Precision.HOUSE, "≈ 4,3 км по прямой"),
        (4.26, Precision.SETTLEMENT, "≈ 4 км по прямой"),
        (123.4, Precision.HOUSE, "≈ 123 км по прямой"),
    ],
)
def test_distances_are_no_more_exact_than_what_is_known(
    few: Directory, km: float | None, precision: Precision, words: str
) -> None:
    assert centre_card.distance(km, replace(centre(few, "lipki-main"), precision=precision)) == words


def test_where_visits_can_be_booked_there_is_a_button(few: Directory) -> None:
    lipki = centre(few, "lipki-main")
    assert lipki.hours is not None
    booking = replace(lipki, consultations=Consultations(lipki.hours, 1, 30, 2, 14))

    assert BookAt(booking.id) in actions(centre_card.card(booking, NOW))


def test_the_point_on_the_map_is_honest_about_the_settlement(few: Directory) -> None:
    lipki = centre(few, "lipki-main")

    assert centre_card.venue(lipki) == ("Библиотека в Липках", "г. Липки, ул. Речная, д. 1")
    assert centre_card.venue(replace(lipki, precision=Precision.SETTLEMENT, address=None)) == (
        "Библиотека в Липках",
        "Липки, Липкинский округ (точка — сам населённый пункт, не дом)",
    )


def test_a_city_is_not_told_twice(whole: Directory) -> None:
    assert centre_card.settled(centre(whole, "pskov-cdch")) == "Псков"


def test_an_old_button_of_a_vanished_centre_has_a_way_out() -> None:
    assert "больше нет" in centre_card.gone().text


def test_a_librarian_sees_the_card_as_citizens_do_and_may_mend_it(few: Directory) -> None:
    card = centre_card.card(centre(few, "lipki-main"), NOW)

    screen = librarian_card.card_for_librarian(centre(few, "lipki-main"), card)

    assert screen.text.endswith(card.text)
    assert actions(screen)[:2] == [ReportChange("lipki-main"), SendPoster("lipki-main")]


def test_every_button_of_every_shipped_card_fits_its_64_bytes(whole: Directory) -> None:
    screens = [librarian_card.card_for_librarian(one, centre_card.card(one, NOW)) for one in whole.centres]
    screens += [nearest.near_point(whole, one.point, NOW, REGION) for one in whole.centres if one.point]

    found = [action for screen in screens for action in actions(screen)]

    assert [action for action in found if unpack(pack(action)) != action] == []


@pytest.mark.parametrize("point", [Point(57.819, 28.332), Point(-90, -180), Point(90, 180), Point(0, 0)])
def test_a_point_survives_its_number(point: Point) -> None:
    assert point_of(spot(point)) == point


@pytest.mark.parametrize("number", [0, 10**15])
def test_a_number_that_is_no_point_is_none(number: int) -> None:
    assert point_of(number) is None
