"""What a message means: danger first, then the last question, then all its pieces weighed."""

import math
import re
from collections.abc import Sequence
from datetime import datetime

from bot.faq.search.search import Decision
from bot.safety.threat import Level, Threat
from bot.understanding.acts import Act, ActName, Slots, Understood
from bot.understanding.extractors.slots import with_slots
from bot.understanding.follow_ups import question
from bot.understanding.knowledge import Knowledge, MessageReading
from bot.understanding.pieces import Heard, hear, pieces_of, weighed
from bot.understanding.replies import reply_to
from bot.understanding.segments import segments_of
from bot.understanding.standing import of_directory, questions, standing, with_asides, without_home
from bot.understanding.turns import FOR_OTHERS, IN_A_FORM, AskedFor, Turns
from bot.understanding.unread import strange_words
from bot.understanding.weighing import Weighed

MOST_ACTS = 20  # more than anybody says: none is dropped unnamed
_LEAST_REST = 8  # signs after a reply that may be a wish
# What only says a reply again in other words.
_SAME_REPLY = {
    ActName.NO: frozenset({ActName.NOT_HELPED, ActName.STOP, ActName.CANCEL}),
    ActName.YES: frozenset({ActName.THANKS, ActName.CONFIRM_COMING, ActName.BOOK, ActName.MOVE, ActName.CHOOSE}),
    ActName.STOP: frozenset({ActName.NO, ActName.CANCEL, ActName.BACK}),
    ActName.BOOK: frozenset({ActName.YES, ActName.NO, ActName.MOVE, ActName.CHOOSE, ActName.PLACE}),
    ActName.CONFIRM_COMING: frozenset({ActName.YES, ActName.NO, ActName.THANKS, ActName.CANCEL}),
}
_TIMED = frozenset({"#time", "#number"})  # tags of evidence
_OF_A_TIME = frozenset({AskedFor.CHECK, AskedFor.REMINDER})
_CONDITION = re.compile(r"\b(?:но|только|кроме|если|лишь|сначала|тогда|не|оставь\w*|зачем|хотя|погоди\w*|подожди\w*)\b")
_NEAR = 2.0  # of sums
_FAINT = -1.5  # of a sum
_TOLD = frozenset({"slots", "after", "place named", "answers", "card"})  # what speaks for an act besides its likeness
MARGIN = 1.2  # below it the first two readings are offered as a choice


def understand(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> Understood:
    """The wishes of a message in the order to be served; `now` is on the wall clock of the place."""
    threat = knowledge.look(text, is_reply=turns.asked in IN_A_FORM)
    if threat and threat.level is Level.ALARM:
        beside = () if threat.is_crisis else _beside_danger(text, turns, now, knowledge)
        return Understood((_of_threat(threat), *beside))
    caution = (_of_threat(threat),) if threat else ()
    found = _wishes(text, turns, now, knowledge)
    return Understood((*caution, *found.acts[:MOST_ACTS]), found.choice, found.unread)


def _of_threat(threat: Threat) -> Act:
    name = ActName.CRISIS if threat.is_crisis else ActName.DANGER
    return Act(name, Slots(kind=str(threat.kind)), level=threat.level)


def _beside_danger(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> tuple[Act, ...]:
    """What is wanted besides, where a piece of its own says so; articles would stand in the way."""
    pieces = [hear(piece, turns, now, knowledge) for piece in segments_of(text) if not knowledge.look(piece)]
    kept = [one for one in standing(pieces, turns, knowledge) if _is_deed(one)]
    return tuple(act_of(one.best, one, turns, now, knowledge) for one in kept)[: MOST_ACTS - 1]


def _is_deed(heard: Heard) -> bool:
    return heard.best.entry is not None and bool(heard.best.entry.cues & heard.reading.lemmas)


def _wishes(text: str, turns: Turns, now: datetime, knowledge: Knowledge) -> Understood:
    reading = knowledge.read(text, now)
    texts = segments_of(text)
    if turns.asked is not None:
        replied = _replied(text, reading, texts, turns, now, knowledge)
        if replied:
            return replied
    heard, whole = pieces_of(text, turns, now, knowledge), weighed(reading, turns, knowledge)
    kept = standing(heard, turns, knowledge)
    if directory := of_directory(kept, knowledge, now):
        return _understood([directory], turns, now, knowledge)
    if len(rest := without_home(kept)) < len(kept):
        return _understood(rest, turns, now, knowledge)
    kept = with_asides(whole, kept, knowledge, now)
    if len(kept) > 1 and all(one.best.name is ActName.FAQ for one in kept):
        kept = questions(whole, kept)
    return _understood(kept if len(kept) > 1 else [whole], turns, now, knowledge)


def _replied(
    text: str, reading: MessageReading, texts: Sequence[str], turns: Turns, now: datetime, knowledge: Knowledge
) -> Understood | None:
    """The reply to the last question that stands in a piece of the message, and the wishes beside it.

    What is written for somebody else is theirs as a whole, whatever it asks.
    """
    if turns.asked in FOR_OTHERS:
        whole = reply_to(reading, turns, now, knowledge)
        return Understood(whole) if whole else None
    pieces = texts if len(texts) > 1 else _at_first_sign(text)
    readings = [knowledge.read(piece, now) for piece in pieces] if len(pieces) > 1 else [reading]
    replies = [reply_to(one, turns, now, knowledge) for one in readings]
    at = next((place for place, reply in enumerate(replies) if reply), None)
    if at is None or len(readings) == 1:
        whole = reply_to(reading, turns, now, knowledge)
        return Understood(whole) if whole else None
    others = [one for place, one in enumerate(readings) if place != at]
    whole, is_contradicted = reply_to(reading, turns, now, knowledge), _is_contradicted(turns, replies, others)
    rest = standing([weighed(one, turns, knowledge) for one in others], turns, knowledge)
    if whole and whole[0].name is ActName.CHOOSE:
        return Understood(whole)  # «второе, про пароль»: every word is of the choice
    if not is_contradicted and (more := _with_more(replies[at], rest, turns, now, knowledge)):
        return more
    return Understood(whole or replies[at]) if whole or not is_contradicted else None


def _is_contradicted(turns: Turns, replies: Sequence[tuple[Act, ...]], others: Sequence[MessageReading]) -> bool:
    """«нет, отменяйте», «да, только в 12», «да, но записи оставьте»: another part decides otherwise or sets bounds."""
    names = {acts[0].name for acts in replies if acts}
    if names >= {ActName.YES, ActName.NO}:
        return True
    if not names & {ActName.YES, ActName.CONFIRM_COMING}:
        return False
    is_on_condition = any(_CONDITION.search(one.evidence.folded) for one in others)
    is_asked_about = turns.asked is AskedFor.YES_NO and any("?" in one.text for one in others)
    is_timed = turns.asked in _OF_A_TIME and any(one.evidence.tags & _TIMED for one in others)
    return is_on_condition or is_asked_about or is_timed


def _at_first_sign(text: str) -> Sequence[str]:
    """«приду, а что взять»: the first breath and the rest."""
    first, *rest = re.split(r"[,!;:–—]+\s", text, maxsplit=1)
    return (first, rest[0]) if rest and len(rest[0]) > _LEAST_REST else (text,)


def _with_more(
    reply: tuple[Act, ...], rest: Sequence[Heard], turns: Turns, now: datetime, knowledge: Knowledge
) -> Understood | None:
    if not rest:
        return None
    more = _understood(rest, turns, now, knowledge)
    others = tuple(act for act in more.acts if act.name not in {reply[0].name, *_SAME_REPLY.get(reply[0].name, ())})
    is_late = reply[0].name is ActName.CONFIRM_COMING and any(act.name is ActName.LATE for act in others)
    return Understood(others if is_late else (*reply, *others), (), more.unread) if others else None


def _understood(pieces: Sequence[Heard], turns: Turns, now: datetime, knowledge: Knowledge) -> Understood:
    acts = tuple(act_of(piece.best, piece, turns, now, knowledge) for piece in pieces)
    choice = _choice(pieces[0], turns, now, knowledge) if len(pieces) == 1 else ()
    return Understood(acts, choice, _unread(pieces, knowledge))


def act_of(best: Weighed, heard: Heard, turns: Turns, now: datetime, knowledge: Knowledge) -> Act:
    """A reading as an act with its slots."""
    if best.name is ActName.FAQ:
        return Act(ActName.OUT_OF_SCOPE) if _is_foreign_to_all(heard, turns) else question(heard, turns, now, knowledge)
    sure = min(1.0, max(0.0, 0.5 + heard.margin / 10))
    slots = Slots(want=best.entry.want, value=best.entry.value) if best.entry else Slots()
    return with_slots(Act(best.name, slots, sure, reasons=best.terms), heard.reading.evidence, turns, now)


def _is_foreign_to_all(heard: Heard, turns: Turns) -> bool:
    """Whether the engine has nothing for it, and it is not far from what is none of our affairs either."""
    if heard.reading.search.decision is not Decision.NONE or turns.shown_articles:
        return False
    strange = next((one.total for one in heard.weighed if one.name is ActName.OUT_OF_SCOPE), -math.inf)
    return heard.best.total - strange < _NEAR


def _choice(heard: Heard, turns: Turns, now: datetime, knowledge: Knowledge) -> tuple[Act, ...]:
    if heard.margin >= MARGIN or len(heard.weighed) < 2:
        return ()
    if heard.margin < 0:  # a faint act gave way to the question
        return ()
    if _is_mere_echo(heard.weighed[1]) and not _is_mere_echo(heard.best):
        return ()
    readings = tuple(act_of(one, heard, turns, now, knowledge) for one in heard.weighed[:2])
    return () if all(map(_gives_up, readings)) else readings


def _is_mere_echo(reading: Weighed) -> bool:
    """Whether nothing but a far likeness speaks for an act: nobody chooses it."""
    return reading.entry is not None and reading.total < _FAINT and not reading.terms.keys() & _TOLD


def _gives_up(act: Act) -> bool:
    """«не приеду» gives a visit up, whichever of the two wishes it is read as: both are asked about once more."""
    return act.name is ActName.CANCEL or (act.name is ActName.CONFIRM_COMING and act.slots.value == "no")


def _unread(pieces: Sequence[Heard], knowledge: Knowledge) -> tuple[str, ...]:
    """Words with a meaning that no act has used; what an article makes of its words is the engine's affair."""
    doing = (piece for piece in pieces if piece.best.name is not ActName.FAQ)
    return tuple(word for piece in doing for word in strange_words(piece.reading, piece.best.name, knowledge))
