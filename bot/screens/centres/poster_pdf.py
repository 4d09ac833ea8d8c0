"""The poster as a PDF: one sheet of A4, its letters as large as the words allow."""

from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import font_roboto  # type: ignore[import-untyped]  # - two files of letters, no types
import segno
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos

from bot.screens.centres.poster import PosterLine, PosterWords

_FONT = "Roboto"
_MARGIN = 15.0  # millimetres, as all sizes of the page
_WIDTH, _HEIGHT = 210.0, 297.0
_POINT = 0.3528  # millimetres
_LEADING = 1.25
_SCALES = (1.35, 1.25, 1.15, 1.05, 0.95, 0.85, 0.75, 0.65, 0.55)
_WIDEST_SQUARE, _LEAST_SQUARE = 105.0, 64.0
_RULE, _GAP = 4.0, 6.0  # the room of a line across the page; above the invitation


def pdf(words: PosterWords, today: date) -> bytes:
    """Draws the poster: the largest letters beside which the square is still easily read from a step away."""
    page = _blank(words.title, today)
    smallest = _SCALES[-1]
    scale = next((one for one in _SCALES if _room(page, words, one) >= _LEAST_SQUARE), smallest)
    _write(page, (_title(page, words),), 1)
    _rule(page, 1)
    _write(page, words.lines, scale)
    page.set_y(page.get_y() + _GAP * scale)
    _write(page, words.invitation, scale)
    _square(page, words.link, max(min(_room(page, words, scale), _WIDEST_SQUARE), 1), scale)
    page.set_y(_HEIGHT - _MARGIN - _foot_height(page, words, scale))
    _foot(page, words, scale)
    return bytes(page.output())


def _blank(title: str, today: date) -> FPDF:
    page = FPDF(format="A4")
    page.set_creation_date(datetime.combine(today, time(), ZoneInfo("UTC")))  # the same input gives the same file
    page.set_title(title)
    page.set_lang("ru")
    page.set_margins(_MARGIN, _MARGIN)
    page.set_auto_page_break(auto=False)
    page.add_font(_FONT, "", font_roboto.Roboto)
    page.add_font(_FONT, "B", font_roboto.RobotoBold)
    page.add_page()
    return page


def _title(page: FPDF, words: PosterWords) -> PosterLine:
    """The title over the whole width."""
    page.set_font(_FONT, "B", 40)
    width = _WIDTH - 2 * _MARGIN - 2 * page.c_margin
    return PosterLine(words.title, width / page.get_string_width(words.title) * 40 - 0.1, bold=True)


def _room(page: FPDF, words: PosterWords, scale: float) -> float:
    """The width that the words of that scale leave to the square."""
    above = _height(page, (_title(page, words),), 1) + _RULE + _height(page, (*words.lines, *words.invitation), scale)
    link = _height(page, (_link(words.link),), scale)
    return _HEIGHT - 2 * _MARGIN - above - _GAP * scale - link - 2 - _foot_height(page, words, scale)


def _height(page: FPDF, lines: Iterable[PosterLine], scale: float) -> float:
    return sum(line.above * scale + _rows(page, line, scale) * _leading(line, scale) for line in lines)


def _rows(page: FPDF, line: PosterLine, scale: float) -> int:
    page.set_font(_FONT, "B" if line.bold else "", line.size * scale)
    wrapped = page.multi_cell(0, 5, line.text, align=Align.C, dry_run=True, output="LINES")
    return len(wrapped) if isinstance(wrapped, list) else 1


def _leading(line: PosterLine, scale: float) -> float:
    return line.size * scale * _POINT * _LEADING


def _link(link: str) -> PosterLine:
    return PosterLine(link.removeprefix("https://"), 13)


def _foot_height(page: FPDF, words: PosterWords, scale: float) -> float:
    return _RULE + _height(page, words.foot, scale) if words.foot else 0


def _write(page: FPDF, lines: Iterable[PosterLine], scale: float) -> None:
    for line in lines:
        page.set_font(_FONT, "B" if line.bold else "", line.size * scale)
        page.set_y(page.get_y() + line.above * scale)
        page.multi_cell(0, _leading(line, scale), line.text, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _rule(page: FPDF, width: float) -> None:
    page.set_line_width(width)
    middle = page.get_y() + _RULE / 2
    page.line(_MARGIN, middle, _WIDTH - _MARGIN, middle)
    page.set_y(page.get_y() + _RULE)


def _square(page: FPDF, link: str, size: float, scale: float) -> None:
    """Drawn as squares, so that it stays sharp at any size; 4 modules of white around, as ISO/IEC 18004 asks."""
    rows = list(segno.make(link, error="m", micro=False).matrix_iter(border=4))
    module, left, top = size / len(rows), (_WIDTH - size) / 2, page.get_y()
    page.set_fill_color(0, 0, 0)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                # A hair wider than a module: printers leave white seams between squares that only touch.
                page.rect(left + across * module, top + down * module, module + 0.02, module + 0.02, style="F")
    page.set_y(top + size)
    _write(page, (_link(link),), scale)


def _foot(page: FPDF, words: PosterWords, scale: float) -> None:
    if words.foot:
        _rule(page, 0.4)
        _write(page, words.foot, scale)
