"""Looks up centres: the directory as it is now, the region and the clock, joined into screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.centres.card_writing import told_by_librarian
from bot.centres.centre import Centre
from bot.centres.live_directory import LiveDirectory
from bot.centres.places.geo import Point
from bot.centres.places.place import Match
from bot.centres.places.place_question import DirectoryQuestion
from bot.clock import Clock
from bot.faq.article import Article
from bot.region.live_region import LiveRegion
from bot.screens.centres import downloads, nearest, place_answer, place_choice
from bot.screens.centres.actions import NearMunicipality, NearPoint, NearSettlement
from bot.screens.centres.nearest import NO_VISITS, Visits
from bot.screens.centres.point_code import point_of
from bot.screens.home import home
from bot.screens.screen import Screen


@dataclass(frozen=True, slots=True)
class CentreLookup:
    """Finds centres and shows them."""

    directory: LiveDirectory
    regions: LiveRegion
    clock: Clock

    def centre(self, id_: str) -> Centre | None:
        """The centre with that id."""
        return self.directory.now.centre(id_)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the region, for moments at a centre that is gone."""
        return self.directory.zone

    @property
    def somebody_books(self) -> bool:
        """Whether a consultation can be booked at any centre."""
        return any(centre.consultations for centre in self.directory.now.centres)

    def name_of(self, id_: str) -> str:
        """The short name of the centre; its id where it is gone."""
        centre = self.centre(id_)
        return centre.short_name if centre else id_

    def district_name(self, id_: str) -> str:
        """The name of the municipality; its id where it is gone."""
        district = self.directory.now.municipalities.get(id_)
        return district.name if district else id_

    def place(self, text: str) -> Match:
        """The places that the words may mean."""
        return self.directory.now.find_place(text)

    def typed(self, match: Match, visits: Visits = NO_VISITS) -> Screen:
        """The centres of a typed place, or what is to be asked about it."""
        if match.elsewhere and match.is_elsewhere:
            return place_answer.another_region(match.elsewhere, self.regions.region)
        return nearest.typed_place(self.directory.shown, match, self.clock.now(), visits)

    def told_of_site(self, site: str | None) -> Centre | None:
        """The centre with this site whose librarian has told its hours or telephone; an article of it may be older."""
        found = (one for one in self.directory.now.centres if site and one.site == site)
        return next((one for one in found if told_by_librarian(one) or one.phones), None)

    def about_place(self, question: DirectoryQuestion, more: Sequence[Article] = ()) -> Screen:
        """What the directory knows of what is asked of a place."""
        region = self.regions.region
        return place_answer.place_answer(self.directory.shown, question, self.clock.now(), region, more)

    def where_to_confirm(self, question: DirectoryQuestion, more: Sequence[Article] = ()) -> Screen:
        """Where an account is confirmed around a place."""
        region = self.regions.region
        return place_answer.where_to_confirm(self.directory.shown, question, self.clock.now(), region, more)

    def here(self, point: Point, page: int = 0, visits: Visits = NO_VISITS) -> Screen:
        """The centres around a shared point."""
        return nearest.near_point(self.directory.shown, point, self.clock.now(), self.regions.region, page, visits)

    def near(self, action: NearPoint | NearSettlement | NearMunicipality, visits: Visits = NO_VISITS) -> Screen:
        """The page of centres that a button asks for."""
        page = max(action.page - 1, 0)
        if isinstance(action, NearPoint):
            point = point_of(action.point)
            return self.here(point, page, visits) if point else home.outdated()
        directory = self.directory.shown
        if isinstance(action, NearSettlement):
            place = directory.settlement(action.settlement)
        else:
            place = directory.municipality(action.municipality)
        if place is None:
            return home.outdated()
        return nearest.near_place(directory, place, self.clock.now(), page, visits)

    def municipalities(self) -> Screen:
        """The screen with all municipalities to choose from."""
        return place_choice.municipalities(self.directory.now)

    def poster(self, id_: str, bot_name: str) -> Screen:
        """The poster of a centre as a screen."""
        return downloads.poster_of(
            self.directory.shown.centre(id_), bot_name, self.clock.now(), self.regions.region.phones
        )
