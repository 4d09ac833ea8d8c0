"""What people are told of the hours of a centre: the state now, the week, old hours, notices."""

from dataclasses import replace
from datetime import date

import pytest

from bot.centres.centre import Announcement
from bot.centres.directory import Directory
from bot.centres.hours.hours import Hours
from bot.screens.centres import centre_card
from tests.centres.screen_parts import NOW, centre, typed
from tests.centres.small_region import ZONE, at


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
        ("24/7", "2026-11-28 12:00", "открыто круглосуточно"),
        ("24/7", "2027-01-01 03:00", "открыто круглосуточно"),
        ('Tu,Th unknown "по записи"', "2026-11-24 12:00", "открыто ли, неизвестно: по записи"),
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
