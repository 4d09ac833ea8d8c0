"""The letter of the month: how many people a librarian has helped."""

from datetime import date

from bot.booking.helped import HELPED_LAST_MONTH, HelpedCount
from bot.handlers.feature import Renders
from bot.outbox.notice import Payload
from bot.people import Address
from bot.screens.librarian_day import letters
from bot.screens.screen import Screen
from bot.staff.roster import Roster


def helped_renders(helped_count: HelpedCount, roster: Roster) -> Renders:
    """The renderer; None where nobody was helped, or the person works here no more."""

    async def helped(payload: Payload) -> Screen | None:
        person = Address(str(payload["channel"]), int(payload["person"]))
        first, last = (date.fromisoformat(str(payload[name])) for name in ("first", "last"))
        people = await helped_count.helped_by(person, first, last) if roster.centres_of(person) else 0
        return letters.helped(people, first) if people else None

    return {HELPED_LAST_MONTH: helped}
