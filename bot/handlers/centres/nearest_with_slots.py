"""Centres on the screen with their next free consultation: looked up only for those shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.centres.centre import Centre
from bot.centres.places.geo import Point
from bot.centres.places.place import Match
from bot.centres.places.place_question import DirectoryQuestion, Want
from bot.dialog_state import Prompt
from bot.handlers.booking.context import BookingDialog
from bot.handlers.centre_lookup import CentreLookup
from bot.region.topics import Topic
from bot.screens.centres import centre_card, librarian_card
from bot.screens.centres.actions import NearMunicipality, NearPoint, NearSettlement, ShowCentre
from bot.screens.centres.nearest import NO_VISITS, Visits
from bot.screens.centres.point_code import point_of
from bot.screens.centres.prompts import PlacePrompt
from bot.screens.screen import Screen

_ANY_TOPIC = "other"


@dataclass(frozen=True, slots=True)
class NearestWithSlots:
    """Finds the nearest centres together with their next free slot."""

    centre_lookup: CentreLookup
    steps: BookingDialog
    extra_hours: ExtraHoursService

    def place(self, text: str) -> Match:
        """The places that the words may mean."""
        return self.centre_lookup.place(text)

    async def typed(self, match: Match) -> Screen:
        """The centres of a typed place, or what is to be asked about it."""
        return await self._with_visits(lambda visits: self.centre_lookup.typed(match, visits))

    async def here(self, point: Point) -> Screen:
        """The centres around a shared point."""
        return await self._with_visits(lambda visits: self.centre_lookup.here(point, visits=visits))

    async def asked_here(self, point: Point, prompt: Prompt | None) -> Screen:
        """What was asked of a place that is now sent on the map: «до скольки вы работаете?»."""
        place = self.centre_lookup.directory.now.place_at(point)
        if place is None or not isinstance(prompt, PlacePrompt) or prompt.want is Want.NEAREST:
            return await self.here(point)
        return self.centre_lookup.about_place(DirectoryQuestion(Match((place,)), (prompt.want,), prompt.kind))

    async def near(self, action: NearPoint | NearSettlement | NearMunicipality) -> Screen:
        """The page of centres that a button asks for."""
        return await self._with_visits(lambda visits: self.centre_lookup.near(action, visits))

    async def card(self, id_: str, seen_from: int = 0) -> Screen:
        """All that is known of a centre."""
        centre = self.centre_lookup.centre(id_)
        if centre is None:
            return centre_card.gone()
        return await self._card(centre, point_of(seen_from))

    async def card_for_librarian(self, centre: Centre) -> Screen:
        """The same card with ways to mend it."""
        return librarian_card.card_for_librarian(centre, await self._card(centre))

    async def _card(self, centre: Centre, seen_from: Point | None = None) -> Screen:
        if not self.steps.bot_info.can_book:
            centre = replace(centre, consultations=None)
        visits = await self._visits([centre])
        closed = await self.steps.booking.closed_ahead(centre.id) if centre.consultations else ()
        extra = await self.extra_hours.ahead(centre.id) if centre.consultations else ()
        return centre_card.card(centre, self.centre_lookup.clock.now(), seen_from, visits.get(centre.id), closed, extra)

    async def _with_visits(self, make: Callable[[Visits], Screen]) -> Screen:
        plain = make(NO_VISITS)
        shown = [self.centre_lookup.centre(action.centre) for action in plain.choices if isinstance(action, ShowCentre)]
        visits = await self._visits(centre for centre in shown if centre)
        return make(visits) if visits else plain

    async def _visits(self, centres: Iterable[Centre]) -> Visits:
        topic = self._topic()
        if topic is None or not self.steps.bot_info.can_book:
            return NO_VISITS
        found = {one.id: await self.steps.next_free(one, topic) for one in centres if one.consultations}
        return {id_: free for id_, free in found.items() if free}

    def _topic(self) -> Topic | None:
        """A visit of ordinary length: what a person comes with is not known yet."""
        topics = self.steps.topics
        return topics.find_topic(_ANY_TOPIC) or next(iter(topics.all), None)
