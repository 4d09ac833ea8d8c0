"""A part of a card in words: what a librarian sees before he sends, and an admin before he decides."""

from dataclasses import replace
from datetime import date

import pytest

from bot.centres.card_edits import CardPart
from bot.centres.centre import Announcement, Centre
from bot.centres.directory import Directory
from bot.centres.hours.hours import Hours
from bot.centres.hours.typed_consultations import read_consultations
from bot.centres.hours.typed_hours import read_hours
from bot.centres.phones import PhoneNumber
from bot.screens.centre_edits.field_values import value
from tests.centres.small_region import ZONE, at

NOW = at("2026-11-24 12:00")


@pytest.fixture
def lipki(few: Directory) -> Centre:
    found = few.centre("lipki-main")
    assert found is not None
    return found


def test_what_is_known_is_told(lipki: Centre) -> None:
    assert {part: value(lipki, part, NOW) for part in CardPart} == {
        CardPart.HOURS: "пн–пт 9:00–13:00, 14:00–18:00;\nсб, вс выходной",
        CardPart.CONSULTATIONS: "записи нет",
        CardPart.PHONE: "8 (8112) 72-42-53",
        CardPart.ADDRESS: "г. Липки, ул. Речная, д. 1",
        CardPart.SITE: "https://lipki.example/",
        CardPart.SERVICES: "консультации по Госуслугам",
        CardPart.ANNOUNCEMENT: "объявления нет",
        CardPart.OTHER: "",
    }


def test_what_is_not_known_is_said_to_be_so(lipki: Centre) -> None:
    bare = replace(lipki, hours=None, phones=(), address=None, site=None)

    assert {value(bare, part, NOW) for part in (CardPart.HOURS, CardPart.PHONE, CardPart.ADDRESS, CardPart.SITE)} == {
        "неизвестно"
    }


def test_phones_are_told_with_their_notes(lipki: Centre) -> None:
    two = replace(lipki, phones=(PhoneNumber("8 (8112) 1-22-33", "абонемент"), PhoneNumber("89110000000")))

    assert value(two, CardPart.PHONE, NOW) == "8 (8112) 1-22-33 (абонемент); 89110000000"


ANNOUNCED = {
    "«Ремонт» (пока не снимете)": Announcement("Ремонт"),
    "«Ремонт» (до 31 декабря 2026)": Announcement("Ремонт", date(2026, 12, 31)),
    "«Ремонт» (до 31 декабря 2026; всё это время центр показан закрытым)": Announcement(
        "Ремонт", date(2026, 12, 31), closed=True
    ),
    "объявления нет": Announcement("Ремонт", date(2026, 11, 23)),
}


@pytest.mark.parametrize("words", ANNOUNCED)
def test_an_announcement_is_told_with_what_it_does(lipki: Centre, words: str) -> None:
    assert value(replace(lipki, announcement=ANNOUNCED[words]), CardPart.ANNOUNCEMENT, NOW) == words


TIMETABLES = {
    "с 1 июня по 31 августа пн-пт 9-17": (
        "с 1 июня по 31 августа: пн–пт 9:00–17:00, сб, вс выходной;\nв остальное время: закрыто"
    ),
    "пн-сб 9-18, с 1 июня по 31 августа вт-сб 9-17, последний день месяца санитарный день": (
        "с 1 сентября по 31 мая: пн–сб 9:00–18:00, вс выходной;\n"
        "с 1 июня по 31 августа: пн выходной, вт–сб 9:00–17:00, вс выходной;\n"
        "последний день месяца — санитарный день"
    ),
    "с 1 по 15 июня вт 9-17": (
        "с 1 июня по 15 июня: пн выходной, вт 9:00–17:00, ср–вс выходной;\nв остальное время: закрыто"
    ),
}  # fmt: skip


@pytest.mark.parametrize("typed", TIMETABLES)
def test_each_season_is_told_by_itself(lipki: Centre, typed: str) -> None:
    assert value(replace(lipki, hours=read_hours(typed, ZONE)), CardPart.HOURS, NOW) == TIMETABLES[typed]


def test_consultations_of_a_season_are_told_with_their_hours(lipki: Centre) -> None:
    typed = "с 1 июня по 31 августа вт 10-14; остальное время вт, чт 11-17"

    told = value(replace(lipki, consultations=read_consultations(typed, ZONE)), CardPart.CONSULTATIONS, NOW)

    assert told.startswith(
        "с 1 сентября по 31 мая: вт, чт 11:00–17:00; с 1 июня по 31 августа: вт 10:00–14:00; 1 место"
    )


def test_a_season_shorter_than_a_week_is_told_too(lipki: Centre) -> None:
    short = Hours.parse("Mo-Fr 09:00-18:00; Jun 02-Jun 04 Mo-Fr 10:00-12:00", ZONE)

    assert value(replace(lipki, hours=short), CardPart.HOURS, NOW).startswith("с 2 июня по 4 июня: ")
