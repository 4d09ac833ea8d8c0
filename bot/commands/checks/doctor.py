"""The command `doctor`: whether everything that the bot stands on is there, each with its cure; changes nothing."""

import asyncio
import re
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.app.telegram_state import telegram_state
from bot.clock import Clock
from bot.commands.checks import doctor_here as here
from bot.commands.checks.doctor_api import api_found
from bot.commands.checks.doctor_finding import DoctorFinding, Health
from bot.commands.checks.doctor_here import KeptHere
from bot.maintenance.backups import Backups
from bot.maintenance.disk_space import disk_space_of
from bot.maintenance.launch import LaunchCounts
from bot.maintenance.status import BackupCopy
from bot.screens.maintenance.launch import launch_text
from bot.settings import Settings
from bot.storage import backup
from bot.storage.database import UnusableDatabaseError, opened_to_read
from bot.storage.tables.outbox_status import OutboxStatusTable
from bot.storage.tables.staff import StaffStore

_TAG = re.compile(r"</?[a-z]+>")


def run(settings: Settings, clock: Clock) -> int:
    """Prints every finding and the launch list; 1 where something does not work, else 0."""
    findings, launch = asyncio.run(_examined(settings, clock))
    sys.stdout.write("".join(f"{one}\n" for one in findings))
    sys.stdout.write(f"\n{launch}\n" if launch else "\nСписок до запуска пуст: всё сделано.\n")
    return 1 if any(one.health is Health.ILL for one in findings) else 0


async def _examined(settings: Settings, clock: Clock) -> tuple[list[DoctorFinding], str]:
    now, zone = clock.now(), ZoneInfo(settings.timezone)
    data, files = await asyncio.to_thread(here.data_found, settings)
    kept = await _kept(settings, now)
    copies = Backups(settings.database, zone, backup.copy, clock)
    last = await copies.last()
    findings = [*here.settings_found(settings), *await _api(settings, now), data, kept.finding]
    if kept.outbox:
        findings.append(here.outbox_found(kept.outbox, now, zone))
    findings.append(await asyncio.to_thread(here.copies_found, copies, last, now, zone))
    if settings.database.parent.is_dir():
        findings.append(here.disk_found(await asyncio.to_thread(disk_space_of, settings.database)))
    launch = _launch(here.launch_found(files, kept.staffed, settings, now), last) if files else ""
    return findings, launch


async def _api(settings: Settings, now: datetime) -> list[DoctorFinding]:
    if settings.bot_token is None:
        cure = "получите ключ у @BotFather и впишите в .env"
        return [DoctorFinding("Telegram", Health.NOTE, "BOT_TOKEN пуст: запустится песочница", cure)]
    return list(api_found(await telegram_state(settings), settings, now))


async def _kept(settings: Settings, now: datetime) -> KeptHere:
    if not await asyncio.to_thread(settings.database.exists):
        return KeptHere(here.database_missing(settings))
    try:
        async with opened_to_read(settings.database) as database:
            staff = StaffStore(database)
            await staff.load()
            outbox = await OutboxStatusTable(database).outbox_status(now, 1)
    except UnusableDatabaseError as error:
        return KeptHere(here.does_not_open(error))
    people = {member.person for member in staff.all}
    staffed = tuple(member.centre for member in staff.all)
    return KeptHere(here.opens(settings.database, len(people)), outbox, staffed)


def _launch(counts: LaunchCounts, last: BackupCopy | None) -> str:
    return _TAG.sub("", launch_text(counts, last))
