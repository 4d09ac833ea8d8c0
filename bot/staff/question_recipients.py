"""Those who may answer any question of the region."""

from collections.abc import Collection, Iterator

from bot.people import Address
from bot.staff.absentees import Absentees
from bot.staff.roster import Members


class QuestionRecipients(Collection[Address]):
    """Those who may answer citizens: librarians and admins."""

    def __init__(self, members: Members, admins: frozenset[Address], absentees: Absentees | None = None) -> None:
        self._members = members
        self._admins = admins
        self._absentees = absentees

    def __contains__(self, person: object) -> bool:
        return isinstance(person, Address) and (person in self._admins or bool(self._members.members_of(person)))

    def __iter__(self) -> Iterator[Address]:
        return iter(self._admins.union(member.person for member in self._members.all))

    def __len__(self) -> int:
        return len(self._admins.union(member.person for member in self._members.all))

    def on_duty(self) -> Collection[Address]:
        """The librarians and admins whom questions reach now; nobody where every librarian is off duty or absent."""
        librarians = {member.person for member in self._members.all}
        off = {member.person for member in self._members.all if not member.on_duty}
        off |= {one for one in librarians if self._absentees and self._absentees.is_away(one)}
        return () if librarians and librarians == off else frozenset(self) - off
