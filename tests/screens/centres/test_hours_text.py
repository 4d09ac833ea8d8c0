"""Opening hours in words: the week, what is by appointment, and the hours of some weeks alone."""

from datetime import date

import pytest

from bot.centres.hours.hours import Hours
from bot.screens.centres.hours_text import week_in_words
from tests.centres.small_region import ZONE

MONDAY = date(2026, 12, 7)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("Mo-Fr 09:00-18:00", ("пн–пт 9:00–18:00", "сб, вс выходной")),
        ("24/7", ("круглосуточно",)),
        ('Mo-Su unknown "по записи"', ("ежедневно по записи",)),
        ('Mo-Fr 10:00-18:00; Sa unknown "по записи"', ("пн–пт 10:00–18:00", "сб по записи", "вс выходной")),
        (
            'Mo-Fr 10:00-18:00; Sa,Su 10:00-14:00 unknown "по записи"',
            ("пн–пт 10:00–18:00", "сб, вс 10:00–14:00 по записи"),
        ),
        (
            "Mo-Su 09:00-18:00; Th[1],Th[3] 15:00-18:00; Fr[-1] off",
            (
                "ежедневно 9:00–18:00",
                "первый, третий четверг месяца 15:00–18:00",
                "последняя пятница месяца — санитарный день",
            ),
        ),
        (
            "Mo-Su 09:00-18:00; week 2-52/2 Tu,Th-Sa 08:30-12:00",
            ("ежедневно 9:00–18:00", "по чётным неделям вт, чт–сб 8:30–12:00"),
        ),
    ],
)  # fmt: skip
def test_the_week_in_words(expression: str, words: tuple[str, ...]) -> None:
    assert week_in_words(Hours.parse(expression, ZONE), MONDAY) == words
