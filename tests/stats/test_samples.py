"""Means and shares are told of enough cases, alike wherever they are read."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from bot.commands.figures.stats_words import in_words
from bot.screens.stats.summary import told
from bot.stats.figures import Automatic, BookingFigures, Figures, Ratings, Work
from bot.stats.period import Period
from bot.stats.report import Report
from bot.stats.samples import SMALLEST_SAMPLE, ToldMeans, means_of, share_of

ENOUGH = Figures(
    users=1,
    automatic=Automatic(answered=9, nothing_found=1),
    work=Work(questions=10, replies=10, timed_replies=10, reply_minutes=1200),
    bookings=BookingFigures(kept=10, lead_days=2.5),
    ratings=Ratings(10, 45),
)
TOO_FEW = replace(
    ENOUGH,
    automatic=Automatic(answered=8, nothing_found=1),
    work=replace(ENOUGH.work, timed_replies=9),
    bookings=BookingFigures(kept=9, lead_days=2.5),
    ratings=Ratings(9, 45),
)
DAY = Period(date(2026, 11, 24), date(2026, 11, 24))


def test_of_ten_cases_a_mean_is_told() -> None:
    assert means_of(ENOUGH) == ToldMeans(share_answered=0.9, rating=4.5, hours_to_reply=2, lead_days=2.5)


def test_of_nine_cases_no_mean_is_told() -> None:
    assert means_of(TOO_FEW) == means_of(Figures()) == ToldMeans()


def test_a_share_needs_a_whole_of_ten() -> None:
    assert (share_of(3, SMALLEST_SAMPLE), share_of(3, SMALLEST_SAMPLE - 1), share_of(0, 0)) == (0.3, None, None)


@pytest.mark.parametrize("mean", ["90 %", "4,5 из 5", "2,5 дня"])
def test_what_the_chat_hides_the_command_line_hides_too(mean: str) -> None:
    chats = ["\n".join(told(Report(DAY, None, one, Figures()), str)) for one in (ENOUGH, TOO_FEW)]
    lines = [in_words(Report(DAY, None, one, Figures()), None, None) for one in (ENOUGH, TOO_FEW)]

    assert [mean in unescape(text) for text in (*chats, *lines)] == [True, False, True, False]


def test_too_few_are_said_to_be_few() -> None:
    text = "\n".join(told(Report(DAY, None, TOO_FEW, Figures()), str))

    assert "Вопросов мне задали: 9. Ответ не нашёлся: 1." in text
    assert "Оценок: 9. Для средней нужно хотя бы 10." in text
    assert "  ответил сам: мало данных, всего 9\n" in in_words(Report(DAY, None, TOO_FEW, Figures()), None, None)
