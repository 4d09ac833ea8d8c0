"""The workbook that a methodist sends round: locked titles, lists to choose from, an example, notes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from bot.centres.centre import Centre
from bot.centres.places.municipality import Municipalities
from bot.centres.workbook.table import CentreColumn
from bot.centres.workbook.values import value_of
from bot.centres.workbook.xlsx_table import EXPORTED_SHEET
from bot.screens.centre_workbook.notes import EXAMPLE, NOTES, NOTES_SHEET, SHEET, heading
from bot.screens.centre_workbook.rows import shown
from bot.screens.centre_workbook.titles import COLUMNS
from bot.screens.centres.centre_card import OFFERS

EMPTY_ROWS = 40  # for libraries that we do not have
_HEADER_ROW = 1
_FIRST_ROW = _HEADER_ROW + 2  # below the example
_FIXED = frozenset({CentreColumn.NAME, CentreColumn.MUNICIPALITY, CentreColumn.SETTLEMENT})
_NUMBERS = frozenset({CentreColumn.DESKS, CentreColumn.MINUTES})
_LISTS = "lists"
_PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_MAY = dict.fromkeys(("format_cells", "format_columns", "format_rows", "autofilter"), True)


def xlsx(centres: Sequence[Centre], municipalities: Municipalities, region: str, now: datetime) -> bytes:
    """The workbook; `now` bears the region's zone."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True, **_PLAIN})
    book.set_properties({"title": region, "created": now.astimezone(UTC)})
    ordered = sorted(centres, key=lambda one: (one.municipality.name, one.settlement or "", one.short_name))
    page = book.add_worksheet(SHEET)
    _notes(book)
    names = _lists(book, municipalities)
    _CentresSheet(book, page, now).write(ordered, region, names)
    _exported(book, ordered, now)
    book.close()
    return file.getvalue()


class _CentresSheet:
    """The sheet with a row a library."""

    def __init__(self, book: Workbook, page: Any, now: datetime) -> None:  # noqa: ANN401 - XlsxWriter has no types
        cell = {"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
        self._page, self._now = page, now
        self._title = book.add_format({"bold": True, "font_size": 12})
        self._head = book.add_format({**cell, "bold": True, "bg_color": "#D9E8F3", "valign": "vcenter"})
        self._example = book.add_format({**cell, "italic": True, "font_color": "#777777", "bg_color": "#EEEEEE"})
        self._fixed = book.add_format({**cell, "bg_color": "#F5F5F5"})
        self._free = book.add_format({**cell, "locked": False})
        self._number = book.add_format({**cell, "locked": False, "num_format": "0"})

    def write(self, centres: Sequence[Centre], region: str, lists: dict[CentreColumn, str]) -> None:
        """Everything: the head, the example, the libraries, empty rows, the lists."""
        self._page.write_string(0, 1, heading(region, self._now.date()), self._title)
        last = _FIRST_ROW + len(centres) + EMPTY_ROWS - 1
        for place, (column, words) in enumerate(COLUMNS.items()):
            self._page.set_column(place, place, words.width, None, {"hidden": column is CentreColumn.ID})
            self._page.write_string(_HEADER_ROW, place, words.title, self._head)
            self._page.write_string(_HEADER_ROW + 1, place, EXAMPLE[column], self._example)
            self._choose(place, column, last, lists)
        for number, centre in enumerate(centres, _FIRST_ROW):
            self._row(number, centre)
        for number in range(_FIRST_ROW + len(centres), last + 1):
            self._row(number, None)
        self._settings()

    def _row(self, number: int, centre: Centre | None) -> None:
        for place, column in enumerate(COLUMNS):
            is_fixed = column is CentreColumn.ID or (centre is not None and column in _FIXED)
            look = self._fixed if is_fixed else self._number if column in _NUMBERS else self._free
            words = shown(centre, column, self._now) if centre else ""
            if words and column in _NUMBERS:
                self._page.write_number(number, place, int(words), look)
            else:
                self._page.write_string(number, place, words, look) if words else self._page.write_blank(
                    number, place, None, look
                )

    def _choose(self, place: int, column: CentreColumn, last: int, lists: dict[CentreColumn, str]) -> None:
        """A list where there is one, and how to fill the cell; what is not in the list may be typed all the same."""
        hint = {"input_message": COLUMNS[column].hint[:255], "show_error": False}
        kind = {"validate": "list", "source": lists[column]} if column in lists else {"validate": "any"}
        self._page.data_validation(_FIRST_ROW, place, last, place, kind | hint)

    def _settings(self) -> None:
        self._page.protect("", _MAY)
        self._page.freeze_panes(_HEADER_ROW + 1, 2)
        self._page.set_landscape()
        self._page.set_paper(8)  # A3
        self._page.fit_to_pages(1, 0)
        self._page.repeat_rows(_HEADER_ROW)


def _notes(book: Workbook) -> None:
    page = book.add_worksheet(NOTES_SHEET)
    page.set_column(0, 0, 110)
    bold, plain = book.add_format({"bold": True, "font_size": 14}), book.add_format({"text_wrap": True})
    for number, line in enumerate(NOTES):
        page.write_string(number, 0, line, bold if number == 0 else plain)


def _lists(book: Workbook, municipalities: Municipalities) -> dict[CentreColumn, str]:
    """A hidden sheet with what may be chosen; where each list stands."""
    page = book.add_worksheet(_LISTS)
    page.very_hidden()
    offered = {
        CentreColumn.MUNICIPALITY: [one.name for one in municipalities],
        CentreColumn.SERVICES: list(OFFERS.values()),
        CentreColumn.RECEIVES: ["да", "нет"],
    }
    places = {}
    for place, (column, words) in enumerate(offered.items()):
        for number, one in enumerate(words):
            page.write_string(number, place, one)
        letter = "ABC"[place]
        places[column] = f"={_LISTS}!${letter}$1:${letter}${max(len(words), 1)}"
    return places


def _exported(book: Workbook, centres: Sequence[Centre], now: datetime) -> None:
    """What is sent round, cell by cell: it tells later what was changed in the workbook and what with us."""
    page = book.add_worksheet(EXPORTED_SHEET)
    page.very_hidden()
    cells = ((centre, column) for centre in centres for column in CentreColumn)
    for number, (centre, column) in enumerate(cells):
        told = (centre.id, column.value, shown(centre, column, now), value_of(centre, column))
        for place, words in enumerate(told):
            page.write_string(number, place, words)
