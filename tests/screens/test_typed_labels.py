"""A button that means the same everywhere is understood when its words are typed; walked over all there are."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from bot.screens.screen import Button
from bot.screens.screen_reader import without_pictures
from bot.screens.typed_labels import BUTTONS, common_button

# They mean something only under their own message, or are what a citizen may say of something else.
_IN_ITS_PLACE = {
    "Все библиотекари": "of admins, and a citizen may ask so",
    "Другое": "of the list of what is happening, and an answer to other questions",
    "Начать заново": "of an admin who adds a centre",
    "Пропустить": "of an admin who adds a centre",
    "Сверить карточки": "of admins",
    "Сверить ответы": "of admins",
    "Чего не хватает центрам": "of admins, and a citizen may ask so",
    "Выбрать библиотеку": "in a group of librarians",
    "Да, включить": "an answer to a question",
    "Да, стереть": "an answer to a question",
    "Другой ответ": "of admins, and a citizen may ask so",
    "К файлам": "of admins, below what was done with a file",
    "Мои показатели": "of librarians, and a question of a citizen about himself",
    "К важному сообщению": "of admins",
    "Прежние версии": "of admins, below the files",
    "Так и назвать": "of an admin who writes a new answer",
    "Администраторы округов и методисты": "of admins",
    "Администратор округа": "an answer to the question for the role",
    "Методист": "an answer to the question for the role",
    "Написать другое": "of admins",
    "Написать сообщение": "of admins",
    "Написать ещё одно": "of admins",
    "Не показывать": "ends what was begun: «отмена»",
    "Нет, оставить прежнее": "an answer to a question",
    "Не записываться": "ends what was begun: «отмена»",
    "Не нашлось": "of admins, and a citizen may say so",
    "Пришли без записи": "of librarians; /today asks it with the centre",
    "Стол этой группы": "in a group of librarians",
    "Чего не нашлось": "of admins, and a citizen may ask so",
    "Этот год": "a period",
    "Меня не будет": "of librarians; the words are a wish, and those of a citizen mean something else",
    "Не открывать": "ends what was begun: «отмена»",
    "Не отмечать": "ends what was begun: «отмена»",
    "Показать, как будет": "of an admin whose file could not be read",
    "Это обо мне": "of librarians, below words about a colleague",
}


def everywhere_the_same() -> set[str]:
    """The labels that every screen gives one and the same action without a value of its own."""
    found = defaultdict(set)
    for file in Path("bot/screens").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Button":
                label, action = node.args
                if isinstance(label, ast.Constant):
                    found[str(label.value)].add(ast.unparse(action) if _is_constant(action) else "")
    return {label for label, actions in found.items() if len(actions) == 1 and "" not in actions}


def _is_constant(action: ast.expr) -> bool:
    if not (isinstance(action, ast.Call) and isinstance(action.func, ast.Name)):
        return False
    values = [*action.args, *(one.value for one in action.keywords)]
    return all(isinstance(one, ast.Constant) or ast.unparse(one)[0].isupper() for one in values)


def test_every_label_that_always_means_the_same_works_when_typed() -> None:
    labels = everywhere_the_same()

    assert len(labels) > 15
    assert {label for label in labels if common_button(label) is None} == set(_IN_ITS_PLACE)


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.label)
def test_it_works_however_it_is_written(button: Button) -> None:
    words = without_pictures(button.label)

    for text in (button.label, words, words.upper(), f" {words}. ", words.replace("ё", "е")):
        assert common_button(text) == button.action


@pytest.mark.parametrize("text", ["", "📅", "все", "помощь в библиотеке", "прийти в библиотеку", "все вопросы о детях"])
def test_other_words_are_no_common_button(text: str) -> None:
    assert common_button(text) is None
