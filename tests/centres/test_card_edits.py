"""What a librarian types about a card becomes fields of the record, or is refused."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.centres.card_edits import (
    LONGEST,
    CardPart,
    NewFields,
    UnclearChangeError,
    changed,
    read_change,
)
from bot.centres.card_writing import to_write, told_by_librarian
from bot.centres.centre import Announcement, Centre, CentreId, CentreKind
from bot.centres.closing_words import speaks_of_closing
from bot.centres.directory import Directory, load
from bot.centres.editing import Editor
from bot.centres.hours.hours_doubt import HoursDoubt
from bot.centres.hours.typed_consultations import Limit
from bot.centres.places.municipality import Municipality, MunicipalityId
from bot.centres.typed_announcement import announcement_of
from tests.centres.small_region import ZONE, at, write

TODAY = date(2026, 11, 24)
TOWN = Municipality(MunicipalityId("x"), "Округ", "Округ", "Город")
BARE = Centre(CentreId("x"), "Центр", "Центр", CentreKind.LIBRARY, TOWN, ZONE)


@pytest.fixture
def lipki(few: Directory) -> Centre:
    found = few.centre("lipki-main")
    assert found is not None
    return found


def notice(text: str, until: str | None = None, *, closed: bool = False) -> NewFields:
    return {"notice": {"text": text, "until": until, "closed": closed}}


READ: list[tuple[CardPart, str, NewFields]] = [
    (CardPart.HOURS, "вт, чт 11–17", {"opening_hours": "Tu,Th 11:00-17:00"}),
    (
        CardPart.CONSULTATIONS,
        "вт 11–17, 2 места",
        {
            "consultations": {
                "hours": "Tu 11:00-17:00",
                "desks": 2,
                "minutes": 30,
                "notice_hours": 2,
                "horizon_days": 30,
            }
        },
    ),
    (CardPart.CONSULTATIONS, "Записи нет.", {"consultations": None}),
    (CardPart.PHONE, "8 (8112) 72-42-53", {"phone": "8 (8112) 72-42-53"}),
    (
        CardPart.PHONE,
        "Наш телефон: 8 (8112) 72-42-53 (абонемент); 89110000000",
        {"phone": "8 (8112) 72-42-53 (абонемент); 89110000000"},
    ),
    (CardPart.PHONE, "нет", {"phone": None}),
    (CardPart.ADDRESS, "адрес: г. Липки,\n ул. Новая, д. 5", {"address": "г. Липки, ул. Новая, д. 5"}),
    (CardPart.SITE, "библиотека.рф", {"site": "https://библиотека.рф"}),
    (CardPart.SITE, "HTTP://vk.com/lipki?w=1", {"site": "http://vk.com/lipki?w=1"}),
    (CardPart.SITE, "Убрать", {"site": None}),
    (CardPart.ANNOUNCEMENT, "Снять!", {"notice": None}),
    (CardPart.ANNOUNCEMENT, "Закрыто на ремонт до 31 декабря", notice("Закрыто на ремонт", "2026-12-31", closed=True)),
    (CardPart.ANNOUNCEMENT, "Вход со двора до 15 марта.", notice("Вход со двора", "2027-03-15")),
    (CardPart.ANNOUNCEMENT, "Вход со двора (по 24.11.2026 включительно)", notice("Вход со двора", "2026-11-24")),
    (
        CardPart.ANNOUNCEMENT,
        "До 1 мая 2027 года вход со двора",
        notice("До 1 мая 2027 года вход со двора", "2027-05-01"),
    ),
    (
        CardPart.ANNOUNCEMENT,
        "Отпуск с 1 по 20 декабря",
        {"notice": {"text": "Отпуск с 1 по 20 декабря", "since": "2026-12-01", "until": "2026-12-20", "closed": False}},
    ),
    (CardPart.ANNOUNCEMENT, "Ремонт до 20 декабря", notice("Ремонт", "2026-12-20")),
    (CardPart.ANNOUNCEMENT, "Закрыт второй этаж, вход по 5 человек", notice("Закрыт второй этаж, вход по 5 человек")),
    (CardPart.ANNOUNCEMENT, "закрыто", notice("закрыто", closed=True)),
    (CardPart.ANNOUNCEMENT, "Сегодня закрыто", notice("Сегодня закрыто", "2026-11-24", closed=True)),
    (CardPart.ANNOUNCEMENT, "У входа скользко", notice("У входа скользко")),
    (CardPart.OTHER, "у нас есть <пандус> 😀", {}),
]  # fmt: skip


AHEAD = [
    *("Закрыто с 28 декабря по 10 января", "Закрыто 31 декабря", "с понедельника закрыто", "31 декабря не работаем"),
    *("закроемся 5 января", "до 10 января закрыто", "завтра санитарный день", "ЗАКРЫТО С 28 ДЕКАБРЯ", "зыкрыто"),
    *("Closed from 28 December", "Зaкpытo c 28 декабря", "Закрыто по понедельникам", "Закрыто на праздники"),
    *("Закрыто с понедельника до 31 декабря", "Сегодня закрыто, завтра работаем", "Закрыто с 28.12 по 10.01"),
    *("Закрыто до 31 декабря, кроме 3 декабря", "не закрыто", "Закрыто с\xa028\xa0декабря", "Закрыто 28.12–10.01"),
]  # fmt: skip


@pytest.mark.parametrize("text", AHEAD)
def test_an_announcement_that_may_name_a_day_ahead_closes_nothing_now(lipki: Centre, text: str) -> None:
    notice = read_change(CardPart.ANNOUNCEMENT, text, lipki, TODAY)["notice"]

    announcement = announcement_of(notice)
    assert announcement is not None
    assert (announcement.closes(TODAY), speaks_of_closing(text)) == (False, True)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Закрыто с 28 декабря по 10 января", "2026-12-28", "2027-01-10"),
        ("Закрыто 28.12–10.01 по техническим причинам", "2026-12-28", "2027-01-10"),
        ("31 декабря не работаем", "2026-12-31", "2026-12-31"),
        ("В пятницу, 27 ноября, библиотека закрыта: отключают воду", "2026-11-27", "2026-11-27"),
        ("завтра санитарный день", "2026-11-25", "2026-11-25"),
        ("31 декабря открыто до 15, 1 января закрыто", "2027-01-01", "2027-01-01"),
        ("Закрыто с понедельника до 31 декабря", "2026-11-30", "2026-12-31"),
    ],
)
def test_days_ahead_are_closed_as_they_are_named(lipki: Centre, text: str, since: str, until: str) -> None:
    days = {"since": since, "until": until}

    assert read_change(CardPart.ANNOUNCEMENT, text, lipki, TODAY) == {"notice": {"text": text, "closed": True, **days}}


def test_several_runs_of_closed_days_are_named_one_by_one(lipki: Centre) -> None:
    text = "закрыто 1, 2 и 8 января"
    days = {"since": "2027-01-01", "until": "2027-01-08", "closed_days": "2027-01-01..2027-01-02, 2027-01-08"}

    fields = read_change(CardPart.ANNOUNCEMENT, text, lipki, TODAY)

    assert fields == {"notice": {"text": text, "closed": True, **days}}
    announced = announcement_of(fields["notice"])
    assert announced is not None
    assert [day for day in range(1, 10) if announced.closes(date(2027, 1, day))] == [1, 2, 8]


@pytest.mark.parametrize(
    "text",
    [
        *("Закрыт гардероб с 1 по 5 декабря", "Closed from 28 December", "Закрыты 2 окна", "Закрыто с 28 декабря"),
        *("В декабре библиотека не будет закрыта",),
        *("Закрыто по понедельникам", "Закрыто 30 ноября с 10 до 12", "Закрыто 30 ноября, телефон 22-33-44"),
    ],
)
def test_what_is_not_surely_whole_days_of_the_centre_closes_none(lipki: Centre, text: str) -> None:
    notice = read_change(CardPart.ANNOUNCEMENT, text, lipki, TODAY)["notice"]

    assert isinstance(notice, Mapping)
    assert not notice["closed"]


@pytest.mark.parametrize("text", ["Вход со двора до 15 марта", "Открыто 31 декабря", "У входа скользко"])
def test_an_announcement_of_something_else_asks_nothing(text: str) -> None:
    assert not speaks_of_closing(text)


@pytest.mark.parametrize(("part", "text", "fields"), READ, ids=[text for _, text, _ in READ])
def test_words_become_fields(lipki: Centre, part: CardPart, text: str, fields: NewFields) -> None:
    assert read_change(part, text, lipki, TODAY) == fields


UNCLEAR = [
    (CardPart.PHONE, "72-42-53"),
    (CardPart.PHONE, "позвоните нам"),
    (CardPart.ADDRESS, "15"),
    (CardPart.ADDRESS, "ул. <b>Новая</b>"),
    (CardPart.ADDRESS, "ул. Новая 😀"),
    (CardPart.ADDRESS, "ул. Новая, " * 50),
    (CardPart.SITE, "наш сайт лучший"),
    (CardPart.SITE, "javascript://x.ru"),
    (CardPart.SITE, "https://x"),
    (CardPart.ANNOUNCEMENT, "Закрыто до 31 февраля"),
    (CardPart.ANNOUNCEMENT, "Закрыто до 1 мая 2020"),
    (CardPart.ANNOUNCEMENT, "до 31 декабря"),
    (CardPart.OTHER, "   "),
    (CardPart.OTHER, "ж" * (LONGEST + 1)),
]


@pytest.mark.parametrize(("part", "text"), UNCLEAR)
def test_what_is_no_value_of_the_part_is_refused(lipki: Centre, part: CardPart, text: str) -> None:
    with pytest.raises(UnclearChangeError) as unclear:
        read_change(part, text, lipki, TODAY)

    assert (unclear.value.part, unclear.value.hours) == (part, None)


def test_unclear_hours_tell_their_doubt(lipki: Centre) -> None:
    with pytest.raises(UnclearChangeError) as unclear:
        read_change(CardPart.HOURS, "пн с 9 до 25", lipki, TODAY)

    assert unclear.value.hours is not None
    assert unclear.value.hours.doubt is HoursDoubt.TIME


def test_a_number_that_cannot_be_tells_its_bounds(lipki: Centre) -> None:
    with pytest.raises(UnclearChangeError) as unclear:
        read_change(CardPart.CONSULTATIONS, "вт 10-12, 99 мест", lipki, TODAY)

    assert (unclear.value.part, unclear.value.limit) == (CardPart.CONSULTATIONS, Limit("desks", 1, 50))


def test_unclear_hours_of_booking_tell_their_doubt(lipki: Centre) -> None:
    with pytest.raises(UnclearChangeError) as unclear:
        read_change(CardPart.CONSULTATIONS, "10-12", lipki, TODAY)

    assert unclear.value.hours is not None
    assert unclear.value.hours.doubt is HoursDoubt.NO_DAYS


def test_the_card_can_be_shown_as_it_would_be(lipki: Centre) -> None:
    fields: NewFields = {
        "opening_hours": "Tu 11:00-17:00",
        "phone": None,
        "address": "ул. Новая",
        "site": None,
        **notice("Ремонт", "2026-12-31", closed=True),
    }

    would_be = changed(lipki, fields)

    assert would_be.hours is not None
    assert (would_be.hours.expression, would_be.phones, would_be.address, would_be.site, would_be.announcement) == (
        "Tu 11:00-17:00",
        (),
        "ул. Новая",
        None,
        Announcement("Ремонт", date(2026, 12, 31), closed=True),
    )
    assert [phone.dialled for phone in changed(lipki, {"phone": "8 (8112) 11-22-33"}).phones] == ["+78112112233"]
    assert changed(would_be, {"notice": None}).announcement is None


def test_hours_are_written_with_their_date_and_source(lipki: Centre) -> None:
    fields = to_write({"opening_hours": "Tu 11:00-17:00"}, lipki, TODAY)

    assert fields == {
        "opening_hours": "Tu 11:00-17:00",
        "hours_as_of": "2026-11-24",
        "sources": ["https://lipki.example/about", "сообщил библиотекарь, 2026-11-24"],
    }


def test_the_same_source_is_not_told_twice_a_day(lipki: Centre) -> None:
    told = replace(lipki, sources=("сообщил библиотекарь, 2026-11-24",), hours_as_of="2026-11-24")

    assert to_write({"site": None}, told, TODAY) == {"site": None}
    assert (told_by_librarian(told), told_by_librarian(lipki)) == (True, False)


def test_words_alone_write_nothing(lipki: Centre) -> None:
    assert to_write({}, lipki, TODAY) == {}


@pytest.mark.parametrize(("part", "text"), [(part, text) for part, text, fields in READ if fields])
def test_whatever_is_understood_can_be_written_and_reads_back(tmp_path: Path, part: CardPart, text: str) -> None:
    lipki = load(write(tmp_path), ZONE)[0].centre("lipki-main")
    assert lipki is not None
    fields = read_change(part, text, lipki, TODAY)

    Editor(tmp_path, ZONE).change_centre(lipki.id, to_write(fields, lipki, TODAY), at("2026-11-24 12:00"))

    written, problems = load(tmp_path, ZONE)
    now = written.centre("lipki-main")
    assert (problems, now) == (
        [],
        replace(
            changed(lipki, fields),
            sources=(*lipki.sources, "сообщил библиотекарь, 2026-11-24"),
            hours_as_of="2026-11-24" if part is CardPart.HOURS else None,
        ),
    )


@given(st.sampled_from(CardPart), st.text(max_size=60))
def test_any_words_are_fields_or_a_refusal(part: CardPart, text: str) -> None:
    try:
        fields = read_change(part, text, BARE, TODAY)
    except UnclearChangeError:
        return

    assert changed(BARE, fields).id == BARE.id
