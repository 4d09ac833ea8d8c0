"""Answers name the place and the words to write: no bare terms, no «separate answer», no «there» of two places."""

import re

import pytest

from bot.faq.answer_parts import parts_of
from bot.faq.search.decision import Decision
from tests.stage import the_faq

ARTICLES = the_faq().library.articles
TO_WRITE = sorted(
    {(article.id, words) for article in ARTICLES for words in re.findall(r"[Нн]апишите боту: «([^»]+)»", article.body)}
)


@pytest.mark.parametrize(("name", "words"), TO_WRITE)
def test_words_that_an_answer_asks_to_write_find_another_answer_at_once(name: str, words: str) -> None:
    finding = the_faq().engine.ask(words)

    assert finding.decision is Decision.ANSWER
    assert finding.hits[0].article != name


@pytest.mark.parametrize(
    "vague",
    [
        r"отдельны[йе] ответ",
        r"есть ответ",
        r"[Пп]осмотрите ответ",
        r"(?:читайте|как —) в ответе",
        r"абонентск",
        r"журнал событий безопасности",
        r"официального магазина (?:вашего )?телефона",
        r"connectgaz",
        r"[Сс]просите там же",
    ],
)
def test_no_answer_sends_people_by_a_term_or_to_an_unnamed_place(vague: str) -> None:
    found = [article.id for article in ARTICLES if re.search(vague, f"{article.short} {article.body}")]

    assert found == []


def test_max_is_called_a_messenger_where_an_answer_names_it_first() -> None:
    firsts = {article.id: article.body.partition("MAX")[0] for article in ARTICLES if "MAX" in article.body}
    bare = [name for name, before in firsts.items() if "мессенджер" not in before.lower()]

    assert bare == ["term-max"]  # whose first sentence says what it is


@pytest.mark.parametrize("term", ["сеансы", "ЖКУ", "РВП", "ЕБС", "УЭК", "ЕДВ", "НСУ"])
def test_a_term_stands_beside_its_plain_words(term: str) -> None:
    plain = re.compile(rf"\({term}\)|{term} (?:\(|—)|{term}» \(|«{term}»\)")
    bare = [article.id for article in ARTICLES if term in article.body and not plain.search(article.body)]

    assert bare == []


def test_who_reads_of_the_first_of_october_is_told_what_comes_after_it() -> None:
    named = [article for article in ARTICLES if "до 1 октября" in article.body]

    assert len(named) > 3
    assert [article.id for article in named if "январ" not in article.body] == []


def test_code_is_asked_for_only_when_the_lost_card_has_been_given_anew() -> None:
    lost = the_faq().library.article("lost-phone")

    assert lost is not None
    assert lost.body.index("Новая сим-карта.") < lost.body.index("«Забыли пароль?»")


@pytest.mark.parametrize(
    ("name", "neighbour"),
    [
        ("benefit-apply-online", "benefit-extend"),
        ("e-diary", "login-error"),
        ("refund-duty", "srv-complaint"),
        ("safe-helper-relative", "change-password"),
        ("social-contract", "lib-lawyer"),
        ("srv-app", "login-max-off"),
        ("status-check-how", "ps-mfc"),
    ],
)
def test_what_the_text_sends_to_stands_among_its_neighbours(name: str, neighbour: str) -> None:
    found = the_faq().library.article(name)

    assert found is not None
    assert neighbour in found.related


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("care-supplement", "С 80 лет или при I группе"),
        ("funeral-benefit", "не был пенсионером"),
        ("residence-temp", "дольше 90 дней"),
        ("srv-debts", "по алиментам — от 10 000"),
        ("srv-overhaul", "кто живёт один"),
    ],
)
def test_the_short_answer_holds_the_condition_without_which_it_is_wrong(name: str, condition: str) -> None:
    found = the_faq().library.article(name)

    assert found is not None
    assert condition in parts_of(found).short


@pytest.mark.parametrize("name", ["sanatorium", "srv-nsu", "term-edv"])
def test_title_of_labour_veteran_is_told_to_give_no_federal_help(name: str) -> None:
    found = the_faq().library.article(name)

    assert found is not None
    assert "Звания «Ветеран труда»" in found.body
