"""The state of the bot on a screen, for admins."""

from datetime import datetime
from html import escape
from textwrap import shorten
from zoneinfo import ZoneInfo

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.upgrade import UpgradeReport
from bot.maintenance.status import (
    BackupCopy,
    BotStatus,
    DataSummary,
    DiskSpace,
    FailedNotice,
    OutboxStatus,
    UnreadUpdates,
)
from bot.russian.words import moment, plural
from bot.screens.common_buttons import HOME
from bot.screens.maintenance import data_conflicts
from bot.screens.maintenance.actions import DropNotice, SendAgain
from bot.screens.maintenance.file_history import HISTORY
from bot.screens.maintenance.files_in_use import meanwhile
from bot.screens.maintenance.launch import launch_rows, launch_text
from bot.screens.maintenance.warnings import STATUS, size_words
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Row, Screen, row

PROBLEMS_SHOWN = 10
REASON_LETTERS = 150  # ten problems must fit one message


def status(now: BotStatus, zone: ZoneInfo) -> Screen:
    """Everything at a glance; what needs a hand is said first of its paragraph."""
    text = paragraphs(
        f"<b>Состояние бота</b>\nВерсия {escape(now.version)}. Работает {_span(now)}.",
        _data_files(now.data),
        _outbox(now.outbox, now.now, zone),
        _unreachable(now.outbox.unreachable),
        _unread(now.outbox.unread),
        _backup(now.backup, zone),
        _disk(now.disk),
        launch_text(now.launch, now.backup),
        *(_aside(number, one, zone) for number, one in enumerate(now.outbox.set_aside, 1)),
    )
    settling = (_ways(*pair) for pair in enumerate(now.outbox.set_aside, 1))
    return Screen(text, (*settling, *launch_rows(now.launch), row(HOME)))


def tried_again() -> Screen:
    """Confirms that a failed notice is due again."""
    return Screen("Отправляю ещё раз. Что вышло, покажет состояние бота.", (row(STATUS, HOME),))


def dropped() -> Screen:
    """Confirms that a failed notice was discarded."""
    return Screen("Отбросил: это сообщение не уйдёт.", (row(STATUS, HOME),))


def settled_before() -> Screen:
    """Says that the failed notice was settled before, by somebody else or by its age."""
    return Screen("С этим сообщением уже разобрались.", (row(STATUS, HOME),))


def backed_up(backup: BackupCopy) -> Screen:
    """Confirms a backup and says where it is; it holds personal data and is never sent into a chat."""
    text = (
        f"Копия базы снята и проверена: {size_words(backup.size)}.\n<code>{escape(str(backup.file))}</code>\n\n"
        "В ней личные данные, поэтому в чат я её не присылаю: возьмите файл на сервере."
    )
    return Screen(text, (row(STATUS, HOME),))


def not_backed_up(reason: str) -> Screen:
    """Says that no backup could be made."""
    text = f"Копия не снята: {escape(reason)}.\n\nПроверьте место на диске и права на папку базы."
    return Screen(text, (row(STATUS, HOME),))


def restart_first(reason: str) -> Screen:
    """Says that the program's files are newer or older than what runs."""
    text = (
        f"Копия не снята: {escape(reason)}.\n\n"
        "Похоже, файлы программы обновили, пока бот работал. Перезапустите бота и повторите: /backup."
    )
    return Screen(text, (row(STATUS, HOME),))


def data(read: DataSummary, report: UpgradeReport) -> Screen:
    """Shows what was reloaded, the first problems of the data files, and what waits for a decision."""
    undecided, buttons = data_conflicts.waiting(report), (*data_conflicts.buttons(report), row(HISTORY), row(HOME))
    if not read.problems:
        return Screen(paragraphs("Файлы прочитаны заново, ошибок нет.", _counts(read), undecided), buttons)
    more = len(read.problems) - PROBLEMS_SHOWN
    text = paragraphs(
        f"<b>Ошибок в файлах: {len(read.problems)}</b>\n{meanwhile(read)}",
        *(_problem(number, one) for number, one in enumerate(read.problems[:PROBLEMS_SHOWN], 1)),
        f"И ещё {more}. Все сразу покажет команда <code>python -m bot check</code>." if more > 0 else "",
        _counts(read),
        undecided,
    )
    return Screen(text, buttons)


def unreadable(reason: str) -> Screen:
    """Says that the data folder cannot be read."""
    return Screen(
        f"Файлы не читаются: {escape(reason)}. Я отвечаю по прежним. Исправьте это на сервере и повторите: /data.",
        (row(HOME),),
    )


def _span(now: BotStatus) -> str:
    minutes = int((now.now - now.since).total_seconds()) // 60
    days, hours = minutes // 1440, minutes % 1440 // 60
    parts = (
        plural(days, "день", "дня", "дней") if days else "",
        plural(hours, "час", "часа", "часов") if hours else "",
        plural(minutes % 60, "минуту", "минуты", "минут") if not days else "",
    )
    return " ".join(filter(None, parts))


def _counts(read: DataSummary) -> str:
    return (
        f"Статей {read.articles}, центров {read.centres} (запись открыта: {read.bookable}), "
        f"тем консультаций {read.topics}."
    )


def _data_files(read: DataSummary) -> str:
    if not read.problems:
        return _counts(read)
    return f"Ошибок в файлах: {len(read.problems)}. Какие: /data.\n{_counts(read)}"


def _outbox(outbox: OutboxStatus, now: datetime, zone: ZoneInfo) -> str:
    late = ""
    if outbox.oldest_due and (now - outbox.oldest_due).total_seconds() > 60:
        late = f", самое давнее с {moment(outbox.oldest_due.astimezone(zone))}"
    aside = f"\nНе отправились и ждут вас: {outbox.set_aside_in_all}." if outbox.set_aside_in_all else ""
    return f"Сообщений впереди: {outbox.waiting}. Пора отправить: {outbox.due}{late}.{aside}"


def _unreachable(count: int) -> str:
    if not count:
        return "Бота никто не остановил."
    return f"Остановили бота: {plural(count, 'человек', 'человека', 'человек')}. Библиотекари видят это у записи."


def _unread(unread: UnreadUpdates | None) -> str:
    if unread is None:
        return ""
    return (
        f"Не разобрал обновлений за месяц: {unread.count}. "
        f"Последнее: {escape(unread.kind)}, {unread.size} Б, {escape(unread.reason)}."
    )


def _backup(backup: BackupCopy | None, zone: ZoneInfo) -> str:
    if backup is None:
        return "Копии базы ещё нет. Снять: /backup."
    return f"Последняя копия базы: {moment(backup.at.astimezone(zone))}, {size_words(backup.size)}."


def _disk(disk: DiskSpace) -> str:
    warning = "\n<b>Места мало: освободите диск.</b>" if disk.is_low else ""
    return f"База {size_words(disk.database)}, свободно на диске {size_words(disk.free)}.{warning}"


def _aside(number: int, one: FailedNotice, zone: ZoneInfo) -> str:
    reason = escape(shorten(one.reason, REASON_LETTERS, placeholder="…"))
    return f"{number}. Не отправлено ({escape(one.kind)}), {moment(one.at.astimezone(zone))}: {reason}"


def _ways(number: int, one: FailedNotice) -> Row:
    return row(Button(f"{number}. Повторить", SendAgain(one.id)), Button(f"{number}. Отбросить", DropNotice(one.id)))


def _problem(number: int, one: FileProblem) -> str:
    where = f"{escape(one.file.name)}, строка {one.line}"
    reason = escape(shorten(one.reason, REASON_LETTERS, placeholder="…"))
    return (
        f"{number}. <b>{where}</b>: {reason} Что сделать: {escape(shorten(one.cure, REASON_LETTERS, placeholder='…'))}"
    )
