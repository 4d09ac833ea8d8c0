"""Screens of the FAQ: groups, questions, an answer, suggestions, and nothing found."""

from collections.abc import Sequence
from html import escape

from bot.faq import markup
from bot.faq.article import Article, Confidence, Group
from bot.region.region import Region
from bot.russian.words import day_in_full, plural
from bot.screens.action import Action
from bot.screens.actions import Browse, NoneFits, Rate, ShowArticle, ShowGroup
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, phones, visit_library
from bot.screens.paging import Page
from bot.screens.screen import Button, LinkButton, Row, Screen, column, row

ALREADY_RATED = "Ваш ответ уже записан. Спасибо!"
PAGE = 8
RELATED = 3  # more buttons would push the answer itself off a phone's screen
TEXT_LIMIT = 3500  # of Telegram's 4096 visible characters; tags and a heading need their room


def shelves(groups: Sequence[Group], page: int) -> Screen:
    """Shows the groups of articles to choose from."""
    text = "<b>Вопросы и ответы</b>\n\nВыберите, о чём вопрос, или напишите номер. Можно и сразу написать вопрос."
    here = Page(len(groups), PAGE, page)
    shown = here.of(groups)
    choices = tuple(ShowGroup(group.id) for group in shown)
    rows = (*_numbered([group.title for group in shown], choices), *here.turning(Browse), row(HOME))
    return Screen(_paragraphs(text, here.line()), rows, choices=choices)


def shelf(group: Group, page: int) -> Screen:
    """Shows the questions of one group."""
    count = plural(len(group.articles), "вопрос", "вопроса", "вопросов")
    here = Page(len(group.articles), PAGE, page)
    shown = here.of(group.articles)
    text = f"<b>{escape(group.title)}</b>\n\nЗдесь {count}. Нажмите на свой или напишите его номер."
    choices = tuple(ShowArticle(article.id) for article in shown)
    buttons = _numbered([article.title for article in shown], choices)
    turning = here.turning(lambda number: ShowGroup(group.id, number))
    return Screen(_paragraphs(text, here.line()), (*buttons, *turning, row(SHELVES, HOME)), choices=choices)


def answer(
    article: Article,
    related: Sequence[Article],
    also: Sequence[Article] = (),
    *,
    can_ask: bool = True,
    can_book: bool = True,
    is_overdue: bool = False,
) -> Screen:
    """An answer with its ways on; `also` answers the other questions of the same message."""
    trust = _trust(article, is_overdue=is_overdue)
    pieces = (f"<b>{escape(article.title)}</b>", *markup.blocks(article.body), *trust)
    *before, text = markup.pages(pieces, TEXT_LIMIT)
    rows: list[Row] = [
        row(
            Button("👍 Помогло", Rate(article.id, helped=True)), Button("👎 Не помогло", Rate(article.id, helped=False))
        )
    ]
    rows += column(Button(f"Ещё вы спросили: {other.title}", ShowArticle(other.id, "s")) for other in also)
    others = [other for other in related if other not in also][:RELATED]
    rows += column(Button(other.title, ShowArticle(other.id, "r")) for other in others)
    rows += _official(article)
    rows += [row(visit_library(article.topic or "-"))] if can_book else []
    rows += [row(ask_librarian(article.id))] if can_ask else []
    rows.append(row(SHELVES, HOME))
    return Screen(text, tuple(rows), before=tuple(before), keeps_numbers=True)


def suggestions(articles: Sequence[Article]) -> Screen:
    """Up to three questions that may have been meant."""
    text = "Вы имели в виду что-то из этого?\n\nНажмите на свой вопрос или напишите его номер."
    choices = tuple(ShowArticle(article.id, "s") for article in articles)
    buttons = _numbered([article.title for article in articles], choices)
    return Screen(text, (*buttons, row(Button("Нет, другое", NoneFits()))), choices=choices)


def nothing_found(region: Region, *, can_ask: bool) -> Screen:
    """No answer: said honestly, with a way to a person."""
    person = "\n\nВаш вопрос можно передать библиотекарю: нажмите кнопку ниже." if can_ask else ""
    text = (
        "Я не нашёл ответа на этот вопрос. Гадать не буду.\n\n"
        "Попробуйте написать короче и другими словами, например: «не приходит СМС»."
        f"{person}\n\n{phones(region)}"
    )
    return Screen(text, ((row(ask_librarian()),) if can_ask else ()) + (row(SHELVES, HOME),))


def gone(region: Region) -> Screen:
    """The article behind an old button is no longer there."""
    text = f"Этого ответа больше нет: справочник обновили.\n\nНапишите вопрос своими словами.\n\n{phones(region)}"
    return Screen(text, (row(SHELVES, HOME),))


def helped() -> Screen:
    """Thanks for the rating «Помогло»."""
    return Screen("Спасибо! Рады, что помогло. Если появится ещё вопрос — просто напишите его.")


def not_helped(article: Article, related: Sequence[Article], region: Region, *, can_ask: bool) -> Screen:
    """What to do when the answer did not help."""
    text = "Жаль, что не помогло. Спасибо, что сказали: я это записал.\n\nЧто можно сделать сейчас:"
    steps = ["напишите вопрос другими словами;"]
    steps += ["спросите библиотекаря: он ответит здесь, в чате;"] if can_ask else []
    steps.append("позвоните.")
    numbered = "\n".join(f"{number}. {step[0].upper()}{step[1:]}" for number, step in enumerate(steps, 1))
    rows = column(Button(other.title, ShowArticle(other.id, "r")) for other in related[:2])
    asking = (row(ask_librarian(article.id)),) if can_ask else ()
    return Screen(f"{text}\n{numbered}\n\n{phones(region)}", (*rows, *asking, row(SHELVES, HOME)))


def _trust(article: Article, *, is_overdue: bool) -> tuple[str, ...]:
    lines = [f"Проверено: {day_in_full(article.checked)}"] if article.checked else []
    if article.confidence is Confidence.ADVICE:
        lines.append("Это подсказка библиотеки, а не правило портала.")
    if article.may_change and (is_overdue or article.confidence is Confidence.PARTIAL):
        lines.append(f"Это могло измениться: {article.may_change}")
    elif is_overdue:
        lines.append("Этот ответ давно не перечитывали: уточните, не изменилось ли что-нибудь.")
    return tuple(f"<i>{escape(line, quote=False)}</i>" for line in lines)


def _official(article: Article) -> list[Row]:
    # A link that no person has opened may lead an old person astray: it is not shown.
    return [row(LinkButton("Открыть на официальном сайте", article.link))] if article.link and article.checked else []


def _numbered(titles: Sequence[str], choices: Sequence[Action]) -> tuple[Row, ...]:
    pairs = zip(titles, choices, strict=True)
    return column(Button(f"{number}. {title}", action) for number, (title, action) in enumerate(pairs, 1))


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))
