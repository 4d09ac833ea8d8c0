"""Closing hours: the desk, the list of calls and the titles of topics, joined into screens."""

from dataclasses import dataclass

from bot.booking.booking import Booking, BookingId, ClosureId, Interval
from bot.booking.calls import CallList
from bot.booking.closing import ClosingDesk
from bot.centres.centre import Centre, CentreId
from bot.clock import Clock
from bot.conversation import Awaited, Wait
from bot.handlers.talk import Talk
from bot.screens import closing as screens
from bot.screens import closing_calls
from bot.screens.button_moments import minute_of
from bot.screens.closing import Standing
from bot.screens.screen import Screen
from bot.topics import Topics


@dataclass(frozen=True, slots=True)
class Closures:
    """Each method may raise a Refusal."""

    desk: ClosingDesk
    to_call: CallList
    topics: Topics
    clock: Clock

    async def what(self, talk: Talk, id_: str, announced: str = "") -> None:
        """Asks what to close; of an announcement whose days were not understood the words are shown."""
        centre = self.desk.centre(talk.person, id_)
        standing = Standing(
            centre,
            await self.desk.days_to_close(talk.person, centre.id),
            await self.desk.ahead(talk.person, centre.id),
            await self._count(talk, centre.id),
            self.clock.now(),
            announced,
        )
        await talk.ask(screens.what(standing), Awaited(Wait.CLOSURE, f"what:{centre.id}"))

    async def preview(self, talk: Talk, centre: Centre, hours: Interval) -> None:
        """Shows whom it would concern."""
        met = await self.to_call.each(await self.desk.would_displace(talk.person, centre.id, hours))
        closed = await self.desk.closed_within(talk.person, centre.id, hours)
        await talk.say(screens.preview(centre, hours, met, closed))

    async def ask_reason(self, talk: Talk, centre: Centre, hours: Interval) -> None:
        """Closes when the reason has come."""
        self.desk.check_not_over(hours)
        context = f"why:{centre.id}:{minute_of(hours.start)}:{minute_of(hours.end)}"
        await talk.ask(screens.ask_reason(centre, hours), Awaited(Wait.CLOSURE, context))

    async def close(self, talk: Talk, centre: Centre, hours: Interval, reason: str | None = None) -> None:
        """Closes and says what became of the people."""
        done = await self.desk.close(talk.person, centre.id, hours, reason)
        await talk.awaited.clear(talk.conversation)
        met = await self.to_call.each(done.displaced)
        await talk.say(screens.closed(done, met, centre, await self._count(talk, centre.id)))

    async def reopen(self, talk: Talk, id_: ClosureId) -> None:
        """Opens again and says so."""
        closure = await self.desk.reopen(talk.person, id_)
        centre = self.desk.centre(talk.person, closure.centre)
        closed = await self.desk.closed_within(talk.person, centre.id, closure.interval)
        await talk.say(screens.reopened(closure, centre, await self._count(talk, centre.id), closed))

    async def calls(self, talk: Talk, centre_id: str, page: int) -> None:
        """The list of those to be called; pages as the button has them."""
        await (talk.turn if page else talk.say)(await self._calls(talk, centre_id, max(page - 1, 0)))

    async def called(self, talk: Talk, id_: BookingId) -> None:
        """Strikes one off the list."""
        booking = await self.desk.called(talk.person, id_)
        talk.toast = closing_calls.STRUCK_OFF
        await talk.turn(await self._calls(talk, booking.centre, 0, booking))

    async def call_again(self, talk: Talk, id_: BookingId) -> None:
        """Puts back on the list who was struck off by mistake."""
        booking = await self.desk.called(talk.person, id_, done=False)
        await talk.turn(await self._calls(talk, booking.centre, 0))

    async def _calls(self, talk: Talk, centre_id: str, page: int, struck: Booking | None = None) -> Screen:
        centre = self.desk.centre(talk.person, centre_id)
        found = await self.to_call.of(talk.person, centre.id)
        screen = closing_calls.calls(found, centre, self._title_of, page)
        return closing_calls.with_way_back(screen, struck) if struck else screen

    async def _count(self, talk: Talk, centre: CentreId) -> int:
        """How many are to be called."""
        return len(await self.desk.still_to_call(talk.person, centre))

    def _title_of(self, topic: str) -> str:
        known = self.topics.find(topic)
        return known.title if known else topic
