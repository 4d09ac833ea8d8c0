"""What is said of the database's file: that somebody else works with it, and that it is gone."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.russian.words import moment
from bot.screens.screen import Screen


class DatabaseHolder(Protocol):
    """The process that works with the database."""

    @property
    def pid(self) -> int: ...

    @property
    def since(self) -> datetime: ...

    @property
    def command(self) -> str: ...


def in_use(path: Path, holder: DatabaseHolder | None, zone: ZoneInfo) -> str:
    """Says which process works with the database, where that is known, and what to do."""
    who, kill = "другой процесс", ""
    if holder:
        since = moment(holder.since.astimezone(zone))
        who = f"процесс {holder.pid} (python -m bot {holder.command}), начал: {since}"
        kill = f" или kill {holder.pid}" if holder.pid > 1 else ""  # 1 is the first process of a container
    return (
        f"База данных {path} занята. С ней работает {who}.\n"
        f"Сначала остановите его: systemctl stop bibliogos, docker compose stop, Ctrl+C{kill}. Потом повторите.\n"
        "Рядом с ним можно: backup, stats, slots."
    )


def unusable(path: Path, reason: str) -> str:
    """Says that the database cannot be opened; the reason is in the system's words."""
    cure = "Проверьте место на диске и права на папку. Если файл испорчен, верните копию: python -m bot restore ФАЙЛ."
    return f"База данных {path} не открывается: {reason}. {cure}"


def lost(path: Path) -> str:
    """Says that the database's file went away while the bot was running."""
    return (
        f"Файл базы {path} переместили, удалили или подменили, пока бот работал. Бот остановлен.\n{_put_back(path)} "
        "Потом запустите бота."
    )


def missing(path: Path) -> str:
    """Says that the database's file is missing at the start."""
    return (
        f"Файла базы {path} нет, хотя бот с ним уже работал. Бот не запущен: с пустой базой пропали бы записи людей.\n"
        f"{_put_back(path)} Если база и правда нужна новая, пустая: python -m bot migrate. Потом запустите бота."
    )


def unknown(path: Path, nearby: Sequence[str]) -> str:
    """Says that no database was ever at the place of DATABASE: a slip of the pen, or a first run."""
    beside = f" Рядом лежит: {', '.join(nearby)}." if nearby else ""
    return (
        f"Базы {path} нет и не было. Бот не запущен: проверьте, нет ли опечатки в DATABASE.{beside}\n"
        "Если это первый запуск и база должна начаться пустой: python -m bot run --new. Дальше --new не нужен."
    )


def _put_back(path: Path) -> str:
    return (
        f"Верните файл на место, вместе с соседними {path.name}-wal и {path.name}-shm, если они есть. "
        "Или верните копию: python -m bot restore ФАЙЛ."
    )


def lost_letter(name: str) -> Screen:
    """Tells an admin of the lost database, as long as the bot can still speak."""
    return Screen(
        f"<b>Я останавливаюсь: пропал файл базы</b>\nФайл {escape(name)} переместили, удалили или подменили.\n\n"
        "Сохранять записи некуда, поэтому я больше никому ничего не обещаю. Верните файл на место или копию "
        "(restore) и запустите меня снова."
    )
