"""The first sheet of a workbook: a period beside the one before it."""

from collections.abc import Iterator

from bot.russian.numbers import tens
from bot.screens.stats import text as words
from bot.screens.stats.book import Book
from bot.stats.export.sheet import Column, Form, WorkbookSheet
from bot.stats.report import Report
from bot.stats.samples import means_of


def summary_sheet(book: Book) -> WorkbookSheet:
    """The figures of the period, of the equal one before it, and the difference."""
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
    means = means_of(now)
    if means.hours_to_reply is not None:
        notes.append(f"Ответа библиотекаря ждали в среднем {words.waited(means.hours_to_reply)}.")
    if means.rating is not None:
        notes.append(f"Средняя оценка – {tens(means.rating)} из 5.")
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
    yield "Консультации по телефону", now.work.by_phone, before.work.by_phone
    yield "Консультации людям, которых нет в чате", now.unnamed_visits, before.unnamed_visits
    yield "Минуты приёмов по записи, по длительности темы", now.work.minutes or None, before.work.minutes or None
    yield "Оценки, сколько поставлено", now.ratings.count, before.ratings.count
    yield "Сумма оценок (от 1 до 5 каждая)", now.ratings.total, before.ratings.total


def _less(now: float | None, before: float | None, *, known: bool) -> float | None:
    return now - before if known and now is not None and before is not None else None
