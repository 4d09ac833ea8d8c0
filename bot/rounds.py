"""What is looked at from time to time. Nothing here remembers anything: each look finds out what is to be done."""

from collections.abc import Awaitable, Callable, Iterator

from bot.booking.day_letters import DayLetters
from bot.parts import Parts
from bot.people import Address
from bot.privacy.retention import Retention
from bot.scheduling.alarm import Alarm, Job
from bot.stats.contact import ROWS_KEPT
from bot.stats.letters import FigureLetters
from bot.upkeep.copies import NightWatch


def rounds(parts: Parts) -> Alarm:
    """By their interval in seconds."""

    def librarians() -> Iterator[tuple[str, Address]]:
        return ((member.centre, member.person) for member in parts.roster.members)

    letters = DayLetters(parts.books, lambda: parts.directory.now.centres, parts.roster, parts.notices, parts.clock)
    figures = FigureLetters(parts.notices, parts.admins, librarians, parts.clock, parts.zone)
    nights = NightWatch(parts.copies, parts.admins, parts.notices, parts.clock)

    async def wake() -> None:
        parts.courier.wake()

    async def close_days() -> None:
        await parts.contacts.sweep(parts.clock.now() - ROWS_KEPT)

    def told(look: Callable[[], Awaitable[object]]) -> Job:
        async def look_and_tell() -> None:
            if await look():
                parts.courier.wake()

        return look_and_tell

    jobs: dict[str, tuple[float, Job]] = {
        "courier": (10.0, wake),
        "line": (10.0, parts.line.pass_on),
        "faq": (5.0, parts.reference.refresh),
        "centres": (5.0, parts.directory.refresh),
        "topics": (5.0, parts.topics.refresh),
        "desk members": (60.0, parts.desk_members.look),
        "room": (60.0, told(parts.room.look)),
        "copies": (60.0, told(nights.look)),
        "retention": (3600.0, _retention(parts).sweep),
        "figures": (3600.0, close_days),
        "figure letters": (60.0, told(figures.look)),
    }
    return Alarm(jobs | ({"letters": (60.0, told(letters.look))} if parts.full else {}))


def _retention(parts: Parts) -> Retention:
    of_people = (parts.questions, parts.gaps, parts.staff, parts.changes, parts.books)
    return Retention(
        parts.awaited,
        tuple(store.sweep for store in of_people),
        (parts.notices.sweep, parts.requests.sweep),
        parts.settings.retention_days,
        parts.clock,
    )
