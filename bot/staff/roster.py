"""Who may do what: admins are those of the settings, librarians are bound to their centres."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType, Protocol

from bot.centres.centre import CentreId
from bot.clock import Clock
from bot.outbox.notice import Notice
from bot.people import Address
from bot.staff.absentees import Absentees
from bot.staff.rights import Right, Role
from bot.staff.role_holders import Districts, NoDistricts, NoOverseers, Overseers, RoleHolders

MemberId = NewType("MemberId", int)

LIBRARIAN_LEFT = "librarian_left"


@dataclass(frozen=True, slots=True)
class Member:
    """One person at one centre; the name is the one shown in the messenger, for admins to tell people apart."""

    id: MemberId
    person: Address
    name: str
    centre: CentreId
    since: datetime
    role: Role = Role.LIBRARIAN
    on_duty: bool = True  # citizens' questions reach him; the same at all of his centres


class MemberGoneError(Exception):
    """Nobody of that number works here any more."""


class Members(Protocol):
    """The stored members; reading is free, a removal is one transaction with its notices."""

    @property
    def all(self) -> tuple[Member, ...]: ...

    def members_of(self, person: Address) -> tuple[Member, ...]: ...

    async def remove(
        self, id_: MemberId, promises: Callable[[Member], Iterable[Notice]], by: Address, at: datetime
    ) -> Member | None: ...

    async def set_duty(self, person: Address, at: datetime, *, on: bool) -> None: ...


class Roster:
    """Who works where and may do what; asked at every press, so it answers from memory."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is asked about another thing
        self,
        members: Members,
        admins: frozenset[Address],
        clock: Clock,
        wake: Callable[[], None] = lambda: None,
        group_of: Callable[[CentreId], Address | None] = lambda _: None,
        is_in: Callable[[Address, Address], bool] = lambda _, __: False,
        absentees: Absentees | None = None,
        overseers: Overseers | None = None,
        districts: Districts | None = None,
    ) -> None:
        """`group_of` gives the group chat of a centre, where it has one; `is_in` says who surely reads it.

        Without absentees nobody is ever absent.
        """
        self._absentees = absentees
        self._holders = RoleHolders(admins, self.workplaces_of, overseers or NoOverseers(), districts or NoDistricts())
        self.admins = admins
        self._members = members
        self._clock = clock
        self._wake = wake
        self._group_of = group_of
        self._is_in = is_in

    def is_admin(self, person: Address) -> bool:
        """Whether this person is an admin."""
        return person in self.admins

    def is_staff(self, person: Address) -> bool:
        """Whether this person is an admin, works at some centre or is over those of a district."""
        return self.may(person, Right.WORK)

    def may(self, person: Address, right: Right, centre: str | None = None) -> bool:
        """Whether one of the person's roles gives the right at that centre; without one, anywhere at all."""
        return self._holders.may(person, right, centre)

    def may_everywhere(self, person: Address, right: Right) -> bool:
        """Whether one of the person's roles gives the right in the whole region."""
        return self._holders.may_everywhere(person, right)

    def centres_of(self, person: Address) -> tuple[CentreId, ...]:
        """The centres where this person works, and those of the districts they are over."""
        return self._holders.centres_of(person)

    def workplaces_of(self, person: Address) -> tuple[CentreId, ...]:
        """The centres where this person is a librarian."""
        return tuple(member.centre for member in self._members.members_of(person))

    def name_of(self, person: Address) -> str | None:
        """How colleagues know this person; None for an admin who has no other role."""
        at_a_centre = next((one.name for one in self._members.members_of(person)), None)
        return at_a_centre or self._holders.name_of(person)

    def districts_of(self, person: Address) -> tuple[str, ...]:
        """The municipalities that this person is over."""
        return self._holders.districts_of(person)

    def overseers_of(self, centre: CentreId) -> tuple[Address, ...]:
        """Those over the centre's district who are there today."""
        return tuple(one for one in self._holders.overseers_of(centre) if not self.is_absent(one))

    def works_at(self, person: Address, centre: CentreId) -> bool:
        """Whether this person may run the centre's day and look after its card."""
        return self.may(person, Right.WORK, centre)

    def notice_recipients(self, centre: CentreId) -> tuple[Address, ...]:
        """Who gets the centre's notices: its group, and each librarian who may not read the group."""
        group, librarians = self._group_of(centre), self.librarians_of(centre)
        if group is None:
            return librarians
        return (group, *(one for one in librarians if not self._is_in(group, one)))

    def members_outside_group(self, centre: CentreId) -> tuple[Member, ...]:
        """The librarians of the centre who may not read its group, where it has one."""
        group = self._group_of(centre)
        here = (member for member in self._members.all if member.centre == centre)
        return tuple(one for one in here if group and not self._is_in(group, one.person))

    def librarians_of(self, centre: CentreId) -> tuple[Address, ...]:
        """The librarians of the centre."""
        return tuple(member.person for member in self._members.all if member.centre == centre)

    def is_on_duty(self, person: Address) -> bool:
        """Whether citizens' questions reach this person; an admin who works nowhere always is on duty."""
        return self._has_duty(person) and not self.is_absent(person)

    def is_absent(self, person: Address) -> bool:
        """Whether the person is absent today."""
        return bool(self._absentees and self._absentees.is_away(person))

    def is_away(self, person: Address, day: date) -> bool:
        """Whether the person is absent on that day."""
        return bool(self._absentees and self._absentees.is_away_on(person, day))

    def is_there(self, person: Address, day: date) -> bool:
        """Whether the person does duty and is not absent on that day."""
        return self._has_duty(person) and not self.is_away(person, day)

    def _has_duty(self, person: Address) -> bool:
        return all(member.on_duty for member in self._members.members_of(person))

    async def set_duty(self, person: Address, *, on: bool) -> bool:
        """Goes on or off duty at all of the person's centres; False for one who works nowhere."""
        if not self._members.members_of(person):
            return False
        await self._members.set_duty(person, self._clock.now(), on=on)
        return True

    @property
    def people(self) -> frozenset[Address]:
        """Everybody who works at any centre."""
        return frozenset(member.person for member in self._members.all)

    @property
    def members(self) -> tuple[Member, ...]:
        """Every librarian at every centre."""
        return self._members.all

    def find_member(self, id_: MemberId) -> Member:
        """The librarian of that number. Raises MemberGoneError."""
        for member in self._members.all:
            if member.id == id_:
                return member
        raise MemberGoneError

    async def remove(self, id_: MemberId, by: Address) -> Member:
        """Removes a librarian from a centre and queues a notice about it. Raises MemberGoneError."""
        removed = await self._members.remove(id_, self._farewell, by, self._clock.now())
        if removed is None:
            raise MemberGoneError
        self._wake()
        return removed

    def _farewell(self, member: Member) -> Iterable[Notice]:
        key = f"{LIBRARIAN_LEFT}:{member.id}"
        yield Notice(member.person, LIBRARIAN_LEFT, key, self._clock.now(), {"centre": member.centre})
