"""Answers name the place and the words to write: no bare terms, no «separate answer», no «there» of two places."""

import re

import pytest

from bot.faq.search.decision import Decision
from tests.stage import the_faq

TO_WRITE = sorted(
    {
        (article.id, words)
        for article in the_faq().library.articles
        for words in re.findall(r"[Нн]апишите боту: «([^»]+)»", article.body)
    }
)


@pytest.mark.parametrize(("name", "words"), TO_WRITE)
def test_words_that_an_answer_asks_to_write_find_another_answer_at_once(name: str, words: str) -> None:
    finding = the_faq().engine.ask(words)

    assert finding.decision is Decision.ANSWER
    assert finding.hits[0].article != name


@pytest.mark.parametrize(
    "vague",
    [
        r"отдельный ответ",
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
    found = [
        article.id for article in the_faq().library.articles if re.search(vague, f"{article.short} {article.body}")
    ]

    assert found == []


@pytest.mark.parametrize("name", ["sanatorium", "srv-nsu", "term-edv"])
def test_title_of_labour_veteran_is_told_to_give_no_federal_help(name: str) -> None:
    found = the_faq().library.article(name)

    assert found is not None
    assert "Звания «Ветеран труда»" in found.body
