"""Writes help without a booking down, for any librarian of the centre, whether it takes bookings or not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.audit import AuditedDeed, AuditEntry
from bot.booking.audited import note_entry
from bot.booking.consultation_log.entry import MOST_PEOPLE, ConsultationEntry, EntryId, HelpedPeople
from bot.booking.consultation_log.log_refusals import EntryGone, NotThatMany, NotToStrike, WrittenBefore
from bot.booking.consultation_log.open_days import check_day, check_open
from bot.booking.context import BookingContext
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre, CentreId
from bot.inbox.request_key import RequestKey
from bot.people import Address

_RESTORED_WITHIN = timedelta(days=1)  # by words; by its button at any time


@dataclass(frozen=True, slots=True)
class HelpedDay:
    """Everybody who was helped on a day of a centre, as it is to be written down."""

    centre: CentreId
    day: date
    helped: tuple[HelpedPeople, ...]
    is_from_sheet: bool = False


class ConsultationLog:
    """The consultation log of every centre; who works at a centre writes it and reads it."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._context = booking_context

    async def record(
        self, librarian: Address, day: HelpedDay, request: RequestKey | None = None, *, instead_of_sheet: bool = False
    ) -> tuple[ConsultationEntry, ...]:
        """Writes the day down, in place of its earlier sheet and of their own entries where that is wanted.

        Raises NotBookable, NotYours, TopicGone, NotThatMany, FutureDay, MonthClosed, BeforeBeginning, WrittenBefore.
        """
        drafts = self._drafts(librarian, day)

        def work(tx: Transaction) -> tuple[ConsultationEntry, ...]:
            if again := self._made_before(tx, request, len(drafts)):
                return again
            self._check_day(tx, day)
            if instead_of_sheet:
                self._strike_day(tx, librarian, day)
            written = tuple(tx.log.add(draft) for draft in drafts)
            self._note_written(tx, librarian, day)
            if request:
                tx.requests.keep(request, written[0].id, written[0].made_at)
            return written

        return await self._context.unit_of_work.write(work)

    async def check(self, librarian: Address, day: HelpedDay) -> None:
        """Checks that the day could be written down as it is told. Raises as `record`."""
        self._drafts(librarian, day)
        await self._context.unit_of_work.read(lambda tx: self._check_day(tx, day))

    async def of_day(self, librarian: Address, centre: CentreId, day: date) -> Sequence[ConsultationEntry]:
        """The entries of a day of the centre. Raises NotBookable, NotYours."""
        self._centre(librarian, centre)
        return await self._context.unit_of_work.read(lambda tx: tx.log.of_day(centre, day))

    async def find_entry(self, librarian: Address, id_: EntryId) -> ConsultationEntry:
        """One entry that stands. Raises EntryGone, NotYours."""
        return await self._context.unit_of_work.read(lambda tx: self._found(tx, librarian, id_))

    async def set_outcome(self, librarian: Address, id_: EntryId, outcome: str) -> ConsultationEntry:
        """Stores what came of it; the last one counts. Raises EntryGone, NotYours."""

        def work(tx: Transaction) -> ConsultationEntry:
            entry = self._found(tx, librarian, id_)
            note_entry(self._context, tx, librarian, AuditedDeed.HELP_MARKED, entry)
            return tx.log.keep(replace(entry, helped=replace(entry.helped, outcome=outcome)))

        return await self._context.unit_of_work.write(work)

    async def strike(self, librarian: Address, id_: EntryId) -> ConsultationEntry:
        """Takes an entry back; its author may for a week. Raises EntryGone, NotYours, NotToStrike, StruckTooLate."""
        now = self._context.clock.now()

        def work(tx: Transaction) -> ConsultationEntry:
            entry = self._found(tx, librarian, id_)
            if not entry.may_strike(librarian, now):
                raise NotToStrike(entry)
            check_open(entry.day, self._context.known(entry.centre).day(now))
            note_entry(self._context, tx, librarian, AuditedDeed.HELP_STRUCK, entry)
            return tx.log.keep(replace(entry, struck_at=now))

        return await self._context.unit_of_work.write(work)

    async def last_struck(self, librarian: Address) -> ConsultationEntry | None:
        """The line of this librarian that was struck last, within a day; None where there is none."""
        since = self._context.clock.now() - _RESTORED_WITHIN
        return await self._context.unit_of_work.read(lambda tx: tx.log.last_struck(librarian, since))

    async def restore(self, librarian: Address, id_: EntryId, request: RequestKey | None = None) -> ConsultationEntry:
        """Writes an entry once more that its author has struck. Raises EntryGone, and as `record`."""
        found = await self._context.unit_of_work.read(lambda tx: tx.log.find_entry(id_))
        if found is None or found.struck_at is None or found.author != librarian:
            raise EntryGone
        day = HelpedDay(found.centre, found.day, (found.helped,), found.is_from_sheet)
        once = replace(request, button=f"restore:{id_}", is_once=True) if request else None
        return (await self.record(librarian, day, once))[0]

    def _drafts(self, librarian: Address, day: HelpedDay) -> list[ConsultationEntry]:
        centre, now = self._centre(librarian, day.centre), self._context.clock.now()
        people = sum(one.people for one in day.helped)
        if not 0 < people <= MOST_PEOPLE or any(one.people < 1 for one in day.helped):
            raise NotThatMany(people, MOST_PEOPLE)
        for topic in filter(None, (one.topic for one in day.helped)):
            self._context.length(topic)  # raises TopicGone
        return [
            ConsultationEntry(EntryId(0), centre.id, day.day, one, librarian, now, is_from_sheet=day.is_from_sheet)
            for one in day.helped
        ]

    def _centre(self, librarian: Address, id_: CentreId) -> Centre:
        centre = self._context.known(id_)
        self._context.check_serves(librarian, centre.id)
        return centre

    def _check_day(self, tx: Transaction, day: HelpedDay) -> None:
        today = self._context.known(day.centre).day(self._context.clock.now())
        check_day(day.day, today, tx.log.first_day())

    def _made_before(self, tx: Transaction, request: RequestKey | None, count: int) -> tuple[ConsultationEntry, ...]:
        """What the same update delivered again has written. Raises WrittenBefore where the button was pressed again."""
        made = tx.requests.made_by(request, self._context.clock.now()) if request else None
        if made is None:
            return ()
        found = [tx.log.find_entry(EntryId(made.number + more)) for more in range(count)]
        standing = tuple(one for one in found if one and one.struck_at is None)
        if made.is_redelivery and not standing:
            raise EntryGone
        if standing and not made.is_redelivery:
            raise WrittenBefore(standing)
        return standing

    def _note_written(self, tx: Transaction, librarian: Address, day: HelpedDay) -> None:
        people = sum(one.people for one in day.helped)
        now = self._context.clock.now()
        tx.audit.add(AuditEntry(now, librarian, AuditedDeed.HELP_WRITTEN, day.centre, people, day.day))

    def _strike_day(self, tx: Transaction, librarian: Address, day: HelpedDay) -> None:
        """The earlier sheet of the day, and what the librarian has written of it; colleagues' entries stay."""
        now = self._context.clock.now()
        for entry in tx.log.of_day(day.centre, day.day):
            if entry.is_from_sheet or entry.may_strike(librarian, now):
                note_entry(self._context, tx, librarian, AuditedDeed.HELP_STRUCK, entry)
                tx.log.keep(replace(entry, struck_at=now))

    def _found(self, tx: Transaction, librarian: Address, id_: EntryId) -> ConsultationEntry:
        entry = tx.log.find_entry(id_)
        if entry is None or entry.struck_at is not None:
            raise EntryGone
        self._context.check_serves(librarian, entry.centre)
        return entry
