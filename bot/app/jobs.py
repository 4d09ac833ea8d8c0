"""What is looked at from time to time. Nothing here remembers anything: each look finds out what is to be done."""

from collections.abc import Awaitable, Callable, Iterator

from bot.app.composition import Services
from bot.booking.letters import LibrarianLetters
from bot.inbox.update import HANDLED_KEPT
from bot.maintenance.backups import NightlyBackup
from bot.people import Address
from bot.privacy.retention import Retention
from bot.scheduling.intervals import Job
from bot.scheduling.scheduler import Scheduler
from bot.stats.interaction import ROWS_KEPT
from bot.stats.report_mail import ReportMail

EVERY_MINUTE, EVERY_HOUR = "* * * * *", "17 * * * *"


def build_scheduler(parts: Services) -> Scheduler:
    """What is looked at by intervals, and what by the clock on the wall: its looks compare days and hours."""

    def librarians() -> Iterator[tuple[str, Address]]:
        return ((member.centre, member.person) for member in parts.roster.members)

    letters = LibrarianLetters(
        parts.books, lambda: parts.directory.now.centres, parts.roster, parts.notices, parts.clock
    )
    figures = ReportMail(parts.notices, parts.admins, librarians, parts.clock, parts.zone)
    nights = NightlyBackup(parts.copies, parts.admins, parts.notices, parts.clock)

    async def wake() -> None:
        parts.courier.wake()

    async def forget_handled() -> None:
        await parts.inbox.sweep(parts.clock.now() - HANDLED_KEPT)

    async def close_days() -> None:
        await parts.contacts.sweep(parts.clock.now() - ROWS_KEPT)

    def told(look: Callable[[], Awaitable[object]]) -> Job:
        async def look_and_tell() -> None:
            if await look():
                parts.courier.wake()

        return look_and_tell

    intervals: dict[str, tuple[float, Job]] = {
        "courier": (10.0, wake),
        "line": (10.0, parts.line.pass_on),
        "faq": (5.0, parts.reference.refresh),
        "centres": (5.0, parts.directory.refresh),
        "topics": (5.0, parts.topics.refresh),
        "region": (5.0, parts.region.refresh),
        "database": (5.0, parts.watch.look),
        "dangers": (5.0, parts.dangers.refresh),
        "desk members": (60.0, parts.desk_members.look),
        "room": (60.0, told(parts.room.check_space)),
    }
    by_clock: dict[str, tuple[str, Job]] = {
        "copies": (EVERY_MINUTE, told(nights.back_up_if_due)),
        "figure letters": (EVERY_MINUTE, told(figures.send_due)),
        "retention": (EVERY_HOUR, _retention(parts).sweep),
        "inbox": (EVERY_HOUR, forget_handled),
        "figures": (EVERY_HOUR, close_days),
    }
    return Scheduler(intervals, by_clock | ({"letters": (EVERY_MINUTE, told(letters.send_due))} if parts.full else {}))


def _retention(parts: Services) -> Retention:
    of_people = (parts.questions, parts.gaps, parts.staff, parts.changes, parts.books)
    return Retention(
        parts.awaited,
        tuple(store.sweep for store in of_people),
        (parts.notices.sweep, parts.requests.sweep),
        parts.settings.retention_days,
        parts.clock,
    )
