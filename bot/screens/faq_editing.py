"""Admins mend answers: find one, add how people ask it, change the text, say that it was checked."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

from bot.faq import markup
from bot.faq.article import Article
from bot.faq.takeovers import Takeover
from bot.problems import Problem
from bot.screens.actions import ShowArticle, StopAsking
from bot.screens.editing_actions import (
    AddGap,
    AddWording,
    ChangeText,
    DropWording,
    FindArticle,
    KeepText,
    KeepWording,
    MarkChecked,
    MendArticle,
)
from bot.screens.faq import TEXT_LIMIT
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.typed_answers import folded
from bot.screens.ways_out import HOME
from bot.screens.words import day_in_full, plural

_STOP = row(Button("Отменить", StopAsking()))
# Buttons under the editor's questions, today's and older ones: typed, they are answers and no citizen's question.
_LEAVING = frozenset({"не добавлять", "не менять", "отменить"})
_LABELS = _LEAVING | {
    "да добавить",
    "все равно добавить",
    "добавить",
    "записать",
    "написать иначе",
    "открыть тот ответ",
}
_LABELS |= {"добавить вопрос", "убрать вопрос", "изменить ответ", "другой ответ", "найти другой ответ"}
SHOWN = 5  # questions that would change hands
_ANOTHER = Button("Другой ответ", FindArticle())
_BY_HAND = "Файлы ответов здесь закрыты для записи. Поправьте файл на сервере: он в папке data/faq."


def which_article() -> Screen:
    """The admin names it in words."""
    return Screen("Какой ответ поправить? Напишите слова из вопроса или имя статьи.", (_STOP,))


def found(articles: Sequence[Article]) -> Screen:
    """Those the words may mean."""
    if not articles:
        return Screen("Такого ответа я не нашёл. Напишите другими словами.", (_STOP,))
    actions = tuple(MendArticle(article.id) for article in articles)
    return Screen("Какой из них? Нажмите или напишите номер.", (*_list(articles, actions), row(HOME)), choices=actions)


def where_to(gap: str, mark: str, articles: Sequence[Article]) -> Screen:
    """Which article a question asked in vain belongs to."""
    actions = tuple(AddGap(mark, article.id) for article in articles)
    text = f"Люди спрашивают: «{escape(gap)}».\n\nКакой ответ им нужен? Я запомню, что так тоже спрашивают."
    other = Button("Найти другой ответ", FindArticle(mark))
    return Screen(text, (*_list(articles, actions), row(other), row(HOME)), choices=actions)


def gap_gone() -> Screen:
    """Somebody has dealt with it."""
    return Screen("Этого вопроса в списке уже нет. Весь список: /unanswered.", (row(HOME),))


def card(article: Article, done: str = "") -> Screen:
    """The article as its editors see it."""
    wordings = "\n".join(f"{number}. {escape(one)}" for number, one in enumerate(article.variants, 1))
    checked = f"сверен {day_in_full(article.checked)}" if article.checked else "с порталом никто не сверял"
    again = f"\nПеречитать до: {day_in_full(article.review_by)}" if article.review_by else ""
    text = (
        f"<b>{escape(article.title)}</b>\n{article.group}/{article.id}.md\n\n"
        f"Ответ: {checked}.{again}\n\nКак об этом спрашивают:\n{wordings}"
    )
    *before, text = markup.pages(tuple(filter(None, (done, text))), TEXT_LIMIT)
    rows = (
        row(Button("Добавить вопрос", AddWording(article.id)), Button("Убрать вопрос", DropWording(article.id))),
        row(Button("Изменить ответ", ChangeText(article.id))),
        row(Button("Сверено сегодня", MarkChecked(article.id, sure=False))),
        row(Button("Как видят люди", ShowArticle(article.id))),
        row(_ANOTHER, HOME),
    )
    return Screen(text, rows, before=tuple(before))


def type_wording(article: Article) -> Screen:
    """One more way to ask."""
    text = f"<b>{escape(article.title)}</b>\n\nНапишите, как ещё об этом спрашивают, словами человека."
    return Screen(text, (_STOP,))


def type_number(article: Article) -> Screen:
    """Which wording goes."""
    return Screen(f"<b>{escape(article.title)}</b>\n\nКакой вопрос убрать? Напишите его номер из списка.", (_STOP,))


def no_such_number(article: Article) -> Screen:
    """Asked again."""
    count = plural(len(article.variants), "вопрос", "вопроса", "вопросов")
    return Screen(f"Здесь {count}. Напишите номер из списка.", (_STOP,))


def type_text(article: Article) -> Screen:
    """The whole answer as it is written in the file, to be copied and mended."""
    ask = (
        "Сейчас так, вместе с разметкой: нажмите на текст, чтобы скопировать. Пришлите новый ответ целиком.\n\n"
        "Первый абзац отвечает сам. Жирное — **так**, шаги — «1.», список — «-»."
    )
    return Screen(ask, (_STOP,), before=(f"<pre>{escape(article.body)}</pre>",))


def preview(article: Article, text: str) -> Screen:
    """As citizens would see it."""
    shown = markup.pages((f"<b>{escape(article.title)}</b>", *markup.blocks(text)), TEXT_LIMIT)
    rows = (
        row(Button("Записать", KeepText(article.id))),
        row(Button("Написать иначе", ChangeText(article.id))),
        row(Button("Не менять", MendArticle(article.id)), HOME),
    )
    ask = "Так это увидят люди. Записать? Отметка о сверке снимется: новый текст ещё никто не сверял."
    return Screen(ask, rows, before=shown)


def check_first(article: Article) -> Screen:
    """Asked once more: people will see «проверено» and the link."""
    text = (
        f"<b>{escape(article.title)}</b>\n\nВы сами открыли портал и сверили каждый шаг? "
        "Люди увидят под ответом «Проверено» с сегодняшним днём и ссылку на портал."
    )
    sure = Button("Да, всё сверено", MarkChecked(article.id, sure=True))
    return Screen(text, (row(sure), row(Button("Нет", MendArticle(article.id)), HOME)))


def is_label(text: str) -> bool:
    """Whether these are the words of a button of the editor's."""
    return folded(text) in _LABELS


def is_leaving(text: str) -> bool:
    """The same of a button that leaves everything as it is."""
    return folded(text) in _LEAVING


def no_question(text: str) -> Screen:
    """«да», a greeting or a button's words where a question is awaited."""
    return Screen(f"«{escape(shorten(text, 60))}» — не вопрос, так никто не ищет. Напишите словами человека.", (_STOP,))


def twin(wording: str, other: Article) -> Screen:
    """Another article is found by it already."""
    text = f"«{escape(wording)}» уже есть в ответе «{escape(other.title)}». Напишите другими словами."
    return Screen(text, (row(Button("Открыть тот ответ", MendArticle(other.id))), _STOP))


def takes_over(article: Article, wording: str, taken: Sequence[Takeover]) -> Screen:
    """What the wording would take from other answers, before it is added."""
    lines = [_taken(one) for one in taken[:SHOWN]]
    more = len(taken) - SHOWN
    lines += [f"И ещё {plural(more, 'вопрос', 'вопроса', 'вопросов')}."] if more > 0 else []
    text = f"Если добавить «{escape(wording)}», другие вопросы найдут не свой ответ:\n\n" + "\n".join(lines)
    sure = row(Button("Да, добавить", KeepWording(article.id)))
    ask = "Добавить? Или напишите вопрос другими словами."
    return Screen(f"{text}\n\n{ask}", (sure, row(Button("Не добавлять", MendArticle(article.id)), HOME)))


def _taken(one: Takeover) -> str:
    words, before, after = escape(one.words), escape(one.before.title), escape(one.after.title)
    if one.shared:
        return f"• «{words}»: теперь люди будут выбирать между «{before}» и «{after}»."
    return f"• «{words}»: теперь найдётся не «{before}», а «{after}»."


def type_again(id_: str) -> Screen:
    """The typed wording was not kept so long."""
    again = row(Button("Добавить вопрос", AddWording(id_)))
    return Screen("Этих слов у меня уже нет. Пришлите их ещё раз.", (again, row(HOME)))


def too_long(limit: int) -> Screen:
    """Nobody types so much."""
    return Screen(f"Вопрос должен быть короче: до {limit} знаков, как пишут люди.", (_STOP,))


def refused(problems: Sequence[Problem]) -> Screen:
    """What would be wrong with the file."""
    lines = "\n".join(f"• {escape(problem.reason)} {escape(problem.cure)}" for problem in problems[:5])
    return Screen(f"Так записать нельзя, файл остался прежним:\n{lines}\n\nПришлите исправленный текст.", (_STOP,))


def gone() -> Screen:
    """The article is there no more."""
    return Screen("Этого ответа больше нет.", (row(_ANOTHER, HOME),))


def unwritable() -> Screen:
    """The owner keeps the files closed."""
    return Screen(_BY_HAND, (row(HOME),))


def start_again(id_: str) -> Screen:
    """The typed text waits no more: it is written down, or was kept too long."""
    text = "Этот текст больше не ждёт записи: он уже записан, или прошло слишком много времени. Посмотрите ответ."
    return Screen(
        text, (row(Button("Открыть ответ", MendArticle(id_)), Button("Изменить", ChangeText(id_))), row(HOME))
    )


def wording_added(*, found_first: bool) -> str:
    """Said above the card."""
    return DONE if found_first else f"{DONE} По этим словам первым находится пока другой ответ: добавьте ещё вариант."


DONE = "Записал. Прежняя версия файла сохранена."


def _list(articles: Sequence[Article], actions: Sequence[AddGap | MendArticle]) -> tuple[Row, ...]:
    return column(
        Button(f"{number}. {article.title}", action)
        for number, (article, action) in enumerate(zip(articles, actions, strict=True), 1)
    )
