"""Which of the acts that were understood are wishes to be served, with what the talk lacks in mind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.handlers.acts.replies_to_prompts import BOOKING
from bot.privacy import masking
from bot.understanding.acts import HEARTFELT, Act, ActName, SpeakerRole
from bot.understanding.turns import Turns

SURE = 0.8  # beside a form: below it the words are the form's
COURTESY = HEARTFELT | {ActName.GREETING, ActName.THANKS, ActName.FAREWELL, ActName.ABUSE}
QUESTIONS = frozenset({ActName.FAQ, ActName.FOLLOW_UP})
_TAKE_QUESTIONS = frozenset({ActName.ASK_LIBRARIAN, ActName.OTHER_LANGUAGE})  # what is asked beside them is theirs
_MET_BEFORE = frozenset({ActName.DANGER, ActName.CRISIS})  # DangerGuard has answered them
_OF_A_VISIT = frozenset({ActName.MOVE, ActName.CANCEL, ActName.LATE, ActName.CONFIRM_COMING})  # nobody without one
_ERASES = re.compile(r"ст[её]р|стир|удал|забу|забыт|сотр|очист|уничтож|убер|убра|данн|обо мне|про меня", re.IGNORECASE)
NO_WISH = COURTESY | {
    *(ActName.YES, ActName.NO, ActName.CHOOSE, ActName.UNREADABLE, ActName.OUT_OF_SCOPE, ActName.OTHER_LANGUAGE),
}


def without_visit(turns: Turns) -> frozenset[ActName]:
    """What nobody means who is not booked; «что у меня завтра» of a librarian is her day then."""
    if turns.own:
        return frozenset()
    return _OF_A_VISIT if turns.role is SpeakerRole.CITIZEN else _OF_A_VISIT | {ActName.MY_BOOKINGS}


def without_erasing(text: str) -> frozenset[ActName]:
    """Nobody means to be erased who names no erasing: «смотрите» below a file."""
    return frozenset() if _ERASES.search(text) else frozenset({ActName.FORGET_ME})


def may_be(acts: Sequence[Act], turns: Turns) -> tuple[Act, ...]:
    """Beside a form no wish about a visit that nobody has; a time beside a suspended booking begins no other."""
    unlikely = (
        frozenset({ActName.MY_BOOKINGS, *_OF_A_VISIT}) if turns.asked in BOOKING and not turns.own else frozenset()
    )
    if turns.suspended and acts and acts[0].name is ActName.BOOK and acts[0].confidence < SURE:
        unlikely |= {ActName.BOOK}
    return tuple(masked(act) for act in acts if act.name not in unlikely) or (Act(ActName.FAQ),)


def wishes(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Without what was met before; a greeting inside a request is no wish of its own."""
    left = [act for act in acts if act.name not in _MET_BEFORE]
    if answers := [act for act in left if act.name is ActName.ANSWER_QUESTION]:  # what follows is the answer
        return (next((act for act in answers if act.slots.n), answers[0]),)
    if any(act.name in _TAKE_QUESTIONS for act in left):
        left = [act for act in left if act.name not in {*QUESTIONS, ActName.OUT_OF_SCOPE}]
    if any(act.name in QUESTIONS for act in left):  # «живу в деревне, как подтвердить» asks for no library
        left = [act for act in left if act.name is not ActName.PLACE or act.slots.place or act.slots.centre]
    return tuple(act for act in left if act.name not in COURTESY) or tuple(left[:1])


def masked(act: Act) -> Act:
    """Words that are handed on to others carry no secret."""
    text = act.slots.text
    return replace(act, slots=replace(act.slots, text=masking.mask(text))) if text else act
