"""Rules that once hurt people (issue 10, number 24): the right one is told, the wrong one never returns."""

import pytest

from bot.faq.article import Article
from tests.stage import the_faq


def article(name: str) -> Article:
    found = the_faq().library.article(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("srv-license", "прибавьте три года"),
        ("srv-veteran", "мужчинам — 25 лет, женщинам — 20"),
        ("srv-subsidy", "Откажут, только если суд подтвердил долг"),
        ("srv-overhaul", "только если суд подтвердил его"),
        ("srv-debts", "не платить дольше двух месяцев — от 10 000 рублей"),
        ("srv-benefit-unified", "кто может работать, должен и заработать"),
        ("srv-doctor", "103 или 112"),
        ("doctor-problem", "103 или 112"),
    ],
)
def test_the_answer_holds_the_right_rule(name: str, right: str) -> None:
    assert right in article(name).body


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("srv-license", "**Срок прав вышел?** Пока не получите новые"),
        ("srv-veteran", "стаж: мужчинам — 40 лет"),
        ("srv-subsidy", "долгов быть не должно"),
        ("srv-overhaul", "- долгов по взносам нет"),
        ("srv-benefit-unified", "**Нулевой доход.**"),
    ],
)
def test_the_answer_does_not_tell_the_old_rule(name: str, wrong: str) -> None:
    assert wrong not in article(name).body
