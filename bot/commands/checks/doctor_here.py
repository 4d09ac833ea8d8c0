"""What `doctor` looks at on this machine: the data, the database, copies, the disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.checks.doctor_finding import DoctorFinding, Health
from bot.datafiles.live_folder.places import shipped_folder
from bot.faq.library import MissingFilesError
from bot.maintenance.backups import Backups
from bot.maintenance.data_check import CheckedFiles, read
from bot.maintenance.launch import LaunchCounts, launch_counts
from bot.maintenance.status import BackupCopy, DiskSpace, OutboxStatus
from bot.russian.system_errors import reason_of
from bot.russian.words import moment, plural
from bot.safety.danger_file import untaught
from bot.screens.maintenance.warnings import size_words
from bot.settings import ServiceMode, Settings
from bot.storage import backup
from bot.storage.database import UnusableDatabaseError

STALE_COPY = timedelta(hours=36)  # a night was missed
LATE = timedelta(minutes=10)  # a notice that should have gone


@dataclass(frozen=True, slots=True)
class KeptHere:
    """What the database tells; the outbox is None where there is no database that opens."""

    finding: DoctorFinding
    outbox: OutboxStatus | None = None
    staffed: tuple[str, ...] = ()  # the centre of each librarian


def data_found(settings: Settings) -> tuple[DoctorFinding, CheckedFiles | None]:
    """The files people edit, as `check` reads them."""
    folder = settings.data_to_read
    try:
        files = read(folder, ZoneInfo(settings.timezone), untaught)
    except MissingFilesError as error:
        return DoctorFinding("Файлы", Health.ILL, f"нет {error.path}", "верните файл или проверьте DATA_DIR"), None
    except OSError as error:
        cure = "проверьте права на папку и DATA_DIR"
        return DoctorFinding("Файлы", Health.ILL, f"{folder} не читается: {reason_of(error)}", cure), None
    counted = f"{folder}, статей {len(files.library.articles)}, центров {len(files.directory.centres)}"
    if files.problems:
        words = f"{counted}, ошибок {len(files.problems)}"
        return DoctorFinding("Файлы", Health.ILL, words, "python -m bot check назовёт каждую и что написать"), files
    if folder.resolve() == shipped_folder().resolve():
        cure = "живую папку сделает первый запуск: python -m bot run"
        return DoctorFinding("Файлы", Health.NOTE, f"{counted}: это папка выпуска", cure), files
    return DoctorFinding("Файлы", Health.WELL, counted), files


def database_missing(settings: Settings) -> DoctorFinding:
    """There is no file at the place of DATABASE."""
    if settings.database_is_chosen:
        cure = "проверьте DATABASE; если это первый запуск: python -m bot run --new"
        return DoctorFinding("База", Health.ILL, f"файла {settings.database} нет", cure)
    return DoctorFinding("База", Health.NOTE, f"{settings.database} ещё нет", "её сделает первый запуск")


def outbox_found(outbox: OutboxStatus, now: datetime, zone: ZoneInfo) -> DoctorFinding:
    """Whether what was promised to people goes out."""
    if outbox.oldest_due and now - outbox.oldest_due > LATE:
        since = moment(outbox.oldest_due.astimezone(zone))
        words = f"ждут отправки {outbox.due}, самое давнее с: {since}"
        return DoctorFinding("Исходящие", Health.ILL, words, "запустите бота или проверьте связь с Telegram")
    if outbox.set_aside_in_all:
        words = f"не отправились и ждут вас: {outbox.set_aside_in_all}"
        return DoctorFinding("Исходящие", Health.NOTE, words, "/status в чате: причина и кнопки")
    return DoctorFinding("Исходящие", Health.WELL, f"впереди {outbox.waiting}, ничего не задержано")


def copies_found(copies: Backups, last: BackupCopy | None, now: datetime, zone: ZoneInfo) -> DoctorFinding:
    """The newest copy: how old it is, and whether it can be put back."""
    if last is None:
        cure = "python -m bot backup ФАЙЛ, а ночью бот снимает сам"
        return DoctorFinding("Копии", Health.NOTE, f"в {copies.folder} нет ни одной", cure)
    made = f"{last.file.name}, {size_words(last.size)}, {moment(last.at.astimezone(zone))}"
    try:
        backup.verify(last.file)
    except UnusableDatabaseError as error:
        cure = "снимите новую: python -m bot backup ФАЙЛ; проверьте диск"
        return DoctorFinding("Копии", Health.ILL, f"{made}: не годится ({error.reason})", cure)
    if now - last.at > STALE_COPY:
        cure = "python -m bot backup ФАЙЛ; узнайте, работает ли бот ночью"
        return DoctorFinding("Копии", Health.NOTE, f"{made}: давно", cure)
    return DoctorFinding("Копии", Health.WELL, f"{made}, проверена")


def disk_found(disk: DiskSpace) -> DoctorFinding:
    """Room for the database, its copies and what is to come."""
    words = f"свободно {size_words(disk.free)}, база {size_words(disk.database)}"
    if disk.is_low:
        return DoctorFinding("Диск", Health.ILL, f"{words}: мало", "освободите место, унесите старые копии")
    return DoctorFinding("Диск", Health.WELL, words)


def settings_found(settings: Settings) -> Iterator[DoctorFinding]:
    """What stands in the settings and would surprise later."""
    if not settings.admins:
        cure = "впишите свой номер Telegram: без него некому сверять, приглашать и читать предупреждения"
        yield DoctorFinding("ADMINS", Health.NOTE, "пусто", cure)
    if settings.service_mode is ServiceMode.INFORMATION:
        yield DoctorFinding("SERVICE_MODE", Health.NOTE, "information: без записи и вопросов библиотекарю")


def launch_found(files: CheckedFiles, staffed: tuple[str, ...], settings: Settings, now: datetime) -> LaunchCounts:
    """The launch list of /status, counted from the same files."""
    today = now.astimezone(ZoneInfo(settings.timezone)).date()
    offers = settings.service_mode is ServiceMode.FULL
    return launch_counts(files.library.articles, files.directory.centres, staffed, today, offers_booking=offers)


def opens(path: Path, people: int) -> DoctorFinding:
    """The database opens and is whole."""
    who = plural(people, "библиотекарь", "библиотекаря", "библиотекарей")
    return DoctorFinding("База", Health.WELL, f"{path} открывается и цела, в списке {who}")


def does_not_open(error: UnusableDatabaseError) -> DoctorFinding:
    """The reason in the system's words."""
    cure = "место и права; прежний выпуск — python -m bot migrate; испорчена — python -m bot restore ФАЙЛ"
    return DoctorFinding("База", Health.ILL, f"{error.path}: {error.reason}", cure)
