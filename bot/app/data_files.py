"""What admins edit in files, read anew when one of them changes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.app.basics import Basics
from bot.centres.live_directory import LiveDirectory
from bot.datafiles.live_folder.places import shipped_folder
from bot.faq.live_faq import LiveFaq
from bot.handlers.centre_lookup import CentreLookup
from bot.maintenance.status import DataSummary
from bot.region.live_region import LiveRegion
from bot.region.outcomes import Outcomes
from bot.region.topics import Topics
from bot.safety.live_dangers import DANGER_WEIGHTS, LiveDangers
from bot.understanding.act_files.live_acts import LiveActs
from bot.understanding.live_understanding import Understanding


@dataclass(frozen=True, slots=True)
class DataFiles:
    """Handlers and builders of features name them as they are named here."""

    region: LiveRegion
    live_faq: LiveFaq
    directory: LiveDirectory
    topics: Topics
    outcomes: Outcomes
    dangers: LiveDangers
    centre_lookup: CentreLookup
    live_acts: LiveActs
    understanding: Understanding

    @property
    def refreshes(self) -> tuple[Callable[[], Awaitable[bool]], ...]:
        """Each takes in what has changed."""
        files = (self.live_faq, self.directory, self.topics, self.outcomes, self.dangers, self.region, self.live_acts)
        return tuple(file.refresh for file in files)

    async def learn(self) -> None:
        """Learns from the files what is not kept of an earlier start: some seconds, then messages are understood."""
        await asyncio.gather(self.live_acts.learn_at_start(), self.dangers.refresh())

    def summary(self) -> DataSummary:
        """How much there is, and what is wrong in it."""
        centres = self.directory.now.centres
        files = (self.live_faq, self.directory, self.topics, self.outcomes, self.dangers, self.region, self.live_acts)
        return DataSummary(
            len(self.live_faq.library.articles),
            len(centres),
            sum(one.consultations is not None for one in centres),
            len(self.topics.all),
            tuple(problem for one in files for problem in one.problems),
            self.live_faq.left_out,
            any(one.is_behind for one in files),
        )


def read_data_files(basics: Basics, live_faq: LiveFaq, region: LiveRegion, live_acts: LiveActs) -> DataFiles:
    """All but those that were read before, for nothing is built without them."""
    folder = basics.settings.data_dir
    directory = LiveDirectory(folder, basics.zone, offers_booking=basics.can_book)
    guide = CentreLookup(directory, region, basics.clock)
    dangers = LiveDangers(folder, shipped_folder(), basics.settings.database.with_name(DANGER_WEIGHTS))
    topics, outcomes = Topics(folder), Outcomes(folder)
    understanding = Understanding(live_acts, lambda: directory.now, dangers.look, lambda: topics.all)
    return DataFiles(region, live_faq, directory, topics, outcomes, dangers, guide, live_acts, understanding)
