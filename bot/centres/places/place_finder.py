"""Finds the place a person typed: a settlement, a district or a street, in any form, mistyped or on the wrong keys."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from bot.centres.centre import Centre
from bot.centres.places.elsewhere import ElsewhereTown
from bot.centres.places.municipality import Municipalities, Municipality
from bot.centres.places.name_index import NameHit, NameIndex
from bot.centres.places.named_places import (
    district_names,
    is_road,
    likely_slips,
    narrowed,
    off_street,
    off_way,
    seat_of,
)
from bot.centres.places.place import Match, Place
from bot.centres.places.place_words import (
    instead_of,
    kind_of_street,
    names_district,
    names_street,
    plain,
    postcode_in,
    readings,
    street_in,
    street_name_at,
    telling,
    without_region,
    words_of,
)
from bot.centres.places.settlement import Settlement
from bot.russian.declension import adjective_forms, forms

MOST_CHOICES = 8

T = TypeVar("T")


class PlaceFinder:
    """Finds places by the names of one region."""

    def __init__(
        self,
        municipalities: Municipalities,
        settlements: Sequence[Settlement],
        centres: Sequence[Centre],
        elsewhere: Sequence[ElsewhereTown] = (),
    ) -> None:
        self._municipalities = municipalities
        self._seats = {
            one.id: settlement for one in municipalities if (settlement := seat_of(one, settlements)) is not None
        }
        self._settlements = NameIndex(self._settlement_names(municipalities, settlements), forms)
        # Districts are alike but for a letter or two: «пушкинский», «палкинский».
        self._districts = NameIndex(district_names(municipalities), adjective_forms, two_slips_from=12)
        self._streets = NameIndex(
            ((" ".join(street_in(centre.address)), centre) for centre in centres if centre.address), adjective_forms
        )
        self._elsewhere = NameIndex(((name, town) for town in elsewhere for name in town.names), forms)
        self._by_name = {(one.name, one.municipality.id): one for one in settlements}

    def find_places(self, text: str) -> Match:
        """The places that a text may mean; the town that is named decides, a street only within it."""
        corrected = instead_of(text)
        if corrected and (match := self._find(corrected)).places:
            return match
        return self._find(text)

    def _find(self, text: str) -> Match:
        read = list(readings(text))
        known = [without_region(words) for words in read]
        named = (self._exactly(words) for words in known)
        elsewhere = (match for words in read for match in (self._at_postcode(words), self._outside(words)))
        guessed = (match for words in known for match in (self._begun(words), self._mended(words)))
        return next((one for one in chain(named, elsewhere, guessed) if one.places or one.elsewhere), Match())

    def _at_postcode(self, words: tuple[str, ...]) -> Match:
        code = postcode_in(words)
        municipality = self._municipalities.at_postcode(code) if code else None
        return Match((self.whole(municipality),), named_by=frozenset((code,))) if municipality else Match()

    def _outside(self, words: tuple[str, ...]) -> Match:
        """A town of another region."""
        hits = self._elsewhere.exact(words)
        return Match(elsewhere=hits[0].what, named_by=_spoken(hits, words)) if hits else Match()

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

    def _exactly(self, words: tuple[str, ...]) -> Match:
        told = telling(words)
        whole = self._settlements.exact(words)  # «Красный Посёлок» is a name
        hits = off_way(off_street(whole, words), words) if whole else self._settlements.exact(told)
        named_by = _spoken(whole or hits, words if whole else told)
        districts = self._districts.exact(told)
        is_street = names_street(words) or self._streets.exact(told)  # «на Островской» is a street, no district
        if districts and (names_district(words) or not (hits or is_street)):
            inside = [hit.what for hit in hits if any(hit.what.municipality == one.what for one in districts)]
            places = [self.at(one) for one in inside] or [self.place_of(one.what) for one in districts]
            named_by |= _spoken(districts, told)
        else:
            near = [one.what for one in districts]
            road = whole and is_road(whole, words)
            found = [hit.what for hit in hits] if road else narrowed(hits, self._seats.values(), near)
            places = [self.at(one) for one in found]
            if districts and {hit.what for hit in districts} == {one.municipality for one in found}:
                named_by |= _spoken(districts, told)  # «Сосновый Бор Себежского»
        match = Match(_few(places), named_by=named_by)
        same = self._outside(words) if places and not districts else Match()
        if same.elsewhere and same.named_by == named_by:  # «Боровичи» is a village here and a town of another region
            return replace(match, elsewhere=same.elsewhere)
        return self._with_streets(match, words)

    def _begun(self, words: tuple[str, ...]) -> Match:
        """«пушкинс»: the beginning of a name, where it is all that was said."""
        told = telling(words)
        places = self._preferred(self._settlements.beginning(told))
        return Match(_few(places), guessed=True, named_by=frozenset(told))

    def _mended(self, words: tuple[str, ...]) -> Match:
        """«пичоры», «Невль»: a name by ear or with slips; what a street is called is not mended into a town."""
        street = street_name_at(words)
        told = telling(words if street is None else (*words[:street], *words[street + 1 :]))
        hits = likely_slips(self._settlements.mended(told), self._seats.values())
        districts = [] if hits else self._districts.mended(told)
        places = [self.at(hit.what) for hit in hits] + [self.place_of(hit.what) for hit in districts]
        named_by = _spoken(hits, told) | _spoken(districts, told)
        return self._with_streets(Match(_few(places), guessed=True, named_by=named_by), words)

    def _with_streets(self, match: Match, words: tuple[str, ...]) -> Match:
        """The centres on the street that is named: within the places of the match, or alone where it has none."""
        told = telling(words)
        hits = [hit for hit in self._streets.exact(told) if self._is_of_kind(hit.what, words)]
        streets = self._on_streets(hit.what for hit in hits)
        inside = [street for street in streets if any(_is_within(street, place) for place in match.places)]
        named_by = match.named_by | _spoken(hits, told)
        if match.places:
            return replace(match, places=_few(inside) or match.places, named_by=named_by)
        return Match(_few(streets), by_street=True, named_by=named_by) if streets and not match.guessed else match

    def _is_of_kind(self, centre: Centre, words: tuple[str, ...]) -> bool:
        """«Рижский проспект» is not «улица Рижская»."""
        kind = kind_of_street(words)
        return kind is None or kind == kind_of_street(words_of(plain(centre.address or "")))

    def _on_streets(self, centres: Iterable[Centre]) -> list[Place]:
        by_place: dict[Place, list[Centre]] = {}
        for centre in centres:
            by_place.setdefault(self._of_centre(centre), []).append(centre)
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


def _is_within(street: Place, place: Place) -> bool:
    return street.settlement == place.settlement if place.settlement else street.municipality == place.municipality


def _spoken(hits: Iterable[NameHit[T]], words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for hit in hits for word in words[hit.start : hit.end])


def _few(places: list[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))[:MOST_CHOICES]
