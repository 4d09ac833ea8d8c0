"""What is written beside a shown letter: a part of it, a wish of its own, or to be asked about."""

import pytest

from bot.handlers.questions.beside_letter import Belongs, belongs
from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import AskedFor, Turns
from tests.stage import the_faq
from tests.understanding.conftest import MONDAY, the_understanding

SHOWN = Turns(asked=AskedFor.YES_NO, options=("Отправить", "Исправить", "Не отправлять"))


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return the_understanding()


def _where(text: str, understanding: Understanding) -> Belongs:
    understood = understanding.understand(text, SHOWN, MONDAY)
    return belongs(text, understood.acts, understood.choice, the_faq().engine.read(text), None)


@pytest.mark.parametrize(
    "text",
    [
        "и ещё он плохо слышит",
        "забыла добавить: это про соседку",
        "ой, забыл сказать: у него слуховой аппарат",
        "допишите, что мы приедем на автобусе",
        "ей восемьдесят два года",
        "просто у нас автобус раз в день",
        "и паспорт старый, советский",
        "а с ребёнком можно?",
        "перезвоните мне после обеда",
        "и сколько это займёт",
    ],
)
def test_what_goes_on_is_added_to_the_letter(text: str, understanding: Understanding) -> None:
    assert _where(text, understanding) is Belongs.ADDED


@pytest.mark.parametrize(
    "text",
    [
        "сколько стоит загранпаспорт на десять лет",
        "а как получить выписку из ЕГРН?",
        "где МФЦ в Невеле",
        "какие у меня записи",
        "отмените мою запись",
        "спасибо вам",
    ],
)
def test_what_stands_by_itself_is_served_apart(text: str, understanding: Understanding) -> None:
    assert _where(text, understanding) is Belongs.APART


@pytest.mark.parametrize(
    "text", ["а вы в субботу работаете?", "не приходит код подтверждения", "есть ли у вас принтер"]
)
def test_what_may_be_either_is_asked_about(text: str, understanding: Understanding) -> None:
    assert _where(text, understanding) is Belongs.UNSURE
