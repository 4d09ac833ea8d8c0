"""Draws a telephone's keyboard with its microphone marked; matplotlib is imported with it, so import it late."""

from functools import lru_cache
from io import BytesIO

import font_roboto  # type: ignore[import-untyped]  # - two files of letters, no types
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Arc, Circle, FancyBboxPatch

_WIDTH, _HEIGHT = 1080, 820  # pixels
_DPI = 72
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_KEY_HEIGHT, _TOP = 92, 330
_INK, _PALE, _PAPER, _KEY, _MARK = "#222222", "#6B6B6B", "#E8EAED", "white", "#D55E00"


@lru_cache(maxsize=1)
def dictation_picture() -> bytes:
    """The picture as a PNG; the same each time."""
    figure = Figure(figsize=(_WIDTH / _DPI, _HEIGHT / _DPI), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.axis("off")
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(_HEIGHT, 0)
    _words(axes, _WIDTH / 2, 50, "Нажмите микрофон на клавиатуре и говорите", 44, bold=True)
    _line_to_write(axes)
    _box(axes, 0, 210, _WIDTH, _HEIGHT - 210, _PAPER, radius=0)
    for number, letters in enumerate(_ROWS):
        _keys(axes, letters, _TOP + number * (_KEY_HEIGHT + 14))
    _box(axes, 150, _TOP + 3 * (_KEY_HEIGHT + 14), 520, _KEY_HEIGHT, _KEY)
    _words(axes, 410, _TOP + 3 * (_KEY_HEIGHT + 14) + _KEY_HEIGHT / 2, "пробел", 32, colour=_PALE)
    _microphone(axes, 1000, 268, "Android")
    _microphone(axes, 1000, 745, "айфон")
    file = BytesIO()
    figure.savefig(file, format="png", dpi=_DPI, metadata={"Software": None})
    return file.getvalue()


def _line_to_write(axes: Axes) -> None:
    _box(axes, 40, 105, _WIDTH - 80, 84, "#F7F7F7", edge=_PALE, radius=40)
    axes.text(90, 147, "Как получить СНИЛС|", fontproperties=_letters(36), color=_INK, va="center")


def _keys(axes: Axes, letters: str, top: float) -> None:
    width = (_WIDTH - 40) / 12 - 10
    left = (_WIDTH - len(letters) * (width + 10)) / 2 + 5
    for number, letter in enumerate(letters):
        x = left + number * (width + 10)
        _box(axes, x, top, width, _KEY_HEIGHT, _KEY)
        _words(axes, x + width / 2, top + _KEY_HEIGHT / 2, letter, 40)


def _microphone(axes: Axes, x: float, y: float, where: str) -> None:
    """A microphone in a ring, with an arrow from its name."""
    axes.add_patch(Circle((x, y), 50, facecolor="white", edgecolor=_MARK, linewidth=7))
    _box(axes, x - 10, y - 30, 20, 36, _INK, radius=10)
    axes.add_patch(Arc((x, y - 4), 44, 44, theta1=0, theta2=180, color=_INK, linewidth=5))
    axes.plot((x, x), (y + 18, y + 30), color=_INK, linewidth=5)
    axes.plot((x - 14, x + 14), (y + 30, y + 30), color=_INK, linewidth=5)
    look = {"arrowstyle": "-|>", "color": _MARK, "linewidth": 6, "mutation_scale": 34}
    axes.annotate("", (x - 58, y), (x - 130, y), arrowprops=look)
    axes.text(x - 140, y, where, fontproperties=_letters(36, bold=True), color=_MARK, va="center", ha="right")


def _box(  # noqa: PLR0913 - a place, a size and a look
    axes: Axes, x: float, y: float, width: float, height: float, colour: str, *, edge: str = "none", radius: float = 14
) -> None:
    style = f"round,pad=0,rounding_size={radius}" if radius else "square,pad=0"
    axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=style, facecolor=colour, edgecolor=edge))


def _words(  # noqa: PLR0913 - a place, words and their look
    axes: Axes, x: float, y: float, words: str, size: int, *, bold: bool = False, colour: str = _INK
) -> None:
    axes.text(x, y, words, fontproperties=_letters(size, bold=bold), color=colour, ha="center", va="center")


def _letters(size: int, *, bold: bool = False) -> FontProperties:
    return FontProperties(fname=font_roboto.RobotoBold if bold else font_roboto.Roboto, size=size)
