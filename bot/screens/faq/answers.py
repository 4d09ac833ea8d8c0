"""Screens of answers: sure, likely, a choice of titles, nothing found; at most three rows under a text that answers."""

from collections.abc import Sequence
from html import escape

from bot.faq import markup
from bot.faq.answer_parts import parts_of
from bot.faq.article import Article, Confidence
from bot.faq.last_answers import SaidPart
from bot.faq.portal_links import LinkStanding, standing_of
from bot.russian.words import day_in_full
from bot.screens.action import Action
from bot.screens.actions import (
    BookVisit,
    NextTitles,
    Rate,
    ReadMore,
    ShowArticle,
    ShowSimilar,
)
from bot.screens.screen import Button, LinkButton, Row, Screen, numbered, row

ALREADY_RATED = "Ваш ответ уже записан. Спасибо!"
TEXT_LIMIT = 3500  # of Telegram's 4096 visible characters; tags and a heading need their room
CHOICE = 5  # titles at once
BENEATH = 2  # titles beneath a likely answer
WITHOUT_VISITS = frozenset({None, "other"})  # topics for which a visit is no next step of its own


def answer(article: Article, related: Sequence[Article], *, can_book: bool = True, is_overdue: bool = False) -> Screen:
    """A sure answer: its first line is the first line of the message, what does not fit stands behind «Подробнее»."""
    parts = parts_of(article)
    text = _paragraphs(*parts.head, _asked(article), *_trust(article, is_overdue=is_overdue))
    more = (Button("Подробнее", ReadMore(article.id, SaidPart.HEAD)),) if parts.rest else ()
    return Screen(text, _rows(article, related, more, can_book=can_book), keeps_numbers=True)


def brief(article: Article, related: Sequence[Article], *, can_book: bool = True) -> Screen:
    """The short answer alone: one of several questions of a message, or an answer that was asked for in short."""
    parts = parts_of(article)
    more = (Button("Подробнее", ReadMore(article.id, SaidPart.SHORT)),) if parts.after_short else ()
    text = _paragraphs(parts.short, _asked(article))
    return Screen(text, _rows(article, related, more, can_book=can_book), keeps_numbers=True)


def rest(
    article: Article, related: Sequence[Article], after: str, *, can_book: bool = True, is_overdue: bool = False
) -> Screen:
    """What was left out of an answer; how far it is to be trusted has been said with all but the short one."""
    parts = parts_of(article)
    trust = _trust(article, is_overdue=is_overdue)
    pieces = (*parts.after_short, *trust) if after == SaidPart.SHORT else parts.rest
    *before, text = markup.pages(pieces or (parts.short,), TEXT_LIMIT)
    rows = _rows(article, related, (), can_book=can_book)
    return Screen(text, rows, before=tuple(before), keeps_numbers=True)


def likely(article: Article, others: Sequence[Article]) -> Screen:
    """The short answer of what was probably meant, and what may have been meant instead."""
    parts = parts_of(article)
    choices = tuple(ShowArticle(other.id, "s") for other in others)
    instead = "Спросили о другом? Нажмите на свой вопрос или напишите его номер." if others else ""
    more = (Button("Подробнее", ReadMore(article.id, SaidPart.SHORT)),) if parts.after_short else ()
    rows = (*numbered([other.title for other in others], choices), (*more, _other(article)))
    return Screen(_paragraphs(parts.short, _asked(article), instead), rows, choices=choices)


def suggestions(articles: Sequence[Article], *, again: bool = False) -> Screen:
    """Up to five questions that may have been meant; `again` where others were refused."""
    asked = "Тогда, может быть, что-то из этого?" if again else "Вы имели в виду что-то из этого?"
    choices = tuple(ShowArticle(article.id, "s") for article in articles)
    rows = (*numbered([article.title for article in articles], choices), row(_other(articles[0])))
    return Screen(f"{asked}\n\nНажмите на свой вопрос или напишите его номер.", rows, choices=choices)


def similar(articles: Sequence[Article]) -> Screen:
    """Questions beside the one that was answered."""
    choices = tuple(ShowArticle(article.id, "r") for article in articles)
    lines = "\n".join(f"{number}. {escape(article.title)}" for number, article in enumerate(articles, 1))
    text = f"Похожие вопросы:\n{lines}\n\nНажмите на свой или напишите его номер."
    return Screen(text, numbered([article.title for article in articles], choices), choices=choices)


def also_asked(articles: Sequence[Article]) -> Screen:
    """The questions of a long message that were not answered at once."""
    choices = tuple(ShowArticle(article.id, "s") for article in articles)
    text = "Ещё вы спросили вот о чём. Нажмите или напишите номер."
    return Screen(text, numbered([article.title for article in articles], choices), choices=choices)


def has_more(article: Article, said: str) -> bool:
    """Whether something of the answer was left out."""
    parts = parts_of(article)
    return bool(parts.after_short if said == SaidPart.SHORT else parts.rest)


def helped() -> Screen:
    """Thanks for the rating «Помогло»."""
    return Screen("Спасибо! Рады, что помогло. Если появится ещё вопрос — просто напишите его.")


def _rows(article: Article, related: Sequence[Article], more: Row, *, can_book: bool) -> tuple[Row, ...]:
    """At most three rows, none of which repeats the keyboard below the writing line."""
    others = (Button("Похожие вопросы", ShowSimilar(article.id)),) if related else ()
    reading = (*more, *others)
    return (*((reading,) if reading else ()), *_next_step(article, related, can_book=can_book), rating_row(article))


def _next_step(article: Article, related: Sequence[Article], *, can_book: bool) -> tuple[Row, ...]:
    """The one step that fits: the official page, a visit with this topic, or the neighbouring question."""
    # A link that no person has opened may lead an old person astray: it gets no button.
    if article.link and article.checked:
        return (row(LinkButton("Открыть на официальном сайте", article.link)),)
    if visit := visit_row(article, can_book=can_book):
        return visit
    return (row(Button(related[0].title, ShowArticle(related[0].id, "r"))),) if related else ()


def visit_row(article: Article, *, can_book: bool) -> tuple[Row, ...]:
    """A visit with this topic, where people can be booked; no row otherwise."""
    if not can_book or article.topic in WITHOUT_VISITS:
        return ()
    return (row(Button("📅 С этим вопросом — в библиотеку", BookVisit(article.topic or "-"))),)


def rating_row(article: Article) -> Row:
    """«👍 Помогло» and «👎 Не помогло»."""
    return row(
        Button("👍 Помогло", Rate(article.id, helped=True)), Button("👎 Не помогло", Rate(article.id, helped=False))
    )


def _other(first: Article) -> Button:
    action: Action = NextTitles(first.id)
    return Button("Нет, другое", action)


def _asked(article: Article) -> str:
    return f"<i>Это ответ на вопрос: {escape(article.title)}</i>"


def _trust(article: Article, *, is_overdue: bool) -> tuple[str, ...]:
    lines = [f"Проверено: {day_in_full(article.checked)}"] if article.checked else []
    if article.confidence is Confidence.ADVICE:
        lines.append("Это подсказка библиотеки, а не правило портала.")
    if article.may_change and (is_overdue or article.confidence is Confidence.PARTIAL):
        lines.append(f"Это могло измениться: {article.may_change}")
    elif is_overdue:
        lines.append("Этот ответ давно не перечитывали: уточните, не изменилось ли что-нибудь.")
    return (*_on_portal(article), *(f"<i>{escape(line, quote=False)}</i>" for line in lines))


def _on_portal(article: Article) -> tuple[str, ...]:
    """The section of an official site, as an address that can be read; one that was checked has a button instead."""
    if article.link is None or standing_of(article) is not LinkStanding.NAMED_TWICE:
        return ()
    shown = article.link.removeprefix("https://").removeprefix("www.").rstrip("/")
    return (f'На портале: <a href="{escape(article.link)}">{escape(shown, quote=False)}</a>',)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))
