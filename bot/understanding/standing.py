"""Which pieces of a message are wishes of their own, and which only belong to another."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.faq.search.search import Decision
from bot.understanding.acts import HEARTFELT, ActName
from bot.understanding.answer_terms import upon_answer
from bot.understanding.extractors.wanted import wants_a_centre
from bot.understanding.knowledge import Knowledge
from bot.understanding.pieces import Heard, visitor_of
from bot.understanding.turns import AskedFor, Turns
from bot.understanding.unread import reads_any

_KEEP = 0.8  # of a margin: a piece that is less sure is no wish of its own
_KEEP_TOLD = 0.4  # where the act's own word is said
_SURE = 2.5  # of the margin of an act without its own word or a slot
_ASKED = 1.5  # of the sum of a question that stands by itself whatever its margin
_FIRST = 3  # articles of which one answers
_LEAST = 0.0  # of a sum, likewise
# Said around a wish; of them nothing is done where something else is wished too.
_MANNERS = HEARTFELT | {
    *(ActName.GREETING, ActName.FAREWELL, ActName.UNREADABLE, ActName.OUT_OF_SCOPE, ActName.ABUSE),
}
_LONGEST_ASIDE = 4  # words
_TAKES_ASIDES = frozenset({ActName.BOOK, ActName.PHONE_BOOKING, ActName.WALK_IN, ActName.MOVE})
_ASKING = re.compile(
    r"\b(?:как\w*|где|куда|когда|сколько|почему|зачем|что|чем|кто|можно|нельзя|долго|платно|есть|ли|расскаж\w*|"
    r"подскаж\w*|объясн\w*|не (?:приш\w+|приход\w+|работает|могу|получается))\b"
)
_BEGINS_ASKING = re.compile(
    r"(?:а |и |но |ещё |еще |вот )*(?:как|где|куда|когда|сколько|почему|зачем|что|чем|какие|какой|кто)\b"
)
_LIVES = re.compile(r"\b(?:жив(?:у|ем|ет)|прожива\w+|(?:я|мы|сам|сама|сами|пишу) (?:\w+ )?из)\b")
_HELPED = re.compile(r"помог|получил|разобр|вышло")
_ANSWERS = frozenset({Decision.ANSWER, Decision.LIKELY})
_OF_VISIT_SHOWN = frozenset({AskedFor.REMINDER, AskedFor.VISIT})


def standing(heard: Sequence[Heard], turns: Turns, knowledge: Knowledge) -> list[Heard]:
    """Those that wish something by themselves, each wish once."""
    kept = _distinct([one for one in heard if _stands(one, turns, knowledge)])
    wishes = [one for one in kept if one.best.name not in _MANNERS]
    return wishes or _asked_beside(heard, kept) or kept[:1]


def _asked_beside(heard: Sequence[Heard], kept: Sequence[Heard]) -> list[Heard]:
    """«боюсь нажать не то, как к глазному записаться»: a question is no less one where nothing is found for it."""
    if not kept or kept[0].best.name not in HEARTFELT:
        return []
    return [one for one in heard if one.best.name is ActName.FAQ and _ASKING.search(one.reading.evidence.folded)][:1]


def questions(whole: Heard, pieces: Sequence[Heard]) -> list[Heard]:
    """Several questions of one message: one long question cut in pieces is found best as a whole, the rest beside it.

    The whole goes first; a piece is a question of its own where its article is none of the first for the whole.
    """
    if whole.best.name is not ActName.FAQ or whole.reading.search.decision is Decision.NONE:
        return list(pieces)
    firsts = {one.reading.search.hits[0].article for one in pieces}
    is_told = whole.reading.search.hits[0].article in firsts
    if is_told and all(one.reading.search.decision in _ANSWERS for one in pieces):
        return list(pieces)
    known = {hit.article for hit in whole.reading.search.hits[:_FIRST]}
    return [whole, *(one for one in pieces if one.reading.search.hits[0].article not in known)]


def of_directory(kept: Sequence[Heard], knowledge: Knowledge, now: datetime) -> Heard | None:
    """«живу в Острове, где мфц»: one question to the directory; None where no fact of a centre is asked."""
    asides = [one for one in kept if one.best.name is ActName.PLACE and _is_aside(one)]
    asked = [one for one in kept if one not in asides]
    if len(asides) != 1 or len(asked) != 1 or not wants_a_centre(asked[0].reading.evidence.folded):
        return None
    found = [one for one in asked[0].weighed if one.name is ActName.PLACE and one.terms.get("cue", 0.0) > 0]
    return Heard(knowledge.read(", ".join(one.reading.text for one in kept), now), found) if found else None


def without_home(kept: Sequence[Heard]) -> list[Heard]:
    """Where somebody lives is no wish beside a question: «живу в Гдове, где взять справку о несудимости»."""
    if all(one.best.name is not ActName.FAQ for one in kept):
        return list(kept)
    return [one for one in kept if one.best.name is not ActName.PLACE or not _is_home(one)]


def _is_home(heard: Heard) -> bool:
    return _is_aside(heard) and bool(_LIVES.search(heard.reading.evidence.folded))


def with_asides(whole: Heard, kept: Sequence[Heard], knowledge: Knowledge, now: datetime) -> list[Heard]:
    """A bare topic, place or time beside a deed belongs to it: «запишите на среду? сыну загранпаспорт»."""
    deeds = [one for one in kept if one.best.entry is not None and not _is_aside(one)]
    asides = [one for one in kept if _is_aside(one)]
    if not asides:
        return list(kept)
    if not deeds and whole.best.name is ActName.BOOK:
        return [whole]
    if len(deeds) != 1 or deeds[0].best.name not in _TAKES_ASIDES:
        return list(kept)
    text = ", ".join(one.reading.text for one in kept if one in asides or one is deeds[0])
    told = replace(deeds[0], reading=knowledge.read(text, now))
    return [told if one is deeds[0] else one for one in kept if one not in asides]


def _is_aside(heard: Heard) -> bool:
    """Whether a piece only names a thing: nothing is asked in it, nothing is to be done."""
    evidence = heard.reading.evidence
    if heard.best.name not in {ActName.FAQ, ActName.PLACE} or len(evidence.words) > _LONGEST_ASIDE:
        return False
    if "#asks" in evidence.tags or _ASKING.search(evidence.folded):
        return False
    return evidence.is_bare_place if heard.best.name is ActName.PLACE else evidence.topic is not None


def _stands(heard: Heard, turns: Turns, knowledge: Knowledge) -> bool:
    if heard.best.name is ActName.FAQ:
        return heard.reading.search.decision is not Decision.NONE and heard.margin >= _KEEP
    if _is_out_of_place(heard, turns) or not reads_any(heard.reading, heard.best.name, knowledge):
        return False  # «ужас какой-то» of which only the small words are known
    return heard.margin >= _least_margin(heard) and heard.best.total > _LEAST


def _is_out_of_place(heard: Heard, turns: Turns) -> bool:
    """Whether the talk lacks what the act would be said upon."""
    match heard.best.name:
        case ActName.YES | ActName.NO | ActName.STOP | ActName.BACK:
            return turns.asked is None  # «ой нет» in the middle of a message answers nothing
        case ActName.THANKS:
            return not _HELPED.search(heard.reading.evidence.folded)  # politeness inside a request
        case ActName.REPEAT | ActName.SIMPLIFY | ActName.NEXT_STEP | ActName.NOT_HELPED:
            return not upon_answer(turns)  # «не работает» of the portal, not of an answer
        case ActName.CONFIRM_COMING:
            return not turns.own and turns.asked not in _OF_VISIT_SHOWN  # «мама сама не придёт, запишите её»
        case _:
            return False


def _least_margin(heard: Heard) -> float:
    """What an act must be ahead of the second by: less where its own word is said or a question is asked."""
    if heard.best.total >= _ASKED and (
        "#asks" in heard.reading.evidence.tags or _BEGINS_ASKING.match(heard.reading.evidence.folded)
    ):
        return 0.0
    if heard.best.terms.get("cue", 0.0) > 0:
        return _KEEP_TOLD
    return _KEEP if _is_told(heard) else _SURE


def _is_told(heard: Heard) -> bool:
    """Whether the act's own word or a slot of it is said, and not only words that others use too."""
    entry, terms = heard.best.entry, heard.best.terms
    return entry is None or not entry.cues or terms.get("cue", 0.0) > 0 or "slots" in terms


def _distinct(heard: Sequence[Heard]) -> list[Heard]:
    """Each wish once: two pieces with the same act, or the same article, are one."""
    found: dict[object, Heard] = {}
    for one in heard:
        found.setdefault((one.best.name, _thing_of(one)), one)
    return list(found.values())


def _thing_of(heard: Heard) -> object:
    """What tells two wishes of one kind apart: the article, or the visitor who is marked."""
    if heard.best.name is ActName.FAQ:
        return heard.reading.search.hits[0].article
    return visitor_of(heard) if heard.best.name is ActName.MARK else None
