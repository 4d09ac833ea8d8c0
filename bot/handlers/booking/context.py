"""What every step of the booking dialogue needs: centres, topics, free slots, and how a step is shown."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.booking.booking import Slot
from bot.booking.booking_service import BookingService
from bot.booking.refusals import NotBookable, TopicGone
from bot.booking.slots import BookableDays
from bot.booking.waitlist.waitlist import Waitlist
from bot.centres.centre import Centre
from bot.clock import Clock
from bot.dialog_state import Prompt
from bot.faq.live_faq import LiveFaq
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.people import People
from bot.region.topics import Topic, Topics
from bot.screens.booking import where
from bot.screens.centres import no_booking_yet
from bot.screens.screen import Screen

_ABOUT_VISITS = ("lib-booking", "lib-bring", "lib-can")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the booking dialogue: its screen, and what it asks."""

    screen: Screen
    prompt: Prompt | None = None


@dataclass(frozen=True, slots=True)
class BookingDialog:
    """The collaborators of the booking dialogue, and the questions all its steps ask them."""

    booking: BookingService
    line: Waitlist
    topics: Topics
    centre_lookup: CentreLookup
    bot_info: BotInfo
    people: People
    live_faq: LiveFaq
    clock: Clock

    def bookable(self) -> list[Centre]:
        """The centres that have opened booking; none where consultations are not offered here."""
        return [
            centre
            for centre in self.centre_lookup.directory.now.centres
            if centre.consultations and self.bot_info.can_book
        ]

    def centre(self, id_: str) -> Centre:
        """The bookable centre of that id. Raises NotBookable."""
        centre = self.centre_lookup.centre(id_)
        if centre is None or centre.consultations is None or not self.bot_info.can_book:
            raise NotBookable(id_)
        return centre

    def topic(self, id_: str) -> Topic:
        """The topic of that id. Raises TopicGone."""
        topic = self.topics.find_topic(id_)
        if topic is None:
            raise TopicGone(id_)
        return topic

    async def free(self, centre: Centre, topic: Topic, day: date | None = None) -> list[Slot]:
        """The free times of a day, or of all days."""
        return await self.booking.free(centre.id, topic.id, BookableDays(day, day) if day else None)

    async def next_free(self, centre: Centre, topic: Topic) -> datetime | None:
        """The first free time, in the centre's zone."""
        slots = await self.free(centre, topic)
        return slots[0].starts_at.astimezone(centre.zone) if slots else None

    def wall(self, centre: Centre) -> datetime:
        """The local time at the centre."""
        return self.clock.now().astimezone(centre.zone)

    def no_booking(self) -> Step:
        """The screen that nothing can be booked anywhere."""
        if not self.bot_info.can_book:
            return Step(where.not_offered(self.bot_info.region))
        articles = tuple(found for id_ in _ABOUT_VISITS if (found := self.live_faq.library.article(id_)))
        return Step(no_booking_yet.no_booking_yet(articles, self.bot_info.region, can_ask=self.bot_info.can_ask))
