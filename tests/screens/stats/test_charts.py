"""A picture shows what its words say."""

from dataclasses import replace
from datetime import date

import pytest

from bot.screens.screen import Picture
from bot.screens.stats import charts as pictures
from bot.screens.stats.charts import What
from bot.stats.charts.charts import Bars, Columns, Grid
from bot.stats.figures import (
    Bucket,
    CentreFigures,
    Figures,
)
from bot.stats.period import Period
from bot.stats.report import Report
from tests.faq.telegrams_html import TelegramsHtml
from tests.screens.stats.year_figures import FULL, NAMES, REPORT, YEAR


def test_weeks_are_drawn_apart_by_who_did_it() -> None:
    drawn = pictures.chart(REPORT, "Все", NAMES, What.WEEKS)

    assert isinstance(drawn, Columns)
    assert (drawn.labels, drawn.values) == (("16 ноя", "23 ноя"), ((5, 2), (2, 0)))


def test_many_weeks_are_named_by_the_month_of_their_thursday() -> None:
    mondays = [date.fromordinal(date(2025, 12, 29).toordinal() + 7 * number) for number in range(12)]
    report = replace(REPORT, now=replace(FULL, weeks=tuple(Bucket(monday, 1) for monday in mondays)))

    drawn = pictures.chart(report, "Все", NAMES, What.WEEKS)

    assert isinstance(drawn, Columns)
    assert drawn.labels == ("янв", "", "", "", "", "фев", "", "", "", "мар", "", "")


def test_many_weeks_are_told_by_months_and_the_best_of_them() -> None:
    mondays = [date.fromordinal(date(2026, 9, 7).toordinal() + 7 * number) for number in range(12)]
    now = replace(FULL, weeks=tuple(Bucket(monday, at) for at, monday in enumerate(mondays)))

    assert pictures.in_words(replace(REPORT, now=now), NAMES, What.WEEKS) == (
        "По месяцам:\nноябрь 2026: 9, из них библиотекари 2\n\nБольше всего за неделю: 11, 23–24 ноября."
    )


def test_few_weeks_are_told_one_by_one() -> None:
    assert pictures.in_words(REPORT, NAMES, What.WEEKS) == "16–22 ноября: 7, из них библиотекари 2\n23–24 ноября: 2"


def test_of_a_week_only_the_days_that_were_asked_for_are_named() -> None:
    day = replace(
        REPORT, period=Period(date(2026, 11, 18), date(2026, 11, 18)), now=replace(FULL, weeks=FULL.weeks[:1])
    )

    drawn = pictures.chart(day, "Все", NAMES, What.WEEKS)

    assert isinstance(drawn, Columns)
    assert (drawn.labels, drawn.below) == (("18 ноя",), "")
    assert pictures.in_words(day, NAMES, What.WEEKS) == "18 ноября: 7, из них библиотекари 2"


def test_a_week_that_is_not_over_is_not_taken_for_a_bad_one() -> None:
    drawn = pictures.chart(REPORT, "Все", NAMES, What.WEEKS)

    assert isinstance(drawn, Columns)
    assert drawn.below == "Последняя неделя неполная: 23–24 ноября."


def test_where_librarians_did_all_it_is_not_said_each_time() -> None:
    now = replace(FULL, weeks=(Bucket(date(2026, 11, 16), 0, 1, 1),))

    assert pictures.in_words(replace(REPORT, now=now), NAMES, What.WEEKS) == "16–22 ноября: 2"


def test_hours_are_drawn_from_the_first_used_to_the_last() -> None:
    drawn = pictures.chart(REPORT, "Все", NAMES, What.HOURS)

    assert isinstance(drawn, Grid)
    assert (drawn.down[0], drawn.down[-1], drawn.cells[0], drawn.cells[-1]) == (
        "10:00",
        "20:00",
        (0, 5, 0, 0, 0, 0, 0),
        (0, 0, 0, 0, 0, 0, 3),
    )


def test_hours_are_told_by_the_busiest_and_by_days() -> None:
    assert pictures.in_words(REPORT, NAMES, What.HOURS) == (
        "Больше всего обращений:\nпо вторникам с 10 до 11 часов: 5\nпо воскресеньям с 20 до 21 часа: 3\n\n"
        "По дням недели:\nвторник: 5\nвоскресенье: 3"
    )


def test_topics_are_drawn_and_told_with_their_share() -> None:
    drawn = pictures.chart(REPORT, "Все", NAMES, What.TOPICS)

    assert isinstance(drawn, Bars)
    assert drawn.bars == (("Тема login", 9), ("Тема card", 3))
    assert pictures.in_words(REPORT, NAMES, What.TOPICS) == "Тема login: 9, это 75 %\nТема card: 3, это 25 %"


def test_centres_beyond_the_first_are_one_line() -> None:
    many = tuple(CentreFigures(f"c{number}", 1, 100 - number, 1, 0, 0) for number in range(pictures.MOST_BARS + 2))
    report = replace(REPORT, now=replace(FULL, centres=many))

    drawn = pictures.chart(report, "Все", NAMES, What.CENTRES)

    assert isinstance(drawn, Bars)
    assert (len(drawn.bars), drawn.below) == (pictures.MOST_BARS, "Остальные центры, всего 2: 175")
    assert pictures.in_words(report, NAMES, What.CENTRES).endswith("\nОстальные центры, всего 2: 175")


@pytest.mark.parametrize("what", What)
def test_of_nothing_nothing_is_drawn(what: What) -> None:
    report = Report(YEAR, None, Figures(weeks=(Bucket(date(2026, 1, 5)),)), Figures())

    assert pictures.chart(report, "Все", NAMES, what) is None


def test_names_from_files_cannot_break_the_message() -> None:
    screen = pictures.picture(REPORT, "Все <b>", NAMES, What.CENTRES, b"")

    assert TelegramsHtml(screen.text).wrong == []
    assert screen.attached == Picture(b"", "Консультации по центрам: Все &lt;b&gt;, 1 января – 24 ноября 2026.")


def test_a_centre_has_no_picture_of_centres() -> None:
    labels = [button.label for row in pictures.which_picture(replace(REPORT, centre="c"), "Ц").rows for button in row]

    assert labels == ["1. Запросы по неделям", "2. Темы консультаций", "3. Дни и часы", "К показателям", "🏠 В начало"]
