"""Names as they are said in passing: any case of a name, and no other word that only looks like it."""

import pytest

from bot.russian.names import mentions


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("перенеси Бориса на 14", "Борис"),
        ("веру отменить", "Вера"),
        ("Кузьмину не будет", "Кузьмина Анна"),
        ("роману надо в 10", "Роман"),
        ("Жмыхову перенести", "Жмыхов"),
    ],
)
def test_a_name_in_any_case_is_heard(text: str, called: str) -> None:
    assert mentions(text, called)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("мне надо перенести запись", "Надя"),
        ("только на пятницу", "Толя"),
        ("жена заболела", "Женя"),
        ("люди придут позже", "Люда"),
        ("верно, отмените", "Вера"),
        ("полдня не работаем", "Поля"),
    ],
)
def test_another_word_is_no_name(text: str, called: str) -> None:
    assert not mentions(text, called)
