"""District admins and methodists: appointed by an admin with a link, known to all admins, taken off by any of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NewType, Protocol

from bot.clock import Clock
from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice, Payload
from bot.people import Address
from bot.privacy.shown_name import shown_name
from bot.staff.one_time_link import hash_of, new_link
from bot.staff.rights import Role

AppointmentId = NewType("AppointmentId", int)

APPOINTABLE = (Role.DISTRICT, Role.METHODIST)

ROLE_OFFERED = "role_offered"
ROLE_TAKEN = "role_taken"
ROLE_ENDED = "role_ended"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One person in one role; the district is the id of a municipality, empty for the whole region."""

    id: AppointmentId
    person: Address
    name: str
    role: Role
    district: str
    since: datetime


@dataclass(frozen=True, slots=True)
class RoleOffer:
    """A link by which somebody takes a role; of its secret only the hash is kept."""

    hash: str
    role: Role
    district: str
    made_by: Address
    expires_at: datetime
    used: bool = False


class RoleOfferError(Exception):
    """The link gives nobody a role: it is unknown, used, too old, or its maker is an admin no longer."""


@dataclass
class OwnRoleOfferError(RoleOfferError):
    """Its maker has opened it; it stays good for the one it was made for."""

    offer: RoleOffer


class AppointmentGoneError(Exception):
    """Nobody of that number has a role any more."""


CheckOffer = Callable[[RoleOffer | None], tuple[RoleOffer, Iterable[Notice]]]


class AppointmentStore(Protocol):
    """The stored appointments; reading is free, each change is one transaction with its notices."""

    @property
    def all(self) -> tuple[Appointment, ...]: ...

    def of(self, person: Address) -> tuple[Appointment, ...]: ...

    async def offer(
        self, offer: RoleOffer, notices: Iterable[Notice], at: datetime, request: RequestKey | None
    ) -> None:
        """Stores an offer. Raises LinkMadeBeforeError where the request has made one."""
        ...

    async def take(self, hash_: str, person: Address, name: str, at: datetime, check: CheckOffer) -> Appointment: ...

    async def end(
        self, id_: AppointmentId, promises: Callable[[Appointment], Iterable[Notice]], by: Address, at: datetime
    ) -> Appointment | None: ...


class Appointments:
    """Offers roles, gives them and takes them back; all admins are told each time."""

    def __init__(
        self, store: AppointmentStore, admins: frozenset[Address], clock: Clock, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._store = store
        self._admins = admins
        self._clock = clock
        self._wake = wake

    @property
    def all(self) -> tuple[Appointment, ...]:
        """Everybody who has such a role."""
        return self._store.all

    def find_appointment(self, id_: int) -> Appointment:
        """The appointment of that number. Raises AppointmentGoneError."""
        for one in self._store.all:
            if one.id == id_:
                return one
        raise AppointmentGoneError

    async def offer(
        self, role: Role, district: str, by: Address, request: RequestKey | None = None
    ) -> tuple[str, RoleOffer]:
        """The secret for the link, told only now, and the offer; the other admins are told of it.

        Raises LinkMadeBeforeError for another press of the same button.
        """
        now = self._clock.now()
        link = new_link(now)
        offer = RoleOffer(link.hash, role, district, by, link.expires_at)
        told: Payload = {"role": role.value, "district": district}
        once = replace(request, is_once=True) if request else None
        await self._store.offer(offer, self._to_admins(ROLE_OFFERED, offer.hash, told, but=by), now, once)
        self._wake()
        return link.secret, offer

    async def accept(self, token: str, person: Address, name: str) -> Appointment:
        """Gives the person the role, and tells all admins. Raises RoleOfferError."""
        now, shown = self._clock.now(), shown_name(name)

        def check(offer: RoleOffer | None) -> tuple[RoleOffer, Iterable[Notice]]:
            if offer is None or offer.used or offer.expires_at <= now or offer.made_by not in self._admins:
                raise RoleOfferError
            if offer.made_by == person:
                raise OwnRoleOfferError(offer)
            told: Payload = {"role": offer.role.value, "district": offer.district, "name": shown}
            return offer, self._to_admins(ROLE_TAKEN, offer.hash, told)

        taken = await self._store.take(hash_of(token), person, shown, now, check)
        self._wake()
        return taken

    async def end(self, id_: AppointmentId, by: Address) -> Appointment:
        """Takes the role back; the person and the other admins are told. Raises AppointmentGoneError."""

        def promises(ended: Appointment) -> Iterable[Notice]:
            told: Payload = {"role": ended.role.value, "district": ended.district, "name": ended.name}
            own = Notice(
                ended.person, ROLE_ENDED, f"{ROLE_ENDED}:{ended.id}:own", self._clock.now(), told | {"own": True}
            )
            return (own, *self._to_admins(ROLE_ENDED, str(ended.id), told, but=by))

        ended = await self._store.end(id_, promises, by, self._clock.now())
        if ended is None:
            raise AppointmentGoneError
        self._wake()
        return ended

    def _to_admins(self, kind: str, mark: str, told: Payload, but: Address | None = None) -> tuple[Notice, ...]:
        now = self._clock.now()
        to = sorted(self._admins - {but} if but else self._admins)
        return tuple(Notice(one, kind, f"{kind}:{mark}:{one.channel}:{one.id}", now, told) for one in to)
