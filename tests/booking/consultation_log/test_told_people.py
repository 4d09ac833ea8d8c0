"""People of whom a librarian tells at any moment: read whole, or not at all."""

from datetime import date

import pytest

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.said_day import day_of_help
from bot.booking.consultation_log.told_people import ToldPeople, is_half_read, read_told
from bot.booking.consultation_log.typed_log import asks_for_log, asks_to_strike, day_words
from tests.booking.consultation_log.test_typed_people import find_topic

MONDAY = date(2026, 12, 7)


def find_outcome(words: str) -> str | None:
    return "explained" if words == "объяснили" else None


def read(text: str) -> ToldPeople | None:
    return read_told(text, MONDAY, find_topic, find_outcome)


@pytest.mark.parametrize(
    ("text", "helped", "total"),
    [
        ("пришло двое с паспортом и трое с пенсией", (HelpedPeople(2, "passport"), HelpedPeople(3, "pension")), None),
        ("пришло пятеро по пенсии и одна по паспорту", (HelpedPeople(5, "pension"), HelpedPeople(1, "passport")), None),
        ("пришло 5 человек, пароль 3, паспорт 1", (HelpedPeople(3, "recovery"), HelpedPeople(1, "passport")), 5),
        ("приходили трое: двое паспорт, один пенсия", (HelpedPeople(2, "passport"), HelpedPeople(1, "pension")), 3),
        ("вчера пришло 0 человек, пароль", (HelpedPeople(0, "recovery"),), None),
        ("трое по телефону, пенсия", (HelpedPeople(3, "pension", HelpKind.PHONE),), None),
        ("помогли по телефону, пенсия", (HelpedPeople(1, "pension", HelpKind.PHONE),), None),
        ("5 человек по телефону, пароль 2", (HelpedPeople(2, "recovery", HelpKind.PHONE),), 5),
        ("пароль 3, пенсия 2", (HelpedPeople(3, "recovery"), HelpedPeople(2, "pension")), None),
        ("пришла женщина, паспорт, объяснили", (HelpedPeople(1, "passport", outcome="explained"),), None),
        ("пришло сто двадцать человек", (), 120),
    ],
)
def test_every_number_has_its_topic(text: str, helped: tuple[HelpedPeople, ...], total: int | None) -> None:
    told = read(text)

    assert told is not None
    assert (told.people.helped, told.people.total) == (helped, total)


@pytest.mark.parametrize(
    "text",
    [
        "с утра пришли четверо, двоим пароль сделали, одной субсидию",
        "сегодня три, вчера два, все без записи",
        "пришла пенсия",
        "сколько человек пришло",
        "пришло 5 человек?",
        "запишите на завтра в 10",
        "запишите человека на завтра, пенсия",
        "пароль",
        "журнал дня",
    ],
)
def test_words_that_are_not_read_whole_tell_nothing(text: str) -> None:
    assert read(text) is None


def test_words_that_count_several_times_are_no_one_number() -> None:
    assert is_half_read("пришли четверо, двоим пароль сделали", MONDAY, find_topic, find_outcome)
    assert not is_half_read("пришёл мужик с трактором", MONDAY, find_topic, find_outcome)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("завтра", date(2026, 12, 8)),
        ("послезавтра", date(2026, 12, 9)),
        ("20 декабря", date(2026, 12, 20)),
        ("31 октября", date(2026, 10, 31)),
        ("30 ноября", date(2026, 11, 30)),
        ("20 декабря 2025", date(2025, 12, 20)),
        ("субботу", date(2026, 12, 5)),
        ("вчера", date(2026, 12, 6)),
        ("неделю", None),
    ],
)
def test_a_day_of_help_is_the_last_such_day_and_never_next_week_in_disguise(words: str, day: date | None) -> None:
    assert day_of_help(words, MONDAY) == day


def test_in_january_december_is_the_last_one() -> None:
    assert day_of_help("20 декабря", date(2027, 1, 4)) == date(2026, 12, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Журнал дня", ""),
        ("журнал", ""),
        ("журнал за 30 ноября", "30 ноября"),
        ("покажи журнал за вчера", "вчера"),
        ("журнал в пятницу", "пятницу"),
    ],
)
def test_the_log_is_asked_for_with_its_day(text: str, day: str) -> None:
    assert asks_for_log(text)
    assert day_words(text).removeprefix("в ") == day


@pytest.mark.parametrize("text", ["журнал «Огонёк» за прошлый год", "запиши в журнал одну консультацию", "журналы"])
def test_other_words_ask_for_no_log(text: str) -> None:
    assert not asks_for_log(text)


def test_to_strike_is_said_of_a_line_alone() -> None:
    assert asks_to_strike("вычеркните последнюю строку")
    assert not asks_to_strike("вычеркните меня из очереди")
