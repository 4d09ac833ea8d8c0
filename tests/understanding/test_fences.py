"""Acts leave to the articles what is asked of the portal, and keep what is wished of the library."""

from datetime import datetime

import pytest

from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import NO_TURNS, AskedFor, Turns


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("до какого числа продлить выплату на второго, продление сделали сами", "benefit-extend"),
        ("можно продлить водительские права через портал", "srv-license"),
        ("хочу удалить себя с портала госуслуг", "login-delete"),
        ("как отменить согласие которое дала банку на портале", "login-consents"),
        ("Не работает! Не работает вход в госуслуги.", "login-error"),
        ("кошмар какой-то!!! к терапевту не записаться", "srv-doctor"),
        ("поменяйте фамилию в паспорте после свадьбы", "reg-surname"),
        ("пишет нет соединения, что делать", "site-not-opening"),
    ],
)
def test_a_thing_of_the_portal_is_asked_of_the_articles(
    understanding: Understanding, monday: datetime, text: str, article: str
) -> None:
    first = understanding.understand(text, NO_TURNS, monday).first

    assert first.name == "faq"
    assert article in first.slots.articles


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("продлите мне роман ещё на недельку", "other_library_service"),
        ("удалите мои данные из бота", "forget_me"),
        ("отмените запись на пятницу", "cancel"),
        ("поменяйте мне время на пятницу", "move"),
        ("как записаться к вам на консультацию", "book"),
        ("з опочки я", "place"),
        ("мы з печор", "place"),
        ("да", "yes"),
        ("не помогло", "not_helped"),
    ],
)
def test_a_wish_of_the_library_stays_a_deed(
    understanding: Understanding, monday: datetime, text: str, act: str
) -> None:
    assert understanding.understand(text, NO_TURNS, monday).first.name == act


@pytest.mark.parametrize("text", ["как записаться на приём", "как попасть на приём и записаться"])
def test_how_it_is_done_is_offered_beside_the_deed(understanding: Understanding, monday: datetime, text: str) -> None:
    understood = understanding.understand(text, NO_TURNS, monday)

    assert {act.name for act in understood.choice} == {"book", "faq"}


def test_not_working_is_of_the_answer_only_where_one_stands(understanding: Understanding, monday: datetime) -> None:
    turns = Turns(asked=AskedFor.HELPED, shown_articles=("login-error",), last_question="не могу войти")

    assert understanding.understand("не работает всё равно", turns, monday).first.name == "not_helped"
