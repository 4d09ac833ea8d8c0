"""A time that was not surely understood is asked about with what was understood and what was not."""

from datetime import date

import pytest

from bot.russian.time.doubts import Doubt, Unsure
from bot.screens.unsure import question

THURSDAY, FRIDAY = date(2026, 12, 10), date(2026, 12, 11)


@pytest.mark.parametrize(
    ("unsure", "asked"),
    [
        (Unsure(Doubt.UNREAD, "14 декабря", "до <обеда>"), "Я понял «14 декабря», но не понял «до &lt;обеда&gt;»."),
        (Unsure(Doubt.UNREAD, "", "роза"), "Я не понял «роза»."),
        (
            Unsure(Doubt.SEVERAL_DAYS, days=(THURSDAY, FRIDAY)),
            "Вы назвали разные дни: четверг, 10 декабря, пятница, 11 декабря. Напишите один.",
        ),
        (Unsure(Doubt.SEVERAL_DAYS), "Вы назвали разные дни. Напишите один."),
        (Unsure(Doubt.SEVERAL_TIMES), "Вы назвали разное время. Напишите одно."),
        (
            Unsure(Doubt.LAST_DAY, days=(THURSDAY,)),
            "В этот день тоже закрыто: четверг, 10 декабря? Напишите, по какое число закрыто.",
        ),
        (Unsure(Doubt.OTHER_WEEKDAY, days=(THURSDAY,)), "10 декабря — это четверг. Напишите, какой день вам нужен."),
        (Unsure(Doubt.NO_END, "с 1 декабря"), "Я понял «с 1 декабря», но не понял, до какого дня."),
    ],
)
def test_the_question_names_what_is_unsure(unsure: Unsure, asked: str) -> None:
    assert question(unsure) == asked
