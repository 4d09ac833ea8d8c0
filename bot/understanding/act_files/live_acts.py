"""The acts as they are weighed from now: files, their index, and the linear part that is learned beside the bot."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.centres.places.place_names import read_place_words
from bot.daemon_thread import in_daemon_thread
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.watched import WatchedFiles
from bot.faq.live_faq import LiveFaq
from bot.faq.search.search import Engine
from bot.understanding.act_files.act_library import act_files, load_acts
from bot.understanding.knowledge import Learned, learn_acts, training_rows, training_texts
from bot.understanding.linear.linear_file import learn


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the weights in use were learned from."""

    learned: Learned
    engine: Engine


class LiveActs(WatchedFiles[_Sources]):
    """A changed file of an act or an article is taken in; the old weights decide until the new ones are learned."""

    def __init__(self, folder: Path, live_faq: LiveFaq, kept: Path | None = None, shipped: Path | None = None) -> None:
        """`folder` is data/; without acts in it those of `shipped` are read. `kept`: the file of the weights."""
        source = folder if act_files(folder) or shipped is None else shipped
        self._places = read_place_words(folder)
        self._live_faq, self._kept = live_faq, kept
        self._is_stale, self._wanted = True, asyncio.Event()

        def sources() -> tuple[_Sources, list[FileProblem]]:
            entries, problems = load_acts(source)
            learned = learn_acts(entries, live_faq.engine)
            return _Sources(learned, live_faq.engine), problems

        super().__init__("acts", lambda: _watched(source, folder), sources)

    @property
    def learned(self) -> Learned:
        """What the acts are weighed with."""
        return self.now.learned

    @property
    def place_words(self) -> frozenset[str]:
        """The names of the region's places in all their forms."""
        return self._places

    async def refresh(self) -> bool:
        """Takes changed files in, as WatchedFiles does; what is learned from them follows later."""
        before = self.learned.linear
        changed = await super().refresh()
        if changed:
            self.now = replace(self.now, learned=replace(self.learned, linear=before))
            self._is_stale = True
            self._wanted.set()
        return changed

    async def learn_at_start(self) -> None:
        """Learns before the first message: by the index alone it would be asked back more often than understood."""
        if self._is_stale:
            await in_daemon_thread(self.learn)

    async def keep_learning(self) -> None:
        """Learns in a thread whenever something changed, until cancelled."""
        self._wanted = asyncio.Event()  # of this run: an event belongs to one loop
        while True:
            if self._is_stale:
                await in_daemon_thread(self.learn)
            await self._wanted.wait()
            self._wanted.clear()

    def learn(self) -> None:
        """Learns the linear part, or reads it where it is kept; some seconds of computing."""
        sources, self._is_stale = self.now, False
        texts = training_texts(sources.learned.entries, sources.engine)
        told = "\n".join((*sorted(self._places), *("\t".join(text) for text in texts)))
        linear = learn(told, lambda: training_rows(texts, self._places), self._kept) if texts else None
        if self.now is sources:
            self.now = replace(sources, learned=replace(sources.learned, linear=linear))


def _watched(acts: Path, folder: Path) -> Sequence[Path]:
    """Articles too: what is learned of the acts stands against them."""
    return [*act_files(acts), *sorted((folder / "faq").glob("[!.]*/[!.]*.md"))]
