"""The workbook of a report, sheet by sheet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.screens.stats import text as words
from bot.screens.stats.book import Book
from bot.screens.stats.districts import districts_sheet
from bot.screens.stats.names import NameOf, named
from bot.screens.stats.rows import rows_sheet
from bot.screens.stats.state_form import legal_centres, state_form
from bot.screens.stats.summary_sheet import summary_sheet
from bot.stats.export.sheet import Cell, Column, Diagram, Form, Words, WorkbookSheet
from bot.stats.figures import ArticleFigures, Bucket
from bot.stats.period import DAY, Period
from bot.stats.samples import SMALLEST_SAMPLE, share_of


def book_words(book: Book) -> Words:
    """The words beside the sheets of a workbook."""
    made = f"{book.made:%d.%m.%Y %H:%M}"
    return Words(f"БиблиоГос: {book.under}", "Итого", f"БиблиоГос, {made}. Страница &P из &N")


def sheets(book: Book) -> Iterator[WorkbookSheet]:
    """The sheets in the order of the workbook."""
    yield summary_sheet(book)
    yield state_form(book.report, book.under)
    if book.report.centre is None:
        yield legal_centres(book.report, book.centres, book.under)
        yield districts_sheet(book)
        yield _centres(book)
    yield _tallies("Темы", "Темы консультаций", "Тема", book, named(book.report.now.topics, book.names.topic))
    yield _tallies("Как обратились", "Консультации: как обратились", "Как", book, _ways(book))
    yield _tallies(
        "Результаты", "Результаты консультаций", "Результат", book, named(book.report.now.outcomes, book.names.outcome)
    )
    yield _stretches("Месяцы", "По месяцам", "Месяц", book, [(words.month(m.first), m) for m in book.report.now.months])
    yield _stretches(
        "Недели", "По неделям", "Неделя", book, [(_week(week, book), week) for week in book.report.now.weeks]
    )
    yield _hours(book)
    if book.report.centre is None:
        yield _articles(book)
    yield rows_sheet(book.rows, book.names, book.under, book.made.tzinfo, left_out=book.rows_left_out)


def _centres(book: Book) -> WorkbookSheet:
    columns = (
        Column("Центр", width=48),
        Column("Люди", Form.COUNT),
        Column("Консультации", Form.COUNT, summed=True),
        Column("Записи", Form.COUNT, summed=True),
        Column("Не пришли", Form.COUNT, summed=True),
        Column("Отменили", Form.COUNT, summed=True),
        Column("Ответы в чате", Form.COUNT, summed=True),
    )
    rows = [
        (book.names.centre(one.centre), one.users, one.consultations, one.made, one.no_show, one.cancelled, one.replies)
        for one in book.report.now.centres
    ]
    notes = ("Люди одного центра могли быть и в другом, поэтому их не складывают.",)
    diagram = Diagram("Консультации по центрам", (2,), lying=True)
    return WorkbookSheet("Центры", f"По центрам: {book.under}", columns, rows, notes, diagram)


def _tallies(name: str, heading: str, what: str, book: Book, counts: list[tuple[str, int]]) -> WorkbookSheet:
    whole = sum(count for _, count in counts)
    columns = (Column(what, width=44), Column("Консультации", Form.COUNT, summed=True), Column("Доля", Form.SHARE))
    rows = [(label, count, share_of(count, whole)) for label, count in counts]
    notes = (f"Доли считаются, когда консультаций хотя бы {SMALLEST_SAMPLE}.",) if 0 < whole < SMALLEST_SAMPLE else ()
    diagram = Diagram(heading, (1,), lying=True)
    return WorkbookSheet(name, f"{heading}: {book.under}", columns, rows, notes, diagram)


def _ways(book: Book) -> list[tuple[str, int]]:
    work, booked = book.report.now.work, book.report.now.bookings.kept
    ways = (("По записи", booked), ("Пришли без записи", work.walk_ins), ("По телефону", work.by_phone))
    return [(name, count) for name, count in ways if count]


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
    rows = _by_title(book.report.now.articles, book.names.article)
    return WorkbookSheet("Ответы", f"Ответы справочника: {book.under}", columns, rows)


def _by_title(articles: Sequence[ArticleFigures], name: NameOf) -> list[tuple[Cell, ...]]:
    """A row a title: articles that are gone share one."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in articles:
        sums[name(one.article)] = [
            was + more
            for was, more in zip(sums[name(one.article)], (one.shown, one.helped, one.not_helped), strict=True)
        ]
    return [(title, *counts) for title, counts in sums.items()]
