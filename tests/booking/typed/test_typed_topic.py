"""The themes of the shipped file, named by words."""

from pathlib import Path

import pytest

from bot.booking.typed.typed_topic import read_topic
from bot.region.topics import Topic, load_topics

TOPICS, _ = load_topics(Path("data/topics.yaml"))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("паспорт", "passport"),
        ("пенсия", "pension"),
        ("пенся", "pension"),
        ("к врачу", "doctor"),
        ("штрафы", "fines"),
        ("Пособия и льготы", "benefits"),
        ("забыла пароль", "recovery"),
        ("другое", "other"),
        ("мошенники", "safety"),
        ("подтвердить личность", "confirmation"),
        ("пмогите зарегестрироватся", "registration"),
        ("маму насчёт пенсии", "pension"),
        ("хочу записать маму к доктору", "doctor"),
        ("нужно восстановить пароль", "recovery"),
    ],
)
def test_a_theme_is_known_by_words_of_its_title(text: str, topic: str) -> None:
    found = read_topic(text, TOPICS)

    assert found is not None
    assert found.id == topic


@pytest.mark.parametrize("text", ["", "да", "госуслуги", "не приходит смс", "про любовь", "паспорт " * 20])
def test_other_words_name_no_theme(text: str) -> None:
    assert read_topic(text, TOPICS) is None


OWN = (
    *TOPICS,
    Topic("gto", "Помощь со спортом", 20, (), (), ("знак ГТО", "нормативы")),
    Topic("poster", "Афиша и билеты", 20, (), (), ("Пушкинская карта",)),
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("знак гто", "gto"),
        ("хочу на знак ГТО", "gto"),
        ("про нормативы", "gto"),
        ("пушкинскую карту", "poster"),
        ("насчёт Пушкинской карты для внука", "poster"),
        ("билеты", "poster"),
    ],
)
def test_a_theme_is_known_by_its_other_wordings(text: str, topic: str) -> None:
    found = read_topic(text, OWN)

    assert found is not None
    assert found.id == topic


@pytest.mark.parametrize("text", ["карта", "знак", "карта банка", "нормативы и пушкинская карта"])
def test_half_a_wording_or_two_of_them_name_no_theme(text: str) -> None:
    assert read_topic(text, OWN) is None
