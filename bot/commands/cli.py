"""The command line: `python -m bot …`, also installed as `bibliogos`."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NoReturn
from zoneinfo import ZoneInfo

from bot.app import logs
from bot.clock import SystemClock
from bot.commands.arguments import parser
from bot.commands.starting import bear_odd_letters, read_settings, stop
from bot.settings import ServiceMode, Settings

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Reads the settings, runs one command, ends with its code."""
    bear_odd_letters()
    options = parser().parse_args(arguments)
    settings = read_settings()
    logs.set_up(settings.log_level)  # to standard error: what a command prints may be read by a program
    try:
        code = COMMANDS[options.command](options, settings)
    except BrokenPipeError:
        code = 0
    sys.exit(code)


def _run(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import run

    return run.run(settings, new=options.new)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.asking import ask

    folder = settings.data_to_read
    if options.question is None:
        return ask.answer_lines(folder, sys.stdin, options.top)
    return ask.answer_one(folder, options.question, options.top, as_json=options.json, explain=options.explain)


def _understand(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.asking import understand
    from bot.understanding.linear.linear_file import learned_file

    zone, kept = ZoneInfo(settings.timezone), learned_file(settings.database)
    folder, now = settings.data_to_read, SystemClock().now()
    if options.explain is not None:
        return understand.explain_one(folder, zone, kept, options.explain, now)
    return understand.answer_lines(folder, zone, kept, sys.stdin, now)


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.checks import check
    from bot.commands.checks.check_wordings import tell_confusable

    zone = ZoneInfo(settings.timezone)
    today = SystemClock().now().astimezone(zone).date()
    if options.wordings:
        tell_confusable(settings.data_to_read)
    return check.run(settings.data_to_read, zone, today, strict=options.strict, links=options.links)


def _doctor(_: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.checks import doctor

    return doctor.run(settings, SystemClock())


def _backup(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import database

    return database.back_up(settings.database, options.file, settings.data_dir)


def _restore(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import database

    return database.restore(options.file, settings.database, settings.data_dir, ZoneInfo(settings.timezone))


def _migrate(_: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import database

    return database.migrate(settings.database, ZoneInfo(settings.timezone))


def _upgrade(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import upgrade

    return upgrade.run(settings, SystemClock().now(), only_look=options.dry_run)


def _nearest(options: argparse.Namespace, settings: Settings) -> int:
    from bot.centres.places.geo import Point
    from bot.commands.asking import nearest

    zone, now = ZoneInfo(settings.timezone), SystemClock().now()
    if (options.lat is None) != (options.lon is None) or (options.lat is None) == (options.place is None):
        stop("Назовите место или дайте и --lat, и --lon.", 2)
    if options.place is not None:
        return nearest.by_place(settings.data_to_read, zone, options.place, now, as_json=options.json)
    return nearest.by_point(settings.data_to_read, zone, Point(options.lat, options.lon), now, as_json=options.json)


def _slots(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.asking import slots

    asked = slots.SlotsRequest(options.centre, options.first, options.days, options.json)
    return slots.show(settings.data_to_read, settings.database, ZoneInfo(settings.timezone), asked, SystemClock())


def _stats(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands.figures import stats
    from bot.commands.figures.stats_files import StatsFiles

    files = StatsFiles(options.xlsx, options.csv) if options.xlsx or options.csv else None
    asked = stats.StatsRequest(options.first, options.last, options.centre, options.json, files)
    zone, now = ZoneInfo(settings.timezone), SystemClock().now()
    return stats.show(settings.data_to_read, settings.database, zone, asked, now)


def _new_region(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import new_region

    asked = new_region.RegionRequest(
        options.name, options.capital, options.districts, options.of_region, options.in_region
    )
    return new_region.run(settings.data_dir, asked)


def _import(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import imports

    if options.write and not settings.data_dir.exists():
        stop(f"Папки {settings.data_dir} ещё нет: её сделает первый запуск (python -m bot run).", 5)
    into = _reader_of(options) if options.what == "centres" else imports.settlements
    zone, now = ZoneInfo(settings.timezone), SystemClock().now()
    return into(settings.data_to_read, zone, options.file, now, write=options.write)


def _reader_of(options: argparse.Namespace) -> Callable[..., int]:
    """A file of centres is told by what is in it: the open data of the Ministry, or a table."""
    from bot.centres.workbook.table_file import is_json
    from bot.commands import centre_workbook, imports

    if is_json(options.file):
        return imports.centres
    return partial(centre_workbook.read, may_add_places=options.new_places)


def _export(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import centre_workbook

    zone, now = ZoneInfo(settings.timezone), SystemClock().now()
    return centre_workbook.export(settings.data_to_read, zone, options.xlsx, now)


def _poster(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import poster

    zone, now, full = ZoneInfo(settings.timezone), SystemClock().now(), settings.service_mode is ServiceMode.FULL
    sheet = (options.centre, options.bot, options.file)
    return poster.write(settings.data_to_read, zone, *sheet, now, offers_booking=full)


COMMANDS: Mapping[str, Command] = {
    "run": _run,
    "ask": _ask,
    "understand": _understand,
    "nearest": _nearest,
    "slots": _slots,
    "check": _check,
    "doctor": _doctor,
    "stats": _stats,
    "poster": _poster,
    "new-region": _new_region,
    "export-centres": _export,
    "import-centres": _import,
    "import-settlements": _import,
    "backup": _backup,
    "restore": _restore,
    "migrate": _migrate,
    "upgrade": _upgrade,
}
