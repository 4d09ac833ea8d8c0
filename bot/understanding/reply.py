"""A message that stands under a question of the bot."""

from dataclasses import dataclass
from datetime import datetime

from bot.russian.keyboard_layout import from_latin_keys
from bot.understanding.acts import ActName
from bot.understanding.extractors.said import SaidPiece
from bot.understanding.knowledge import Knowledge, MessageReading
from bot.understanding.turns import Turns
from bot.understanding.unread import strange_words

_MOST_STRANGE = 1  # words of a reply that may stay unread


@dataclass(frozen=True, slots=True)
class Reply:
    """A message that stands under a question."""

    reading: MessageReading
    turns: Turns
    now: datetime
    knowledge: Knowledge

    @property
    def said(self) -> SaidPiece:
        """What slots are filled from."""
        return SaidPiece(self.reading.evidence, self.turns, self.now)

    @property
    def words(self) -> tuple[str, ...]:
        """The words, with their slips mended."""
        words = self.reading.search.cleaned.words
        is_short = len(words) == 1 and words[0].isascii() and words[0].isalpha()  # «lf» is too short to be mended
        return tuple(from_latin_keys(words[0]).split()) if is_short else words

    def is_covered(self, name: ActName) -> bool:
        """Whether no more than one word says something else, and that one does not name another deed."""
        strange = strange_words(self.reading, name, self.knowledge)
        return len(strange) <= _MOST_STRANGE and not self.knowledge.learned.has_cue(" ".join(strange))
