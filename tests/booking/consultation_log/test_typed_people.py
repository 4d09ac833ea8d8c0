"""What librarians type of people who were helped: every piece is read, or named as unknown."""

from datetime import date
from pathlib import Path

import pytest

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.typed_people import TypedPeople, read_people
from bot.booking.consultation_log.typed_sheet import is_sheet, read_sheet
from bot.booking.typed.typed_topic import read_topic
from bot.region.topics import load_topics
from bot.understanding.extractors.topic_words import topic_in

TOPICS, _ = load_topics(Path("data/topics.yaml"))
TODAY = date(2026, 12, 4)


def find_topic(words: str) -> str | None:
    if topic := read_topic(words, TOPICS):
        return topic.id
    found = topic_in(words)
    return found[0] if found and set(words.split()) <= found[1] else None


def passport(people: int) -> HelpedPeople:
    return HelpedPeople(people, "passport")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("двенадцать по паспорту", 12),
        ("12 человек паспорт", 12),
        ("паспорт × 12", 12),
        ("паспорт х12", 12),
        ("двадцать пять по паспорту", 25),
        ("трое с паспортом", 3),
        ("паспорт", 1),
        ("паспорт × 0", 0),
        ("паспорт × 1000", 1000),
    ],
)
def test_so_many_with_one_topic(text: str, people: int) -> None:
    assert read_people(text, find_topic) == TypedPeople((passport(people),))


def test_a_total_topics_and_the_telephone_are_told_apart() -> None:
    read = read_people("всего 9, паспорт 2, пароль 3; по телефону 1 и без темы 2", find_topic)

    assert read.total == 9
    assert read.helped == (
        passport(2),
        HelpedPeople(3, "recovery"),
        HelpedPeople(1, None, HelpKind.PHONE),
        HelpedPeople(2, None),
    )
    assert read.without_topic == 1
    assert read.with_rest()[-1] == HelpedPeople(1)


def test_one_topic_said_twice_is_one_line() -> None:
    assert read_people("паспорт 2, паспорт 3", find_topic).helped == (passport(5),)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("паспорт 2, огород 3", ("огород 3",)),
        ("паспорт 2 пароль 3", ("паспорт 2 пароль 3",)),  # two numbers: it is not known what each counts
        ("7, 5, паспорт 2", ("5",)),  # two totals
        ("несколько паспорт", ("несколько паспорт",)),
        ("<b>паспорт</b> 2", ("<b>паспорт</b> 2",)),
    ],
)
def test_what_names_no_topic_is_named(text: str, unknown: tuple[str, ...]) -> None:
    assert read_people(text, find_topic).unknown == unknown


@pytest.mark.parametrize(
    ("text", "day", "people"),
    [
        ("лист за 3 декабря: 7, паспорт 2, пароль 3", date(2026, 12, 3), "7, паспорт 2, пароль 3"),
        ("Лист за вчера: 5", date(2026, 12, 3), "5"),
        ("внесите лист за 30 ноября: 5", date(2026, 11, 30), "5"),
        ("лист: двое по паспорту", TODAY, "двое по паспорту"),
        ("лист за 3 декабря 7, паспорт 2", date(2026, 12, 3), "7, паспорт 2"),
        ("лист за 31 февраля: 5", None, "5"),
        ("лист за неделю: 5", None, "5"),
    ],
)
def test_the_sheet_of_a_day_has_a_day_and_people(text: str, day: date | None, people: str) -> None:
    read = read_sheet(text, TODAY)

    assert read is not None
    assert (read.day, read.people) == (day, people)


@pytest.mark.parametrize(
    "text", ["лист на завтра", "распечатай лист на 3 декабря", "лист за 3 декабря", "листья: 5", ""]
)
def test_other_words_are_no_sheet(text: str) -> None:
    assert not is_sheet(text)


def test_the_total_is_that_of_the_only_topic_without_a_number() -> None:
    assert read_people("пришло семеро, пароль", find_topic) == TypedPeople((HelpedPeople(7, "recovery"),))
    assert read_people("пришло трое, пароль и паспорт", find_topic).without_topic == 1
