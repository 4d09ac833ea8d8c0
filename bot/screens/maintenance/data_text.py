"""What the operator is told of the live data folder at the start and by `upgrade`."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bot.datafiles.live_folder.upgrade import UpgradeReport
from bot.russian.words import plural

SHOWN = 10


def made(live: Path) -> str:
    """Says that the live folder was made and is the one to edit."""
    return f"Файлы data скопированы в {live}: бот отвечает по ним, правьте их там."


def not_made(live: Path, reason: str) -> str:
    """Says that the live folder could not be made, and what to look at."""
    return (
        f"Папку данных {live} не удалось сделать: {reason}. Недоделанного не осталось.\n"
        f"Проверьте место на диске и права на папку {live.parent}, потом запустите бота снова."
    )


def unknown(live: Path) -> str:
    """Says that the folder of DATA_DIR is not there, though the bot has worked before."""
    return (
        f"Папки данных {live} нет. Бот не запущен: проверьте DATA_DIR, нет ли опечатки.\n"
        "Если она и правда должна начаться заново, из файлов выпуска: python -m bot run --new."
    )


def restore_cut_off(live: Path, restored: Path) -> str:
    """Says that a restore was ended between the database and the data folder, which may not fit each other now."""
    return (
        f"Прошлое restore оборвалось: папка из копии осталась в {restored}, бот отвечает по {live}.\n"
        "Остановите бота и повторите restore. Если возвращать копию не нужно, удалите эту папку."
    )


def is_shipped(live: Path) -> str:
    """Says that edits go into the release itself, which the next git pull would stumble over."""
    return (
        f"DATA_DIR указывает на папку выпуска ({live}): правки из чата лягут в неё и помешают git pull.\n"
        "Уберите строку DATA_DIR из .env и перезапустите бота: он сам скопирует папку к базе вместе с правками."
    )


def is_own(live: Path) -> str:
    """Says that a folder that never came from a release is not merged."""
    return f"{live} — ваша собственная папка: с файлами выпуска она не сливается, правьте её сами."


def missing(live: Path) -> str:
    """Says that there is nothing to upgrade yet."""
    return f"Папки {live} ещё нет: её сделает первый запуск (python -m bot run)."


def nothing_new(live: Path) -> str:
    """Says that the live folder has everything of this release."""
    return f"{live}: всё из этого выпуска уже здесь."


def not_upgraded(live: Path, reason: str) -> str:
    """Says that the upgrade failed; the next start tries again."""
    return f"Файлы в {live} не обновлены: {reason}. Бот отвечает по прежним и попробует снова при следующем запуске."


def taken(live: Path, names: Sequence[str]) -> str:
    """Names the files that came from the release."""
    return f"{live}: из нового выпуска {plural(len(names), 'файл', 'файла', 'файлов')}.\n{_listed(names)}"


def would_take(live: Path, names: Sequence[str]) -> str:
    """Names the files that an upgrade would bring from the release."""
    return f"{live}: upgrade возьмёт {plural(len(names), 'файл', 'файла', 'файлов')}.\n{_listed(names)}"


def upgraded(live: Path, report: UpgradeReport, words: Callable[[Path, Sequence[str]], str] = taken) -> str:
    """What was taken, what waits for an admin, or why nothing was taken; empty where there was nothing to do."""
    brought = words(live, report.taken) if report.taken else ""
    said = (brought, _held(live, report) if report.held else "", _conflicts(report))
    return "\n".join(filter(None, said))


def _held(live: Path, report: UpgradeReport) -> str:
    return (
        f"Из нового выпуска не взято, потому что в {live} появились бы ошибки; здесь бот отвечает по прежнему:\n"
        f"{_listed(report.held)}\nОшибки были бы такие:\n{_listed(map(str, report.problems))}\n"
        "Исправьте и повторите: python -m bot upgrade (бот остановлен)."
    )


def _conflicts(report: UpgradeReport) -> str:
    if not report.conflicts:
        return ""
    names = _listed(merge.name for merge in report.conflicts)
    return f"Изменили и вы, и выпуск; осталось ваше, решите в чате командой /data:\n{names}"


def _listed(lines: Iterable[str]) -> str:
    every = list(lines)
    rest = [f"  … и ещё {len(every) - SHOWN}"] if len(every) > SHOWN else []
    return "\n".join([*(f"  {line}" for line in every[:SHOWN]), *rest])
