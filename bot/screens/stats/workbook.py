"""The workbook of a report, sheet by sheet."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.centres.centre import Centre
from bot.russian.numbers import tens
from bot.screens.my_bookings.own_visit import capital
from bot.screens.stats import text as words
from bot.screens.stats.names import Names
from bot.screens.stats.rows import OTHER, rows_sheet
from bot.screens.stats.state_form import legal_centres, state_form
from bot.stats.export.sheet import Cell, Column, Diagram, Form, Words, WorkbookSheet
from bot.stats.figures import Bucket, Tally
from bot.stats.interaction import InteractionRow
from bot.stats.period import DAY, Period
from bot.stats.report import Report

OUTCOMES = {
    "account_confirmed": "Учётная запись подтверждена",
    "access_restored": "Доступ восстановлен",
    "service_ordered": "Услуга заказана",
    "sent_to_mfc": "Направлен в МФЦ",
    "not_solved": "Не решено",
    "": "Не отмечено",
}


@dataclass(frozen=True, slots=True)
class Book:
    """All that a workbook is made of; `place` names the centre or the region."""

    report: Report
    place: str
    names: Names
    centres: Sequence[Centre]
    rows: Sequence[InteractionRow]
    rows_left_out: bool  # there are more than were read
    made: datetime  # bears the zone of the region, whose wall clock all times are told by

    @property
    def on_the_wall(self) -> datetime:
        """When it was made, as Excel writes times: without a zone."""
        return self.made.replace(tzinfo=None, microsecond=0)

    @property
    def under(self) -> str:
        """The period and the place that every heading ends with."""
        return f"{self.place}, {words.days(self.report.period)}"


def book_words(book: Book) -> Words:
    """The words beside the sheets of a workbook."""
    made = f"{book.made:%d.%m.%Y %H:%M}"
    return Words(f"БиблиоГос: {book.under}", "Итого", f"БиблиоГос, {made}. Страница &P из &N")


def sheets(book: Book) -> Iterator[WorkbookSheet]:
    """The sheets in the order of the workbook."""
    yield _summary(book)
    yield state_form(book.report, book.under)
    if book.report.centre is None:
        yield legal_centres(book.report, book.centres, book.under)
        yield _centres(book)
    yield _tallies("Темы", "Темы консультаций", "Тема", book, _named(book.report.now.topics, book.names.topic))
    yield _tallies("Результаты", "Результаты консультаций", "Результат", book, _outcomes(book))
    yield _stretches("Месяцы", "По месяцам", "Месяц", book, [(words.month(m.first), m) for m in book.report.now.months])
    yield _stretches(
        "Недели", "По неделям", "Неделя", book, [(_week(week, book), week) for week in book.report.now.weeks]
    )
    yield _hours(book)
    if book.report.centre is None:
        yield _articles(book)
    yield rows_sheet(book.rows, book.names, book.under, book.made.tzinfo, left_out=book.rows_left_out)


def _summary(book: Book) -> WorkbookSheet:
    now, before = book.report.now, book.report.before
    compared = words.days(book.report.before_period)
    rows = [
        (name, value, None if before.is_empty else then, _less(value, then, known=not before.is_empty))
        for name, value, then in _summary_lines(book.report)
    ]
    notes = [
        "Первые четыре строки – показатели, по которым библиотеки отчитываются.",
        (
            "Люди – разные люди, которые писали боту. Кто пришёл без записи или записался по телефону, "
            f"среди них не виден: таких консультаций {now.unnamed_visits}."
        ),
        "Пустая клетка – неизвестно. О мероприятиях боту не сообщают.",
    ]
    if before.is_empty:
        notes.append(f"За {compared} данных нет, сравнить не с чем.")
    elif book.report.is_compared_in_part:
        notes.append(f"Данные есть только с {book.report.since:%d.%m.%Y}, сравнение неполное.")
    if now.ratings.mean is not None:
        notes.append(f"Средняя оценка – {tens(now.ratings.mean)} из 5.")
    columns = (
        Column("Показатель", width=52),
        Column(words.days(book.report.period), Form.COUNT, 24),
        Column(compared, Form.COUNT, 24),
        Column("Разница", Form.DIFFERENCE, 14),
    )
    return WorkbookSheet("Сводка", f"Сводка: {book.under}", columns, rows, tuple(notes))


def _summary_lines(report: Report) -> Iterator[tuple[str, int | float | None, int | float | None]]:
    now, before = report.now, report.before
    yield "Пользователи", now.users, before.users
    yield "Выполнено запросов", now.requests, before.requests
    yield "Мероприятия", now.events, before.events
    yield "Консультации по Госуслугам", now.work.consultations, before.work.consultations
    yield "Из пользователей – впервые", now.new_users, before.new_users
    yield "Запросы, выполненные в чате (виртуально)", now.virtual, before.virtual
    yield "из них ботом, без библиотекаря", now.automatic.done, before.automatic.done
    yield "из них ответы библиотекарей", now.work.replies, before.work.replies
    yield "Вопросы библиотекарям в чате", now.work.questions, before.work.questions
    yield "Вопросы, на которые ответа не нашлось", now.automatic.nothing_found, before.automatic.nothing_found
    yield "Записи на консультацию", now.bookings.made, before.bookings.made
    yield "Пришли по записи", now.bookings.kept, before.bookings.kept
    yield "Не пришли", now.bookings.no_show, before.bookings.no_show
    yield "Отменили", now.bookings.cancelled, before.bookings.cancelled
    yield "Центр закрыл часы, другие не выбраны", now.bookings.displaced, before.bookings.displaced
    yield "Ещё впереди или не отмечены", now.bookings.open, before.bookings.open
    if report.ahead:
        yield "Записаны на дни после этих", report.ahead.open, None
    yield "Консультации без записи", now.work.walk_ins, before.work.walk_ins
    yield "Консультации людям, которых нет в чате", now.unnamed_visits, before.unnamed_visits
    yield "Минуты консультаций", now.work.minutes, before.work.minutes
    yield "Оценки, сколько поставлено", now.ratings.count, before.ratings.count
    yield "Сумма оценок (от 1 до 5 каждая)", now.ratings.total, before.ratings.total


def _less(now: float | None, before: float | None, *, known: bool) -> float | None:
    return now - before if known and now is not None and before is not None else None


def _centres(book: Book) -> WorkbookSheet:
    columns = (
        Column("Центр", width=48),
        Column("Люди", Form.COUNT),
        Column("Консультации", Form.COUNT, summed=True),
        Column("Записи", Form.COUNT, summed=True),
        Column("Не пришли", Form.COUNT, summed=True),
        Column("Отменили", Form.COUNT, summed=True),
    )
    rows = [
        (book.names.centre(one.centre), one.users, one.consultations, one.made, one.no_show, one.cancelled)
        for one in book.report.now.centres
    ]
    notes = ("Люди одного центра могли быть и в другом, поэтому их не складывают.",)
    diagram = Diagram("Консультации по центрам", (2,), lying=True)
    return WorkbookSheet("Центры", f"По центрам: {book.under}", columns, rows, notes, diagram)


def _tallies(name: str, heading: str, what: str, book: Book, counts: list[tuple[str, int]]) -> WorkbookSheet:
    whole = sum(count for _, count in counts)
    columns = (Column(what, width=44), Column("Консультации", Form.COUNT, summed=True), Column("Доля", Form.SHARE))
    rows = [(label, count, count / whole) for label, count in counts]
    return WorkbookSheet(name, f"{heading}: {book.under}", columns, rows, diagram=Diagram(heading, (1,), lying=True))


def _outcomes(book: Book) -> list[tuple[str, int]]:
    return _named(book.report.now.outcomes, lambda key: OUTCOMES.get(key, capital(OTHER)))


def _named(tallies: Iterable[Tally], name: Callable[[str], str]) -> list[tuple[str, int]]:
    return [(name(one.key), one.count) for one in tallies]


def _stretches(name: str, heading: str, what: str, book: Book, parts: list[tuple[str, Bucket]]) -> WorkbookSheet:
    columns = (
        Column(what, width=24),
        Column("Сделал бот", Form.COUNT, summed=True),
        Column("Ответы библиотекарей", Form.COUNT, summed=True),
        Column("Консультации", Form.COUNT, summed=True),
        Column("Всего", Form.COUNT, summed=True),
    )
    rows = [(label, one.automatic, one.replies, one.consultations, one.requests) for label, one in parts]
    title = f"{heading}: {book.under}"
    return WorkbookSheet(name, title, columns, rows, diagram=Diagram(f"Запросы: {heading.lower()}", (1, 2, 3)))


def _week(week: Bucket, book: Book) -> str:
    """The days of a week within the period."""
    period = book.report.period
    return words.days(Period(max(week.first, period.first), min(week.first + 6 * DAY, period.last)))


def _hours(book: Book) -> WorkbookSheet:
    counts = {(one.weekday, one.hour): one.requests for one in book.report.now.busy}
    columns = (Column("Часы", width=16), *(Column(words.weekday(day), Form.COUNT, summed=True) for day in range(7)))
    rows: list[tuple[Cell, ...]] = [
        (f"{hour}:00–{hour + 1}:00", *(counts.get((day, hour), 0) for day in range(7)))
        for hour in range(24)
        if any((day, hour) in counts for day in range(7))
    ]
    return WorkbookSheet("Дни и часы", f"Когда обращаются: {book.under}", columns, rows, shaded=True)


def _articles(book: Book) -> WorkbookSheet:
    columns = (
        Column("Ответ", width=60),
        Column("Показан", Form.COUNT, summed=True),
        Column("Помог", Form.COUNT, summed=True),
        Column("Не помог", Form.COUNT, summed=True),
    )
    rows = [
        (book.names.article(one.article), one.shown, one.helped, one.not_helped) for one in book.report.now.articles
    ]
    return WorkbookSheet("Ответы", f"Ответы справочника: {book.under}", columns, rows)
