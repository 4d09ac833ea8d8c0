"""Writes and paints on a sheet of a phone's width, in pixels from its upper left corner; measures before it writes."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import font_roboto  # type: ignore[import-untyped]  # - two files of letters, no types
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.patches import Rectangle

WIDTH = 1080
MARGIN = 44
DPI = 72  # a point is a pixel

INK, PALE = "#222222", "#6B6B6B"
# Okabe & Ito: told apart by colour-blind people; the second is hatched as well, for prints without colour.
BLUE, ORANGE = "#0072B2", "#E69F00"
TITLE, TEXT, SMALL = 46, 36, 30


class Canvas:
    """One sheet; `y` is how far down it is filled."""

    def __init__(self) -> None:
        self.figure = Figure(figsize=(WIDTH / DPI, 1), dpi=DPI, facecolor="white")
        self._canvas = FigureCanvasAgg(self.figure)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.axis("off")
        self.y: float = MARGIN

    def line(self, words: str, size: int = TEXT, *, bold: bool = False, colour: str = INK) -> None:
        """Words from the left margin, on as many lines as they need; `y` is below them."""
        for part in self._broken(words, size, bold=bold):
            self.write(MARGIN, self.y + size * 0.62, part, size, bold=bold, colour=colour)
            self.y += size * 1.3

    def write(  # noqa: PLR0913 - a place, words and their look
        self, x: float, y: float, words: str, size: int, *, bold: bool = False, colour: str = INK, at: str = "left"
    ) -> None:
        """Words on one line, around the height y; `at` says what x is: their left, center or right."""
        # Without parse_math a «$» in a name would begin a formula.
        self._axes.text(
            x, y, shown(words), fontproperties=_letters(size, bold=bold), color=colour, ha=at, va="center",
            parse_math=False,
        )  # fmt: skip

    def box(self, x: float, y: float, width: float, height: float, colour: str, *, hatched: bool = False) -> None:
        """A filled rectangle; (x, y) is its upper left corner."""
        self._axes.add_patch(
            Rectangle((x, y), width, height, facecolor=colour, edgecolor="white", linewidth=1, hatch="//" * hatched)
        )

    def wide(self, words: str, size: int, *, bold: bool = False) -> float:
        """How many pixels the words take."""
        renderer = self._canvas.get_renderer()  # type: ignore[no-untyped-call]  # - untyped in matplotlib
        return float(renderer.get_text_width_height_descent(shown(words), _letters(size, bold=bold), ismath=False)[0])

    def finish(self) -> Figure:
        """The sheet, cut below what was written."""
        self.y += MARGIN
        self.figure.set_size_inches(WIDTH / DPI, self.y / DPI)
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(self.y, 0)
        return self.figure

    def _broken(self, words: str, size: int, *, bold: bool) -> Iterator[str]:
        """Lines that fit; a single word that does not is cut and says so."""
        most, line = WIDTH - 2 * MARGIN, ""
        for word in words.split():
            longer = f"{line} {word}".strip()
            if line and self.wide(longer, size, bold=bold) > most:
                yield line
                longer = word
            line = self._cut(longer, size, most, bold=bold)
        if line:
            yield line

    def _cut(self, words: str, size: int, most: float, *, bold: bool) -> str:
        if self.wide(words, size, bold=bold) <= most:
            return words
        while self.wide(f"{words}…", size, bold=bold) > most:
            words = words[:-1]
        return f"{words}…"


def png(figure: Figure) -> bytes:
    """The sheet as a file."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=DPI, metadata={"Software": None})
    return file.getvalue()


def shown(words: str) -> str:
    """The words without signs that the letters do not have: they would come out as empty squares."""
    return "".join(sign for sign in words if ord(sign) in _known())


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    return frozenset(get_font(font_roboto.Roboto).get_charmap())


@lru_cache(maxsize=16)
def _letters(size: int, *, bold: bool) -> FontProperties:
    return FontProperties(fname=font_roboto.RobotoBold if bold else font_roboto.Roboto, size=size)
