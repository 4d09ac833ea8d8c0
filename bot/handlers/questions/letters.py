"""What the clock tells of questions: those that wait in the morning, those to be looked after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.feature import EVERY_HOUR, EVERY_MINUTE, Job, Wake, waking
from bot.people import Address
from bot.questions import notices
from bot.questions.unit_of_work import QuestionStorage
from bot.questions.watch import QuestionOutbox, QuestionWatch
from bot.staff.roster import Roster

MORNING, NOON = time(8, 30), time(12)


@dataclass(frozen=True, slots=True)
class MorningLetters:
    """Tells those on duty on a working day how many questions wait; nothing where none does.

    Librarians of a centre with consultations read it in the letter of their day.
    """

    questions: QuestionStorage
    roster: Roster
    centre_lookup: CentreLookup
    outbox: QuestionOutbox
    clock: Clock
    zone: ZoneInfo

    async def send_due(self) -> bool:
        """Queues the letter of this morning; whether it is new."""
        now = self.clock.now().astimezone(self.zone)
        due, until = (datetime.combine(now.date(), at, self.zone).astimezone(UTC) for at in (MORNING, NOON))
        if not due <= now < until or now.weekday() > 4:
            return False
        if not await self.questions.read(lambda tx: tx.awaiting()):
            return False
        people = {member.person for member in self.roster.members}
        on_duty = {one for one in people if self.roster.is_on_duty(one)}.union(self.roster.admins)
        readers = on_duty.difference(self._readers_of_the_day())
        return bool(await self.outbox.promise(notices.questions_wait(readers, now.date().isoformat(), (due, until))))

    def _readers_of_the_day(self) -> Iterator[Address]:
        for member in self.roster.members:
            centre = self.centre_lookup.centre(member.centre)
            if centre and centre.consultations:
                yield member.person


def question_jobs(  # noqa: PLR0913, PLR0917 - each is a service it names
    question_watch: QuestionWatch,
    questions: QuestionStorage,
    roster: Roster,
    centre_lookup: CentreLookup,
    notices: QuestionOutbox,
    clock: Clock,
    zone: ZoneInfo,
    bot_info: BotInfo,
    wake: Wake,
) -> tuple[Job, ...]:
    """The jobs of questions; none where librarians cannot be asked."""
    if not bot_info.can_book:
        return ()
    letters = MorningLetters(questions, roster, centre_lookup, notices, clock, zone)
    return (
        Job("questions", EVERY_MINUTE, waking(question_watch.look, wake)),
        Job("questions of the morning", EVERY_MINUTE, waking(letters.send_due, wake)),
        Job("questions given up", EVERY_HOUR, waking(question_watch.give_up, wake)),
    )
