"""What people see of centres: lists, cards, questions, posters and contacts."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import segno

from bot.centres.centre import Announcement, Centre, Consultations, Precision
from bot.centres.directory import Directory
from bot.centres.hours.hours import Hours
from bot.centres.places.geo import Point
from bot.centres.vcard import vcard
from bot.region.region import Region
from bot.screens.action import Action
from bot.screens.booking.actions import BookAt
from bot.screens.callback_data import pack, unpack
from bot.screens.centre_edits.actions import ReportChange
from bot.screens.centres import centre_card, librarian_card, nearest, place_choice
from bot.screens.centres.actions import (
    NearMunicipality,
    NearPoint,
    NearSettlement,
    SendContact,
    SendPoster,
    SendVenue,
    ShowCentre,
)
from bot.screens.centres.point_code import point_of, spot
from bot.screens.centres.poster import poster
from bot.screens.screen import Button, LinkButton, Screen
from tests.centres.small_region import ZONE, at

NOW = at("2026-11-24 12:00")
HERE = Point(57.4, 28.0)
REGION = Region("Лесная область", "Лесной области")


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def actions(screen: Screen) -> list[Action]:
    return [button.action for row in screen.rows for button in row if isinstance(button, Button)]


def links(screen: Screen) -> list[str]:
    return [button.url for row in screen.rows for button in row if isinstance(button, LinkButton)]


def centre(directory: Directory, id_: str) -> Centre:
    found = directory.centre(id_)
    assert found is not None
    return found


def typed(directory: Directory, text: str, now: datetime = NOW) -> Screen:
    return nearest.typed_place(directory, directory.find_place(text), now)


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
    first, middle, last = (nearest.near_point(whole, Point(57.8, 28.3), NOW, REGION, page) for page in (0, 1, 21))
    number = spot(Point(57.8, 28.3))

    assert "Страница 1 из 22, всего 66 центров." in first.text
    assert [one for one in actions(first) if isinstance(one, NearPoint)] == [NearPoint(number, 2)]
    assert [one for one in actions(middle) if isinstance(one, NearPoint)] == [
        NearPoint(number, 1),
        NearPoint(number, 3),
    ]
    assert [one for one in actions(last) if isinstance(one, NearPoint)] == [NearPoint(number, 21)]


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


def test_unchecked_hours_are_a_warning(whole: Directory) -> None:
    text = centre_card.card(centre(whole, "ostrov"), at("2022-06-07 12:00")).text

    assert "<b>По расписанию на 7 июня 2019 года открыто до 18:00.</b>" in text
    assert "Эти часы человек не проверял: уточните перед поездкой." in text


def test_hours_older_than_three_years_are_told_with_their_year_and_not_as_hours(whole: Directory) -> None:
    text = centre_card.card(centre(whole, "ostrov"), NOW).text

    assert "<b>Нынешние часы неизвестны, есть только часы на 7 июня 2019 года.</b>" in text
    assert "Тогда было так: " in text
    assert "открыто" not in text


@pytest.mark.parametrize(
    ("as_of", "checked", "old"),
    [
        ("2022", None, True),
        ("2023", None, False),
        ("2023-10", None, True),
        ("2023-11-24", None, False),
        ("2023-11-23", None, True),
        ("2019", date(2026, 1, 10), False),
        ("2019", date(2022, 12, 31), True),
        (None, None, False),
    ],
)
def test_three_years_are_counted_from_the_end_of_the_date(
    whole: Directory, as_of: str | None, checked: date | None, *, old: bool
) -> None:
    dated = replace(centre(whole, "gdov"), hours_as_of=as_of, checked=checked)

    assert dated.has_old_hours(NOW) == old


def test_undated_hours_say_so(whole: Directory) -> None:
    assert "<b>По расписанию без даты открыто до 18:00.</b>" in centre_card.card(centre(whole, "gdov"), NOW).text


def test_a_holiday_nobody_mentioned_is_told_with_care(whole: Directory) -> None:
    text = centre_card.card(centre(whole, "gdov"), at("2026-11-04 12:00")).text

    assert "сегодня праздник, закрыто; откроется завтра в 10:00." in text
    assert "О праздниках в расписании не сказано: скорее всего, закрыто." in text


def test_the_eve_of_a_holiday_is_told(whole: Directory) -> None:
    assert "могут закрыться на час раньше" in centre_card.card(centre(whole, "gdov"), at("2026-12-31 12:00")).text


@pytest.mark.parametrize(
    ("hours", "moment", "words"),
    [
        ("Mo-Fr 09:00-18:00", "2026-11-24 08:00", "ещё закрыто; откроется сегодня в 9:00"),
        ("Mo-Fr 09:00-18:00", "2026-11-24 19:00", "сегодня уже закрыто; откроется завтра в 9:00"),
        ("Mo-Fr 09:00-18:00", "2026-11-28 12:00", "сегодня выходной; откроется в понедельник, 30 ноября, в 9:00"),
        ("Mo-Fr 09:00-13:00,14:00-18:00", "2026-11-24 13:30", "сейчас перерыв до 14:00"),
        ("Mo-Su 09:00-18:00; Fr[-1] off", "2026-11-27 12:00", "сегодня санитарный день; откроется завтра в 9:00"),
        (
            'Mo-Su 09:00-18:00; Nov 24 off "переезд"',
            "2026-11-24 12:00",
            "сегодня закрыто: переезд; откроется завтра в 9:00",
        ),
        (
            "Mo-Fr 09:00-18:00; Nov off",
            "2026-11-24 12:00",
            "закрыто по сезонному расписанию; откроется во вторник, 1 декабря, в 9:00",
        ),
        (
            "Mo-Fr 09:00-18:00",
            "2027-01-01 12:00",
            "сегодня праздник, закрыто; откроется в понедельник, 11 января, в 9:00",
        ),
        (
            "Mo-Fr 09:00-18:00",
            "2026-12-31 19:00",
            "сегодня уже закрыто; откроется в понедельник, 11 января 2027, в 9:00",
        ),
        ("Mo-Su 10:00-24:00", "2026-11-24 12:00", "открыто до полуночи"),
        ('Mo-Fr 09:00-18:00; Sa unknown "по записи"', "2026-11-28 12:00", "открыто ли, неизвестно: по записи"),
    ],
)
def test_the_state_is_told_in_plain_words(few: Directory, hours: str, moment: str, words: str) -> None:
    asked = replace(centre(few, "lipki-main"), hours=Hours.parse(hours, ZONE))

    assert centre_card.standing(asked, at(moment)) == words


def test_a_closing_notice_is_told_first_and_ends_with_its_day(few: Directory) -> None:
    notice = Announcement("Ремонт крыши.", date(2026, 11, 30), closed=True)
    shut = replace(centre(few, "lipki-main"), announcement=notice)

    text = centre_card.card(shut, NOW).text

    assert "Объявление: Ремонт крыши (до 30 ноября 2026)." in text
    assert "<b>Временно закрыто; откроется во вторник, 1 декабря, в 9:00.</b>" in text
    assert "Объявление" not in centre_card.card(shut, at("2026-12-01 12:00")).text


def test_a_notice_is_hinted_at_in_the_list(whole: Directory) -> None:
    assert "Есть объявление: откройте карточку" in typed(whole, "опочецкий район").text


def test_a_closed_centre_without_an_end_promises_nothing(few: Directory) -> None:
    shut = replace(centre(few, "lipki-main"), announcement=Announcement("Ремонт", None, closed=True))

    assert centre_card.standing(shut, NOW) == "временно закрыто"


@pytest.mark.parametrize(
    ("hours", "line"),
    [
        ("Mo-Su 10:00-20:00", "ежедневно 10:00–20:00"),
        ("Mo-Su 10:00-24:00", "ежедневно 10:00–24:00"),
        ("Mo,Tu 10:00-12:00", "пн, вт 10:00–12:00; ср–вс выходной"),
        ("Mo-Su 10:00-12:00; We[2] off", "ежедневно 10:00–12:00; вторая среда месяца — санитарный день"),
        ('Mo-Su 10:00-12:00; Su[-2] off "учёба"', "ежедневно 10:00–12:00; предпоследнее воскресенье месяца — учёба"),
    ],
)
def test_the_week_is_told_by_days_of_the_same_hours(few: Directory, hours: str, line: str) -> None:
    asked = replace(centre(few, "lipki-main"), hours=Hours.parse(hours, ZONE))

    assert f"Часы: {line}." in centre_card.card(asked, NOW).text


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


def test_a_contact_can_be_called(few: Directory) -> None:
    text = vcard(replace(centre(few, "lipki-main"), email="a@b.example"))

    assert text is not None
    assert text.splitlines() == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Библиотека в Липках;;;;",
        "FN:Библиотека в Липках",
        "ORG:Липкинская центральная библиотека",
        "TEL;TYPE=WORK,VOICE:+78112724253",
        "EMAIL;TYPE=INTERNET:a@b.example",
        "URL:https://lipki.example/",
        "ADR;TYPE=WORK:;;г. Липки\\, ул. Речная\\, д. 1;;;;",
        "GEO:57.0;28.0",
        "END:VCARD",
    ]


def test_a_contact_of_little_is_short_and_long_lines_are_folded(few: Directory) -> None:
    bare = replace(centre(few, "lipki-main"), name="Б" * 100, address=None, site=None, point=None)

    text = vcard(bare)

    assert text is not None
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert f"ORG:{'Б' * 100}" in text.replace("\r\n ", "")
    assert "GEO" not in text


def test_signs_that_part_the_fields_of_a_contact_are_escaped(few: Directory) -> None:
    odd = replace(centre(few, "lipki-main"), short_name="Дом; зал, № 1", name="Дом; зал", address="ул. А; д. 1, вход")

    lines = (vcard(odd) or "").splitlines()

    assert lines[2:5] == [r"N:Дом\; зал\, № 1;;;;", r"FN:Дом\; зал\, № 1", r"ORG:Дом\; зал"]
    assert r"ADR;TYPE=WORK:;;ул. А\; д. 1\, вход;;;;" in lines


def test_without_a_phone_there_is_no_contact(few: Directory) -> None:
    assert vcard(centre(few, "sosny-main")) is None


@pytest.mark.parametrize("id_", ["opochka", "gdov-dobruchi"])
def test_a_poster_is_one_page_of_pdf_and_the_same_each_time(whole: Directory, id_: str) -> None:
    first, again = (poster(centre(whole, id_), "some_bot", date(2026, 11, 24)) for _ in range(2))

    assert first.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", first)) == 1
    assert first == again


def test_the_square_of_the_poster_opens_the_card(few: Directory) -> None:
    link = centre_card.deep_link(centre(few, "lipki-main"), "some_bot")

    assert link == "https://t.me/some_bot?start=c_lipki-main"
    assert int(segno.make(link, error="m", micro=False).version) <= 6


def test_a_poster_of_checked_hours_needs_no_warning(few: Directory) -> None:
    checked = centre(few, "lipki-main")

    pdf, warned = (poster(one, "b", date(2026, 11, 24)) for one in (checked, replace(checked, checked=None)))

    assert len(pdf) < len(warned)
