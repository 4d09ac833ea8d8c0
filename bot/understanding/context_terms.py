"""What the talk, the speaker and the things named say for or against a reading, as named terms of its sum."""

import re
from collections.abc import Iterator
from itertools import chain

from bot.faq.sides import is_bare_side
from bot.understanding.act_files.act_entry import ActEntry, Speaker
from bot.understanding.acts import HEARTFELT, ActName, SpeakerRole
from bot.understanding.answer_terms import ANSWERING, answers_nothing, asks_on, leans_on_answer, upon_answer
from bot.understanding.certain_readings import is_foreign, is_known_phrase, names_appointment
from bot.understanding.extractors.people import asks_bot_or_person
from bot.understanding.extractors.said_numbers import minutes_in
from bot.understanding.extractors.wanted import wants_a_fact
from bot.understanding.knowledge import MessageReading
from bot.understanding.segments import letter_at
from bot.understanding.turns import AskedFor, Turns
from bot.understanding.whose_booking import is_by_telephone

# What each kind of evidence is worth; docs/decisions/0027-understanding.md says how they were found.
_AFTER = 1.5
_AFTER_ANSWER = 2.0  # of «дальше», «проще» where an answer stands last
_CUE, _NO_CUE = 1.0, -0.3
_SLOT, _MORE_SLOTS = 0.6, 0.9
_BARE_PLACE = 12.0
_OTHER_OWNER = -4.0
_STAFF = 0.8
_TONGUE = 12.0
_MASKED_OATH = 12.0
_MORE_THAN_FELT = -4.0  # of a feeling where something is asked or a place is named
_PHRASE = 4.0  # of courtesy of which every word is known
_ASKED_WHO = 4.0  # of «ты бот или живой человек?», which calls nobody
_LETTER = 12.0
_CALLER = 2.5  # of a booking for somebody who is said to telephone
_CARD = 4.5  # of a question to the directory under the card of a centre
_LISTED = 2.5  # of the same under a list of centres, where their hours, telephone, address or way is asked
_ASKS_MORE = -4.0  # of «дальше» where something else is asked: «а потом можно заново»
_UPON_ANOTHER = -2.5  # of a visit that nobody has, where an answer stands last
_ANSWERS = 1.5  # of the slot that a form asked for
_NO_ANSWER = -2.0  # of the same where nothing was answered
_NO_VISIT = -1.0  # of what is done with a visit, where none is known
_NO_BOOKINGS = -2.5  # of what is asked about visits, where there are none and none is named
_IN_FORM = -2.5  # of the same while a booking is being made
_PLACE_NAMED = 1.2  # of a question to the directory
_COMPANION = 3.0  # of one who comes along to the visit that was shown
_OUR_OWN = 1.2  # of a booking «к вам»
_WISHED_HERE = 2.5  # of a booking «хочу … к вам» where a place, a time or a name is said
_APPOINTMENT = 2.5  # of a day and an hour with a place, a person or a topic, and nothing asked
_ASKS_HOW = -1.0  # of what a question of how it is done speaks of
_ANOTHER_HOUR = -1.5  # of a delay where an hour is named and no minutes
_NOTHING_ASKED = -3.0  # of an answer to no question

_FORM = frozenset(
    {AskedFor.TOPIC, AskedFor.PLACE_TO_BOOK, AskedFor.DAY, AskedFor.TIME, AskedFor.NAME, AskedFor.CHECK}
    | {AskedFor.NO_FREE_TIME}
)
UPON_ANSWER = frozenset({ActName.REPEAT, ActName.SIMPLIFY, ActName.NEXT_STEP, ActName.NOT_HELPED})
_OF_ONES_OWN = frozenset({ActName.MY_BOOKINGS, ActName.WAIT_LIST, ActName.CANCEL, ActName.LATE, ActName.MOVE})
_BY_OWN_WORD = frozenset({ActName.OTHER_LIBRARY_SERVICE, ActName.ASK_LIBRARIAN, ActName.SETTINGS})
_SAID_OF_SLOTS = {
    "day": "#time",
    "time": "#time",
    "place": "#place",
    "code": "#code",
    "n": "#number",
    "count": "#number",
    "name": "#name",
}
_DONE_HERE = frozenset({ActName.BOOK, ActName.MOVE, ActName.CANCEL})
_OF_VISIT = frozenset({ActName.MOVE, ActName.CANCEL, ActName.LATE, ActName.CONFIRM_COMING})
_ASKED_SLOT = {
    AskedFor.PLACE_TO_BOOK: "#place",
    AskedFor.DAY: "#time",
    AskedFor.TIME: "#time",
    AskedFor.CHECK: "#time",
    AskedFor.NO_FREE_TIME: "#time",
}
_VISIT = re.compile(
    r"\b(?:запис\w*|консультац\w*|визит\w*|прием\w*|напомн\w*|у меня|мо[йияю]|"
    r"мне (?:завтра|сегодня|во сколько|когда|приходить)|во сколько мне)\b"
)
_TOGETHER = re.compile(r"\b(?:тоже|еще|вместе|заодно|рядом|следом|то же время|туда же)\b")
_HOW = re.compile(r"\b(?:как|каким образом)\b(?! можно)(?: \w+){0,3}? \w{3,}(?:ть|ться|тись|ти)\b")
_WISHES = re.compile(r"\b(?:хочу|хотим|хотел[аи]?|хотелось|надо|нужно|прошу|можно|мне бы)\b")
_IF = re.compile(r"(?:а |и |ну |но )*(?:что )?если\b")  # «а если он не работает» asks on, and reports no failure
_MAY = re.compile(r"\b(?:можно|нельзя|нужно|надо ли|обязательно)\b")
_GOES_ON_WITH = re.compile(
    r"\bпотом (?:можно|нельзя|надо ли|как|если|сколько|куда|платн\w+)\b(?! (?:делать|быть|дальше))"
)
_ASKS = re.compile(
    r"\b(?:когда|где|куда(?! мне| нам| уж)|сколько|почему|можно ли|нужно ли|надо ли)\b"
    r"|\bкак\b(?: \w+){0,3}? \w{3,}(?:ть|ться|тись|ти)\b"
)
_OATH = re.compile(r"\b[а-яё]{1,3}[*#@]{2,}")
_PLACE_SHARE = 3  # of so many words one names the place
_FEW = 4  # words under a card


def context_terms(entry: ActEntry, reading: MessageReading, turns: Turns) -> dict[str, float]:
    """The terms of an act."""
    said = (_of_talk(entry, reading, turns), _of_nothing(entry, reading, turns))
    return dict(chain(*said, _of_things(entry, reading), _of_kind(entry, reading), _of_others(entry, reading)))


def _of_talk(entry: ActEntry, reading: MessageReading, turns: Turns) -> Iterator[tuple[str, float]]:
    if turns.asked in entry.after or (entry.act is ActName.BOOK and turns.asked in _FORM):
        yield "after", _AFTER_ANSWER if entry.act in UPON_ANSWER else _AFTER
    if entry.act is ActName.BOOK and _ASKED_SLOT.get(turns.asked or AskedFor.WORDS) in reading.evidence.tags:
        yield "answers", _ANSWERS
    if (
        entry.act is ActName.BOOK
        and turns.own
        and reading.evidence.for_whom
        and _TOGETHER.search(reading.evidence.folded)
    ):
        yield "companion", _COMPANION
    if entry.act in HEARTFELT and turns.asked not in {None, AskedFor.HELPED}:
        yield "asked", _MORE_THAN_FELT
    if turns.shown_centre and entry.act is ActName.PLACE and len(reading.words) <= _FEW:
        yield "card", _CARD
    if turns.shown_place and entry.act is ActName.PLACE and wants_a_fact(reading.evidence.folded):
        yield "listed", _LISTED
    if turns.role is not SpeakerRole.CITIZEN and entry.role in {Speaker.STAFF, Speaker.ADMIN}:
        yield "role", _STAFF


def _of_nothing(entry: ActEntry, reading: MessageReading, turns: Turns) -> Iterator[tuple[str, float]]:
    """What the talk lacks that the act needs."""
    if not turns.own and (lacking := _of_no_visit(entry, reading, turns)):
        yield "no visit", lacking
    if leans_on_answer(reading, turns) and asks_on(reading) and _is_far_from_answer(entry, reading, turns):
        yield "upon an answer", _UPON_ANOTHER
    if entry.act is ActName.LATE and "#time" in reading.evidence.tags and not minutes_in(reading.evidence.folded):
        yield "another hour", _ANOTHER_HOUR
    if entry.act in UPON_ANSWER and not upon_answer(turns):
        yield "no answer", _NO_ANSWER
    if entry.act in UPON_ANSWER and _asks_more(entry, reading):
        yield "asks more", _ASKS_MORE
    if entry.act is ActName.NEXT_STEP and _GOES_ON_WITH.search(reading.evidence.folded):
        yield "asks more", _ASKS_MORE
    if entry.act in ANSWERING and answers_nothing(entry.act, reading, turns):
        yield "nothing asked", _NOTHING_ASKED


def _of_no_visit(entry: ActEntry, reading: MessageReading, turns: Turns) -> float:
    """What speaks against an act upon a visit where the person has none."""
    if entry.act in _OF_VISIT:
        return _IN_FORM if turns.asked in _FORM else _NO_VISIT
    is_named = entry.act is not ActName.MY_BOOKINGS or _VISIT.search(reading.evidence.folded)
    return 0.0 if is_named else _NO_BOOKINGS


def _is_far_from_answer(entry: ActEntry, reading: MessageReading, turns: Turns) -> bool:
    """Whether an act is not what is asked upon an answer: a visit that nobody has, a service without its own word."""
    if entry.act in _OF_ONES_OWN:
        return not turns.own
    return entry.act in _BY_OWN_WORD and entry.cues.isdisjoint(reading.lemmas)


def _asks_more(entry: ActEntry, reading: MessageReading) -> bool:
    """Whether something is asked, «а заранее можно?», and not what is said upon an answer."""
    if _IF.match(reading.evidence.folded) or is_bare_side(reading.evidence.text):
        return True
    return asks_on(reading) and entry.cues.isdisjoint(reading.lemmas) and bool(_MAY.search(reading.evidence.folded))


def _of_things(entry: ActEntry, reading: MessageReading) -> Iterator[tuple[str, float]]:
    evidence = reading.evidence
    if entry.cues:
        yield "cue", _CUE if entry.cues & reading.lemmas else _NO_CUE
    said = {tag for slot in entry.slots if (tag := _SAID_OF_SLOTS.get(slot)) in evidence.tags}
    if entry.act in _DONE_HERE and not said and not reading.is_ours and _HOW.search(evidence.folded):
        yield "asks how", _ASKS_HOW
    if said:
        yield "slots", _SLOT + _MORE_SLOTS * (len(said) - 1)
    if entry.not_with and reading.has_other_owner(entry.not_with, entry.cues or entry.not_with):
        yield "other owner", _OTHER_OWNER
    if entry.act is ActName.BOOK and reading.is_ours and entry.cues & reading.lemmas:
        yield "our own", _OUR_OWN
        if said and _WISHES.search(evidence.folded) and not _HOW.search(evidence.folded):
            yield "wished here", _WISHED_HERE


def _of_kind(entry: ActEntry, reading: MessageReading) -> Iterator[tuple[str, float]]:
    """What is as good as certain for one kind of act."""
    evidence = reading.evidence
    if entry.act is ActName.PLACE and "#place" in evidence.tags:
        yield "place named", _BARE_PLACE if evidence.is_bare_place else _PLACE_NAMED
    if entry.act is ActName.BOOK and "#time" in evidence.tags and names_appointment(reading):
        yield "appointment", _APPOINTMENT
    if entry.act is ActName.WHO_ARE_YOU and asks_bot_or_person(evidence.folded):
        yield "bot or person", _ASKED_WHO
    if entry.act is ActName.ABUSE and _OATH.search(evidence.folded):
        yield "masked oath", _MASKED_OATH
    if entry.act is ActName.OTHER_LANGUAGE:
        if is_foreign(reading):
            yield "tongue", _TONGUE
        elif "#place" in evidence.tags:  # «з Невеля» is how people speak there
            yield "place named", -_PLACE_NAMED


def _of_others(entry: ActEntry, reading: MessageReading) -> Iterator[tuple[str, float]]:
    """What is said of somebody else, a caller who is booked, a librarian who is to be asked; and to the bot itself."""
    if is_known_phrase(entry.act, reading):
        yield "phrase", _PHRASE
    if entry.act is ActName.FEELINGS and (_ASKS.search(reading.evidence.folded) or _is_about_place(reading)):
        yield "asks", _MORE_THAN_FELT
    if entry.act is ActName.PHONE_BOOKING and is_by_telephone(reading.evidence.text):
        yield "by telephone", _CALLER
    if entry.act is ActName.ASK_LIBRARIAN and letter_at(reading.text) is not None:
        yield "letter", _LETTER


def _is_about_place(reading: MessageReading) -> bool:
    """«з опочки я», and not «дура старая», for villages are called so too."""
    words = reading.evidence.place_words
    return bool(words) and len(words) * _PLACE_SHARE >= len(reading.evidence.words)
