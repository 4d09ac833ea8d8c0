"""Screens of editing answers: find an article, change its text, date it as checked; variants: `wording_edits`."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from bot.faq import markup
from bot.faq.article import Article
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.russian.words import day_in_full
from bot.screens.action import Action
from bot.screens.actions import ShowArticle, StopAsking
from bot.screens.common_buttons import HOME
from bot.screens.faq.answers import TEXT_LIMIT
from bot.screens.faq.editing_actions import (
    AddGap,
    AddWording,
    AnswerGap,
    ChangeText,
    ChangeTitle,
    ConfirmChecked,
    DropGap,
    DropWording,
    FindArticle,
    KeepText,
    MarkChecked,
    MendArticle,
    StartArticle,
)
from bot.screens.faq.place_actions import ChangeRelated, ChangeSection, ChangeTags, RemoveArticle
from bot.screens.screen import Button, Row, Screen, column, row

STOP = row(Button("Отменить", StopAsking()))
ANOTHER = Button("Другой ответ", FindArticle())


def which_article() -> Screen:
    """Asks the admin to name the article in words."""
    text = "Какой ответ поправить? Напишите слова из вопроса или имя статьи."
    return Screen(text, (row(Button("Новый ответ", StartArticle())), STOP))


def found(articles: Sequence[Article]) -> Screen:
    """Lists the articles that the words may mean."""
    if not articles:
        new = row(Button("Новый ответ", StartArticle()))
        return Screen("Такого ответа я не нашёл. Напишите другими словами.", (new, STOP))
    actions = tuple(MendArticle(article.id) for article in articles)
    return Screen("Какой из них? Нажмите или напишите номер.", (*_list(articles, actions), row(HOME)), choices=actions)


def where_to(gap: str, mark: str, articles: Sequence[Article]) -> Screen:
    """Asks which article an unanswered question belongs to."""
    actions = tuple(AddGap(mark, article.id) for article in articles)
    text = f"Люди спрашивают: «{escape(gap)}».\n\nКакой ответ им нужен? Я запомню, что так тоже спрашивают."
    other = Button("Найти другой ответ", FindArticle(mark))
    own = row(Button("Новый ответ", AnswerGap(mark)), Button("Это не вопрос", DropGap(mark)))
    return Screen(text, (*_list(articles, actions), row(other), own, STOP, row(HOME)), choices=actions)


def gap_dropped(gap: str) -> Screen:
    """Confirms that the words are on the list no more; they come back when somebody asks so again."""
    text = f"Убрал из списка: «{escape(gap)}». Остальные: /unanswered."
    return Screen(text, (row(HOME),))


def gap_gone() -> Screen:
    """Says that somebody has dealt with the unanswered question."""
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
        row(Button("Изменить ответ", ChangeText(article.id)), Button("Изменить название", ChangeTitle(article.id))),
        row(Button("Раздел", ChangeSection(article.id)), Button("Метки", ChangeTags(article.id))),
        row(Button("Что показать рядом", ChangeRelated(article.id))),
        row(Button("Сверено сегодня", MarkChecked(article.id, sure=False))),
        row(
            Button("Как видят люди", ShowArticle(article.id)),
            Button("Убрать ответ", RemoveArticle(article.id, sure=False)),
        ),
        row(ANOTHER, HOME),
    )
    return Screen(text, rows, before=tuple(before))


def type_text(body: str) -> Screen:
    """Shows the whole answer as it stands in the file, to be copied and edited."""
    region = (
        "\n\nСлова в скобках вроде {of_region} оставьте: бот подставит вместо них свою область." if "{" in body else ""
    )
    ask = (
        "Сейчас так, вместе с разметкой: нажмите на текст, чтобы скопировать. Пришлите новый ответ целиком.\n\n"
        "Первый абзац отвечает сам. Жирное — **так**, шаги — «1.», список — «-»."
    )
    return Screen(ask + region, (STOP,), before=(f"<pre>{escape(body)}</pre>",))


def preview(article: Article, text: str) -> Screen:
    """Shows the new answer as citizens would see it."""
    shown = markup.pages((f"<b>{escape(article.title)}</b>", *markup.blocks(text)), TEXT_LIMIT)
    rows = (
        row(Button("Записать", KeepText(article.id))),
        row(Button("Написать иначе", ChangeText(article.id))),
        row(Button("Не менять", MendArticle(article.id)), HOME),
    )
    ask = "Так это увидят люди. Записать? Отметка о сверке снимется: новый текст ещё никто не сверял."
    return Screen(ask, rows, before=shown)


def check_first(article: Article) -> Screen:
    """Asks once more before «проверено» and the link are shown to people."""
    text = (
        f"<b>{escape(article.title)}</b>\n\nВы сами открыли портал и сверили каждый шаг? "
        "Люди увидят под ответом «Проверено» с сегодняшним днём и ссылку на портал."
    )
    sure = Button("Да, всё сверено", ConfirmChecked(article.id, seen_mark(article, ArticlePart.FACTS)))
    return Screen(text, (row(sure), row(Button("Нет", MendArticle(article.id)), HOME)))


def gone() -> Screen:
    """Says that the article is there no more."""
    return Screen("Этого ответа больше нет.", (row(ANOTHER, HOME),))


def changed_text(article: Article, body: str) -> Screen:
    """Somebody has rewritten the answer while this admin wrote: both may be seen before one of them stands."""
    text = (
        "Ничего не записал: пока вы писали, этот ответ изменил кто-то другой. Выше — как он звучит сейчас. "
        "Записать ваш текст вместо него? Нынешний останется в «Прежних версиях» (/data)."
    )
    rows = (
        row(Button("Записать", KeepText(article.id))),
        row(Button("Написать иначе", ChangeText(article.id))),
        row(Button("Не менять", MendArticle(article.id)), HOME),
    )
    return Screen(text, rows, before=(f"<pre>{escape(body)}</pre>",))


CHANGED = "Ничего не записал: пока вы писали, это изменил кто-то другой. Вот как стало."


def start_again(id_: str, part: ArticlePart = ArticlePart.TEXT) -> Screen:
    """Says that what was typed for that part is awaited no more: it is written down, or was kept too long."""
    what, begin = _WAITED[part]
    text = f"{what} записи: уже записано, или прошло слишком много времени. Посмотрите ответ."
    return Screen(text, (row(Button("Открыть ответ", MendArticle(id_)), Button("Изменить", begin(id_))), row(HOME)))


_WAITED: Mapping[ArticlePart, tuple[str, Callable[[str], Action]]] = {
    ArticlePart.TEXT: ("Этот текст больше не ждёт", ChangeText),
    ArticlePart.TITLE: ("Это название больше не ждёт", ChangeTitle),
    ArticlePart.TAGS: ("Эти метки больше не ждут", ChangeTags),
    ArticlePart.RELATED: ("Этот список больше не ждёт", ChangeRelated),
    ArticlePart.SECTION: ("Этот раздел больше не ждёт", ChangeSection),
}


DONE = "Записал. Прежняя версия файла сохранена."


def _list(articles: Sequence[Article], actions: Sequence[AddGap | MendArticle]) -> tuple[Row, ...]:
    return column(
        Button(f"{number}. {article.title}", action)
        for number, (article, action) in enumerate(zip(articles, actions, strict=True), 1)
    )
