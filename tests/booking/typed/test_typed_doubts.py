"""Times that are only half understood are asked about; now is Tuesday, 24 November 2026, noon."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking.typed.typed_time import When, read_when
from bot.russian.time.doubts import Doubt, Unsure
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("в пятницу или субботу", Doubt.SEVERAL_DAYS),
        ("завтра, 26 ноября", Doubt.SEVERAL_DAYS),
        ("30.11 или 1.12", Doubt.SEVERAL_DAYS),
        ("через неделю в пятницу", Doubt.SEVERAL_DAYS),
        ("31 декабря - 8 января", Doubt.SEVERAL_DAYS),
        ("июнь, июль, август", Doubt.SEVERAL_DAYS),
        ("четверг 11 декабря", Doubt.OTHER_WEEKDAY),
        ("чт 11.12", Doubt.OTHER_WEEKDAY),
        ("завтра в 10 и в 12", Doubt.SEVERAL_TIMES),
        ("завтра утром или вечером", Doubt.SEVERAL_TIMES),
        ("после обеда в 10", Doubt.SEVERAL_TIMES),
        ("завтра до 12 и после 15", Doubt.SEVERAL_TIMES),
        ("10 или 11 часов", Doubt.SEVERAL_TIMES),
        ("завтра или в 10", Doubt.SEVERAL_TIMES),
        ("в 10 или завтра", Doubt.SEVERAL_TIMES),
        ("утром или завтра", Doubt.SEVERAL_TIMES),
    ],
)
def test_two_days_or_two_hours_are_asked_about(text: str, doubt: Doubt) -> None:
    read = read_when(text, NOW)

    assert isinstance(read, Unsure)
    assert read.doubt is doubt


@pytest.mark.parametrize(
    ("text", "understood", "unread"),
    [
        ("завтра к Вере", "завтра к", "вере"),
        ("в 10 или 11", "в 10 или", "11"),
        ("в 10 и 12", "в 10 и", "12"),
        ("с 10 или 11", "с 10 или", "11"),
        ("11 либо в 10", "11 в 10", "либо"),
        ("завтра в пятнаццать", "завтра в", "пятнаццать"),
        ("только не в понедельник", "в понедельник", "только не"),
        ("кроме пятницы", "пятницы", "кроме"),
        ("после 10 декабря", "10 декабря", "после"),
        ("до 5 декабря", "5 декабря", "до"),
        ("с 10 декабря", "10 декабря", "с"),
        ("2, 4 и 9 декабря", "и 9 декабря", "2 4"),
        ("пятница 13", "пятница", "13"),
        ("завтра 10-15", "завтра", "10-15"),
        ("завтра на час", "завтра час", "на"),
        ("на 2 дня", "2 дня", "на"),
        ("1-5 декабря", "декабря", "1-5"),
        ("раньше 12 завтра", "раньше завтра", "12"),
        ("завтра > 10", "завтра 10", ">"),
        ("завтра в l0:00", "завтра в 0:00", "l"),
        ("через 2 часа", "2 часа", "через"),
        ("по вторникам", "вторникам", "по"),
    ],
)
def test_words_not_understood_are_named_and_nothing_is_read(text: str, understood: str, unread: str) -> None:
    assert read_when(text, NOW) == Unsure(Doubt.UNREAD, understood, unread)


TIMES = ("завтра в 10", "чт 10.12 12:00", "24 декабря после обеда", "в пятницу с 14 до 16", "через 3 дня утром")
UNKNOWN = ("кроме", "не", "роза", "абонемент", "сорокалетие", "пятнаццать", "₽", "§", "wifi")


@given(st.sampled_from(TIMES), st.sampled_from(UNKNOWN), st.integers(0, 5))
def test_an_unknown_word_anywhere_is_never_swallowed(text: str, word: str, at: int) -> None:
    words = text.split()

    assert not isinstance(read_when(" ".join([*words[:at], word, *words[at:]]), NOW), When)
