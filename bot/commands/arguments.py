"""The arguments of every command of the command line."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives the type of its sub-commands no public name


def parser() -> argparse.ArgumentParser:
    """Every command with its words; the chosen one is in `command`."""
    whole = argparse.ArgumentParser(prog="bibliogos", description="БиблиоГос: помощник библиотек по Госуслугам.")
    commands = whole.add_subparsers(metavar="команда", required=True, dest="command")
    run = _add(commands, "run", "запустить бота; без BOT_TOKEN — песочницу со страницей чата")
    run.add_argument("--new", action="store_true", help="начать пустую базу и папку данных там, где указано")
    _questions(commands)
    _places(commands)
    _imports(commands)
    check = _add(commands, "check", "проверить data/: файл, строка, причина, что написать вместо")
    check.add_argument("--strict", action="store_true", help="ещё и находимость статей, связи и удобочитаемость")
    check.add_argument("--wordings", action="store_true", help="ещё и формулировки дел, похожие на чужое дело")
    check.add_argument("--links", action="store_true", help="ещё и открыть каждую ссылку; нужна сеть")
    _add(commands, "doctor", "осмотреть всё, на чём стоит бот: Telegram, часы, файлы, база, копии, диск, до запуска")
    _figures(commands)
    _files(commands)
    return whole


def _questions(commands: "Commands[argparse.ArgumentParser]") -> None:
    ask = _add(commands, "ask", "спросить справочник; без вопроса читает строки JSON из стандартного ввода")
    ask.add_argument("question", nargs="?", metavar="ВОПРОС")
    ask.add_argument("--top", type=_count, default=5, metavar="N", help="сколько статей показать (1–10)")
    ask.add_argument("--json", action="store_true", help="ответ одной строкой JSON")
    ask.add_argument("--explain", action="store_true", help="показать, какие слова и какой вариант решили")
    understand = _add(
        commands, "understand", "что значит сообщение: строки JSON из стандартного ввода, дела строками JSON"
    )
    understand.add_argument("--explain", metavar="ТЕКСТ", help="разобрать одно сообщение для человека")


def _places(commands: "Commands[argparse.ArgumentParser]") -> None:
    nearest = _add(commands, "nearest", "ближайшие центры к месту или точке")
    nearest.add_argument("place", nargs="?", metavar="МЕСТО")
    nearest.add_argument("--lat", type=_degrees(90), metavar="ШИРОТА")
    nearest.add_argument("--lon", type=_degrees(180), metavar="ДОЛГОТА")
    nearest.add_argument("--json", action="store_true", help="ответ одной строкой JSON")
    slots = _add(commands, "slots", "свободное время центра")
    slots.add_argument("centre", metavar="ЦЕНТР", help="id из data/centres.yaml")
    slots.add_argument(
        "--from", type=_day, dest="first", metavar="ДЕНЬ", help="с какого дня: 2026-11-25; иначе с сегодня"
    )
    slots.add_argument("--days", type=_days, default=7, metavar="N", help="сколько дней (1–365)")
    slots.add_argument("--json", action="store_true", help="ответ одной строкой JSON")
    poster = _add(commands, "poster", "плакат центра для печати, PDF")
    poster.add_argument("centre", metavar="ЦЕНТР", help="id из data/centres.yaml")
    poster.add_argument("file", type=Path, metavar="ФАЙЛ")
    poster.add_argument("--bot", required=True, metavar="ИМЯ", help="имя бота в Telegram, без @")


def _imports(commands: "Commands[argparse.ArgumentParser]") -> None:
    region = _add(commands, "new-region", "начать папку данных своей области: общие ответы, пустые центры")
    region.add_argument("--name", required=True, metavar="ИМЯ", help="«Лесная область»")
    region.add_argument("--capital", required=True, metavar="ГОРОД", help="областной центр")
    region.add_argument("--districts", type=Path, metavar="ФАЙЛ", help="округа: «название; центр; прежнее название»")
    region.add_argument("--of", dest="of_region", metavar="ЧЕГО", help="как продолжить «библиотеки …»")
    region.add_argument("--in", dest="in_region", metavar="ГДЕ", help="как продолжить «живу …»")
    export = _add(commands, "export-centres", "таблица центров, чтобы разослать её и заполнить")
    export.add_argument("--xlsx", type=Path, required=True, metavar="ФАЙЛ", help="книга Excel")
    centres = _add(commands, "import-centres", "прочесть таблицу центров или выгрузку opendata.mkrf.ru (JSON)")
    settlements = _add(commands, "import-settlements", "сверить с выгрузкой GeoNames или почтовым файлом")
    centres.add_argument(
        "--new-places", action="store_true", help="места, которых мы не знаем, добавить в settlements.csv"
    )
    for importing, what in ((centres, "centres"), (settlements, "settlements")):
        importing.set_defaults(what=what)
        importing.add_argument("file", type=Path, metavar="ФАЙЛ")
        importing.add_argument(
            "--write", "--apply", "--yes", action="store_true", help="записать понятое; без этого только рассказывает"
        )


def _figures(commands: "Commands[argparse.ArgumentParser]") -> None:
    stats = _add(commands, "stats", "сколько сделано: обращения, консультации, записи; без дней — с начала года")
    stats.add_argument("--from", type=_day, dest="first", metavar="ДЕНЬ", help="первый день: 2026-01-01")
    stats.add_argument("--to", type=_day, dest="last", metavar="ДЕНЬ", help="последний день; иначе сегодня")
    stats.add_argument("--centre", metavar="ЦЕНТР", help="id из data/centres.yaml; иначе вся область")
    stats.add_argument("--json", action="store_true", help="ответ одной строкой JSON")
    stats.add_argument("--xlsx", type=Path, metavar="ФАЙЛ", help="книга Excel с теми же цифрами")
    stats.add_argument("--csv", type=Path, metavar="ФАЙЛ", help="все обращения строка за строкой, для Excel")


def _files(commands: "Commands[argparse.ArgumentParser]") -> None:
    _add(commands, "backup", "снять копию базы, бот может работать").add_argument("file", type=Path, metavar="ФАЙЛ")
    restore = _add(commands, "restore", "вернуть базу из копии, бот остановлен")
    restore.add_argument("file", type=Path, metavar="ФАЙЛ")
    _add(commands, "migrate", "привести базу к этой версии программы")
    upgrade = _add(commands, "upgrade", "взять из нового выпуска файлы data, которых вы не меняли; бот остановлен")
    upgrade.add_argument("--dry-run", action="store_true", help="только показать, что изменится")


def _add(commands: "Commands[argparse.ArgumentParser]", name: str, words: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=words, description=words)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 10):
        raise argparse.ArgumentTypeError("нужно число от 1 до 10")
    return int(text)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= 365):
        raise argparse.ArgumentTypeError("нужно число от 1 до 365")
    return int(text)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not 2000 <= day.year <= 2100:
        raise argparse.ArgumentTypeError("нужен день вида 2026-11-25")
    return day


def _degrees(most: int) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = float("nan")
        if not -most <= value <= most:
            raise argparse.ArgumentTypeError(f"нужны градусы от -{most} до {most}")
        return value

    return read
