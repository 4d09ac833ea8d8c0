"""Draws the charts of reports for a phone: numbers and words come in, a picture goes out."""

from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from bot.russian.numbers import grouped
from bot.stats.charts.canvas import BLUE, INK, MARGIN, ORANGE, PALE, SMALL, TEXT, TITLE, WIDTH, Canvas
from bot.stats.charts.charts import Bars, Chart, Columns, Grid

_LIGHT, _DARK = (0.92, 0.95, 0.98), (0.03, 0.22, 0.36)
_NOTHING = "#F4F4F4"
_PLOT = 620  # pixels, the height of the columns
_WIDEST = 160  # pixels of a column
_LEFT = MARGIN + 130  # where the columns begin, after the numbers of the marks


def draw(chart: Chart) -> Figure:
    """The picture; nothing in it is cut off."""
    pen = Canvas()
    pen.line(chart.title, TITLE, bold=True)
    pen.line(chart.under, SMALL, colour=PALE)
    pen.y += 24
    match chart:
        case Columns():
            _columns(pen, chart)
        case Bars():
            _bars(pen, chart)
        case Grid():
            _grid(pen, chart)
    return pen.finish()


def _bars(pen: Canvas, chart: Bars) -> None:
    """Each name stands over its bar, so that a long one has the whole width."""
    most = max((value for _, value in chart.bars), default=0) or 1
    room = WIDTH - 2 * MARGIN - pen.wide(grouped(most), TEXT, bold=True) - 20
    for name, value in chart.bars:
        pen.line(name, TEXT)
        length = max(room * value / most, 4 * bool(value))
        pen.box(MARGIN, pen.y + 4, length, 40, BLUE)
        pen.write(MARGIN + length + 16, pen.y + 24, grouped(value), TEXT, bold=True)
        pen.y += 70
    pen.line(chart.below, SMALL, colour=PALE)


def _columns(pen: Canvas, chart: Columns) -> None:
    for place, (name, colour) in enumerate(zip(chart.kinds, (BLUE, ORANGE), strict=True)):
        if not any(pair[place] for pair in chart.values):  # a centre has nothing of the bot's
            continue
        pen.box(MARGIN, pen.y + 4, 36, 36, colour, hatched=colour == ORANGE)
        pen.write(MARGIN + 54, pen.y + 22, name, TEXT)
        pen.y += 56
    pen.y += 40
    most = max((sum(pair) for pair in chart.values), default=0)
    step = _step(most)
    top = step * max(-(-most // step), 1)
    _marks(pen, top, step)
    for number, (first, second) in enumerate(chart.values):
        _column(pen, chart, number, _PLOT * first / top, _PLOT * second / top)
    _under_columns(pen, chart)
    pen.line(chart.below, SMALL, colour=PALE)


def _marks(pen: Canvas, top: int, step: int) -> None:
    """The lines across, with their numbers."""
    for mark in range(0, top + 1, step):
        height = pen.y + _PLOT - _PLOT * mark / top
        pen.box(_LEFT, height - 1, WIDTH - MARGIN - _LEFT, 2, "#DDDDDD")
        pen.write(_LEFT - 14, height, grouped(mark), SMALL, colour=PALE, at="right")


def _column(pen: Canvas, chart: Columns, number: int, low: float, high: float) -> None:
    each, foot = _each(chart), pen.y + _PLOT
    width = min(each * 0.8, _WIDEST)
    x = _LEFT + each * (number + 0.5) - width / 2
    pen.box(x, foot - low, width, low, BLUE)
    pen.box(x, foot - low - high, width, high, ORANGE, hatched=True)
    total = grouped(sum(chart.values[number]))
    if pen.wide(f"{total}0", SMALL) < each:
        pen.write(x + width / 2, foot - low - high - 22, total, SMALL, at="center")


def _under_columns(pen: Canvas, chart: Columns) -> None:
    """Writes those labels under the columns that have room."""
    each, free = _each(chart), 0.0
    pen.y += _PLOT
    for number, label in enumerate(chart.labels):
        half = pen.wide(label, SMALL) / 2
        middle = min(max(_LEFT + each * (number + 0.5), _LEFT + half), WIDTH - MARGIN - half)
        if label and middle - half >= free:
            pen.write(middle, pen.y + 34, label, SMALL, at="center")
            free = middle + half + 6
    pen.y += 60


def _each(chart: Columns) -> float:
    """The pixels of one column."""
    return (WIDTH - MARGIN - _LEFT) / max(len(chart.values), 1)


def _grid(pen: Canvas, chart: Grid) -> None:
    beside = max((pen.wide(label, SMALL) for label in chart.down), default=0) + 20
    left, row = MARGIN + beside, 62
    each = (WIDTH - MARGIN - left) / max(len(chart.across), 1)
    for number, label in enumerate(chart.across):
        pen.write(left + each * (number + 0.5), pen.y + 20, label, TEXT, at="center")
    pen.y += 52
    most = max((value for line in chart.cells for value in line), default=0) or 1
    for label, line in zip(chart.down, chart.cells, strict=True):
        pen.write(left - 16, pen.y + row / 2, label, SMALL, colour=PALE, at="right")
        for number, value in enumerate(line):
            colour, ink = _shade(value, most)
            pen.box(left + each * number, pen.y, each, row, colour)
            if value:
                pen.write(left + each * (number + 0.5), pen.y + row / 2, grouped(value), SMALL, colour=ink, at="center")
        pen.y += row


def _shade(value: int, most: int) -> tuple[str, str]:
    """The colour of a field and of the number on it."""
    if not value:
        return _NOTHING, INK
    part = value / most
    red, green, blue = (light + (dark - light) * part for light, dark in zip(_LIGHT, _DARK, strict=True))
    return to_hex((red, green, blue)), "white" if part > 0.6 else INK


def _step(most: int) -> int:
    """Between two marks, so that there are two to five of them: 1, 2 or 5 with noughts."""
    step = 1
    while most > step * 5:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step
