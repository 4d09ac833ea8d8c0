"""Renders charts and workbooks in a thread, one at a time, so that nobody's answer waits for them."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bot.screens.stats.book import Book
from bot.screens.stats.workbook import book_words, sheets
from bot.stats.charts.charts import Chart
from bot.stats.export.atomic_file import not_written
from bot.stats.export.sheet import WorkbookSheet

R = TypeVar("R")


class Renderer:
    """Runs one rendering at a time: Matplotlib is no good for two threads, memory for two workbooks."""

    def __init__(self) -> None:
        self._one_at_a_time = asyncio.Lock()

    async def draw(self, chart: Chart) -> bytes:
        """Renders the chart as a PNG."""
        return await self._apart(lambda: _drawn(chart))

    async def bind(self, book: Book) -> bytes:
        """Writes the workbook. Raises NotWrittenError."""
        return await self._apart(lambda: _bound(book))

    async def write_rows(self, sheet: WorkbookSheet) -> bytes:
        """Writes the rows as CSV. Raises NotWrittenError."""
        return await self._apart(lambda: _rows(sheet))

    async def _apart(self, work: Callable[[], R]) -> R:
        async with self._one_at_a_time:
            return await asyncio.to_thread(work)


def _drawn(chart: Chart) -> bytes:
    from bot.stats.charts.canvas import png
    from bot.stats.charts.drawing import (
        draw,  # matplotlib costs a second of the start and 40 MB, and is seldom asked for
    )

    return png(draw(chart))


def _bound(book: Book) -> bytes:
    from bot.stats.export import workbook

    return _through_a_file(lambda file: workbook.write(sheets(book), file, book_words(book), book.on_the_wall))


def _rows(sheet: WorkbookSheet) -> bytes:
    from bot.stats.export import rows_csv

    return _through_a_file(lambda file: rows_csv.write(sheet, file))


def _through_a_file(write: Callable[[Path], object]) -> bytes:
    try:
        with TemporaryDirectory(prefix="bibliogos-") as folder:
            file = Path(folder) / "file"
            write(file)
            return file.read_bytes()
    except OSError as error:  # of the folder itself
        raise not_written(Path(error.filename or ""), error) from error
