"""Pictures that a phone can show: nothing cut off, nothing on top of another, at any figures."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.transforms import Bbox

from bot.centres.directory import load
from bot.stats.charts.canvas import WIDTH, png
from bot.stats.charts.charts import Bars, Chart, Columns, Grid
from bot.stats.charts.drawing import draw

UNDER = "Областная библиотека им. Курбатова (ПОУНБ), 1 января – 24 ноября 2026"
KINDS = ("Ответил бот", "Сделали библиотекари")
DAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
REAL_NAMES = tuple(centre.name for centre in load(Path("data"), ZoneInfo("Europe/Moscow"))[0].centres)
LONGEST = sorted(REAL_NAMES, key=len)[-15:]


def weeks(*values: tuple[int, int], label: str = "23–29 ноя") -> Columns:
    return Columns("Что сделано по неделям", UNDER, KINDS, (label,) * len(values), values)


CHARTS: dict[str, Chart] = {
    "no columns": weeks(),
    "a column of nothing": weeks((0, 0)),
    "one": weeks((1, 0)),
    "a year": weeks(*((number * 7 % 300, number * 3 % 80) for number in range(53))),
    "a year of millions": weeks(*((number * 70_001, 9_999_999) for number in range(12))),
    "of a centre, with a word below": replace(weeks((0, 3), (0, 1)), below="Последняя неделя неполная: 23–24 ноября."),
    "no bars": Bars("С чем приходят", UNDER, ()),
    "the longest real names": Bars("Центры", UNDER, tuple((name, 1_234_567) for name in LONGEST)),
    "a name without spaces": Bars("Темы", UNDER, (("Нерушимость" * 20, 5), ("Вход", 0))),
    "a name like a formula, with a picture": Bars("Темы", UNDER, (("$x_1$ 🦷 \\alpha", 3),)),
    "no hours": Grid("Когда обращаются", UNDER, DAYS, (), ()),
    "one hour": Grid("Когда обращаются", UNDER, DAYS, ("9:00",), ((0, 0, 1, 0, 0, 0, 0),)),
    "every hour": Grid(
        "Когда обращаются",
        UNDER,
        DAYS,
        tuple(f"{hour}:00" for hour in range(24)),
        tuple(tuple(hour * 9_999 + day for day in range(7)) for hour in range(24)),
    ),
}


@cache
def picture(name: str) -> Figure:
    return draw(CHARTS[name])


def texts(figure: Figure) -> dict[str, Bbox]:
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]  # - untyped in matplotlib
    found = (text for text in figure.axes[0].texts if text.get_text().strip())
    return {f"{number} {text.get_text()}": text.get_window_extent() for number, text in enumerate(found)}


def test_who_did_nothing_is_not_in_the_key() -> None:
    words = [text.split(" ", 1)[1] for text in texts(picture("of a centre, with a word below"))]

    assert (KINDS[0] in words, KINDS[1] in words, words[-1]) == (
        False,
        True,
        "Последняя неделя неполная: 23–24 ноября.",
    )


@pytest.mark.parametrize("name", CHARTS)
def test_no_word_leaves_the_picture(name: str) -> None:
    figure = picture(name)
    width, height = figure.get_size_inches() * figure.dpi

    outside = {
        text
        for text, box in texts(figure).items()
        if not (0 <= box.x0 < box.x1 <= width and 0 <= box.y0 < box.y1 <= height)
    }

    assert outside == set()


@pytest.mark.parametrize("name", CHARTS)
def test_no_word_covers_another(name: str) -> None:
    seen = texts(picture(name))

    covered = [(one, two) for one, two in combinations(seen, 2) if Bbox.intersection(seen[one], seen[two].padded(-2))]

    assert covered == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_is_as_wide_as_a_phone_shows_and_telegram_takes_its_shape(name: str) -> None:
    height, width, _ = imread(BytesIO(png(picture(name)))).shape

    assert width == WIDTH
    assert width + height <= 10_000  # the Bot API's sendPhoto
    assert max(width / height, height / width) <= 20


def test_a_name_is_written_as_it_is_and_what_has_no_letter_is_left_out() -> None:
    written = {text.partition(" ")[2] for text in texts(picture("a name like a formula, with a picture"))}

    assert "$x_1$ \\alpha" in {" ".join(text.split()) for text in written}


def test_a_word_wider_than_the_picture_is_cut_and_says_so() -> None:
    written = texts(picture("a name without spaces"))

    assert any(text.endswith("…") for text in written)


def test_every_number_of_the_hours_is_written() -> None:
    written = {text.partition(" ")[2] for text in texts(picture("one hour"))}

    assert {"1", "9:00", *DAYS} <= written


def test_a_few_columns_carry_their_numbers_and_many_do_not() -> None:
    few = {text.partition(" ")[2] for text in texts(draw(weeks((700, 77), (1, 1))))}
    many = {text.partition(" ")[2] for text in texts(draw(weeks(*((700, 77),) * 53)))}

    assert "777" in few
    assert "777" not in many


@pytest.mark.parametrize(
    ("most", "marks"),
    [(1, ["0", "1"]), (9, ["0", "2", "4", "6", "8", "10"]), (23, ["0", "5", "10", "15", "20", "25"])],
)
def test_marks_are_round_numbers(most: int, marks: list[str]) -> None:
    chart = Columns("Недели", "Область", KINDS, (), ((most, 0),) * 53)

    written = [text.partition(" ")[2] for text in texts(draw(chart))]

    assert [text for text in written if text.isdigit()] == marks
