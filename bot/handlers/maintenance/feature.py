"""The bot's keepers: its state, copies of the database, room on the disk."""

from bot.clock import Clock
from bot.handlers.feature import EVERY_HOUR, EVERY_MINUTE, Feature, Job, Swept, Wake, waking
from bot.handlers.maintenance.maintenance import ROUTES
from bot.handlers.maintenance.notices import upkeep_renders
from bot.inbox.update import HANDLED_KEPT
from bot.maintenance.admin_service import AdminService
from bot.maintenance.backups import NightlyBackup
from bot.maintenance.notices import AdminOutbox
from bot.staff.roster import Roster


def upkeep_jobs(
    admin_service: AdminService, roster: Roster, notices: AdminOutbox, inbox: Swept, clock: Clock, wake: Wake
) -> tuple[Job, ...]:
    """Room on the disk, the copy of the night, updates that were handled long ago."""
    nights = NightlyBackup(admin_service.copies, roster.admins, notices, clock)

    async def forget_handled() -> None:
        await inbox.sweep(clock.now() - HANDLED_KEPT)

    return (
        Job("room", 60.0, waking(admin_service.room.check_space, wake)),
        Job("copies", EVERY_MINUTE, waking(nights.back_up_if_due, wake)),
        Job("inbox", EVERY_HOUR, forget_handled),
    )


FEATURE = Feature("maintenance", ROUTES, notices=upkeep_renders, jobs=upkeep_jobs)
