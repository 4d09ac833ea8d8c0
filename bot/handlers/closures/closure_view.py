"""Joins closures, the call list and topic titles into screens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.booking.booking import Booking, BookingId, ClosureId, Interval
from bot.booking.closures.call_list import CallList
from bot.booking.closures.closure_service import Closed, ClosureService
from bot.booking.operations import LONGEST_REASON
from bot.booking.timetable_changes.desks_service import DesksService
from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.centres.centre import Centre, CentreId
from bot.clock import Clock
from bot.handlers.talk import Talk
from bot.privacy.masking import mask
from bot.region.topics import Topics
from bot.screens.centre_edits import announced_closing
from bot.screens.closures import call_list, previews
from bot.screens.closures import closures as screens
from bot.screens.closures.closures import ClosureStatus
from bot.screens.closures.prompts import ClosedHoursPrompt, ClosureReasonPrompt
from bot.screens.screen import Screen
from bot.screens.time_codes import minute_of
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId
from bot.staff.card_edit_service import CardEditService


@dataclass(frozen=True, slots=True)
class ClosureView:
    """The screens of closing hours; each method may raise a Refusal."""

    desk: ClosureService
    to_call: CallList
    changes: CardEditService
    topics: Topics
    clock: Clock
    desks: DesksService
    extra_hours: ExtraHoursService

    async def what(self, talk: Talk, id_: str, announced: str = "", change: int = 0) -> None:
        """Asks what to close; of an announcement whose days were not understood the words are shown."""
        centre = self.desk.centre(talk.person, id_)
        standing = ClosureStatus(
            centre,
            await self.desk.days_to_close(talk.person, centre.id),
            await self.desk.ahead(talk.person, centre.id),
            await self._count(talk, centre.id),
            self.clock.now(),
            announced,
            await self.desks.ahead(talk.person, centre.id),
            await self.extra_hours.ahead(centre.id),
        )
        await talk.ask(screens.what(standing), ClosedHoursPrompt(centre.id, change))

    async def preview(self, talk: Talk, centre: Centre, hours: Interval, passed: Sequence[str] = ()) -> None:
        """Shows whose bookings a closure would displace, and the typed words that were not made use of."""
        met = await self.to_call.each(await self.desk.would_displace(talk.person, centre.id, hours))
        closed = await self.desk.closed_within(talk.person, centre.id, hours)
        if reason := _said_of(talk, centre, hours, ClosedHoursPrompt.is_reason_near):
            await talk.awaited.put(talk.conversation, _with_reason(talk, centre, hours, reason))
        screen = previews.preview(centre, hours, met, closed, passed, reason)
        announced = await self._announced(talk) if list(closed) == [hours] else None
        await talk.reply(announced_closing.unsent(screen, announced) if announced else screen)

    async def preview_with_reason(
        self, talk: Talk, centre: Centre, hours: Interval, passed: Sequence[str], reason: str
    ) -> None:
        """The same preview, where the words have told why as well, or those before them of hours that meet these.

        Kept until these hours are closed.
        """
        tidy = mask(reason).strip()[:LONGEST_REASON]
        if tidy or not _said_of(talk, centre, hours, ClosedHoursPrompt.is_reason_near):
            await talk.awaited.put(talk.conversation, _with_reason(talk, centre, hours, tidy))
        await self.preview(talk, centre, hours, [one for one in passed if one not in reason])

    async def ask_reason(self, talk: Talk, centre: Centre, hours: Interval) -> None:
        """Shows the question for the reason of a closure."""
        self.desk.check_not_over(hours)
        prompt = ClosureReasonPrompt(centre.id, minute_of(hours.start), minute_of(hours.end), _announced_by(talk))
        await talk.ask(screens.ask_reason(centre, hours), prompt)

    async def close(self, talk: Talk, centre: Centre, hours: Interval, reason: str | None = None) -> None:
        """Closes the hours and shows what became of the people booked."""
        why = reason or _said_of(talk, centre, hours, ClosedHoursPrompt.is_reason_of) or None
        done = await self.desk.close(talk.person, centre.id, hours, why)
        announced = await self._announced(talk)
        await talk.awaited.clear(talk.conversation)
        await self.tell_closed(talk, centre, done, announced)

    async def tell_closed(self, talk: Talk, centre: Centre, done: Closed, announced: CardEdit | None = None) -> None:
        """Shows what became of the people booked in hours that were closed; the announcement may be sent now."""
        met = await self.to_call.each(done.displaced)
        screen = screens.closed(done, met, centre, await self._count(talk, centre.id))
        await talk.reply(announced_closing.unsent(screen, announced) if announced else screen)

    async def reopen(self, talk: Talk, id_: ClosureId, *, lifted: bool = False) -> None:
        """Opens the hours again and shows that; `lifted`: an announcement shows them closed no longer."""
        closure = await self.desk.reopen(talk.person, id_)
        centre = self.desk.centre(talk.person, closure.centre)
        closed = await self.desk.closed_within(talk.person, centre.id, closure.interval)
        await talk.reply(screens.reopened(closure, centre, await self._count(talk, centre.id), closed, lifted=lifted))

    async def calls(self, talk: Talk, centre_id: str, page: int) -> None:
        """Shows the people to be called; pages as the button has them."""
        await (talk.edit if page else talk.reply)(await self._calls(talk, centre_id, max(page - 1, 0)))

    async def called(self, talk: Talk, id_: BookingId) -> None:
        """Marks a person on the call list as called."""
        booking = await self.desk.called(talk.person, id_)
        talk.toast = call_list.STRUCK_OFF
        await talk.edit(await self._calls(talk, booking.centre, 0, booking))

    async def call_again(self, talk: Talk, id_: BookingId) -> None:
        """Puts a person marked as called by mistake back on the call list."""
        booking = await self.desk.called(talk.person, id_, done=False)
        await talk.edit(await self._calls(talk, booking.centre, 0))

    async def _calls(self, talk: Talk, centre_id: str, page: int, struck: Booking | None = None) -> Screen:
        centre = self.desk.centre(talk.person, centre_id)
        found = await self.to_call.calls_at(talk.person, centre.id)
        screen = call_list.calls(found, centre, self._title_of, page)
        return call_list.with_way_back(screen, struck) if struck else screen

    async def _announced(self, talk: Talk) -> CardEdit | None:
        """The announcement whose days are being closed, where it was not sent yet."""
        change = await self.changes.edit_of(ChangeId(_announced_by(talk)), talk.person)
        return change if change and change.stage is CardEditStage.DRAFT else None

    async def _count(self, talk: Talk, centre: CentreId) -> int:
        """How many people are to be called."""
        return len(await self.desk.still_to_call(talk.person, centre))

    def _title_of(self, topic: str) -> str:
        known = self.topics.find_topic(topic)
        return known.title if known else topic


def _announced_by(talk: Talk) -> int:
    """The edit whose days are being closed; 0 where they came from no announcement."""
    match talk.awaited.text(talk.conversation):
        case ClosedHoursPrompt(announced=change) | ClosureReasonPrompt(announced=change):
            return change
        case _:
            return 0


def _with_reason(talk: Talk, centre: Centre, hours: Interval, reason: str) -> ClosedHoursPrompt:
    ends = (minute_of(hours.start), minute_of(hours.end)) if reason else ()
    return ClosedHoursPrompt(centre.id, _announced_by(talk), reason, *ends)


def _said_of(
    talk: Talk, centre: Centre, hours: Interval, is_of: Callable[[ClosedHoursPrompt, str, int, int], bool]
) -> str:
    """The reason that was said together with hours; nothing where there was none of these."""
    prompt = talk.awaited.text(talk.conversation)
    if not isinstance(prompt, ClosedHoursPrompt):
        return ""
    return prompt.reason if is_of(prompt, centre.id, minute_of(hours.start), minute_of(hours.end)) else ""
