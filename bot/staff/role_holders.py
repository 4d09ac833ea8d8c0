"""Which roles somebody has, and what they give: asked of the one table of rights."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.centres.centre import CentreId
from bot.people import Address
from bot.staff.appointments import Appointment
from bot.staff.rights import RIGHTS, Right, Role, Scope


class Overseers(Protocol):
    """Those whose role is of a district or of the region."""

    @property
    def all(self) -> tuple[Appointment, ...]: ...

    def of(self, person: Address) -> tuple[Appointment, ...]: ...


class NoOverseers:
    """Nobody has such a role."""

    all: tuple[Appointment, ...] = ()

    def of(self, _: Address) -> tuple[Appointment, ...]:
        """No role."""
        return ()


class Districts(Protocol):
    """Which centres lie in which municipality, by their ids."""

    def district_of(self, centre: str) -> str | None: ...

    def centres_in(self, district: str) -> tuple[CentreId, ...]: ...


class NoDistricts:
    """No centre is known to lie anywhere."""

    def district_of(self, _: str) -> str | None:
        """Nowhere."""
        return None

    def centres_in(self, _: str) -> tuple[CentreId, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class RoleHolders:
    """Admins, librarians and those over a district or the region."""

    admins: frozenset[Address]
    workplaces_of: Callable[[Address], tuple[CentreId, ...]]
    overseers: Overseers
    districts: Districts

    def may(self, person: Address, right: Right, centre: str | None = None) -> bool:
        """Whether one of the person's roles gives the right at that centre; without one, anywhere at all."""
        return any(self._reaches(RIGHTS[role].get(right), place, centre) for role, place in self._roles(person))

    def may_everywhere(self, person: Address, right: Right) -> bool:
        """Whether one of the person's roles gives the right in the whole region."""
        return any(RIGHTS[role].get(right) is Scope.REGION for role, _ in self._roles(person))

    def _roles(self, person: Address) -> Iterator[tuple[Role, str]]:
        """Each role with the centre or the district that it is of."""
        if person in self.admins:
            yield Role.ADMIN, ""
        yield from ((Role.LIBRARIAN, centre) for centre in self.workplaces_of(person))
        yield from ((one.role, one.district) for one in self.overseers.of(person))

    def _reaches(self, scope: Scope | None, place: str, centre: str | None) -> bool:
        match scope:
            case None:
                return False
            case Scope.REGION:
                return True
            case Scope.CENTRE:
                return centre in {None, place}
            case Scope.DISTRICT:
                return centre is None or self.districts.district_of(centre) == place

    def centres_of(self, person: Address) -> tuple[CentreId, ...]:
        """The centres where this person works, and those of the districts they are over."""
        own = list(self.workplaces_of(person))
        for one in self.overseers.of(person):
            own += self.districts.centres_in(one.district) if Right.WORK in RIGHTS[one.role] else ()
        return tuple(dict.fromkeys(own))

    def name_of(self, person: Address) -> str | None:
        """How somebody is called who is over a district or the region."""
        return next((one.name for one in self.overseers.of(person)), None)

    def districts_of(self, person: Address) -> tuple[str, ...]:
        """The municipalities that this person is over."""
        return tuple(one.district for one in self.overseers.of(person) if one.role is Role.DISTRICT)

    def overseers_of(self, centre: CentreId) -> tuple[Address, ...]:
        """Those over the centre's district in the order of their coming."""
        there = self.districts.district_of(centre)
        return tuple(one.person for one in self.overseers.all if one.role is Role.DISTRICT and one.district == there)
