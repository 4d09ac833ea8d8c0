"""The bot kept running by admins: its state, backups of the database, space on the disk, handled updates."""

from bot.clock import Clock
from bot.handlers.feature import EVERY_HOUR, EVERY_MINUTE, Feature, Job, Swept, Wake, waking
from bot.handlers.maintenance.maintenance import ROUTES
from bot.handlers.maintenance.notices import maintenance_renders
from bot.inbox.update import HANDLED_KEPT
from bot.maintenance.admin_service import AdminService
from bot.maintenance.backups import NightlyBackup
from bot.maintenance.freshness_mail import FreshnessMail
from bot.maintenance.notices import AdminOutbox
from bot.staff.roster import Roster


def maintenance_jobs(
    admin_service: AdminService, roster: Roster, notices: AdminOutbox, inbox: Swept, clock: Clock, wake: Wake
) -> tuple[Job, ...]:
    """Checks the disk, makes the nightly backup, tells of answers to read again, deletes handled updates."""
    mail = FreshnessMail(notices, roster.admins, clock, admin_service.zone)
    nights = NightlyBackup(admin_service.backups, roster.admins, notices, clock)

    async def forget_handled() -> None:
        await inbox.sweep(clock.now() - HANDLED_KEPT)

    return (
        Job("disk space", 60.0, waking(admin_service.disk.check_space, wake)),
        Job("nightly backup", EVERY_MINUTE, waking(nights.back_up_if_due, wake)),
        Job("answers to read again", EVERY_MINUTE, waking(mail.send_due, wake)),
        Job("inbox", EVERY_HOUR, forget_handled),
    )


FEATURE = Feature("maintenance", private_routes=ROUTES, notices=maintenance_renders, jobs=maintenance_jobs)
