"""The one place where the parts meet, and the only one that knows in which order they need each other."""

from typing import NamedTuple

from aiogram import Bot

from bot.app.basics import basics_of
from bot.app.channel import Channel
from bot.app.data_files import read_data_files
from bot.app.edge import Edge, build_edge
from bot.app.jobs import build_scheduler
from bot.app.services import Services, build_services, by_name
from bot.app.stores import Stores, open_stores
from bot.clock import Clock
from bot.faq.live_faq import LiveFaq
from bot.handlers.all_features import jobs_of_all
from bot.region.live_region import LiveRegion
from bot.scheduling.scheduler import Scheduler
from bot.settings import Settings
from bot.storage.database import Database
from bot.telegram.group_members import ChatMembers
from bot.understanding.act_files.live_acts import LiveActs


class Parts(NamedTuple):
    """From the database outwards: each knows only those before it."""

    stores: Stores
    services: Services
    edge: Edge
    alarm: Scheduler


def compose(  # noqa: PLR0913, PLR0917 - what stands before anything is built
    settings: Settings,
    clock: Clock,
    database: Database,
    bot: Bot,
    live_faq: LiveFaq,
    live_acts: LiveActs,
    region: LiveRegion,
    channel: Channel,
) -> Parts:
    """Builds every object of the program once, each from those before it."""
    basics = basics_of(settings, clock, channel.name)
    stores = open_stores(database, settings, clock)
    files = read_data_files(basics, live_faq, region, live_acts)
    services = build_services(basics, stores, files, ChatMembers(bot), channel.profile(bot))
    edge = build_edge(bot, channel, database, basics, stores, services)
    alarm = build_scheduler((*edge.jobs(), *jobs_of_all(by_name(stores, services))), basics.zone)
    return Parts(stores, services, edge, alarm)
