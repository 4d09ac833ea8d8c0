"""What a message means: danger first, then the last question, then all its pieces weighed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.faq.search.search import Decision
from bot.safety.threat import Level, Threat
from bot.understanding.acts import Act, ActName, Slots, Understood
from bot.understanding.knowledge import Knowledge, Reading
from bot.understanding.replies import reply_to
from bot.understanding.segments import segments_of
from bot.understanding.slots import with_slots
from bot.understanding.turns import Turns
from bot.understanding.unread import unread_words
from bot.understanding.weighing import Weighed, margin_of, weigh

MOST_ACTS = 4
MARGIN = 1.0  # below it the first two readings are offered as a choice
_KEEP = 0.8  # of a margin: a piece that is less sure is no wish of its own
_ARTICLES = 5


@dataclass(frozen=True)
class Heard:
    """A piece of a message with its readings, the likeliest first."""

    reading: Reading
    weighed: Sequence[Weighed]

    @property
    def best(self) -> Weighed:
        """The likeliest reading."""
        return self.weighed[0]

    @property
    def margin(self) -> float:
        """How far it is ahead of the second."""
        return margin_of(self.weighed)


def understand(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> Understood:
    """The wishes of a message in the order to be served; `now` is on the wall clock of the place."""
    threat = knowledge.look(text)
    danger = (_of_threat(threat),) if threat else ()
    reading = knowledge.read(text, now)
    replied = reply_to(reading, turns, now, knowledge)
    if threat and threat.level is Level.ALARM and (replied or threat.is_crisis):
        return Understood(danger)
    if replied:
        return Understood((*danger, *replied))
    whole = Heard(reading, weigh(reading, turns, knowledge))
    pieces = _pieces(text, whole, turns, now, knowledge)
    acts = tuple(act_of(piece.best, piece, turns, now) for piece in pieces)
    if threat and threat.level is Level.ALARM:
        kept = tuple(act for act in acts if act.name not in {ActName.FAQ, ActName.OUT_OF_SCOPE} and len(acts) > 1)
        return Understood((*danger, *kept[:MOST_ACTS]))
    choice = _choice(whole, turns, now) if len(pieces) == 1 else ()
    return Understood((*danger, *acts[:MOST_ACTS]), choice, unread_words(pieces, knowledge))


def _of_threat(threat: Threat) -> Act:
    name = ActName.CRISIS if threat.is_crisis else ActName.DANGER
    return Act(name, Slots(kind=str(threat.kind)), level=threat.level)


def _pieces(text: str, whole: Heard, turns: Turns, now: datetime, knowledge: Knowledge) -> list[Heard]:
    """The pieces that hold wishes of their own; the whole where there is but one wish."""
    texts = segments_of(text)
    if len(texts) == 1:
        return [whole]
    heard = []
    for piece in texts:
        reading = knowledge.read(piece, now)
        heard.append(Heard(reading, weigh(reading, turns, knowledge)))
    kept = _distinct([one for one in heard if _stands(one)])
    if len(kept) < 2:
        return [whole]
    return kept


def _stands(heard: Heard) -> bool:
    if heard.best.name is ActName.FAQ:
        return heard.reading.search.decision is not Decision.NONE and heard.margin >= _KEEP
    return heard.margin >= _KEEP and heard.best.total > -1.0 and bool(heard.reading.words)


def _distinct(heard: Sequence[Heard]) -> list[Heard]:
    """Each wish once: two pieces with the same act, or the same article, are one."""
    found: dict[object, Heard] = {}
    for one in heard:
        article = one.reading.search.hits[0].article if one.best.name is ActName.FAQ else None
        found.setdefault((one.best.name, article), one)
    return list(found.values())


def act_of(weighed: Weighed, heard: Heard, turns: Turns, now: datetime) -> Act:
    """A reading as an act with its slots."""
    sure = min(1.0, max(0.0, 0.5 + heard.margin / 10))
    if weighed.name is ActName.FAQ:
        articles = tuple(hit.article for hit in heard.reading.search.hits[:_ARTICLES])
        name = ActName.FOLLOW_UP if turns.shown_articles and len(heard.reading.words) < 6 else ActName.FAQ
        return Act(name, Slots(articles=articles), sure, reasons=weighed.terms)
    entry = weighed.entry
    slots = Slots(want=entry.want, value=entry.value) if entry else Slots()
    return with_slots(Act(weighed.name, slots, sure, reasons=weighed.terms), heard.reading.evidence, turns, now)


def _choice(heard: Heard, turns: Turns, now: datetime) -> tuple[Act, ...]:
    if heard.margin >= MARGIN or len(heard.weighed) < 2:
        return ()
    return tuple(act_of(one, heard, turns, now) for one in heard.weighed[:2])
