"""The menu is understood pressed or typed; read aloud it has no pictures and still all its words."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.actions import GoHome
from bot.screens.menu import Menu, menu_labels, menu_word
from bot.screens.screen import Button, LinkButton, Screen, row
from bot.screens.screen_reader import aloud, without_pictures


@pytest.mark.parametrize("item", Menu)
def test_a_menu_button_is_recognised_however_it_is_written(item: Menu) -> None:
    words = item.value.split(" ", 1)[1]

    spellings = (item.value, words, words.upper(), words.lower(), f"  {item.value} ", words.replace(" ", "  "))

    assert [menu_word(text) for text in spellings] == [item] * len(spellings)


@pytest.mark.parametrize("text", ["", "📍", "вопросы", "Записаться к врачу", "Записаться" + " " * 40, "/faq"])
def test_other_words_are_no_menu_button(text: str) -> None:
    assert menu_word(text) is None


@pytest.mark.parametrize("text", ["📅 Записаться", "Записаться", "записаться"])
def test_the_label_of_an_old_keyboard_still_works(text: str) -> None:
    assert menu_word(text) is Menu.BOOK


def test_the_menu_holds_each_button_once_in_the_same_words_with_pictures() -> None:
    assert list(chain.from_iterable(menu_labels(aloud=False))) == [
        "❓ Вопросы и ответы",
        "🆘 Меня обманывают",
        "📍 Ближайший центр",
        "📅 Прийти за помощью",
        "🗂 Мои записи",
        "💬 Спросить библиотекаря",
    ]


def test_the_menu_read_aloud_holds_the_same_words_in_the_same_rows() -> None:
    shown, heard = menu_labels(aloud=False), menu_labels(aloud=True)

    assert heard == tuple(tuple(label.split(" ", 1)[1] for label in labels) for labels in shown)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("👍 Помогло", "Помогло"),
        ("Спасибо! 🙏🏻", "Спасибо! "),
        ("👨‍👩‍👧 Семья ✅ готова", "Семья готова"),
        ("1️⃣ Шаг", "1Шаг"),
        ("🇷🇺 Россия", "Россия"),
        ("☎️ 115 ⏰", "115 "),
        ("№ 5 — «да», 3 × 2 ≈ 6 • пункт…", "№ 5 — «да», 3 × 2 ≈ 6 • пункт…"),
        ("<b>Без картинок</b>", "<b>Без картинок</b>"),
    ],
)
def test_pictures_leave_no_gap_and_words_stay(text: str, read: str) -> None:
    assert without_pictures(text) == read


def test_a_screen_is_read_aloud_whole() -> None:
    screen = Screen(
        "🏠 Дом",
        (row(Button("Дальше →", GoHome()), LinkButton("🔗 Сайт", "https://a.b/📍")), row(Button("👍", GoHome()))),
        menu=True,
        before=("📅 Раньше",),
        choices=(GoHome(),),
    )

    assert aloud(screen) == Screen(
        "Дом",
        (row(Button("Дальше", GoHome()), LinkButton("Сайт", "https://a.b/📍")), row(Button("👍", GoHome()))),
        menu=True,
        before=("Раньше",),
        choices=(GoHome(),),
    )


@given(st.lists(st.sampled_from(["👍", "❓", "️", "→", " ", "слово", "⏰"]), min_size=1).map("".join))
def test_no_label_is_ever_empty(label: str) -> None:
    ((button,),) = aloud(Screen("", (row(Button(label, GoHome())),))).rows

    assert button.label.strip() != "" or label.strip() == ""


def test_further_buttons_go_below() -> None:
    first, second = row(Button("а", GoHome())), row(Button("б", GoHome()))

    assert Screen("текст", (first,)).with_rows(second, second) == Screen("текст", (first, second, second))
