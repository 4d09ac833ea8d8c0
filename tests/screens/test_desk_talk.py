"""What is said in a group, where only answers to the bot are heard."""

import pytest

from bot.screens.desk_talk import among_colleagues
from bot.screens.screen import Screen


@pytest.mark.parametrize(
    ("alone", "in_company"),
    [
        ("С чем? Нажмите или напишите номер. Можно написать и тему.", "С чем? Нажмите кнопку."),
        ("Если не так, исправьте: нажмите или напишите номер.", "Если не так, исправьте: нажмите кнопку."),
        ("Нажмите на запись или напишите её номер. Можно написать и код.", "Нажмите на запись."),
        ("Нажмите на запись или напишите её номер, чтобы перенести.", "Нажмите на запись, чтобы перенести."),
        ("Выберите, о чём вопрос, или напишите номер.", "Выберите, о чём вопрос."),
        ("Нажмите день. Или напишите: «завтра».", "Нажмите день. Или ответьте на это сообщение: «завтра»."),
        ("Напишите причину, например «ремонт».", "Ответьте на это сообщение и назовите причину, например «ремонт»."),
    ],
)
def test_in_a_group_nobody_is_asked_for_what_is_not_heard(alone: str, in_company: str) -> None:
    assert among_colleagues(Screen(alone)).text == in_company


def test_what_asks_for_nothing_is_left_as_it_is() -> None:
    screen = Screen("Готово. Номер 5.")

    assert among_colleagues(screen) is screen
