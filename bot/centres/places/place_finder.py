"""Finds the place a person typed: a settlement, a district or a street, in any form, mistyped or on the wrong keys."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.centres.centre import Centre
from bot.centres.places.municipality import Municipalities, Municipality
from bot.centres.places.name_index import NameHit, NameIndex
from bot.centres.places.place import Match, Place
from bot.centres.places.place_words import names_district, names_street, plain, readings, street_in, telling, words_of
from bot.centres.places.settlement import Settlement
from bot.russian.declension import adjective_forms, forms

MOST_CHOICES = 8


class PlaceFinder:
    """Finds places by the names of one region."""

    def __init__(
        self, municipalities: Municipalities, settlements: Sequence[Settlement], centres: Sequence[Centre]
    ) -> None:
        self._seats = {
            one.id: settlement for one in municipalities if (settlement := _seat(one, settlements)) is not None
        }
        self._settlements = NameIndex(self._settlement_names(municipalities, settlements), forms)
        # Districts are alike but for a letter or two: «пушкинский», «палкинский».
        self._districts = NameIndex(_district_names(municipalities), adjective_forms, two_slips_from=12)
        self._streets = NameIndex(
            ((" ".join(street_in(centre.address)), centre) for centre in centres if centre.address), adjective_forms
        )
        self._by_name = {(one.name, one.municipality.id): one for one in settlements}

    def find_places(self, text: str) -> Match:
        """The places that a text may mean."""
        read = list(readings(text))
        for words in read:
            if places := self._exactly(words):
                return Match(_few(places))
        told = [telling(words) for words in read]
        for words in told:
            if places := self._preferred(self._settlements.beginning(words)):
                return Match(_few(places), guessed=True)
        for words in told:
            mended = [self.at(one) for one in self._settlements.mended(words)]
            if places := mended or [self.place_of(one) for one in self._districts.mended(words)]:
                return Match(_few(places), guessed=True)
        return Match()

    def at(self, settlement: Settlement) -> Place:
        """The settlement as a place; measured from the seat of its municipality where it is not on the map."""
        if settlement.point:
            return Place(settlement.municipality, settlement, settlement.point)
        return Place(settlement.municipality, settlement, self.place_of(settlement.municipality).point, exact=False)

    def place_of(self, municipality: Municipality) -> Place:
        """The municipality as a place, measured from its seat."""
        seat = self._seats.get(municipality.id)
        return Place(municipality, None, seat.point if seat else None, exact=False)

    def whole(self, municipality: Municipality) -> Place:
        """The whole municipality as a place; a city is the settlement itself."""
        seat = self._seats.get(municipality.id)
        is_city = seat is not None and municipality.short == seat.name
        return self.at(seat) if seat and is_city else self.place_of(municipality)

    def _exactly(self, words: tuple[str, ...]) -> list[Place]:
        told = telling(words)
        hits = self._settlements.exact(words) or self._settlements.exact(told)  # «Красный Посёлок» is a name
        streets = self._on_streets(told)
        towns = {hit.what for hit in hits}
        if streets and (names_street(words) or any(place.settlement in towns for place in streets)):
            return [place for place in streets if place.settlement in towns] or streets
        districts = [hit.what for hit in self._districts.exact(told)]
        if districts and (names_district(words) or not hits):
            inside = [hit.what for hit in hits if hit.what.municipality in districts]
            return [self.at(one) for one in inside] or [self.place_of(one) for one in districts]
        return [self.at(one) for one in _narrowed(hits, self._seats.values())] or streets

    def _on_streets(self, told: tuple[str, ...]) -> list[Place]:
        by_place: dict[Place, list[Centre]] = {}
        for hit in self._streets.exact(told):
            by_place.setdefault(self._of_centre(hit.what), []).append(hit.what)
        return [replace(place, on_street=tuple(one.id for one in there)) for place, there in by_place.items()]

    def _of_centre(self, centre: Centre) -> Place:
        settlement = self._by_name.get((centre.settlement or "", centre.municipality.id))
        return self.at(settlement) if settlement else self.place_of(centre.municipality)

    def _preferred(self, settlements: list[Settlement]) -> list[Place]:
        """Towns that are seats go before villages with the same beginning."""
        seats = [one for one in settlements if one in self._seats.values()]
        return [self.at(one) for one in seats or settlements]

    def _settlement_names(
        self, municipalities: Municipalities, settlements: Sequence[Settlement]
    ) -> Iterator[tuple[str, Settlement]]:
        for settlement in settlements:
            yield from ((name, settlement) for name in settlement.names)
        for one in municipalities:
            seat = self._seats.get(one.id)
            if seat and seat.municipality == one:
                yield from ((name, seat) for name in one.aliases if not names_district(words_of(plain(name))))


def _district_names(municipalities: Municipalities) -> Iterator[tuple[str, Municipality]]:
    """«Печорский» of «Печорский район»: a city is found as a settlement."""
    for one in municipalities:
        for name in one.names:
            words = words_of(plain(name))
            told = telling(words)
            if names_district(words) and told != words_of(plain(one.seat)):
                yield " ".join(told), one


def _seat(municipality: Municipality, settlements: Sequence[Settlement]) -> Settlement | None:
    """The seat may lie in another municipality: a district around a city is run from the city."""
    named = [one for one in settlements if one.name == municipality.seat]
    own = [one for one in named if one.municipality == municipality]
    return next(iter(own or named), None)


def _narrowed(hits: list[NameHit[Settlement]], seats: Iterable[Settlement]) -> list[Settlement]:
    """«Кресты, Псков»: of the places named, those inside a seat that is named too."""
    found = list(dict.fromkeys(hit.what for hit in hits))
    named_seats = [one for one in found if one in seats]
    inside = [
        one
        for one in found
        if one not in named_seats and any(one.municipality == seat.municipality for seat in named_seats)
    ]
    return inside or found


def _few(places: list[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))[:MOST_CHOICES]
