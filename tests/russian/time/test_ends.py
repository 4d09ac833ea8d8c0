"""Until when: the end is understood whole, or asked about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.ends import is_open_ended, read_end

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("до 18:00", "2026-11-24 18:00"),
        ("18:00", "2026-11-24 18:00"),
        ("до шести вечера", "2026-11-24 18:00"),
        ("до обеда", "2026-11-24 13:00"),
        ("до конца дня", "2026-11-25 00:00"),
        ("сегодня", "2026-11-25 00:00"),
        ("до завтра", "2026-11-26 00:00"),
        ("до завтра в 12", "2026-11-25 12:00"),
        ("до 10 утра завтра", "2026-11-25 10:00"),
        ("завтра до обеда", "2026-11-25 13:00"),
        ("до 27 ноября 18:00", "2026-11-27 18:00"),
        ("27.11", "2026-11-28 00:00"),
        ("до конца недели", "2026-11-30 00:00"),
        ("на три дня", "2026-11-27 00:00"),
        ("на неделю", "2026-12-01 00:00"),
        ("через два часа", "2026-11-24 13:00"),
        ("на два часа", "2026-11-24 13:00"),
        ("на час", "2026-11-24 12:00"),
        ("на сутки", "2026-11-25 11:00"),
        ("до полуночи", "2026-11-25 00:00"),
        ("до полуночи пятницы", "2026-11-28 00:00"),
        ("до 12 ночи", "2026-11-25 00:00"),
        ("2 дня", "2026-11-26 00:00"),
        ("пару дней", "2026-11-26 00:00"),
        ("дня три", "2026-11-27 00:00"),
        ("5 суток", "2026-11-29 00:00"),
        ("неделю", "2026-12-01 00:00"),
        ("3 часа", "2026-11-24 14:00"),
        ("час", "2026-11-24 12:00"),
        ("полчаса", "2026-11-24 11:30"),
        ("минут сорок", "2026-11-24 11:40"),
        ("до пятницы вечера", "2026-11-27 17:00"),
        ("до вечера пятницы", "2026-11-27 17:00"),
        ("до утра пятницы", "2026-11-27 09:00"),
        ("до 27 ноября утра", "2026-11-27 09:00"),
        ("до завтрашнего утра", "2026-11-25 09:00"),
        ("до сегодняшнего вечера", "2026-11-24 17:00"),
        ("до конца сегодняшнего дня", "2026-11-25 00:00"),
        ("до утра", "2026-11-25 09:00"),
        ("до завтра до обеда", "2026-11-25 13:00"),
    ],
)
def test_an_end_is_a_moment_and_a_day_lasts_until_its_midnight(words: str, end: str) -> None:
    assert read_end(words, NOW) == datetime.fromisoformat(end).replace(tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("до 9", Doubt.PASSED),
        ("до 20 ноября", Doubt.PASSED),
        ("вчера", Doubt.PASSED),
        ("18", Doubt.AMBIGUOUS),  # the hour or the day
        ("пока не починят", Doubt.NOTHING),
        ("нет", Doubt.NOTHING),
        ("", Doubt.NOTHING),
        ("до 25:00", Doubt.NO_SUCH_TIME),
        ("до 31 февраля", Doubt.NO_SUCH_DATE),
        ("до 18 и до 20", Doubt.SEVERAL_TIMES),
        ("25 и 27 ноября", Doubt.SEVERAL_DAYS),
        ("завтра в 12 и в 14", Doubt.SEVERAL_TIMES),
        ("с 25 по 27 ноября", Doubt.UNREAD),  # it would begin at once all the same
        ("с 10 до 12", Doubt.UNREAD),
        ("до 1 января 2030", Doubt.TOO_FAR),
    ],
)
def test_what_is_no_sure_end_is_asked_about(words: str, doubt: Doubt) -> None:
    found = read_end(words, NOW)

    assert isinstance(found, Unsure)
    assert found.doubt is doubt


@pytest.mark.parametrize("words", ["два-три дня", "2-3 дня", "часа 2-3 часа"])
def test_a_range_is_asked_about_and_never_an_hour(words: str) -> None:
    assert isinstance(read_end(words, NOW), Unsure)


@pytest.mark.parametrize(
    "words", ["пока не починят", "бессрочно", "как заработает", "до особого распоряжения", "не знаю"]
)
def test_words_that_tell_no_end_are_known_as_such(words: str) -> None:
    assert is_open_ended(words)
    assert isinstance(read_end(words, NOW), Unsure)


@pytest.mark.parametrize("words", ["до вечера", "на три дня", "до конца недели"])
def test_an_end_is_no_lack_of_one(words: str) -> None:
    assert not is_open_ended(words)


@pytest.mark.parametrize(
    "words",
    [
        "На портале сбой до 18:00, войти не получится",
        "Сегодня портал не работает",
        "Звонят из банка. Положите трубку.",
    ],
)
def test_a_sentence_with_a_time_in_it_is_no_end(words: str) -> None:
    assert isinstance(read_end(words, NOW), Unsure)


def test_until_the_morning_said_at_night_is_this_morning() -> None:
    night = NOW.replace(hour=2)

    assert read_end("до утра", night) == night.replace(hour=9)
