"""Renders the daily letters and the notices to admins at the moment of sending."""

from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.faq.freshness import due_articles
from bot.faq.live_faq import LiveFaq
from bot.handlers.feature import Renders
from bot.maintenance.backups import COPY_FAILED
from bot.maintenance.disk_space import ROOM_LOW
from bot.maintenance.freshness_mail import DUE_ARTICLES
from bot.outbox.notice import Payload
from bot.screens.maintenance import warnings
from bot.screens.maintenance.freshness import due_letter
from bot.screens.screen import Screen


def maintenance_renders(live_faq: LiveFaq, clock: Clock, zone: ZoneInfo) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def room_low(payload: Payload) -> Screen:
        return warnings.room_low(int(payload["free"]))

    async def copy_failed(payload: Payload) -> Screen:
        return warnings.copy_failed(str(payload["reason"]))

    async def articles_due(_: Payload) -> Screen | None:
        return due_letter(due_articles(live_faq.library.articles, clock.now().astimezone(zone).date()))

    return {ROOM_LOW: room_low, COPY_FAILED: copy_failed, DUE_ARTICLES: articles_due}
