"""Statistics: shown in the chat, written into files, sent to admins and librarians every week and month."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.handlers import refusals
from bot.handlers.feature import EVERY_HOUR, EVERY_MINUTE, Feature, Job, Swept, Wake, waking
from bot.handlers.routes import together
from bot.handlers.stats import acts, stats
from bot.handlers.stats.notices import stats_renders
from bot.people import Address
from bot.staff.roster import Roster
from bot.stats.interaction import ROWS_KEPT
from bot.stats.report_mail import Promised, ReportMail


def stats_jobs(
    notices: Promised, roster: Roster, contacts: Swept, clock: Clock, zone: ZoneInfo, wake: Wake
) -> tuple[Job, ...]:
    """Sends the statistics of the week and the month; turns the rows of days that are over into sums."""

    def librarians() -> Iterator[tuple[str, Address]]:
        return ((member.centre, member.person) for member in roster.members)

    async def close_days() -> None:
        await contacts.sweep(clock.now() - ROWS_KEPT)

    mail = ReportMail(notices, roster.admins, librarians, clock, zone)
    return (
        Job("stats letters", EVERY_MINUTE, waking(mail.send_due, wake)),
        Job("daily sums", EVERY_HOUR, close_days),
    )


FEATURE = Feature(
    "stats",
    private_routes=together(stats.ROUTES, acts.ROUTES),
    notices=stats_renders,
    jobs=stats_jobs,
    refusals=refusals.LIBRARIAN,
)
