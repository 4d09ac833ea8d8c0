"""Figures: shown, written into files, sent by letter."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.handlers.feature import EVERY_HOUR, EVERY_MINUTE, Feature, Job, Swept, Wake, waking
from bot.handlers.stats.notices import figure_renders
from bot.handlers.stats.stats import ROUTES
from bot.people import Address
from bot.staff.roster import Roster
from bot.stats.interaction import ROWS_KEPT
from bot.stats.report_mail import Promised, ReportMail


def figure_jobs(
    notices: Promised, roster: Roster, contacts: Swept, clock: Clock, zone: ZoneInfo, wake: Wake
) -> tuple[Job, ...]:
    """Letters of the week and the month; days that are over become sums."""

    def librarians() -> Iterator[tuple[str, Address]]:
        return ((member.centre, member.person) for member in roster.members)

    async def close_days() -> None:
        await contacts.sweep(clock.now() - ROWS_KEPT)

    mail = ReportMail(notices, roster.admins, librarians, clock, zone)
    return (
        Job("figure letters", EVERY_MINUTE, waking(mail.send_due, wake)),
        Job("figures", EVERY_HOUR, close_days),
    )


FEATURE = Feature("stats", ROUTES, notices=figure_renders, jobs=figure_jobs)
