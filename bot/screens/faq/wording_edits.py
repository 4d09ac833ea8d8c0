"""Screens of editing the variants of a question: one is added, one is dropped."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

from bot.faq import markup
from bot.faq.article import Article
from bot.faq.edits.takeovers import Takeover
from bot.russian.words import plural
from bot.screens.common_buttons import HOME
from bot.screens.faq.answers import TEXT_LIMIT
from bot.screens.faq.editing import DONE, STOP
from bot.screens.faq.editing_actions import (
    AddWording,
    KeepWording,
    MendArticle,
)
from bot.screens.screen import Button, Screen, row
from bot.screens.typed_answers import folded

# Buttons under the editor's questions, today's and older ones: typed, they are answers and no citizen's question.
_LEAVING = frozenset({"не добавлять", "не менять", "не записывать", "не убирать", "отменить"})
_LABELS = _LEAVING | {
    "да добавить",
    "все равно добавить",
    "добавить",
    "записать",
    "написать иначе",
    "открыть тот ответ",
}
_LABELS |= {
    "новый ответ",
    "так и назвать",
    "не записывать",
    "убрать ответ",
    "да убрать",
    "не убирать",
    "открыть черновик",
}
_LABELS |= {"добавить вопрос", "убрать вопрос", "изменить ответ", "другой ответ", "найти другой ответ"}
_LABELS |= {"изменить название", "раздел", "другой раздел", "метки", "что показать рядом", "это не вопрос", "изменить"}
_LABELS |= {"сверено сегодня", "да все сверено", "нет", "как видят люди", "открыть ответ", "показать как будет"}
SHOWN = 5  # questions that would change hands


def type_wording(article: Article) -> Screen:
    """Asks for one more variant of the question."""
    text = f"<b>{escape(article.title)}</b>\n\nНапишите, как ещё об этом спрашивают, словами человека."
    return Screen(text, (STOP,))


def type_number(article: Article) -> Screen:
    """Asks for the number of the variant to delete."""
    listed = "\n".join(f"{number}. {escape(one)}" for number, one in enumerate(article.variants, 1))
    ask = f"<b>{escape(article.title)}</b>\n\nКакой вопрос убрать? Напишите его номер."
    *before, text = markup.pages((ask, listed), TEXT_LIMIT)
    return Screen(text, (STOP,), before=tuple(before))


def no_such_number(article: Article) -> Screen:
    """Asks again for the number of the variant."""
    count = plural(len(article.variants), "вопрос", "вопроса", "вопросов")
    return Screen(f"Здесь {count}. Напишите номер из списка.", (STOP,))


def is_label(text: str) -> bool:
    """Whether these are the words of a button of the editor's."""
    return folded(text) in _LABELS


def is_leaving(text: str) -> bool:
    """The same of a button that leaves everything as it is."""
    return folded(text) in _LEAVING


def no_question(text: str) -> Screen:
    """«да», a greeting or a button's words where a question is awaited."""
    return Screen(f"«{escape(shorten(text, 60))}» — не вопрос, так никто не ищет. Напишите словами человека.", (STOP,))


def twin(wording: str, other: Article) -> Screen:
    """Says that another article has that variant already."""
    text = f"«{escape(wording)}» уже есть в ответе «{escape(other.title)}». Напишите другими словами."
    return Screen(text, (row(Button("Открыть тот ответ", MendArticle(other.id))), STOP))


def takes_over(article: Article, wording: str, taken: Sequence[Takeover]) -> Screen:
    """Shows what the variant would take from other articles before it is added."""
    text = f"Если добавить «{escape(wording)}», другие вопросы найдут не свой ответ:\n\n{lines_of_taken(taken)}"
    sure = row(Button("Да, добавить", KeepWording(article.id)))
    ask = "Добавить? Или напишите вопрос другими словами."
    return Screen(f"{text}\n\n{ask}", (sure, row(Button("Не добавлять", MendArticle(article.id)), HOME)))


def lines_of_taken(taken: Sequence[Takeover]) -> str:
    """A line for each of the first questions that would find another answer, and how many more there are."""
    lines = [_taken(one) for one in taken[:SHOWN]]
    more = len(taken) - SHOWN
    lines += [f"И ещё {plural(more, 'вопрос', 'вопроса', 'вопросов')}."] if more > 0 else []
    return "\n".join(lines)


def _taken(one: Takeover) -> str:
    words, before, after = escape(one.words), escape(one.before.title), escape(one.after.title)
    if one.shared:
        return f"• «{words}»: теперь люди будут выбирать между «{before}» и «{after}»."
    return f"• «{words}»: теперь найдётся не «{before}», а «{after}»."


def type_again(id_: str) -> Screen:
    """Says that the typed variant was kept no longer and is to be typed again."""
    again = row(Button("Добавить вопрос", AddWording(id_)))
    return Screen("Этих слов у меня уже нет. Пришлите их ещё раз.", (again, row(HOME)))


def too_long(limit: int) -> Screen:
    """Says that a variant is longer than anybody would type."""
    return Screen(f"Вопрос должен быть короче: до {limit} знаков, как пишут люди.", (STOP,))


def wording_added(*, found_first: bool) -> str:
    """The line above the card that a variant was added."""
    return DONE if found_first else f"{DONE} По этим словам первым находится пока другой ответ: добавьте ещё вариант."
