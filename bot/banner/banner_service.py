"""Admins show an important message above answers until a named moment, and take it away before."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

import structlog

from bot.banner.banner import (
    Banner,
    BannerGoneError,
    BannerId,
    BannerShownError,
    BannerState,
    BannerStore,
    BannerTakenError,
)
from bot.clock import Clock
from bot.faq.article import Article
from bot.outbox.notice import Notice, Payload
from bot.people import Address
from bot.privacy.shown_name import shown_name

BANNER_SHOWN, BANNER_REMOVED, BANNER_ENDED = "banner_shown", "banner_removed", "banner_ended"

log = structlog.get_logger()


class BannerService:
    """Keeps at most one message above the same answers; the other admins are told of each change."""

    def __init__(
        self, store: BannerStore, admins: frozenset[Address], clock: Clock, wake: Callable[[], None] = lambda: None
    ) -> None:
        self._store = store
        self._admins = admins
        self._clock = clock
        self._wake = wake
        self._one_at_a_time = asyncio.Lock()

    @property
    def shown(self) -> tuple[Banner, ...]:
        """What citizens are shown now, the newest first."""
        now = self._clock.now()
        return tuple(sorted((one for one in self._store.shown if one.is_shown(now)), key=lambda one: one.at)[::-1])

    def above(self, article: Article) -> tuple[Banner, ...]:
        """What stands above this answer now."""
        return tuple(one for one in self.shown if one.concerns(article))

    async def find(self, id_: BannerId) -> Banner | None:
        """The message of that number, in whatever state."""
        return await self._store.find_banner(id_)

    async def draft(self, author: Address, text: str, until: datetime) -> Banner:
        """Keeps what was typed until its author says above which answers; nobody sees it yet."""
        return await self._store.draft(Banner(BannerId(0), text, until, author, self._clock.now()))

    async def show(self, id_: BannerId, author: Address, name: str, scope: str) -> Banner:
        """Shows a draft of the author's. Raises BannerGone-, BannerShown-, or BannerTakenError where another stands."""
        return await self._show(id_, author, name, scope, None)

    async def replace(self, id_: BannerId, instead_of: BannerId, author: Address, name: str) -> Banner:
        """Shows a draft in place of another message; a third that came meanwhile is asked about. Raises as `show`."""
        former = await self._store.find_banner(instead_of)
        if former is None:
            raise BannerGoneError
        return await self._show(id_, author, name, former.scope, instead_of)

    async def _show(self, id_: BannerId, author: Address, name: str, scope: str, instead_of: BannerId | None) -> Banner:
        async with self._one_at_a_time:
            now = self._clock.now()
            draft = await self._store.find_banner(id_)
            if draft is None or draft.author != author or draft.until <= now:
                raise BannerGoneError
            if draft.state is not BannerState.DRAFT:
                raise BannerShownError(draft)
            there = [one for one in self._store.shown if one.scope == scope]
            if other := next((one for one in there if one.is_shown(now) and one.id != instead_of), None):
                raise BannerTakenError(replace(draft, scope=scope), other)
            banner = replace(draft, scope=scope, name=shown_name(name), at=now, state=BannerState.SHOWN)
            if not await self._store.show(banner, [one.id for one in there], self._told_of_showing):
                raise BannerGoneError
        self._wake()
        log.info("banner.shown", banner=id_, scope=scope)
        return banner

    async def remove(self, id_: BannerId, admin: Address, name: str) -> Banner:
        """Takes a message away before its end. Raises BannerGoneError where it is shown no more."""
        async with self._one_at_a_time:
            now = self._clock.now()
            banner = next((one for one in self.shown if one.id == id_), None)
            if banner is None or not await self._store.remove(
                banner, admin, now, lambda one: self._told_of_removal(one, admin, shown_name(name))
            ):
                raise BannerGoneError
        self._wake()
        log.info("banner.removed", banner=id_)
        return banner

    def _told_of_showing(self, banner: Banner) -> Iterable[Notice]:
        """To the other admins at once, to its author when the end has come."""
        for admin in sorted(self._admins - {banner.author}):
            yield self._notice(BANNER_SHOWN, admin, banner, banner.at)
        if banner.author:
            yield self._notice(BANNER_ENDED, banner.author, banner, banner.until)

    def _told_of_removal(self, banner: Banner, by: Address, name: str) -> Iterable[Notice]:
        for admin in sorted(self._admins - {by}):
            yield self._notice(BANNER_REMOVED, admin, banner, self._clock.now(), name)

    @staticmethod
    def _notice(kind: str, to: Address, banner: Banner, due: datetime, name: str = "") -> Notice:
        payload: Payload = {"banner": int(banner.id)}
        if name:
            payload["name"] = name
        return Notice(to, kind, f"{kind}:{banner.id}:{to.channel}:{to.id}", due, payload)
