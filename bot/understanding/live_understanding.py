"""The one understanding that the running bot and the command line share."""

from collections.abc import Callable
from datetime import datetime

from bot.centres.directory import Directory
from bot.region.topics import Topic
from bot.safety.threat import LooksForThreats
from bot.understanding.act_files.live_acts import LiveActs
from bot.understanding.acts import Understood
from bot.understanding.decide import understand
from bot.understanding.extractors.evidence import Gazetteer
from bot.understanding.knowledge import Knowledge
from bot.understanding.turns import Turns


class Understanding:
    """Reads messages with the acts, articles, places and dangers as they stand in the files now."""

    def __init__(
        self,
        live_acts: LiveActs,
        directory: Callable[[], Directory],
        look: LooksForThreats,
        topics: Callable[[], tuple[Topic, ...]] = tuple,
    ) -> None:
        self._live_acts, self._directory, self._look, self._topics = live_acts, directory, look, topics

    @property
    def knowledge(self) -> Knowledge:
        """What is known now."""
        places = Gazetteer(self._live_acts.place_words, self._directory().find_place)
        return Knowledge(self._live_acts.learned, self._live_acts.now.engine, places, self._look, self._topics())

    def understand(self, text: str, turns: Turns, now: datetime) -> Understood:
        """The wishes of a message; `now` is on the wall clock of the place that is spoken of."""
        return understand(text, turns, now, self.knowledge)
