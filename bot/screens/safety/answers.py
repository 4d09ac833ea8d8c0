"""Danger and crisis: what to do now stands in the first line."""

from html import escape

from bot.faq.article import Article
from bot.safety.threat import MOST_STEPS, Answer, Imitated, Kind
from bot.screens.actions import ShowArticle
from bot.screens.common_buttons import HOME
from bot.screens.safety.actions import AskWhatIsDone, SayNumberAgain
from bot.screens.screen import Button, Row, Screen, row


def crisis(answer: Answer) -> Screen:
    """The answer to a crisis: a number to call and nothing else; what is typed next may ask for it again."""
    text = "\n\n".join((f"<b>{escape(answer.now)}</b>", *map(escape, answer.then)))
    return Screen(text, choices=(SayNumberAgain(answer.kind),))


def alarm(answer: Answer, imitated: Imitated | None, article: Article | None, way_back: Button | None) -> Screen:
    """What to do now, then the rest, then the article and the way back to what was begun: a phone shows it whole."""
    steps = "\n".join(f"• {escape(step)}" for step in (*_forgery(imitated), *answer.then)[:MOST_STEPS])
    parts = [f"<b>{escape(answer.now)}</b>", *([steps] if steps else [])]
    return Screen("\n\n".join(parts), below_alarm(answer, article, way_back))


def below_alarm(answer: Answer, article: Article | None, way_back: Button | None) -> tuple[Row, ...]:
    """The article, what is done already, and the ways out: three rows at most."""
    more = (row(Button(article.title, ShowArticle(article.id, "r"))),) if article else ()
    done = Button("Что уже случилось?", AskWhatIsDone(answer.kind))
    return (*more, row(done), row(way_back, HOME)) if way_back else (*more, row(done, HOME))


def noted() -> Screen:
    """To «поняла» and «не назвала» after an alarm."""
    return Screen(
        "Хорошо. Позвонят или напишут снова — положите трубку, ничего не называйте и не платите.", (row(HOME),)
    )


def surely_fraud(kind: Kind | None) -> Screen:
    """To «это мошенники?» after an alarm of that kind."""
    return Screen(
        "Да, так делают мошенники. Ничего не называйте, не платите и по ссылкам не переходите.\n\n"
        "Сомневаетесь — спросите сами: 8 800 100-70-10.",
        _ways_on(kind),
    )


def whom_to_ring(kind: Kind | None) -> Screen:
    """To «куда звонить» and «деньги вернут?» after an alarm of that kind."""
    return Screen(
        "Сначала — в свой банк: номер на обороте карты. Потом — в полицию, 102. О Госуслугах — 8 800 100-70-10.\n\n"
        "Вернут ли деньги, я не знаю: спросите в банке. Чем раньше позвоните, тем лучше.",
        _ways_on(kind),
    )


def _ways_on(kind: Kind | None) -> tuple[Row, ...]:
    return (row(Button("Что уже случилось?", AskWhatIsDone(kind))), row(HOME)) if kind else (row(HOME),)


def noted_in_crisis() -> Screen:
    """To «вызвала», «приехали» after the number was given."""
    return Screen("Хорошо. Станет хуже — звоните 112 ещё раз, это бесплатно.")


def thanked_in_crisis(kind: str) -> Screen:
    """To thanks after the number was given: it may be a farewell, so the number stays at hand."""
    text = "Пожалуйста. Станет хуже — звоните 112, бесплатно, днём и ночью. Можете писать и мне."
    return Screen(text, choices=(SayNumberAgain(kind),))


def caution(words: str) -> str:
    """The line of caution above the ordinary answer; what to do in a danger is a button of the menu."""
    return f"<b>{escape(words)}</b>"


def _forgery(imitated: Imitated | None) -> tuple[str, ...]:
    return (f"Этот адрес — подделка. {imitated.owner}: {imitated.host}.",) if imitated else ()
