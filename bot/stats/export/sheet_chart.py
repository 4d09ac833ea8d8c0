"""Native charts of the workbook, below its tables."""

from typing import TYPE_CHECKING

from bot.stats.export.sheet import Diagram, Form, WorkbookSheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7")  # Okabe & Ito
_WIDTH, _HEIGHT, _ROW = 900, 360, 26  # pixels


def insert(book: "Workbook", page: "Worksheet", sheet: WorkbookSheet, rows: tuple[int, int], at: int) -> None:
    """The chart of the sheet over these rows, drawn from the row `at` on."""
    diagram, (first, last) = sheet.diagram or Diagram("", ()), rows
    alone = len(diagram.columns) == 1  # then every bar carries its number, and the axis is not needed
    stacked = {} if alone else {"subtype": "stacked"}
    chart = book.add_chart({"type": "bar" if diagram.lying else "column", **stacked})
    for number, place in enumerate(diagram.columns):
        where = {
            "name": sheet.columns[place].title,
            "categories": [page.name, first, 0, last, 0],
            "values": [page.name, first, place, last, place],
        }
        chart.add_series(where | _look(number, alone=alone))
    chart.set_title({"name": diagram.title, "name_font": {"size": 14}})
    chart.set_legend({"none": True} if alone else {"position": "top"})
    counts = {"num_format": Form.COUNT.value, "visible": not alone, "major_gridlines": {"visible": not alone}}
    (chart.set_x_axis if diagram.lying else chart.set_y_axis)(counts)
    if diagram.lying:
        chart.set_y_axis({"reverse": True})  # bars begin at the foot; the table begins at the top
    height = max(_HEIGHT, _ROW * (last - first + 1) + 120) if diagram.lying else _HEIGHT
    chart.set_size({"width": _WIDTH, "height": height})
    page.insert_chart(at, 0, chart, {"object_position": 3, "description": diagram.title})


def _look(number: int, *, alone: bool) -> dict[str, object]:
    labels = {"value": alone, "num_format": Form.COUNT.value} | ({"position": "outside_end"} if alone else {})
    return {"fill": {"color": _COLOURS[number % len(_COLOURS)]}, "gap": 40, "data_labels": labels}
