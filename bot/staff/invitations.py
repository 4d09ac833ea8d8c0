"""How somebody becomes a librarian here: a link that an admin makes, good once and for a week."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.centres.centre import CentreId
from bot.clock import Clock
from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice, Payload
from bot.people import Address
from bot.privacy.shown_name import shown_name
from bot.staff.one_time_link import hash_of, new_link
from bot.staff.rights import Role
from bot.staff.roster import Member

LIBRARIAN_JOINED = "librarian_joined"


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation; of the secret in its link only the hash is kept."""

    hash: str
    centre: CentreId
    made_by: Address
    expires_at: datetime
    role: Role = Role.LIBRARIAN
    used: bool = False


class InvitationError(Exception):
    """The link lets nobody in."""


class UnknownInvitationError(InvitationError):
    """There never was such a link, or it is long forgotten."""


class UsedInvitationError(InvitationError):
    """Somebody has come in by it already."""


class ExpiredInvitationError(InvitationError):
    """The invitation's week is over, or its maker may invite there no longer."""


@dataclass
class OwnInvitationError(InvitationError):
    """Its maker has opened it; it stays good for the one it was made for."""

    centre: CentreId


@dataclass
class AlreadyThereError(InvitationError):
    """The person works at that centre already; the link stays good for another."""

    centre: CentreId


Admission = tuple[Invitation, Notice]
Check = Callable[[Invitation | None, tuple[CentreId, ...]], Admission]


class Invited(Protocol):
    """The stored invitations; joining is one transaction, and what `check` raises undoes it."""

    async def invite(self, invitation: Invitation, at: datetime, request: RequestKey | None) -> None:
        """Stores an invitation. Raises LinkMadeBeforeError where the request has made one."""
        ...

    async def join(self, hash_: str, person: Address, name: str, at: datetime, check: Check) -> Member: ...


class Invitations:
    """Makes links and lets people in by them."""

    def __init__(
        self,
        invited: Invited,
        may_invite: Callable[[Address, CentreId], bool],
        clock: Clock,
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        """`may_invite` is asked when the link is opened: who made it may have lost the right since."""
        self._invited = invited
        self._may_invite = may_invite
        self._clock = clock
        self._wake = wake

    async def make(self, centre: CentreId, by: Address, request: RequestKey | None = None) -> tuple[str, Invitation]:
        """The secret for the link, told only now, and the invitation. Raises LinkMadeBeforeError for a second tap."""
        now = self._clock.now()
        link = new_link(now)
        invitation = Invitation(link.hash, centre, by, link.expires_at)
        await self._invited.invite(invitation, now, request)
        return link.secret, invitation

    async def accept(self, token: str, person: Address, name: str) -> Member:
        """Lets the person in. Raises an InvitationError."""
        now, shown = self._clock.now(), shown_name(name)
        key = f"{LIBRARIAN_JOINED}:{hash_of(token)}"

        def check(invitation: Invitation | None, centres: tuple[CentreId, ...]) -> Admission:
            if invitation is None:
                raise UnknownInvitationError
            if invitation.centre in centres:
                raise AlreadyThereError(invitation.centre)
            if invitation.used:
                raise UsedInvitationError
            if invitation.expires_at <= now or not self._may_invite(invitation.made_by, invitation.centre):
                raise ExpiredInvitationError
            if invitation.made_by == person:
                raise OwnInvitationError(invitation.centre)
            told: Payload = {"name": shown, "centre": invitation.centre}
            return invitation, Notice(invitation.made_by, LIBRARIAN_JOINED, key, now, told)

        member = await self._invited.join(hash_of(token), person, shown, now, check)
        self._wake()
        return member
