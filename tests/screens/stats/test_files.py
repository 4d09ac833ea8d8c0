"""Sheets, rows and lists of figures: every number in its place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.booking.booking import BookingState, Origin
from bot.centres.directory import load
from bot.faq.library import load as load_library
from bot.region.outcomes import Outcomes
from bot.region.topics import Topics
from bot.screens.screen import Paper
from bot.screens.stats.book import Book
from bot.screens.stats.districts import districts_sheet
from bot.screens.stats.files import ARTICLES_SHOWN, unhelpful, workbook
from bot.screens.stats.names import Names, names
from bot.screens.stats.rows import OTHER, rows_sheet
from bot.screens.stats.state_form import legal_centres, state_form
from bot.screens.stats.workbook import sheets
from bot.stats.export.sheet import WorkbookSheet
from bot.stats.figures import ArticleFigures, CentreFigures, Figures, Tally
from bot.stats.interaction import InteractionKind, InteractionRow
from bot.stats.report import Report
from bot.storage.tables.visit_stats import MADE
from tests.screens.stats.year_figures import FULL, NAMES, PSKOV, REPORT, YEAR

MADE_AT = datetime(2026, 11, 24, tzinfo=PSKOV)


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
        ("Удалённые пользователи: помогли по телефону", 0, 0),
        ("Всего: сделали библиотекари", 2852, 2),
        ("Сверх того: удалённым пользователям ответил бот", 100, 100),
        ("Всего вместе с ботом", 2952, 102),
    ]


def test_every_library_has_its_line_and_offices_have_none() -> None:
    centres = load(Path("data"), PSKOV)[0].centres

    rows = list(legal_centres(REPORT, centres, "").rows)

    ostrov = next(row for row in rows if row[2] == next(one.name for one in centres if one.id == "ostrov"))
    assert len(rows) == sum(centre.kind == "library" for centre in centres)
    assert ostrov[4:] == (4, 9, None, 6)  # six consultations and three answers in the chat


ROW = InteractionRow(
    1, datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC), date(2026, 11, 24), 12, "phone", "consultation", None, None,
    "ostrov", "login", None, None, "arrived", "not_solved", 30, 2, 5,
)  # fmt: skip


def test_raw_rows_are_told_in_words_and_by_the_clock_on_the_wall() -> None:
    sheet = rows_sheet([ROW, replace(ROW, first=True, article="a", state=None)], NAMES, "", PSKOV, left_out=True)
    first, second = sheet.rows

    assert first == (
        datetime(2026, 11, 24, 12, 0, 5),  # noqa: DTZ001 - Excel knows no zones
        "записан по телефону", "консультация", "Центр <ostrov>", "Тема login", None, "состоялась", "Итог not_solved",
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


def test_the_summary_says_what_its_figures_leave_open() -> None:
    report = replace(REPORT, since=date(2025, 6, 15))
    book = Book(report, "Все", NAMES, (), (), rows_left_out=False, made=datetime(2026, 11, 24, tzinfo=PSKOV))

    assert next(sheets(book)).notes[-2:] == (
        "Данные есть только с 15.06.2025, сравнение неполное.",
        "Средняя оценка – 4,5 из 5.",
    )


def test_outcomes_nobody_marked_are_named_so() -> None:
    book = Book(REPORT, "Все", NAMES, (), (), rows_left_out=False, made=datetime(2026, 11, 24, tzinfo=PSKOV))

    rows = {row[0]: row[1] for sheet in sheets(book) if sheet.name == "Результаты" for row in sheet.rows}

    assert rows == {"Итог not_solved": 1, "Неизвестно": 2, "Итог new_one": 1}


def test_where_all_answers_helped_it_is_said() -> None:
    screen = unhelpful(replace(REPORT, now=replace(FULL, articles=())), NAMES.article)

    assert screen.text == "За это время никто не нажал «Не помогло»: 1 января – 24 ноября 2026."


def test_what_is_gone_from_the_files_is_said_to_be_gone() -> None:
    found = names(lambda _: None, Topics(Path("data")), Outcomes(Path("data")), load_library(Path("data/faq"))[0])

    assert (found.centre("c"), found.topic("doctor-gone")) == ("Центр, которого больше нет", "Тема, которой больше нет")
    assert found.topic("") == "Неизвестно"
    assert (found.outcome("explained"), found.outcome("gone"), found.outcome("")) == (
        "Объяснили",
        "Прочее",
        "Неизвестно",
    )
    assert found.topic("registration") == "Помощь с регистрацией"
    assert (found.article("login-forgot"), found.article("gone")) == (
        "Забыл пароль от Госуслуг. Как войти?",
        "Ответ, которого нет в справочнике",
    )


def test_topics_that_are_gone_share_a_line() -> None:
    found = names(lambda _: None, Topics(Path("data")), Outcomes(Path("data")), None)
    now = replace(FULL, topics=(Tally("old", 4), Tally("registration", 7), Tally("older", 5)))
    book = Book(replace(REPORT, now=now), "Все", found, (), (), rows_left_out=False, made=MADE_AT)

    rows = next(list(sheet.rows) for sheet in sheets(book) if sheet.name == "Темы")

    assert [row[:2] for row in rows] == [("Тема, которой больше нет", 9), ("Помощь с регистрацией", 7)]


def test_answers_that_are_gone_share_a_line() -> None:
    found = names(lambda _: None, Topics(Path("data")), Outcomes(Path("data")), None)
    book = Book(REPORT, "Все", found, (), (), rows_left_out=False, made=MADE_AT)

    rows = next(list(sheet.rows) for sheet in sheets(book) if sheet.name == "Ответы")

    assert rows == [("Ответ, которого нет в справочнике", 12, 2, 2)]


def test_shares_of_a_handful_are_not_told() -> None:
    few = replace(FULL, topics=(Tally("login", 2), Tally("card", 1)))
    book = Book(replace(REPORT, now=few), "Все", NAMES, (), (), rows_left_out=False, made=MADE_AT)

    sheet = next(one for one in sheets(book) if one.name == "Темы")

    assert [row[2] for row in sheet.rows] == [None, None]
    assert sheet.notes == ("Доли считаются, когда консультаций хотя бы 10.",)


def test_every_district_has_its_line_also_where_nothing_happened() -> None:
    centres = load(Path("data"), PSKOV)[0].centres
    home = next(one for one in centres if one.id == "ostrov").municipality.name
    there = [one for one in centres if one.municipality.name == home]
    book = Book(REPORT, "Все", NAMES, centres, (), rows_left_out=False, made=MADE_AT, district_users={home: 4})

    rows = {row[0]: row[1:] for row in districts_sheet(book).rows}

    assert rows[home] == (len(there), 1, 4, 6, 9, 2, 1, 3)
    assert rows.keys() == {one.municipality.name for one in centres}
    assert sum(row[3] == 0 for row in rows.values()) >= len(rows) - 2


def test_a_centre_that_is_gone_is_left_out_of_no_sum_of_districts() -> None:
    now = replace(FULL, centres=(CentreFigures("gone", 4, 6, 9, 2, 1), CentreFigures("gone_too", 1, 1, 1, 0, 0, 5)))
    book = Book(replace(REPORT, now=now), "Все", NAMES, (), (), rows_left_out=False, made=MADE_AT)

    assert list(districts_sheet(book).rows) == [("Центры, которых больше нет", None, None, None, 7, 10, 2, 1, 5)]


def test_a_file_is_named_by_the_place_and_not_by_its_id() -> None:
    sent = workbook(b"", YEAR, "Остров, «Центральная» б-ка", "ostrov").attached

    assert sent == Paper("отчёт-остров-центральная-б-ка-20260101-20261124.xlsx", b"")


KNOWN_WORDS = frozenset({"Telegram"})
EVERY_ROW = [
    *(replace(ROW, kind=kind) for kind in InteractionKind),
    *(replace(ROW, channel=channel) for channel in ("telegram", Origin.PHONE, Origin.WALK_IN, "max")),
    *(replace(ROW, state=state) for state in (*BookingState, MADE)),
    replace(ROW, outcome="not_solved"),
    replace(ROW, state="struck", channel="phone_help", is_timed=False),
    replace(ROW, kind="of a later release", state="of_a_later_one", outcome="unheard_of", first=True),
]
RUSSIAN = Names(lambda _: "Центр", lambda _: "Тема", lambda _: "Ответ", lambda _: "Итог")


def written(sheet: WorkbookSheet) -> Iterator[str]:
    """Every word of a sheet: its name, its heading, its notes, its columns and its cells."""
    yield from (sheet.name, sheet.heading, *sheet.notes, *(column.title for column in sheet.columns))
    yield from (cell for row in sheet.rows for cell in row if isinstance(cell, str))
    if sheet.diagram:
        yield sheet.diagram.title


def test_no_table_holds_a_word_of_the_program() -> None:
    report = replace(REPORT, now=replace(FULL, outcomes=tuple(Tally(one, 1) for one in ("not_solved", "", "later"))))
    centres = load(Path("data"), PSKOV)[0].centres
    book = Book(report, "Вся область", RUSSIAN, centres, EVERY_ROW, rows_left_out=True, made=ROW.at.astimezone(PSKOV))

    latin = {word for sheet in sheets(book) for text in written(sheet) for word in re.findall(r"[A-Za-z_]+", text)}

    assert latin - KNOWN_WORDS == set()


def test_every_word_of_the_program_has_one_of_its_own() -> None:
    told = list(rows_sheet(EVERY_ROW[:-1], RUSSIAN, "", PSKOV, left_out=False).rows)

    assert sum(OTHER in row for row in told) == len(
        [BookingState.OFFERED, BookingState.LAPSED, "a channel of a later release"]
    )


def test_a_booking_in_the_rows_is_said_to_be_made() -> None:
    (row,) = rows_sheet(
        [replace(ROW, kind=InteractionKind.BOOKING, state=MADE)], RUSSIAN, "", PSKOV, left_out=False
    ).rows

    assert (row[2], row[6]) == ("запись", "сделана")
