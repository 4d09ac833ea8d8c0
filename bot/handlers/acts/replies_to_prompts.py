"""Which wishes may be the answer to what is asked: such words are left to the prompt."""

from collections.abc import Mapping

from bot.understanding.acts import STAFF_ACTS, Act, ActName
from bot.understanding.librarian_orders import is_order_of_librarian
from bot.understanding.turns import AskedFor

_OTHER_DEEDS = STAFF_ACTS | {
    *(ActName.BOOK, ActName.MOVE, ActName.CANCEL, ActName.MY_BOOKINGS, ActName.LATE, ActName.CONFIRM_COMING),
    *(ActName.WAIT_LIST, ActName.PLACE, ActName.ASK_LIBRARIAN, ActName.CALL_ME, ActName.QUESTION_STATUS),
    *(ActName.SETTINGS, ActName.FORGET_ME, ActName.OTHER_LIBRARY_SERVICE, ActName.STOP),
}
_BOOKING = frozenset({ActName.BOOK, ActName.MOVE, ActName.PLACE, ActName.WAIT_LIST, ActName.CONFIRM_COMING})
_AT_WORK = _BOOKING | {ActName.WALK_IN, ActName.PHONE_BOOKING, ActName.MARK, ActName.FIND_VISIT}
_HOURS = frozenset({ActName.CLOSE, ActName.REOPEN, ActName.SET_HOURS, ActName.ABSENCE})
BOOKING = frozenset(
    {AskedFor.TOPIC, AskedFor.PLACE_TO_BOOK, AskedFor.DAY, AskedFor.TIME, AskedFor.NAME, AskedFor.CHECK}
)
OF_TIME = frozenset({AskedFor.NEW_TIME, AskedFor.CLOSING, AskedFor.HOURS, AskedFor.PERIOD})  # no words of one's own
_ANSWERS: Mapping[AskedFor, frozenset[ActName]] = {
    AskedFor.TOPIC: _AT_WORK,
    AskedFor.PLACE_TO_BOOK: _BOOKING,
    AskedFor.DAY: _BOOKING | _HOURS,
    AskedFor.TIME: _BOOKING | _HOURS,
    AskedFor.NAME: _AT_WORK,
    AskedFor.CHECK: _BOOKING,
    AskedFor.NEW_TIME: _AT_WORK | _HOURS,
    AskedFor.PLACE_TO_FIND: _BOOKING,
    AskedFor.CLOSING: _HOURS,
    AskedFor.HOURS: _HOURS,
    AskedFor.PERIOD: _HOURS | {ActName.FIGURES},
}
_PARTING = frozenset({ActName.THANKS, ActName.FAREWELL})
_LOOKED_UP = frozenset(
    {ActName.DAY_LIST, ActName.WEEK, ActName.FIGURES, ActName.OPEN_QUESTIONS, ActName.POSTER, ActName.PRINT_DAY}
)
_ONLY_STOP = _OTHER_DEEDS - {ActName.STOP}


def may_answer(act: Act, asked: AskedFor, *, to_others: bool) -> bool:
    """Whether the words may be meant for what is asked; of words for others only «хватит» and «спасибо» are not."""
    if act.name not in _OTHER_DEEDS:
        return not (to_others and asked is AskedFor.QUESTION and act.name in _PARTING)
    if to_others and asked is AskedFor.YES_NO:  # the letter is shown, and its handler weighs what comes beside it
        return act.name is not ActName.STOP
    return act.name in (_ONLY_STOP if to_others else _ANSWERS.get(asked, _ONLY_STOP))


def is_of_prompt(act: Act, asked: AskedFor) -> bool:
    """Whether it is the very wish that the prompt reads: its own question is then the better answer."""
    return act.name in _ANSWERS.get(asked, frozenset())


def is_order_beside_answer(act: Act, asked: AskedFor, text: str) -> bool:
    """Whether a librarian who answers a citizen has ordered a list or figures, which are only shown."""
    return asked is AskedFor.ANSWER and act.name in _LOOKED_UP and is_order_of_librarian(text)
