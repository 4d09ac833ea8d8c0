"""Topics that the region has added are heard by their titles and other wordings, as ours are."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.region.topics import Topic, load_topics
from bot.safety.live_dangers import LiveDangers
from bot.understanding.acts import ActName
from bot.understanding.extractors.topic_words import topic_in
from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import Turns
from tests.stage import DATA, the_acts
from tests.understanding.conftest import directory

TOPICS, _ = load_topics(Path("data/topics.yaml"))
OWN = (
    *TOPICS,
    Topic("gto", "Помощь со спортом", 20, (), (), ("знак ГТО", "нормативы")),
    Topic("poster", "Афиша и билеты", 20, (), (), ("Пушкинская карта",)),
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("запишите на знак гто", "gto"),
        ("сдать нормативы", "gto"),
        ("помогите со спортом", "gto"),
        ("внуку пушкинскую карту", "poster"),
        ("афишу и билеты посмотреть", "poster"),
        ("паспорт внуку", "passport"),
        ("другой вопрос", None),
        ("билеты", None),
        ("карта", None),
    ],
)
def test_own_topics_are_heard(text: str, topic: str | None) -> None:
    found = topic_in(text, OWN)

    assert (found and found[0]) == topic


def test_the_topic_is_heard_in_a_booking(monday: datetime) -> None:
    understanding = Understanding(the_acts(), directory, LiveDangers(DATA).look, lambda: OWN)

    (act,) = understanding.understand("запишите меня на знак гто завтра в 10", Turns(), monday).acts

    assert (act.name, act.slots.topic) == (ActName.BOOK, "gto")
