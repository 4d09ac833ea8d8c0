"""A short question after another leans on it, and never gets an answer without other titles beneath."""

import pytest

from bot.faq.search.reading import Before
from bot.faq.search.search import Decision, Finding
from tests.stage import the_faq


def after(question: str, text: str) -> Finding:
    engine = the_faq().engine
    first = engine.ask(question).hits[0].article
    related = the_faq().library.by_id[first].related
    return engine.ask(text, Before(question, first, related))


@pytest.mark.parametrize(
    ("question", "text", "article"),
    [
        ("как поменять права", "сколько стоит", "srv-license"),
        ("как прописаться", "а если временно", "residence-temp"),
        ("самозапрет на кредит", "а как снять", "credit-ban-off"),
        ("не приходит смс", "а на почту", "email-code-not-coming"),
        ("как получить загранпаспорт", "а как долго", "srv-passport-foreign"),
        ("запись к врачу", "а отменить", "doctor-problem"),
        ("как подтвердить личность", "сколько ждать", "conf-time"),
    ],
)
def test_a_follow_up_is_understood_with_the_question_before_it(question: str, text: str, article: str) -> None:
    finding = after(question, text)

    assert finding.hits[0].article == article
    assert finding.decision in {Decision.LIKELY, Decision.SUGGEST}


@pytest.mark.parametrize("text", ["что такое мфц", "а как записаться к врачу", "забыл пароль от госуслуг"])
def test_a_question_that_stands_by_itself_leans_on_nothing(text: str) -> None:
    assert after("как прописаться", text) == the_faq().engine.ask(text)


def test_words_that_are_an_article_s_own_are_not_answered_at_once_after_another_article() -> None:
    assert the_faq().engine.ask("что взять с собой").decision is Decision.ANSWER
    assert after("как получить загранпаспорт", "что взять с собой").decision is not Decision.ANSWER
