"""Courtesy and circumstances around a question."""

import pytest

from bot.faq.search.decision import Decision
from bot.faq.search.framing import Framing
from bot.faq.search.search import Engine
from bot.faq.search.text_cleaner import words_of
from tests.faq.faq_of_few import FEW, SYNONYMS, article, engine_of_few

FRAMING = Framing(frozenset({"опочки", "опочке", "дно", "пушкину", "псковской"}))
ENGINE = engine_of_few()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Здравствуйте! Приложение вылетает", "приложение вылетает"),
        ("здраствуйте приложение вылетает, спасибо за ответ", "приложение вылетает"),
        ("Уважаемые сотрудники, подскажите пожалуйста, где код", "где код"),
        ("Такой вопрос: где код? Заранее вам благодарна", "где код"),
        ("Здравствуйте", "здравствуйте"),
        ("скажите код", "скажите код"),
        ("просят сказать спасибо коду", "просят сказать коду"),
    ],
)
def test_courtesy_is_dropped_where_something_else_remains(text: str, left: str) -> None:
    assert " ".join(FRAMING.without_courtesy(words_of(text))) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("живу в деревне, где код", "где код"),
        ("где код, мне 70 лет", "где код"),
        ("я из Опочки, где код", "где код"),
        ("где код? пенсионерка я", "где код"),
        ("мне семьдесят два года, где код", "где код"),
        ("я инвалид 2 группы, где код", "где код"),
        ("мне 14 лет, где код", "мне 14 лет где код"),
        ("я из банка, где код", "я из банка где код"),
        ("как инвалиду получить код", "как инвалиду получить код"),
        ("живу в деревне", "живу в деревне"),
    ],
)
def test_circumstances_are_dropped_where_something_else_remains(text: str, left: str) -> None:
    assert " ".join(FRAMING.without_circumstances(words_of(text))) == left


def test_a_name_of_a_place_stands_after_a_word_that_leads_to_one() -> None:
    assert FRAMING.named_places(words_of("дно в опочке сколько лет пушкину")) == {"опочке"}


@pytest.mark.parametrize("said", ["{}", "Здравствуйте! {}", "{} спосибо", "заранние благодарю, {}", "Дборый вечер! {}"])
def test_a_greeting_changes_nothing_in_the_answer(said: str) -> None:
    finding = ENGINE.ask(said.format("забыл пароль"))

    assert (finding.decision, finding.hits[0]) == (Decision.ANSWER, ENGINE.ask("забыл пароль").hits[0])


def test_where_a_person_lives_does_not_win_over_what_he_asks() -> None:
    village = article("village", "Живу в деревне, до города далеко", ["в деревне нет интернета", "мы в деревне"])
    engine = Engine.build([*FEW, village], SYNONYMS)

    assert engine.ask("живу в деревне, забыл пароль").hits[0].article == "password"
    assert engine.ask("живу в деревне, до города далеко").hits[0].article == "village"
    assert engine.ask("живу в деревне").hits[0].article == "village"


def test_who_a_person_is_with_hardly_a_word_more_is_never_sure() -> None:
    disability = article("disability", "Инвалидность", ["я инвалид", "стать инвалидом", "инвалиду"])
    engine = Engine.build([*FEW, disability], SYNONYMS)

    finding = engine.ask("я инвалид, что положено")

    assert (finding.decision, finding.hits[0].article) == (Decision.SUGGEST, "disability")


def test_a_part_that_asks_nothing_is_no_second_question() -> None:
    village = article("village", "Живу в деревне", ["в деревне"])
    engine = Engine.build([*FEW, village], SYNONYMS)

    assert engine.ask("забыл пароль. живу в деревне").parts == ()
