"""The sheet of a workbook with a line for each district."""

from collections.abc import Sequence

from bot.centres.centre import Centre
from bot.screens.stats.book import Book
from bot.stats.export.sheet import Cell, Column, Diagram, Form, WorkbookSheet
from bot.stats.figures import CentreFigures

_COLUMNS = (
    Column("Муниципальное образование", width=40),
    Column("Центров", Form.COUNT, 10, summed=True),
    Column("Из них помогали", Form.COUNT, summed=True),
    Column("Люди", Form.COUNT),
    Column("Консультации", Form.COUNT, summed=True),
    Column("Записи", Form.COUNT, summed=True),
    Column("Не пришли", Form.COUNT, summed=True),
    Column("Отменили", Form.COUNT, summed=True),
    Column("Ответы в чате", Form.COUNT, summed=True),
)
_NOTES = (
    "Помогали – центры, в которых за это время была хотя бы одна консультация.",
    "Человек, который был в двух центрах округа, сосчитан один раз. Людей разных округов не складывают.",
)


def districts_sheet(book: Book) -> WorkbookSheet:
    """Every district of the directory, those where nothing happened included."""
    known = {one.centre: one for one in book.report.now.centres}
    there = by_district(book.centres)
    rows = [_row(name, there[name], known, book.district_users.get(name, 0)) for name in sorted(there)]
    gone = known.keys() - {centre.id for centre in book.centres}
    if gone:
        rows.append(("Центры, которых больше нет", None, None, None, *_sums([known[id_] for id_ in gone])))
    diagram = Diagram("Консультации по округам", (4,), lying=True)
    return WorkbookSheet("Округа", f"По округам: {book.under}", _COLUMNS, rows, _NOTES, diagram)


def by_district(centres: Sequence[Centre]) -> dict[str, list[str]]:
    """The ids of the centres by the name of their municipality."""
    there: dict[str, list[str]] = {}
    for centre in centres:
        there.setdefault(centre.municipality.name, []).append(centre.id)
    return there


def _row(name: str, centres: Sequence[str], known: dict[str, CentreFigures], users: int) -> tuple[Cell, ...]:
    found = [known[id_] for id_ in centres if id_ in known]
    helped = sum(one.consultations > 0 for one in found)
    return name, len(centres), helped, users, *_sums(found)


def _sums(found: Sequence[CentreFigures]) -> tuple[int, int, int, int, int]:
    return (
        sum(one.consultations for one in found),
        sum(one.made for one in found),
        sum(one.no_show for one in found),
        sum(one.cancelled for one in found),
        sum(one.replies for one in found),
    )
