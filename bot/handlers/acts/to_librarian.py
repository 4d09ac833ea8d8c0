"""Plain words right after a librarian has asked or answered: whether they are meant for the librarian."""

from bot.dialog_state import TypedOptions
from bot.handlers.acts.wishes import COURTESY, SURE, wishes
from bot.screens.callback_data import unpack
from bot.screens.questions.actions import AddToQuestion
from bot.screens.questions.notices import ANSWER_LIBRARIAN
from bot.understanding.acts import STAFF_ACTS, ActName, Understood

_OTHER_THINGS = STAFF_ACTS | {
    *(ActName.BOOK, ActName.MOVE, ActName.CANCEL, ActName.MY_BOOKINGS, ActName.QUESTION_STATUS, ActName.SETTINGS),
    *(ActName.FORGET_ME, ActName.STOP, ActName.REPEAT),
}
_UNREAD = frozenset({ActName.UNREADABLE, ActName.OUT_OF_SCOPE})


def meant_for_librarian(understood: Understood, offer: TypedOptions) -> AddToQuestion | None:
    """The question they go on with; None where they are surely another thing or no librarian was the last to write.

    Asked something, a person answers: only what is surely another wish is none. After an answer only words that are
    not understood are for the librarian. All of it is shown before it goes.
    """
    for packed, label in offer.named:
        action = unpack(packed)
        if isinstance(action, AddToQuestion):
            is_asked = label.endswith(ANSWER_LIBRARIAN)
            return action if (_may_answer(understood) if is_asked else _is_unread(understood)) else None
    return None


def _may_answer(understood: Understood) -> bool:
    if understood.choice:
        return True
    first = next(iter(wishes(understood.acts)), None)
    if first is None or first.name in COURTESY:
        return first is None
    return first.name not in _OTHER_THINGS or first.confidence < SURE


def _is_unread(understood: Understood) -> bool:
    first = next(iter(understood.acts), None)
    return bool(understood.choice) or (first is not None and first.name in _UNREAD)
