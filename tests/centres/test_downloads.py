"""What is handed out of a centre: a contact for the telephone, a poster to print."""

import re
from dataclasses import replace
from datetime import date

import pytest
import segno

from bot.centres.directory import Directory
from bot.centres.vcard import vcard
from bot.screens.centres import centre_card
from bot.screens.centres.poster import poster
from tests.centres.screen_parts import centre


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
