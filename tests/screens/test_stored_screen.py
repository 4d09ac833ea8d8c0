"""A screen that is owed is the same screen when it is said."""

import json

import pytest

from bot.screens.actions import Browse, GoHome
from bot.screens.home import home, unsupported
from bot.screens.screen import Button, ContactCard, LinkButton, Paper, Picture, Pin, Screen, row
from bot.screens.stored_screen import dump_screen, load_screen

SCREENS = {
    "words": Screen("<b>Слова</b> & 😀 \ud800"),
    "menu": home.outdated(),
    "late": unsupported.answered_late(),
    "all kinds of buttons": Screen(
        "x",
        (row(Button("Да", GoHome()), LinkButton("Сайт", "https://x.ru")), row(Button("Все", Browse()))),
        menu=True,
        asks_place=True,
        before=("раз", "два"),
        choices=(GoHome(), Browse()),
        keeps_numbers=True,
    ),
    "pin": Screen("x", attached=Pin(57.8, 28.3, "Библиотека", "ул. 1")),
    "contact": Screen("x", attached=ContactCard("+7", "А", "BEGIN")),
    "paper": Screen("x", attached=Paper("лист.pdf", bytes(range(256)))),
    "picture": Screen("x", attached=Picture(b"\x89PNG", "слова")),
}


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
def test_what_is_read_back_is_what_was_written(screen: Screen) -> None:
    assert load_screen(dump_screen(screen)) == screen


def test_a_button_of_another_version_is_left_out_and_the_numbers_with_it() -> None:
    written = json.loads(dump_screen(SCREENS["all kinds of buttons"]))
    written["rows"][1][0][2] = "no-such:1"
    written["choices"][0] = "no-such:1"

    read = load_screen(json.dumps(written))

    assert [len(one) for one in read.rows] == [2]
    assert read.choices == ()
