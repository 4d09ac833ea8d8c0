"""Hours on one day more, in words, and taken away again."""

from datetime import datetime

import pytest

from bot.booking.booking import Interval
from bot.booking.typed.typed_extra_hours import read_extra, undone_when
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.doubts import Unsure
from tests.booking.reading_room import MOSCOW, local

NOW = datetime(2026, 11, 24, 12, tzinfo=MOSCOW)
SATURDAY = Interval(local("2026-12-05 10:00"), local("2026-12-05 14:00"))


@pytest.mark.parametrize(
    "text",
    [
        "ещё открыть субботу 5 декабря 10–14",
        "Откроем дополнительно 5 декабря с 10 до 14",
        "дополнительный приём в субботу 5 декабря с 10 до 14",
        "надо ещё поработать 5 декабря 10-14",
        "добавь ещё день: 5 декабря с 10 до 14",
    ],
)
def test_the_day_and_the_hours_are_read(text: str) -> None:
    assert read_extra(text, NOW) == Noticed(SATURDAY)


@pytest.mark.parametrize(
    "text",
    [
        "ещё открыть субботу 5 декабря",
        "ещё открыть субботу 5 декабря с 10",
        "ещё открыть 5 и 6 декабря 10-14",
        "ещё открыть субботу 4 декабря 10-14",
    ],
)
def test_what_is_not_sure_is_asked(text: str) -> None:
    read = read_extra(text, NOW)

    assert read
    assert isinstance(read.meaning, Unsure)


def test_a_reason_that_was_not_made_use_of_is_named() -> None:
    read = read_extra("ещё открыть субботу 5 декабря 10–14, ярмарка", NOW)

    assert read == Noticed(SATURDAY, ("ярмарка",))


@pytest.mark.parametrize(
    "text",
    ["снова открыть субботу", "как ещё открыть вклад", "ещё вопрос", "ещё открыть", "откройте 5 декабря 10-14"],
)
def test_other_words_are_left_to_others(text: str) -> None:
    assert read_extra(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("не открывать субботу 5 декабря", "субботу 5 декабря"),
        ("отмени дополнительный приём", ""),
        ("не надо открывать", ""),
        ("закрыть завтра", None),
        ("отменить запись", None),
    ],
)
def test_taken_away_in_words(text: str, when: str | None) -> None:
    assert undone_when(text) == when
