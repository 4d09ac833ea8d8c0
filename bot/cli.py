"""The command line: `python -m bot …`, also installed as `bibliogos`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from pydantic import ValidationError

from bot.settings import Settings, unknown_variables

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Reads the settings, runs one command, ends with its code."""
    options = _parser().parse_args(arguments)
    settings = _settings()
    try:
        code = options.run(options, settings)
    except BrokenPipeError:
        code = 0
    sys.exit(code)


def _run(_: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import run

    return run.run(settings)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import ask

    faq = settings.data_dir / "faq"
    if options.question is None:
        return ask.answer_lines(faq, sys.stdin, options.top)
    return ask.answer_one(faq, options.question, options.top, as_json=options.json, explain=options.explain)


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import check

    return check.run(settings.data_dir, strict=options.strict)


def _backup(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import database

    return database.back_up(settings.database, options.file)


def _restore(options: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import database

    return database.restore(options.file, settings.database)


def _migrate(_: argparse.Namespace, settings: Settings) -> int:
    from bot.commands import database

    return database.migrate(settings.database)


def _settings() -> Settings:
    import os

    if strange := unknown_variables(os.environ):
        _stop(f"Неизвестные настройки: {', '.join(strange)}. Сверьте имена с .env.example.")
    try:
        return Settings()
    except UnicodeDecodeError:
        _stop("Файл .env не в кодировке UTF-8: сохраните его в UTF-8.")
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc'])).upper()}: {fault['msg']}" for fault in error.errors())
        _stop("Настройки не подходят, сверьте их с .env.example:\n" + "\n".join(faults))


def _stop(words: str) -> NoReturn:
    sys.stderr.write(f"{words}\n")
    sys.exit(6)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bibliogos", description="БиблиоГос: помощник библиотек по Госуслугам.")
    commands = parser.add_subparsers(metavar="команда", required=True)
    _add(commands, "run", _run, "запустить бота; без BOT_TOKEN — песочницу со страницей чата")
    ask = _add(commands, "ask", _ask, "спросить справочник; без вопроса читает строки JSON из стандартного ввода")
    ask.add_argument("question", nargs="?", metavar="ВОПРОС")
    ask.add_argument("--top", type=_count, default=5, metavar="N", help="сколько статей показать (1–10)")
    ask.add_argument("--json", action="store_true", help="ответ одной строкой JSON")
    ask.add_argument("--explain", action="store_true", help="показать, какие слова и какой вариант решили")
    check = _add(commands, "check", _check, "проверить data/: файл, строка, причина, что написать вместо")
    check.add_argument("--strict", action="store_true", help="ещё и находимость статей, связи и удобочитаемость")
    _add(commands, "backup", _backup, "снять копию базы, бот может работать").add_argument(
        "file", type=Path, metavar="ФАЙЛ"
    )
    _add(commands, "restore", _restore, "вернуть базу из копии, бот остановлен").add_argument(
        "file", type=Path, metavar="ФАЙЛ"
    )
    _add(commands, "migrate", _migrate, "привести базу к этой версии программы")
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: Command, words: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 10):
        raise argparse.ArgumentTypeError("нужно число от 1 до 10")
    return int(text)
