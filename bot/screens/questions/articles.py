"""An article of the FAQ as the answer to a question, and an answer offered as an article."""

from collections.abc import Sequence
from html import escape

from bot.faq.answer_parts import parts_of
from bot.faq.article import Article
from bot.questions.question import Question
from bot.screens.actions import AnswerQuestion, StopAsking
from bot.screens.common_buttons import HOME
from bot.screens.questions.actions import DropDraft, FindArticleToSend, SendArticle, SendDraft
from bot.screens.questions.thread import numbered, quoted
from bot.screens.screen import Button, Screen, row
from bot.screens.screen import numbered as lines

SHOWN = 5


def which_article(question: Question) -> Screen:
    """The librarian is asked for words of the article."""
    text = (
        f"{numbered(question)}: {quoted(question.text)}\n\nНапишите словами, о чём статья: «забыли пароль», "
        "«запись к врачу». Я покажу её до того, как отправить."
    )
    return Screen(text, (row(Button("Отменить", StopAsking())),))


def found_articles(question: Question, articles: Sequence[Article]) -> Screen:
    """The articles to choose from; other words may be written."""
    if not articles:
        text = "Такой статьи я не нашёл. Напишите другими словами или ответьте сами."
        return Screen(text, (row(Button("Ответить", AnswerQuestion(question.id))),))
    choices = tuple(SendArticle(question.id, one.id) for one in articles)
    titles = [one.title for one in articles]
    text = "\n".join((
        "Какую статью отправить? Нажмите, напишите номер или другие слова.",
        "",
        *(f"{number}. {escape(title)}" for number, title in enumerate(titles, 1)),
    ))  # fmt: skip
    return Screen(text, lines(titles, choices), choices=choices)


def as_answer(article: Article) -> str:
    """The article as it stands in lists among other answers."""
    return f"Статья «{article.title}»"


def shown_article(question: Question, article: Article, draft: int) -> Screen:
    """The article as the citizen would get it."""
    text = (
        f"<b>Отправить так?</b>\n\n{numbered(question)}: {quoted(question.text)}\n\n"
        f"Статья «{escape(article.title)}»:\n{parts_of(article).short}"
    )
    send = Button("Отправить", SendDraft(draft, question.id))
    other = Button("Другую", FindArticleToSend(question.id))
    return Screen(text, (row(send, other), row(Button("Не отправлять", DropDraft(draft, question.id)))))


def offered_to_admins(question: Question, *, is_admin: bool) -> Screen:
    """Confirms that admins have got the question with its answer."""
    if question.answer is None:
        return Screen(f"На вопрос № {question.id} ещё нет ответа: сделать статьёй нечего.", (row(HOME),))
    text = "Отправил вопрос и ваш ответ администраторам: они проверят его по источникам и сделают статью."
    return Screen(f"{text} Вы тоже администратор: /faqedit." if is_admin else text, (row(HOME),))
