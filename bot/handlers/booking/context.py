"""What every step of the booking dialogue needs: centres, topics, free slots, and the draft that is shown."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from bot.booking.booking import Slot, Visitor
from bot.booking.booking_service import BookingService
from bot.booking.draft import BookingDraft
from bot.booking.refusals import NotBookable, TopicGone
from bot.booking.slots import BookableDays
from bot.booking.typed.typed_name import NameFault, read_name
from bot.booking.waitlist.waitlist import Waitlist
from bot.centres.centre import Centre
from bot.clock import Clock
from bot.dialog_state import Prompt
from bot.faq.live_faq import LiveFaq
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.people import Address, People
from bot.region.topics import Topic, Topics
from bot.russian.time.values import TimeWish
from bot.screens.booking import where
from bot.screens.booking.when import Placed
from bot.screens.centres import no_booking_yet
from bot.screens.centres.prompts import PlacePrompt
from bot.screens.screen import Screen


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the booking dialogue: its screen, and what it asks."""

    screen: Screen
    prompt: Prompt | None = None


class StepFacts(Protocol):
    """The facts of a step; the screens draw them."""

    def draw(self, note: str = "") -> Screen:
        """The words and buttons, below a word about what was just typed."""
        ...


@dataclass(frozen=True, slots=True)
class Booker:
    """Who books: `me` is the name in the messenger, not yet made safe to show."""

    person: Address
    me: str

    @property
    def visitor(self) -> Visitor | None:
        """The person as the visitor; None where the name in the messenger can be none on a list."""
        read = read_name(self.me)
        return None if isinstance(read, NameFault) else Visitor(read.called)


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft, and how its next step is shown; nothing but the draft outlives the step."""

    draft: BookingDraft
    by: Booker
    note: str = ""
    listed: bool = False  # the centres are shown, however many
    page: int = 0  # counted from 0
    since: datetime | None = None  # the page of times with that moment
    wanted: TimeWish | None = None  # only what fits the words
    for_other: bool = False  # somebody else's name is asked for
    asks_name: bool = False  # the name is asked for though the messenger knows one
    full: bool = False  # the days that are full, to wait for one

    def on(self, draft: BookingDraft, note: str = "", wanted: TimeWish | None = None) -> "DraftView":
        """The view of a further draft."""
        return DraftView(draft, self.by, note, wanted=wanted)

    def with_own_name(self) -> "DraftView | None":
        """The view of the draft with the person as the visitor, where nobody asks for another name."""
        me = None if self.for_other or self.asks_name else self.by.visitor
        return replace(self, draft=replace(self.draft, visitor=me)) if me else None

    def noted(self, note: str) -> "DraftView":
        """The same step below a word about what was typed."""
        return replace(self, note=note)


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

    def centre(self, id_: str | None) -> Centre:
        """The bookable centre of that id. Raises NotBookable."""
        centre = self.centre_lookup.centre(id_) if id_ else None
        if centre is None or centre.consultations is None or not self.bot_info.can_book:
            raise NotBookable(id_ or "")
        return centre

    def topic(self, id_: str | None) -> Topic:
        """The topic of that id. Raises TopicGone."""
        topic = self.topics.find_topic(id_) if id_ else None
        if topic is None:
            raise TopicGone(id_ or "")
        return topic

    def placed(self, draft: BookingDraft) -> Placed:
        """The draft with its topic and centre. Raises TopicGone, NotBookable."""
        return Placed(draft, self.topic(draft.topic), self.centre(draft.centre))

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

    def no_booking(self, place: str | None = None) -> Step:
        """Nothing can be booked anywhere: the nearest centres with phone and hours, or where the person is is asked."""
        if not self.bot_info.can_book:
            return Step(where.not_offered(self.bot_info.region))
        match = self.centre_lookup.place(place) if place else None
        if match and match.places:
            return Step(no_booking_yet.call_instead(self.centre_lookup.typed(match)))
        return Step(no_booking_yet.no_booking_yet(self.bot_info.region), PlacePrompt())
