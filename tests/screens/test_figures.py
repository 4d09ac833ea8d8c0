"""The words of figures: right numbers, right Russian, the same in a picture and beside it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.centres.directory import load
from bot.faq.library import load as load_library
from bot.screens import figure_pictures as pictures
from bot.screens import figure_words as words
from bot.screens import figures
from bot.screens.figure_actions import TAGS, DrawFigures, MakeReport, MakeRows, NamePeriod, ShowFigures, ShowSpan
from bot.screens.figure_forms import legal_centres, state_form
from bot.screens.figure_names import Names, names
from bot.screens.figure_papers import ARTICLES_SHOWN, unhelpful
from bot.screens.figure_pictures import What
from bot.screens.figure_rows import rows_sheet
from bot.screens.figure_sheets import Book, sheets
from bot.screens.figures import Reader
from bot.screens.packing import pack, unpack
from bot.screens.screen import Picture
from bot.stats.charts import Bars, Columns, Grid
from bot.stats.contact import ContactRow
from bot.stats.figures import (
    ArticleFigures,
    Automatic,
    Bookings,
    Busy,
    CentreFigures,
    Figures,
    Ratings,
    Stretch,
    Tally,
    Work,
)
from bot.stats.period import Period
from bot.stats.report import Report
from bot.stats.spans import Span
from bot.topics import Topics
from tests.faq.telegrams_html import TelegramsHtml

YEAR = Period(date(2026, 1, 1), date(2026, 11, 24))
PSKOV = ZoneInfo("Europe/Moscow")
NAMES = Names(lambda id_: f"Центр <{id_}>", lambda id_: f"Тема {id_}", lambda id_: f"Ответ {id_}")
FULL = Figures(
    users=4100,
    new_users=1000,
    unnamed_visits=3,
    automatic=Automatic(answered=80, suggested=10, chosen=5, read=15, nothing_found=10),
    work=Work(consultations=2850, walk_ins=3, minutes=9000, questions=4, replies=2),
    bookings=Bookings(made=9, kept=6, cancelled=1, no_show=2, lead_days=2.5),
    ratings=Ratings(4, 18),
    topics=(Tally("login", 3), Tally("card", 1)),
    outcomes=(Tally("not_solved", 1), Tally("", 2), Tally("new_one", 1)),
    articles=(ArticleFigures("login", 9, 1, 2), ArticleFigures("card", 3, 1, 0)),
    weeks=(Stretch(date(2026, 11, 16), 5, 1, 1), Stretch(date(2026, 11, 23), 2)),
    months=(Stretch(date(2026, 10, 1)), Stretch(date(2026, 11, 1), 7, 1, 1)),
    busy=(Busy(1, 10, 5), Busy(6, 20, 1, 1, 1)),
    centres=(CentreFigures("ostrov", 4, 6, 9, 2, 1), CentreFigures("pechory", 1, 0, 1, 0, 0)),
)
REPORT = Report(YEAR, None, FULL, Figures(users=4220, work=Work(consultations=2850)))
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

Записей: 9. Пришли: 6, не пришли: 2, отменили: 1.
От записи до приёма в среднем проходит 2,5 дня.
Оценка: 4,5 из 5, всего оценок 4.

Чаще всего обращаются по вторникам с 10 до 11 часов."""


def test_the_year_is_told_so_that_it_can_be_read_aloud() -> None:
    assert TelegramsHtml(figures.figures(REPORT, ALL).text).visible == TOLD


def test_known_events_are_told_as_a_number() -> None:
    report = replace(REPORT, now=replace(FULL, events=7))

    assert "Мероприятий: 7." in figures.figures(report, ALL).text


def test_a_centre_is_told_without_what_the_bot_does_for_all() -> None:
    text = figures.figures(replace(REPORT, centre="ostrov"), Reader("Остров & <b>")).text

    assert text.startswith("<b>Остров &amp; &lt;b&gt;, 1 января")
    assert ("Сам, без библиотекаря" in text, "Мероприятий" in text, "Записей: 9." in text) == (False, False, True)


def test_other_days_are_compared_with_as_many_before() -> None:
    report = replace(REPORT, period=Period(date(2026, 11, 18), date(2026, 11, 24)))

    assert "Сравниваю с такими же днями раньше: 11–17 ноября 2026." in figures.figures(report, ALL).text


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
    assert words.week(date(2026, 11, 30)) == "30 ноября – 6 декабря"
    assert words.hour(Busy(2, 0)) == "по средам с 0 до 1 часа"
    assert words.hour(Busy(0, 20)) == "по понедельникам с 20 до 21 часа"
    assert (words.share(0.001), words.share(0), words.share(0.285)) == ("меньше 1 %", "0 %", "28 %")


LONGEST_CENTRE = "c" * 40


@pytest.mark.parametrize(
    "action",
    [
        ShowSpan(Span.LAST_YEAR, LONGEST_CENTRE),
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


def test_weeks_are_drawn_apart_by_who_did_it() -> None:
    drawn = pictures.chart(REPORT, "Все", NAMES, What.WEEKS)

    assert isinstance(drawn, Columns)
    assert (drawn.labels, drawn.values) == (("16 ноя", "23 ноя"), ((5, 2), (2, 0)))


def test_many_weeks_are_named_by_the_month_of_their_thursday() -> None:
    mondays = [date.fromordinal(date(2025, 12, 29).toordinal() + 7 * number) for number in range(12)]
    report = replace(REPORT, now=replace(FULL, weeks=tuple(Stretch(monday, 1) for monday in mondays)))

    drawn = pictures.chart(report, "Все", NAMES, What.WEEKS)

    assert isinstance(drawn, Columns)
    assert drawn.labels == ("янв", "", "", "", "", "фев", "", "", "", "мар", "", "")


def test_many_weeks_are_told_by_months_and_the_best_of_them() -> None:
    mondays = [date.fromordinal(date(2026, 9, 7).toordinal() + 7 * number) for number in range(12)]
    now = replace(FULL, weeks=tuple(Stretch(monday, at) for at, monday in enumerate(mondays)))

    assert pictures.in_words(now, NAMES, What.WEEKS) == (
        "По месяцам:\nноябрь 2026: 9, из них библиотекари 2\n\nБольше всего за неделю: 11, 23–29 ноября."
    )


def test_few_weeks_are_told_one_by_one() -> None:
    assert pictures.in_words(FULL, NAMES, What.WEEKS) == "16–22 ноября: 7, из них библиотекари 2\n23–29 ноября: 2"


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
    assert pictures.in_words(FULL, NAMES, What.HOURS) == (
        "Больше всего обращений:\nпо вторникам с 10 до 11 часов: 5\nпо воскресеньям с 20 до 21 часа: 3\n\n"
        "По дням недели:\nвторник: 5\nвоскресенье: 3"
    )


def test_topics_are_drawn_and_told_with_their_share() -> None:
    drawn = pictures.chart(REPORT, "Все", NAMES, What.TOPICS)

    assert isinstance(drawn, Bars)
    assert drawn.bars == (("Тема login", 3), ("Тема card", 1))
    assert pictures.in_words(FULL, NAMES, What.TOPICS) == "Тема login: 3, это 75 %\nТема card: 1, это 25 %"


def test_centres_beyond_the_first_are_one_line() -> None:
    many = tuple(CentreFigures(f"c{number}", 1, 100 - number, 1, 0, 0) for number in range(pictures.MOST_BARS + 2))
    report = replace(REPORT, now=replace(FULL, centres=many))

    drawn = pictures.chart(report, "Все", NAMES, What.CENTRES)

    assert isinstance(drawn, Bars)
    assert (len(drawn.bars), drawn.below) == (pictures.MOST_BARS, "Остальные центры, всего 2: 175")
    assert pictures.in_words(report.now, NAMES, What.CENTRES).endswith("\nОстальные центры, всего 2: 175")


@pytest.mark.parametrize("what", What)
def test_of_nothing_nothing_is_drawn(what: What) -> None:
    report = Report(YEAR, None, Figures(weeks=(Stretch(date(2026, 1, 5)),)), Figures())

    assert pictures.chart(report, "Все", NAMES, what) is None


def test_names_from_files_cannot_break_the_message() -> None:
    screen = pictures.picture(REPORT, "Все <b>", NAMES, What.CENTRES, b"")

    assert TelegramsHtml(screen.text).wrong == []
    assert screen.attached == Picture(b"", "Консультации по центрам: Все &lt;b&gt;, 1 января – 24 ноября 2026.")


def test_a_centre_has_no_picture_of_centres() -> None:
    labels = [button.label for row in pictures.which_picture(replace(REPORT, centre="c"), "Ц").rows for button in row]

    assert labels == ["1. Запросы по неделям", "2. Темы консультаций", "3. Дни и часы", "К показателям", "🏠 В начало"]


def test_only_the_worst_answers_are_listed() -> None:
    bad = tuple(ArticleFigures(f"a{number}", 9, 0, 50 - number) for number in range(ARTICLES_SHOWN + 5))

    screen = unhelpful(replace(REPORT, now=replace(FULL, articles=bad)), NAMES.article)

    assert len(screen.choices) == ARTICLES_SHOWN
    assert "1. Ответ a0: не помогло 50 раз, помогло 0 раз." in screen.text


def test_the_state_form_keeps_the_bot_apart_from_librarians() -> None:
    rows = list(state_form(REPORT, "").rows)

    assert rows == [
        ("Посетители библиотеки", 2850, 0),
        ("в том числе дети до 14 лет", None, None),
        ("в том числе молодёжь 15–30 лет", None, None),
        ("Удалённые пользователи: ответили библиотекари", 2, 2),
        ("Всего: сделали библиотекари", 2852, 2),
        ("Сверх того: удалённым пользователям ответил бот", 100, 100),
        ("Всего вместе с ботом", 2952, 102),
    ]


def test_every_library_has_its_line_and_offices_have_none() -> None:
    centres = load(Path("data"), PSKOV)[0].centres

    rows = list(legal_centres(REPORT, centres, "").rows)

    ostrov = next(row for row in rows if row[2] == next(one.name for one in centres if one.id == "ostrov"))
    assert len(rows) == sum(centre.kind == "library" for centre in centres)
    assert ostrov[4:] == (4, 6, None, 6)


ROW = ContactRow(
    1, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC), date(2026, 11, 24), 12, "phone", "consultation", None, None,
    "ostrov", "login", None, None, "arrived", "not_solved", 30, 2, 5,
)  # fmt: skip


def test_raw_rows_are_told_in_words_and_by_the_clock_on_the_wall() -> None:
    sheet = rows_sheet([ROW, replace(ROW, first=True, article="a", state=None)], NAMES, "", PSKOV, left_out=True)
    first, second = sheet.rows

    assert first == (
        datetime(2026, 11, 24, 12, 0, 5),  # noqa: DTZ001 - Excel knows no zones
        "телефон", "консультация", "Центр <ostrov>", "Тема login", None, "состоялась", "не решено",
        30, 2, 5, None, None,
    )  # fmt: skip
    assert (second[5], second[6], second[11]) == ("Ответ a", None, "да")
    assert len(sheet.notes) == 3


def test_a_workbook_of_nothing_says_that_there_is_nothing_to_compare() -> None:
    nothing = Report(YEAR, None, Figures(), Figures())
    book = Book(nothing, "Все", NAMES, (), (), rows_left_out=False, made=datetime(2026, 11, 24, tzinfo=PSKOV))

    summary, *others = sheets(book)

    assert summary.notes[-1] == "За 1 января – 24 ноября 2025 данных нет, сравнить не с чем."
    assert {row[2:] for row in summary.rows} == {(None, None)}
    assert [sheet.name for sheet in others][-1] == "Строки"


def test_the_summary_tells_the_four_indicators_first_with_the_difference() -> None:
    book = Book(REPORT, "Все", NAMES, (), (), rows_left_out=False, made=datetime(2026, 11, 24, tzinfo=PSKOV))

    rows = list(next(sheets(book)).rows)

    assert rows[:4] == [
        ("Пользователи", 4100, 4220, -120),
        ("Выполнено запросов", 2952, 2850, 102),
        ("Мероприятия", None, None, None),
        ("Консультации по Госуслугам", 2850, 2850, 0),
    ]


def test_outcomes_nobody_marked_are_named_so() -> None:
    book = Book(REPORT, "Все", NAMES, (), (), rows_left_out=False, made=datetime(2026, 11, 24, tzinfo=PSKOV))

    rows = {row[0]: row[1] for sheet in sheets(book) if sheet.name == "Результаты" for row in sheet.rows}

    assert rows == {"Не решено": 1, "Не отмечено": 2, "new_one": 1}


def test_where_all_answers_helped_it_is_said() -> None:
    screen = unhelpful(replace(REPORT, now=replace(FULL, articles=())), NAMES.article)

    assert screen.text == "За это время никто не нажал «Не помогло»: 1 января – 24 ноября 2026."


def test_what_is_gone_from_the_files_keeps_its_id() -> None:
    found = names(str.upper, Topics(Path("data")), load_library(Path("data/faq"))[0])

    assert (found.centre("c"), found.topic("doctor-gone"), found.topic("")) == ("C", "doctor-gone", "Тема не названа")
    assert found.topic("registration") == "Регистрация на Госуслугах"
    assert (found.article("login-forgot"), found.article("gone")) == ("Забыл пароль от Госуслуг. Как войти?", "gone")
