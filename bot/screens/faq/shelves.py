"""Screens of the FAQ's groups: what there is to read, by groups and questions."""

from collections.abc import Sequence
from html import escape

from bot.faq.article import Group
from bot.russian.words import plural
from bot.screens.actions import Browse, ShowArticle, ShowGroup
from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.paging import Page
from bot.screens.screen import Screen, numbered, row

PAGE = 8


def shelves(groups: Sequence[Group], page: int) -> Screen:
    """Shows the groups of articles to choose from."""
    text = "<b>Вопросы и ответы</b>\n\nВыберите, о чём вопрос, или напишите номер. Можно и сразу написать вопрос."
    here = Page(len(groups), PAGE, page)
    shown = here.of(groups)
    choices = tuple(ShowGroup(group.id) for group in shown)
    rows = (*numbered([group.title for group in shown], choices), *here.turning(Browse), row(HOME))
    return Screen(_paragraphs(text, here.line()), rows, choices=choices)


def shelf(group: Group, page: int) -> Screen:
    """Shows the questions of one group."""
    count = plural(len(group.articles), "вопрос", "вопроса", "вопросов")
    here = Page(len(group.articles), PAGE, page)
    shown = here.of(group.articles)
    text = f"<b>{escape(group.title)}</b>\n\nЗдесь {count}. Нажмите на свой или напишите его номер."
    choices = tuple(ShowArticle(article.id) for article in shown)
    buttons = numbered([article.title for article in shown], choices)
    turning = here.turning(lambda number: ShowGroup(group.id, number))
    return Screen(_paragraphs(text, here.line()), (*buttons, *turning, row(SHELVES, HOME)), choices=choices)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))
