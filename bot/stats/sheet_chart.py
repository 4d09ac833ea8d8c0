"""Native charts below the tables."""

from typing import TYPE_CHECKING

from bot.stats.sheet import Diagram, Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7")  # Okabe & Ito
_WIDTH, _ROW = 900, 26  # pixels


def insert(book: "Workbook", page: "Worksheet", sheet: Sheet, rows: tuple[int, int], at: int) -> None:
    """The chart of the sheet over these rows, drawn from the row `at` on."""
    diagram = sheet.diagram or Diagram("", ())
    chart = book.add_chart({"type": "bar" if diagram.lying else "column", "subtype": "stacked"})
    first, last = rows
    for number, place in enumerate(diagram.columns):
        chart.add_series(
            {
                "name": sheet.columns[place].title,
                "categories": [page.name, first, 0, last, 0],
                "values": [page.name, first, place, last, place],
                "fill": {"color": _COLOURS[number % len(_COLOURS)]},
                "gap": 40,
            }
        )
    chart.set_title({"name": diagram.title, "name_font": {"size": 14}})
    chart.set_legend({"none": True} if len(diagram.columns) == 1 else {"position": "top"})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True}})
    if diagram.lying:
        # Bars begin at the foot; the table begins at the top.
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({"num_format": "#,##0"})
    height = max(360, _ROW * (last - first + 1) + 120) if diagram.lying else 360
    chart.set_size({"width": _WIDTH, "height": height})
    page.insert_chart(at, 0, chart, {"object_position": 3, "description": diagram.title})
