"""What is never answered at once, however near an article is."""

import pytest

from bot.faq.search.restraint import NO_THING, OTHER_OWNER, has_thing
from bot.faq.search.search import Decision
from tests.stage import the_faq


@pytest.mark.parametrize(
    "text", ["сколько стоит", "а какие документы?", "и где это", "как долго ждать", "что нужно взять"]
)
def test_a_message_without_a_thing_is_never_answered_at_once(text: str) -> None:
    engine = the_faq().engine

    assert not has_thing(text.strip("?").split())
    assert engine.read(text).doubt == NO_THING or engine.ask(text).hits[0].score == 1.0


@pytest.mark.parametrize("text", ["сколько стоит загранпаспорт", "какие документы на пособие", "пенсия", "паспорт где"])
def test_a_noun_of_ones_own_is_a_thing(text: str) -> None:
    assert has_thing(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "забыл пароль от вайфая",
        "забыла пароль от сбербанка",
        "не помню пароль от телефона",
        "как восстановить пароль от вконтакте",
        "забыла пароль от инстаграма",
        "перечень документов для регистрации машины",
    ],
)
def test_a_thing_of_another_owner_is_never_answered_with_the_portals(text: str) -> None:
    reading = the_faq().engine.read(text)

    assert (reading.doubt, reading.decision) == (OTHER_OWNER, Decision.SUGGEST)


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("забыла пароль от личного кабинета", "login-forgot"),
        ("регистрация через сбербанк онлайн", "conf-banks"),
        ("документы для регистрации машины", "vehicle-register"),
        ("пароль от почты", "change-email"),
        ("пароль от электронного дневника", "e-diary"),
    ],
)
def test_an_article_that_speaks_of_the_owner_answers(text: str, article: str) -> None:
    finding = the_faq().engine.ask(text)

    assert (finding.decision, finding.hits[0].article) == (Decision.ANSWER, article)


def test_what_a_thing_is_for_is_no_question_of_what_is_needed() -> None:
    names = the_faq().engine.read("для чего нужен полис").features

    assert "?зачем" in names
    assert "?какие документы" not in names
