"""An important message: what citizens are told above the answers that it concerns, until when, and who said so."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType, Protocol

from bot.faq.article import Article
from bot.outbox.notice import Notice
from bot.people import Address

BannerId = NewType("BannerId", int)

LONGEST = 250  # signs: more does not stand above an answer on the screen of a phone
SHORTEST = 10
FARTHEST = timedelta(days=31)

ALL, PORTAL, FRAUD = "all", "portal", "safety"  # scopes that are no topic; any other is a topic of data/topics.yaml
_OF_PORTAL = frozenset({"registration", "recovery", "confirmation", "signin", "problems"})  # topics and groups


class BannerState(StrEnum):
    """What has become of an important message; one whose end has passed is shown no more, whatever its state."""

    DRAFT = "draft"
    SHOWN = "shown"
    REMOVED = "removed"
    REPLACED = "replaced"


class BannerFault(StrEnum):
    """Why a text cannot be shown above the answers."""

    SHORT = "short"
    LONG = "long"
    LINK = "link"
    FOREIGN = "foreign"  # no Russian letter


@dataclass(frozen=True, slots=True)
class Banner:
    """`until` is in UTC; the name is that of the admin who showed it, for the other admins."""

    id: BannerId
    text: str
    until: datetime
    author: Address | None
    at: datetime  # written; where it is shown, since when
    scope: str = ALL
    name: str = ""
    state: BannerState = BannerState.DRAFT

    def is_shown(self, now: datetime) -> bool:
        """Whether citizens see it."""
        return self.state is BannerState.SHOWN and now < self.until

    def concerns(self, article: Article) -> bool:
        """Whether it stands above this answer."""
        of_article = {article.topic, article.group}
        return self.scope == ALL or bool(of_article & (_OF_PORTAL if self.scope == PORTAL else {self.scope}))


def fault_in(text: str, has_address: Callable[[str], bool]) -> BannerFault | None:
    """What is wrong with the text, if anything; people get used to pressing links, so none is shown."""
    if len(text) > LONGEST:
        return BannerFault.LONG
    if has_address(text) or "@" in text or "://" in text:
        return BannerFault.LINK
    if len(text) < SHORTEST:
        return BannerFault.SHORT
    return None if any("а" <= letter <= "я" for letter in text.lower()) else BannerFault.FOREIGN


class BannerGoneError(Exception):
    """There is no such message of this author any more, or its end has passed before it was shown."""


@dataclass
class BannerTakenError(Exception):
    """Another message stands above the same answers; nothing was changed."""

    mine: Banner  # with the scope that was asked for
    other: Banner


@dataclass
class BannerShownError(Exception):
    """The message is shown already: the button was pressed twice."""

    banner: Banner


Promises = Callable[[Banner], Iterable[Notice]]


class BannerStore(Protocol):
    """The stored messages; each change is one transaction together with its notices."""

    @property
    def shown(self) -> Sequence[Banner]:
        """Those in the state of being shown, also where the end has passed."""
        ...

    async def draft(self, draft: Banner) -> Banner: ...

    async def find_banner(self, id_: BannerId) -> Banner | None: ...

    async def show(self, banner: Banner, ended: Collection[BannerId], promises: Promises) -> bool:
        """Shows the draft in place of those that ended; False where others are shown there, or it is no draft."""
        ...

    async def remove(self, banner: Banner, by: Address, at: datetime, promises: Promises) -> bool:
        """Removes the message; False where it was not shown any more."""
        ...
