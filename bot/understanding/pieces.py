"""The pieces of a message, each read once and weighed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.understanding.acts import ActName
from bot.understanding.knowledge import Knowledge, MessageReading
from bot.understanding.segments import segments_of, soft_cuts
from bot.understanding.turns import Turns
from bot.understanding.weighing import Weighed, margin_of, weigh

_APART = 2.5  # of the margin of either half: only what is plainly two wishes is cut without a word that begins one
_ASKED_BESIDE = frozenset({ActName.FAQ, ActName.MY_BOOKINGS, ActName.OTHER_LIBRARY_SERVICE, ActName.WHO_ARE_YOU})
_LEAST_ASKED = 1.5  # of the sum of a question beside a deed
_MOST_TRIED = 3  # places of one piece


@dataclass(frozen=True)
class Heard:
    """A piece of a message with its readings, the likeliest first."""

    reading: MessageReading
    weighed: Sequence[Weighed]

    @property
    def best(self) -> Weighed:
        """The likeliest reading."""
        return self.weighed[0]

    @property
    def margin(self) -> float:
        """How far it is ahead of the second."""
        return margin_of(self.weighed)


def hear(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> Heard:
    """One piece, weighed."""
    return weighed(knowledge.read(text, now), turns, knowledge)


def weighed(reading: MessageReading, turns: Turns, knowledge: Knowledge) -> Heard:
    """A piece that is read already, weighed."""
    return Heard(reading, weigh(reading, turns, knowledge))


def pieces_of(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> list[Heard]:
    """The pieces of a message in their order; none where it is all of one piece."""
    texts = segments_of(text)
    found: list[Heard] = []
    for piece in texts:
        whole = [hear(piece, turns, now, knowledge)] if len(texts) > 1 else []
        found += _deeds_of(piece, turns, now, knowledge) or whole
    return found


def _deeds_of(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> list[Heard]:
    """Two deeds that stand side by side without a word that begins one: «напоминания отключите и запись снимите»."""
    tried = (cut for cut in soft_cuts(text) if knowledge.learned.has_cue(cut[0]))
    for left, right in islice(tried, _MOST_TRIED):
        first, second = hear(left, turns, now, knowledge), hear(right, turns, now, knowledge)
        if _is_plain(first) and (_is_plain(second) or _is_asked(second)) and _differ(first, second):
            return [first, *(_deeds_of(right, turns, now, knowledge) or [second])]
    return []


def _is_plain(heard: Heard) -> bool:
    best = heard.best
    return best.entry is not None and best.terms.get("cue", 0.0) > 0 and heard.margin >= _APART


def _is_asked(heard: Heard) -> bool:
    """A question beside a deed: «перенесите на четверг, и паспорт брать?»."""
    is_question = "#asks" in heard.reading.evidence.tags and heard.best.name in _ASKED_BESIDE
    return is_question and heard.best.total >= _LEAST_ASKED


def _differ(first: Heard, second: Heard) -> bool:
    if first.best.name is not second.best.name:
        return True
    visitors = visitor_of(first), visitor_of(second)
    return first.best.name is ActName.MARK and None not in visitors and visitors[0] != visitors[1]


def visitor_of(heard: Heard) -> str | None:
    """The code or the name of the visitor who is spoken of."""
    return heard.reading.evidence.code or heard.reading.evidence.name
