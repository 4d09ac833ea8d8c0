"""Short answers to the bot's last question; words that say more than that are weighed as something new."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.russian.keyboard_layout import from_latin_keys
from bot.russian.time.doubts import Unsure
from bot.russian.time.periods import read_period
from bot.understanding import assent
from bot.understanding.acts import Act, ActName, Slots
from bot.understanding.extractors.said import SaidPiece
from bot.understanding.extractors.said_numbers import minutes_in, nth
from bot.understanding.extractors.said_visits import coming, moved, of_visit
from bot.understanding.extractors.slots import with_slots
from bot.understanding.knowledge import Knowledge, MessageReading
from bot.understanding.turns import FOR_OTHERS, AskedFor, Turns
from bot.understanding.unread import strange_words

_MOST_STRANGE = 1  # words of a reply that may stay unread
_CHOOSING = frozenset(
    {AskedFor.TOPIC, AskedFor.PLACE_TO_BOOK, AskedFor.LINE, AskedFor.DAY, AskedFor.TIME, AskedFor.NAME}
)
_LEAVABLE = frozenset(AskedFor) - {AskedFor.REMINDER, AskedFor.VISIT, AskedFor.HELPED}
_ANY_WORDS = FOR_OTHERS | {AskedFor.WORDS}
_DECIDING = frozenset({AskedFor.CHECK, AskedFor.YES_NO, AskedFor.HELPED, AskedFor.NO_FREE_TIME, AskedFor.LINE})


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
        """Whether no more than one word says something else."""
        return len(strange_words(self.reading, name, self.knowledge)) <= _MOST_STRANGE


def reply_to(reading: MessageReading, turns: Turns, now: datetime, knowledge: Knowledge) -> tuple[Act, ...]:
    """The acts by which the words answer the last question; none where they are something new."""
    if turns.asked is None:
        return ()
    reply = Reply(reading, turns, now, knowledge)
    readers = (_leaves, _decides, _chooses, _BY_KIND.get(turns.asked))
    return next((acts for read in readers if read and (acts := read(reply))), ())


def _leaves(reply: Reply) -> tuple[Act, ...]:
    if reply.turns.asked not in _LEAVABLE or "?" in reply.reading.text or reply.reading.evidence.times:
        return ()
    is_left = assent.is_leaving(reply.words, wholly=reply.turns.asked in _ANY_WORDS)
    return (Act(ActName.STOP),) if is_left else ()


def _asked_deeds(reply: Reply) -> tuple[str, ...]:
    """The verbs of the buttons that agree: «стереть» of «Да, стереть»; a booking is also agreed to by «запишите»."""
    if reply.turns.asked not in {AskedFor.YES_NO, AskedFor.CHECK}:
        return ()
    labels = [_bare(option).replace(",", "").split() for option in reply.turns.options]
    found = tuple(label[1] for label in labels if len(label) > 1 and label[0] == "да")
    return (*found, "записать") if reply.turns.asked is AskedFor.CHECK else found


def _decides(reply: Reply) -> tuple[Act, ...]:
    if reply.turns.asked not in _DECIDING or "?" in reply.reading.text:
        return ()
    if assent.is_yes(reply.words, _asked_deeds(reply)):
        return (Act(ActName.YES),)
    if reply.turns.asked is AskedFor.CHECK and assent.begins_yes(reply.words) and reply.reading.evidence.for_whom:
        return (Act(ActName.YES), *_fills("for_whom")(reply))
    if not assent.is_no(reply.words):
        return ()
    return (Act(ActName.NOT_HELPED if reply.turns.asked is AskedFor.HELPED else ActName.NO),)


def _chooses(reply: Reply) -> tuple[Act, ...]:
    turns, evidence = reply.turns, reply.reading.evidence
    if turns.asked not in _CHOOSING or not turns.options or "#time" in evidence.tags:
        return ()
    said = " ".join(reply.words)
    same = [at for at, option in enumerate(turns.options, 1) if said and said == _bare(option)]
    number = same[0] if same else nth(evidence, len(turns.options))
    if number is None or number > len(turns.options) or not (same or reply.is_covered(ActName.CHOOSE)):
        return ()
    return (Act(ActName.CHOOSE, Slots(n=number)),)


def _bare(option: str) -> str:
    return " ".join(option.casefold().replace("ё", "е").strip(" .!?").split())


def _fills(*wanted: str) -> Callable[[Reply], tuple[Act, ...]]:
    """Reads a step of a booking: one of the slots wanted must be said, and little else."""

    def read(reply: Reply) -> tuple[Act, ...]:
        found = {name: value for name, value in of_visit(reply.said).items() if value not in (None, (), "")}
        if not any(name in found for name in wanted) or not reply.is_covered(ActName.BOOK):
            return ()
        return (_unsure(Act(ActName.BOOK, Slots(**found)), reply),)

    return read


def _unsure(act: Act, reply: Reply) -> Act:
    return with_slots(act, reply.reading.evidence, reply.turns, reply.now)


def _place_to_book(reply: Reply) -> tuple[Act, ...]:
    match = reply.reading.evidence.guessed_place
    if not match.places or "?" in reply.reading.text or not reply.is_covered(ActName.BOOK):
        return ()
    found = {name: value for name, value in of_visit(reply.said).items() if value not in (None, (), "")}
    names = {place.name for place in match.places}
    return (Act(ActName.BOOK, Slots(**({"place": match.places[0].name} if len(names) == 1 else {}) | found)),)


def _place_to_find(reply: Reply) -> tuple[Act, ...]:
    match = reply.reading.evidence.guessed_place
    if not match.places or not reply.is_covered(ActName.PLACE):
        return ()
    act = with_slots(Act(ActName.PLACE), reply.reading.evidence, reply.turns, reply.now)
    if act.slots.place:
        return (act,)
    return (Act(ActName.PLACE, Slots(place=match.places[0].name, want=act.slots.want)),)


def _new_time(reply: Reply) -> tuple[Act, ...]:
    found = {name: value for name, value in moved(reply.said).items() if value not in (None, (), "")}
    if not found or not reply.is_covered(ActName.MOVE):
        return ()
    return (with_slots(Act(ActName.MOVE), reply.reading.evidence, reply.turns, reply.now),)


def _reminder(reply: Reply) -> tuple[Act, ...]:
    if assent.is_yes(reply.words, ("приду", "приеду", "буду")):
        return (Act(ActName.CONFIRM_COMING, Slots(value="yes")),)
    if assent.is_no(reply.words):
        return (Act(ActName.CONFIRM_COMING, Slots(value="no")),)
    if (minutes := minutes_in(reply.reading.evidence.folded)) and reply.is_covered(ActName.LATE):
        return (Act(ActName.LATE, Slots(minutes=minutes)),)
    if reply.is_covered(ActName.CONFIRM_COMING) and "?" not in reply.reading.text and not reply.reading.evidence.times:
        return (Act(ActName.CONFIRM_COMING, Slots(**coming(reply.said))),) if _tells_coming(reply) else ()
    return ()


def _tells_coming(reply: Reply) -> bool:
    stems = ("прид", "приед", "буду", "дойд", "доед", "смогу", "выхож", "иду", "еду", "жди")
    return any(word.startswith(stems) for word in reply.words)


def _words_for_librarian(reply: Reply) -> tuple[Act, ...]:
    return (Act(ActName.ASK_LIBRARIAN, Slots(text=reply.reading.text)),)


def _answer(reply: Reply) -> tuple[Act, ...]:
    if not isinstance(read_period(reply.reading.text, reply.now.date()), Unsure):
        return ()  # «ноябрь 2026» answers nobody
    return (Act(ActName.ANSWER_QUESTION, Slots(text=reply.reading.text)),)


def _staff(name: ActName) -> Callable[[Reply], tuple[Act, ...]]:
    """Reads days or hours that a librarian was asked for."""

    def read(reply: Reply) -> tuple[Act, ...]:
        if not ({"#time", "#number"} & reply.reading.evidence.tags) or not reply.is_covered(name):
            return ()
        return (with_slots(Act(name), reply.reading.evidence, reply.turns, reply.now),)

    return read


_Read = Callable[[Reply], tuple[Act, ...]]
_ANY_OF_VISIT = ("day", "dates", "at", "part", "place", "name", "for_whom", "topic", "soonest")
_BY_KIND: Mapping[AskedFor, _Read] = {
    AskedFor.TOPIC: _fills("topic"),
    AskedFor.PLACE_TO_BOOK: _place_to_book,
    AskedFor.PLACE_TO_FIND: _place_to_find,
    AskedFor.DAY: _fills("day", "dates", "at", "part", "soonest", "from_"),
    AskedFor.TIME: _fills("at", "part", "soonest", "day", "from_"),
    AskedFor.NAME: _fills("name", "for_whom"),
    AskedFor.CHECK: _fills(*_ANY_OF_VISIT),
    AskedFor.NO_FREE_TIME: _fills("day", "dates", "at", "part", "place", "soonest"),
    AskedFor.NEW_TIME: _new_time,
    AskedFor.REMINDER: _reminder,
    AskedFor.QUESTION: _words_for_librarian,
    AskedFor.ANSWER: _answer,
    AskedFor.HOURS: _staff(ActName.SET_HOURS),
    AskedFor.CLOSING: _staff(ActName.CLOSE),
    AskedFor.PERIOD: _staff(ActName.FIGURES),
}
