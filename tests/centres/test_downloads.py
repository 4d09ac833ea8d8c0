"""What is handed out of a centre: a contact for the telephone, a poster to print."""

import re
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
import segno

from bot.centres.centre import Centre, Consultations, Service
from bot.centres.directory import Directory
from bot.centres.hours.hours import Hours
from bot.centres.vcard import vcard
from bot.region.region import ServicePhone
from bot.screens.centres import centre_card
from bot.screens.centres.downloads import before_printing
from bot.screens.centres.poster import poster_words
from bot.screens.centres.poster_pdf import pdf
from tests.centres.screen_parts import centre

TODAY = date(2026, 11, 24)
PHONES = (ServicePhone("Линия помощи", "8 800 100-70-10", "звонок бесплатный"),)


def received(hours: str) -> Consultations:
    return Consultations(Hours.parse(hours, ZoneInfo("Europe/Moscow")), 1, 30, 2, 14)


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
    words = poster_words(centre(whole, id_), "some_bot", TODAY, PHONES)
    first, again = (pdf(words, TODAY) for _ in range(2))

    assert first.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", first)) == 1
    assert first == again


def test_the_square_of_the_poster_opens_the_card(few: Directory) -> None:
    link = centre_card.deep_link(centre(few, "lipki-main"), "some_bot")

    assert link == "https://t.me/some_bot?start=c_lipki-main"
    assert int(segno.make(link, error="m", micro=False).version) <= 6


def written(one: Centre) -> list[str]:
    words = poster_words(one, "some_bot", TODAY, PHONES)
    return [words.title, *(line.text for line in (*words.lines, *words.invitation, *words.foot)), words.link]


def test_a_poster_tells_the_hours_of_help_the_phone_and_the_line_of_the_region(few: Directory) -> None:
    found = replace(centre(few, "lipki-main"), consultations=received("Tu,Th 11:00-13:00"))

    assert written(found) == [
        "Помощь с Госуслугами",
        "Библиотека в Липках",
        "г. Липки, ул. Речная, д. 1",
        "Телефон: 8 (8112) 72-42-53",
        "Когда помогают",
        "вт, чт 11:00–13:00",
        "Часы работы",
        "пн–пт 9:00–13:00, 14:00–18:00",
        "сб, вс выходной",
        "Запишитесь на удобное время",
        "Наведите камеру телефона на квадрат: откроется чат в Telegram",
        "Линия помощи: 8 800 100-70-10, звонок бесплатный",
        "https://t.me/some_bot?start=c_lipki-main",
    ]


def test_free_stands_on_a_poster_only_where_the_data_says_so(few: Directory) -> None:
    usual = centre(few, "lipki-main")
    free = replace(usual, services=(*usual.services, Service.FREE))

    assert ("Бесплатно" in written(usual), "Бесплатно" in written(free)) == (False, True)


def test_every_season_of_consultations_stands_on_the_poster(few: Directory) -> None:
    hours = "Sep 01-May 31: Mo-Fr 10:00-13:00; Jun 01-Aug 31: Tu,Th 10:00-12:00"
    found = replace(centre(few, "lipki-main"), consultations=received(hours))

    lines = written(found)

    assert lines[lines.index("Когда помогают") + 1 : lines.index("Часы работы")] == [
        "с 1 сентября по 31 мая",
        "пн–пт 10:00–13:00",
        "с 1 июня по 31 августа",
        "вт, чт 10:00–12:00",
    ]


def test_hours_nobody_knows_and_hours_of_years_ago_are_left_for_the_pen(few: Directory) -> None:
    known = replace(centre(few, "lipki-main"), checked=None)

    for one in (replace(known, hours=None), replace(known, hours_as_of="2019")):
        lines = written(one)
        assert {
            line[0] for line in lines[lines.index("Часы работы") + 1 : lines.index("Спросите бота библиотеки")]
        } == {"_"}


@pytest.mark.parametrize("id_", ["opochka", "gdov-dobruchi", "pskov-pounb", "mfc-pskov-1", "pskov-sbs"])
def test_nothing_for_those_who_work_there_stands_on_a_poster(whole: Directory, id_: str) -> None:
    found = whole.centre(id_) or whole.centres[0]

    assert not re.search(r"/\w|[Пп]роверьте|[Сс]верьте|исправьте|неизвест", "\n".join(written(found)[:-1]))


def test_what_is_to_be_looked_at_before_printing_is_told_beside_the_poster(few: Directory) -> None:
    checked = replace(centre(few, "lipki-main"), consultations=received("Tu 11:00-13:00"))

    assert before_printing(checked, TODAY) == ()
    assert before_printing(replace(checked, checked=None, hours_as_of="2026"), TODAY) == (
        "Часы работы – 2026 года, их никто не сверял. Проверьте до печати: /hours.",
    )
    assert before_printing(replace(checked, consultations=None, hours=None, phones=()), TODAY) == (
        "Часов записи нет: впишите ручкой, когда вы помогаете, или назовите их боту: /hours.",
        "Нынешних часов работы я не знаю: впишите их ручкой или поправьте карточку: /hours.",
        "Телефона я не знаю, поэтому на плакате его нет.",
    )


def test_the_longest_words_still_leave_one_page_and_a_square(few: Directory) -> None:
    hours = "; ".join(f"{month} 01-{month} 28: Mo 10:00-11:00" for month in ("Jan", "Mar", "May", "Jul", "Sep", "Nov"))
    long = replace(
        centre(few, "lipki-main"), short_name="Библиотека " * 8, address="улица " * 30, consultations=received(hours)
    )

    drawn = pdf(poster_words(long, "some_bot", TODAY, PHONES), TODAY)

    assert len(re.findall(rb"/Type /Page\b", drawn)) == 1
