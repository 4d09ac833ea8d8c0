"""The options `stats --xlsx` and `--csv`: the same figures as files."""

import asyncio
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.centres.directory import Directory
from bot.faq.library import MissingFilesError
from bot.faq.library import load as load_library
from bot.region.outcomes import Outcomes
from bot.region.topics import Topics
from bot.screens.stats.book import Book
from bot.screens.stats.districts import by_district
from bot.screens.stats.names import Names, names
from bot.screens.stats.rows import rows_sheet
from bot.screens.stats.text import ALL_CENTRES
from bot.screens.stats.workbook import book_words, sheets
from bot.stats.export import rows_csv, workbook
from bot.stats.export.atomic_file import NotWrittenError
from bot.stats.interaction import InteractionRow
from bot.stats.report import Report
from bot.storage.database import opened_to_read
from bot.storage.tables.stats import StatsTable

MOST_ROWS = 1_000_000  # in memory at once


@dataclass(frozen=True, slots=True)
class StatsFiles:
    """Where to write; None: not wanted."""

    xlsx: Path | None = None
    csv: Path | None = None


def write(files: StatsFiles, report: Report, database: Path, folder: Path, directory: Directory, made: datetime) -> int:
    """1 where a file could not be written; `made` bears the region's zone."""
    rows, users = asyncio.run(_counted(database, report, directory))
    book = _book(report, rows, folder, directory, made, users)
    try:
        if files.xlsx is not None:
            workbook.write(sheets(book), files.xlsx, book_words(book), book.on_the_wall)
            sys.stdout.write(f"Книга Excel: {files.xlsx}\n")
        if files.csv is not None:
            sheet = rows_sheet(book.rows, book.names, book.under, book.made.tzinfo, left_out=book.rows_left_out)
            sys.stdout.write(f"Строки CSV: {files.csv}, всего {rows_csv.write(sheet, files.csv)}\n")
            if book.rows_left_out:
                sys.stdout.write("Поместились не все строки: за остальными возьмите период короче.\n")
    except NotWrittenError as error:
        reason = "на диске нет места" if error.no_room else error.reason
        sys.stderr.write(f"Не записать {error.file}: {reason}. Ничего не записано.\n")
        return 1
    return 0


async def _counted(database: Path, report: Report, directory: Directory) -> tuple[list[InteractionRow], dict[str, int]]:
    """The rows of the period and, of all centres, the distinct people of each district."""
    async with opened_to_read(database) as opened:
        table = StatsTable(opened)
        rows = await table.rows(report.period, report.centre, MOST_ROWS + 1)
        districts = {} if report.centre else by_district(directory.centres)
        return rows, await table.group_users(report.period, districts)


def _book(
    report: Report,
    rows: list[InteractionRow],
    folder: Path,
    directory: Directory,
    made: datetime,
    users: dict[str, int],
) -> Book:
    return Book(
        report=report,
        place=_name(directory, report.centre) if report.centre else ALL_CENTRES,
        names=_names(folder, directory),
        centres=directory.centres,
        rows=rows[:MOST_ROWS],
        rows_left_out=len(rows) > MOST_ROWS,
        made=made,
        district_users=users,
    )


def _names(folder: Path, directory: Directory) -> Names:
    try:
        library, _ = load_library(folder / "faq")
    except MissingFilesError:  # figures can be told without the answers
        library = None
    return names(directory.centre, Topics(folder), Outcomes(folder), library)


def _name(directory: Directory, id_: str) -> str:
    centre = directory.centre(id_)
    return centre.short_name if centre else id_
