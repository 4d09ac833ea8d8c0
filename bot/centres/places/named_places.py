"""Names of districts and seats, and which of several places that were named is meant."""

from collections.abc import Iterable, Iterator, Sequence

from bot.centres.places.municipality import Municipalities, Municipality
from bot.centres.places.name_index import NameHit
from bot.centres.places.place_words import names_district, plain, street_name_at, telling, words_of
from bot.centres.places.settlement import Settlement

_LONG_NAME = 8  # letters of a village's name in which one may be wrong
_FAR = frozenset({"далеко", "км", "километров", "километра", "километр"})


def district_names(municipalities: Municipalities) -> Iterator[tuple[str, Municipality]]:
    """«Печорский» of «Печорский район»: a city is found as a settlement."""
    for one in municipalities:
        for name in one.names:
            words = words_of(plain(name))
            told = telling(words)
            if names_district(words) and told != words_of(plain(one.seat)):
                yield " ".join(told), one
                if "-" in name:
                    yield "".join(told), one  # «стругокрасненский»


def seat_of(municipality: Municipality, settlements: Sequence[Settlement]) -> Settlement | None:
    """The seat may lie in another municipality: a district around a city is run from the city."""
    named = [one for one in settlements if one.name == municipality.seat]
    own = [one for one in named if one.municipality == municipality]
    return next(iter(own or named), None)


def narrowed(
    hits: list[NameHit[Settlement]], seats: Iterable[Settlement], districts: Sequence[Municipality] = ()
) -> list[Settlement]:
    """«Кресты, Псков», «дубровка себежский»: of the places named, those inside a seat or a district named too."""
    found = list(dict.fromkeys(hit.what for hit in hits))
    found = [one for one in found if one.municipality in districts] or found
    named_seats = [one for one in found if one in seats]
    inside = [
        one
        for one in found
        if one not in named_seats and any(_is_run_from(one.municipality, seat) for seat in named_seats)
    ]
    return inside or found


def _is_run_from(municipality: Municipality, seat: Settlement) -> bool:
    """A district around a city is run from the city: «Ершово, Псков»."""
    return municipality == seat.municipality or municipality.seat == seat.name


def is_road(hits: list[NameHit[Settlement]], words: tuple[str, ...]) -> bool:
    """«от Изборска до Печор» speaks of two places, and of neither alone."""
    before = {words[hit.start - 1] for hit in hits if hit.start}
    return "до" in before and not before.isdisjoint({"от", "из", "с", "со"})


def likely_slips(hits: Iterable[NameHit[Settlement]], seats: Iterable[Settlement]) -> list[NameHit[Settlement]]:
    """«Борок» may be a village that nobody here knows: only a seat or a long name is mended by a letter."""
    seats = list(seats)
    return [hit for hit in hits if hit.what in seats or len(hit.what.name) >= _LONG_NAME * hit.slips]


def off_way(hits: list[NameHit[Settlement]], words: tuple[str, ...]) -> list[NameHit[Settlement]]:
    """«до Пскова далеко, я в Дно»: how far it is to a place does not say where one is."""
    if _FAR.isdisjoint(words):
        return hits
    return [hit for hit in hits if hit.start == 0 or words[hit.start - 1] != "до"] or hits


def off_street(hits: list[NameHit[Settlement]], words: tuple[str, ...]) -> list[NameHit[Settlement]]:
    """«Псков, ул. Красный Луч»: a street may bear the name of another place."""
    street = street_name_at(words)
    return [hit for hit in hits if hit.start != street] or hits
