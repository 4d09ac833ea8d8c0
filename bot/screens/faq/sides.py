"""One side of an answer that stands above: what it costs, how long it takes, what to bring; or that it is not known."""

from collections.abc import Sequence
from html import escape

from bot.faq.article import Article
from bot.faq.last_answers import SaidPart
from bot.faq.side_patterns import SideKind
from bot.screens.actions import Rate, ReadMore, ShowArticle, ShowSimilar
from bot.screens.common_buttons import SHELVES, ask_librarian
from bot.screens.screen import Button, Row, Screen, numbered, row

_ABOUT = {
    SideKind.PRICE: "о цене",
    SideKind.WAITING: "о том, сколько ждать,",
    SideKind.TIME: "о сроке",
    SideKind.VALID: "о том, на сколько это даётся,",
    SideKind.PAPERS: "о документах",
    SideKind.NUMBER: "о номере телефона",
    SideKind.BY_TELEPHONE: "о том, можно ли это сделать по телефону,",
    SideKind.WITHOUT_DEVICE: "о тех, у кого нет смартфона или интернета,",
    SideKind.WHERE_TO_GO: "о том, куда идти,",
    SideKind.IN_LIBRARY: "о помощи в библиотеке",
    SideKind.IN_MFC: "о МФЦ",
    SideKind.WHERE_TO_PRESS: "о том, где это на портале,",
    SideKind.REFUSED: "о том, что делать, если отказали,",
    SideKind.FRAUD: "об обмане",
    SideKind.CHILDREN: "о детях",
    SideKind.FOR_ANOTHER: "о том, можно ли сделать это за другого,",
    SideKind.ENTITLED: "о том, кому это положено,",
    SideKind.WITHOUT_PAPER: "о том, как быть без этого документа,",
}


def told(article: Article, sentences: Sequence[str], others: Sequence[Article] = ()) -> Screen:
    """The sentences of the answer that tell it; `others` may have been meant instead."""
    text = f"{_lines(sentences)}\n\n<i>Это из ответа: {escape(article.title)}</i>"
    if not others:
        return Screen(text, (_reading(article), _rating(article)), keeps_numbers=True)
    choices = tuple(ShowArticle(other.id, "s") for other in others)
    rows = (*numbered([other.title for other in others], choices), _reading(article))
    return Screen(f"{text}\n\nО другом? Нажмите на свой вопрос или напишите его номер.", rows, choices=choices)


def told_of_choice(article: Article, sentences: Sequence[str], others: Sequence[Article]) -> Screen:
    """The same where titles were to choose from: the first that tells it, and the others."""
    text = f"Если вы о том, что в ответе «{escape(article.title)}»:\n{_lines(sentences)}"
    choices = tuple(ShowArticle(other.id, "s") for other in others)
    instead = "\n\nО другом? Нажмите на свой вопрос или напишите его номер." if others else ""
    rows = (*numbered([other.title for other in others], choices), _reading(article))
    return Screen(f"{text}{instead}", rows, choices=choices)


def which(others: Sequence[Article]) -> Screen:
    """Asks back where a side was asked for, titles were to choose from, and none of the first tells it."""
    choices = tuple(ShowArticle(other.id, "s") for other in others)
    rows = (*numbered([other.title for other in others], choices), row(SHELVES))
    return Screen("О чём вы спрашиваете? Сначала нажмите на свой вопрос или напишите его номер.", rows, choices=choices)


def not_told(article: Article, side: SideKind | None, others: Sequence[Article], *, can_ask: bool) -> Screen:
    """The answer says nothing of it: nothing is guessed, a person is offered."""
    way = "Спросите библиотекаря." if can_ask else "Спросите в библиотеке или на линии Госуслуг 8 800 100-70-10."
    about = _ABOUT[side] if side else "об этом"
    text = f"В ответе «{escape(article.title)}» {about} не сказано, и я этого не знаю. {way}"
    choices = tuple(ShowArticle(other.id, "s") for other in others)
    beside = "\n\nИли, может быть, подойдёт другой ответ: нажмите или напишите его номер." if others else ""
    person = row(ask_librarian(article.id)) if can_ask else row(SHELVES)
    rows = (*numbered([other.title for other in others], choices), person, _reading(article))
    return Screen(f"{text}{beside}", rows, choices=choices, keeps_numbers=not choices)


def _lines(sentences: Sequence[str]) -> str:
    return "\n".join(escape(one, quote=False) for one in sentences)


def _reading(article: Article) -> Row:
    return row(
        Button("Подробнее", ReadMore(article.id, SaidPart.SHORT)), Button("Похожие вопросы", ShowSimilar(article.id))
    )


def _rating(article: Article) -> Row:
    return row(
        Button("👍 Помогло", Rate(article.id, helped=True)), Button("👎 Не помогло", Rate(article.id, helped=False))
    )
