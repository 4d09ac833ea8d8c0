"""The words of figures: right numbers, right Russian."""

from dataclasses import replace
from datetime import date

import pytest

from bot.screens.callback_data import pack, unpack
from bot.screens.stats import stats
from bot.screens.stats import text as words
from bot.screens.stats.actions import TAGS, DrawFigures, MakeReport, MakeRows, NamePeriod, ShowFigures, ShowSpan
from bot.screens.stats.stats import Reader
from bot.stats.figures import BookingFigures, Busy
from bot.stats.named_periods import NamedPeriod
from bot.stats.period import Period
from tests.faq.telegrams_html import TelegramsHtml
from tests.screens.stats.year_figures import FULL, NAMES, REPORT

ALL = Reader(words.ALL_CENTRES, admin=True)

TOLD = """\
Все центры, 1 января – 24 ноября 2026

Людей: 4\u00a0100, на 120 меньше.
Запросов выполнено: 2\u00a0952, на 102 больше.
Консультаций в центрах: 2\u00a0850, столько же.
Мероприятий: не знаю, о них мне не сообщают.

Сравниваю с тем же временем год назад: 1 января – 24 ноября 2025.

Сам, без библиотекаря, я выполнил запросов: 100.
Библиотекарей в чате спросили: 4. Ответили: 2.
Ответ нашёлся на 85 % вопросов. Не нашёлся: 10.

Консультаций по записи: 16, без записи: 3.
Консультаций людям, которых нет в чате: 3. Среди людей выше их нет.
Записались в эти дни: 19.
Кого ждали в эти дни: пришли 16, не пришли 2, отменили 1.
От записи до приёма в среднем проходит 2,5 дня.
Оценка: 4,5 из 5, всего оценок 14.

Чем кончилось: итог not_solved 1, итог new_one 1, неизвестно 2.

Чаще всего обращаются по вторникам с 10 до 11 часов."""


def test_the_year_is_told_so_that_it_can_be_read_aloud() -> None:
    assert TelegramsHtml(stats.figures(REPORT, ALL, NAMES.outcome).text).visible == TOLD


def test_known_events_are_told_as_a_number() -> None:
    report = replace(REPORT, now=replace(FULL, events=7))

    assert "Мероприятий: 7." in stats.figures(report, ALL, NAMES.outcome).text


def test_a_centre_is_told_without_what_the_bot_does_for_all() -> None:
    text = stats.figures(replace(REPORT, centre="ostrov"), Reader("Остров & <b>"), NAMES.outcome).text

    assert text.startswith("<b>Остров &amp; &lt;b&gt;, 1 января")
    assert ("Сам, без библиотекаря" in text, "Мероприятий" in text, "Записались в эти дни: 19." in text) == (
        False,
        False,
        True,
    )


def test_other_days_are_compared_with_as_many_before() -> None:
    report = replace(REPORT, period=Period(date(2026, 11, 18), date(2026, 11, 24)))

    assert "Сравниваю с такими же днями раньше: 11–17 ноября 2026." in stats.figures(report, ALL, NAMES.outcome).text


def test_one_day_is_compared_with_the_day_before() -> None:
    report = replace(REPORT, period=Period(date(2026, 11, 24), date(2026, 11, 24)))

    assert "Сравниваю с днём раньше: 23 ноября 2026." in stats.figures(report, ALL, NAMES.outcome).text


def test_a_year_compared_with_a_part_of_one_says_so() -> None:
    report = replace(REPORT, since=date(2025, 6, 15))

    assert (
        stats.figures(report, ALL, NAMES.outcome).text.count(
            "данные есть только с 15 июня 2025, так что сравнение неполное."
        )
        == 1
    )


def test_a_whole_year_before_needs_no_warning() -> None:
    report = replace(REPORT, since=date(2025, 1, 1))

    assert "неполное" not in stats.figures(report, ALL, NAMES.outcome).text


def test_of_one_week_no_habit_is_told() -> None:
    report = replace(REPORT, period=Period(date(2026, 11, 18), date(2026, 11, 24)))

    assert "Чаще всего" not in stats.figures(report, ALL, NAMES.outcome).text


def test_every_visit_that_was_expected_is_told() -> None:
    visits = BookingFigures(kept=1, no_show=2, cancelled=3, displaced=4, open=5)

    text = stats.figures(replace(REPORT, now=replace(FULL, bookings=visits)), ALL, NAMES.outcome).text

    assert "пришли 1, не пришли 2, отменили 3, центр закрыл часы 4, пока без отметки 5." in text
    assert "Записались" not in text


def test_of_a_period_that_reaches_to_today_what_lies_ahead_is_told_too() -> None:
    report = replace(REPORT, ahead=BookingFigures(cancelled=1, displaced=2, open=4))

    assert (
        "\nНа следующие дни: отменили 1, центр закрыл часы 2, записаны 4.\n"
        in stats.figures(report, ALL, NAMES.outcome).text
    )


DAYS = {
    "2025 год": ((2025, 1, 1), (2025, 12, 31)),
    "март 2026": ((2026, 3, 1), (2026, 3, 31)),
    "24 ноября 2026": ((2026, 11, 24), (2026, 11, 24)),
    "1–15 ноября 2026": ((2026, 11, 1), (2026, 11, 15)),
    "1 января – 31 марта 2026": ((2026, 1, 1), (2026, 3, 31)),
    "25 декабря 2025 – 3 января 2026": ((2025, 12, 25), (2026, 1, 3)),
    "1 января 2025 – 31 декабря 2026": ((2025, 1, 1), (2026, 12, 31)),
}


@pytest.mark.parametrize(("told", "days"), DAYS.items())
def test_days_are_told_as_people_say_them(told: str, days: tuple[tuple[int, int, int], tuple[int, int, int]]) -> None:
    assert words.days(Period(date(*days[0]), date(*days[1]))) == told


def test_small_words_are_right() -> None:
    assert words.week(date(2026, 11, 30), Period(date(2026, 1, 1), date(2026, 12, 31))) == "30 ноября – 6 декабря"
    assert words.week(date(2026, 11, 23), Period(date(2026, 11, 24), date(2026, 11, 24))) == "24 ноября"
    assert words.week(date(2026, 9, 28), Period(date(2026, 10, 1), date(2026, 11, 24))) == "1–4 октября"
    assert words.hour(Busy(2, 0)) == "по средам с 0 до 1 часа"
    assert words.hour(Busy(0, 20)) == "по понедельникам с 20 до 21 часа"
    assert (words.share(0.001), words.share(0), words.share(0.285)) == ("меньше 1 %", "0 %", "28 %")


LONGEST_CENTRE = "c" * 40


@pytest.mark.parametrize(
    "action",
    [
        ShowSpan(NamedPeriod.LAST_YEAR, LONGEST_CENTRE),
        ShowFigures(2026_01_01, 2026_11_24, LONGEST_CENTRE),
        NamePeriod(LONGEST_CENTRE),
        DrawFigures(2026_01_01, 2026_11_24, LONGEST_CENTRE, "w"),
        MakeReport(2026_01_01, 2026_11_24, LONGEST_CENTRE),
        MakeRows(2026_01_01, 2026_11_24, LONGEST_CENTRE),
    ],
)
def test_the_longest_centre_fits_on_a_button(action: object) -> None:
    assert unpack(pack(action)) == action  # type: ignore[arg-type]  # - all of them are actions


def test_tags_begin_with_the_letter_of_the_feature() -> None:
    assert {tag[0] for tag in TAGS} == {"f"}
