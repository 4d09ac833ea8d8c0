"""What the steps of an important message work with."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.banner.banner import BannerFault, fault_in
from bot.banner.banner_service import BannerService
from bot.clock import Clock
from bot.region.topics import Topics
from bot.safety.live_dangers import LiveDangers


@dataclass(frozen=True, slots=True)
class BannerDialog:
    """The messages, the topics above whose answers they stand, and what tells addresses in their words."""

    banners: BannerService
    topics: Topics
    dangers: LiveDangers
    clock: Clock
    zone: ZoneInfo

    @property
    def now(self) -> datetime:
        """The moment in the zone of the region."""
        return self.clock.now().astimezone(self.zone)

    def title_of(self, topic: str) -> str:
        """The title of a topic; its id where the file has it no more."""
        found = self.topics.find_topic(topic)
        return found.title if found else topic

    def fault_in(self, words: str) -> BannerFault | None:
        """Why the words cannot be shown above answers, if they cannot."""
        judge = self.dangers.judge
        return fault_in(words, judge.has_address if judge else lambda _: False)
