"""What a machine reads to a person: words for signs, and a number for every button."""

import pytest

from bot.screens.actions import Browse, GoHome, ShowArticle, StopAsking
from bot.screens.screen import Button, LinkButton, Screen, row
from bot.screens.screen_reader import aloud, numbered_aloud, spoken

HOME = Button("🏠 В начало", GoHome())
ALL = Button("❓ Все вопросы", Browse())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("≈ 12 км по прямой", "примерно 12 км по прямой"),
        ("Пошлина 1 ₽, 2 ₽ или 500 ₽", "Пошлина 1 рубль, 2 рубля или 500 рублей"),
        ("Профиль → SIM-карты → Запрет", "Профиль, затем SIM-карты, затем Запрет"),
        ("Дальше →", "Дальше "),
        ("Вопрос № 7", "Вопрос номер 7"),
        ("• паспорт\n• СНИЛС", "паспорт\nСНИЛС"),
        ("📅 Записаться", "Записаться"),
    ],
)
def test_signs_that_a_voice_skips_are_words(text: str, said: str) -> None:
    assert spoken(text) == said
    assert spoken(said) == said


def test_every_button_has_a_number_and_is_told_in_the_text() -> None:
    link = LinkButton("Сайт", "https://a.b")
    screen = numbered_aloud(Screen("Текст", (row(ALL, link), row(HOME)), keeps_numbers=True))

    assert screen == Screen(
        "Текст\n\nДальше можно так, напишите номер:\n1. Все вопросы\n2. В начало",
        (row(Button("1. Все вопросы", Browse()), link), row(Button("2. В начало", GoHome()))),
        choices=(Browse(), GoHome()),
    )


def test_the_lines_of_a_list_keep_their_numbers_and_the_others_go_on() -> None:
    first = ShowArticle("one", "s")
    screen = numbered_aloud(Screen("Какой?", (row(Button("1. Первый", first)), row(HOME)), choices=(first,)))

    assert (screen.text, screen.choices) == ("Какой?", (first, GoHome()))
    assert [button.label for (button,) in screen.rows] == ["1. Первый", "2. В начало"]


def test_a_screen_without_buttons_stays_as_it_is() -> None:
    assert numbered_aloud(Screen("Текст", menu=True)) == Screen("Текст", menu=True)


def test_a_screen_is_read_without_pictures_in_all_its_parts() -> None:
    screen = Screen("📍 Текст", (row(Button("🏠 Домой", StopAsking())),), before=("≈ 3",))

    assert aloud(screen) == Screen("Текст", (row(Button("Домой", StopAsking())),), before=("примерно 3",))
    assert aloud(aloud(screen)) == aloud(screen)
