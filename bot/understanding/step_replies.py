"""Replies to the steps of a form: what a booking, a move or a librarian's form asks for, one reader each."""

from collections.abc import Callable, Mapping

from bot.russian.time.doubts import Unsure
from bot.russian.time.reports.periods import read_period
from bot.understanding import assent
from bot.understanding.acts import Act, ActName, Slots
from bot.understanding.extractors.said_numbers import minutes_in
from bot.understanding.extractors.said_visits import coming, moved, of_visit
from bot.understanding.extractors.slots import with_slots
from bot.understanding.librarian_orders import is_order_of_librarian
from bot.understanding.reply import Reply
from bot.understanding.turns import AskedFor


def fills(*wanted: str) -> Callable[[Reply], tuple[Act, ...]]:
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
    if reply.is_covered(ActName.CONFIRM_COMING) and "?" not in reply.reading.text:
        return (Act(ActName.CONFIRM_COMING, Slots(**coming(reply.said))),) if _tells_coming(reply) else ()
    return ()


def _tells_coming(reply: Reply) -> bool:
    stems = ("прид", "приед", "буду", "дойд", "доед", "смогу", "выхож", "иду", "еду", "жди")
    return any(word.startswith(stems) for word in reply.words)


def _words_for_librarian(reply: Reply) -> tuple[Act, ...]:
    if assent.is_courtesy(reply.words):
        return ()  # meant for the bot: nobody asks a librarian «спасибо»
    return (Act(ActName.ASK_LIBRARIAN, Slots(text=reply.reading.text)),)


def _answer(reply: Reply) -> tuple[Act, ...]:
    if not isinstance(read_period(reply.reading.text, reply.now.date()), Unsure):
        return ()  # «ноябрь 2026» answers nobody
    if is_order_of_librarian(reply.reading.text):
        return ()
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
BY_KIND: Mapping[AskedFor, _Read] = {
    AskedFor.TOPIC: fills("topic"),
    AskedFor.PLACE_TO_BOOK: _place_to_book,
    AskedFor.PLACE_TO_FIND: _place_to_find,
    AskedFor.DAY: fills("day", "dates", "at", "part", "soonest", "from_"),
    AskedFor.TIME: fills("at", "part", "soonest", "day", "from_"),
    AskedFor.NAME: fills("name", "for_whom"),
    AskedFor.CHECK: fills(*_ANY_OF_VISIT),
    AskedFor.NO_FREE_TIME: fills("day", "dates", "at", "part", "place", "soonest"),
    AskedFor.NEW_TIME: _new_time,
    AskedFor.REMINDER: _reminder,
    AskedFor.QUESTION: _words_for_librarian,
    AskedFor.ANSWER: _answer,
    AskedFor.HOURS: _staff(ActName.SET_HOURS),
    AskedFor.CLOSING: _staff(ActName.CLOSE),
    AskedFor.PERIOD: _staff(ActName.FIGURES),
}
