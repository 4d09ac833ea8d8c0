"""Screens where no answer was found or none helped: each time said otherwise, the third time a person is offered."""

from collections.abc import Sequence

from bot.faq.article import Article
from bot.region.region import Region
from bot.screens.actions import ShowArticle
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, phones, visit_library
from bot.screens.screen import Row, Screen, numbered, row

OTHERS = 3  # titles to try instead
LAST = 3  # the failure after which only a person is offered


def nothing_found(region: Region, *, can_ask: bool, failure: int = 1) -> Screen:
    """No answer: said honestly, with a way to a person."""
    if failure >= LAST:
        return person(region, can_ask=can_ask)
    asking = (row(ask_librarian()),) if can_ask else ()
    if failure > 1:
        text = (
            "Я не нашёл ответа и на этот раз. Выберите тему из списка или назовите одно главное слово: "
            "«паспорт», «пароль», «пособие»."
        )
        return Screen(f"{text}\n\n{phones(region)}", (row(SHELVES), *asking, row(HOME)))
    handed = "\n\nВаш вопрос можно передать библиотекарю: нажмите кнопку ниже." if can_ask else ""
    text = (
        "Я не нашёл ответа на этот вопрос. Гадать не буду.\n\n"
        "Попробуйте написать короче и другими словами, например: «не приходит СМС»."
        f"{handed}\n\n{phones(region)}"
    )
    return Screen(text, (*asking, row(SHELVES, HOME)))


def not_helped(others: Sequence[Article], region: Region) -> Screen:
    """The first answer did not help: what else may have been meant."""
    text = "Жаль, что не помогло. Спасибо, что сказали: я это записал."
    if not others:
        return Screen(f"{text}\n\nНапишите, на чём остановились, другими словами. Или позвоните.\n{phones(region)}")
    choices = tuple(ShowArticle(other.id, "r") for other in others)
    ask = "Может быть, подойдёт другой ответ? Нажмите на вопрос или напишите его номер."
    again = "Или напишите, на чём остановились, — хоть одним словом."
    return Screen(f"{text}\n\n{ask}\n\n{again}", numbered([other.title for other in others], choices), choices=choices)


def person(region: Region, *, can_ask: bool, can_book: bool = False) -> Screen:
    """The program has failed again and again: nothing but people."""
    rows: list[Row] = [row(ask_librarian())] if can_ask else []
    rows += [row(visit_library())] if can_book else []
    text = "У меня не получается помочь. Ответа я не нашёл, и мучить вас не буду: лучше спросить человека."
    how = "\n\nНажмите кнопку: библиотекарь ответит здесь, в чате." if can_ask else ""
    return Screen(f"{text}{how}\n\n{phones(region)}", (*rows, row(HOME)))


def gone(region: Region) -> Screen:
    """The article behind an old button is no longer there."""
    text = f"Этого ответа больше нет: справочник обновили.\n\nНапишите вопрос своими словами.\n\n{phones(region)}"
    return Screen(text, (row(SHELVES, HOME),))


def nothing_answered() -> Screen:
    """«Проще», «что дальше» where no answer stands above."""
    return Screen("Пока я вам ни на что не отвечал. Напишите вопрос своими словами.", menu=True)
