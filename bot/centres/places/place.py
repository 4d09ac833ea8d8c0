"""The place that a person names or shares as their own."""

from dataclasses import dataclass

from bot.centres.centre import CentreId
from bot.centres.places.elsewhere import ElsewhereTown
from bot.centres.places.geo import Point
from bot.centres.places.municipality import Municipality
from bot.centres.places.settlement import Settlement


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, or a municipality as a whole; `point` is None where nothing of it is on the map."""

    municipality: Municipality
    settlement: Settlement | None = None
    point: Point | None = None
    exact: bool = True  # False: the point is the seat of the municipality, for want of a better one
    on_street: tuple[CentreId, ...] = ()  # centres on the street that was named

    @property
    def name(self) -> str:
        """The settlement, or the municipality where none was named."""
        return self.settlement.name if self.settlement else self.municipality.short


@dataclass(frozen=True, slots=True)
class Match:
    """What a text may mean: nothing, one place, or several to choose from; guessed where letters were mended."""

    places: tuple[Place, ...] = ()
    guessed: bool = False
    by_street: bool = False  # a street alone was named: other towns may have one of that name too
    named_by: frozenset[str] = frozenset()  # the words that named the places
    elsewhere: ElsewhereTown | None = None  # a town of another region that the same words name

    @property
    def only(self) -> Place | None:
        """The place, where exactly one was meant without doubt."""
        is_one = len(self.places) == 1 and not self.by_street and self.elsewhere is None
        return self.places[0] if is_one else None

    @property
    def is_elsewhere(self) -> bool:
        """Whether a town of another region was named, and no place of this one."""
        return self.elsewhere is not None and not self.places
