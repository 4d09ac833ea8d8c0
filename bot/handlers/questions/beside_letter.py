"""Whether what is written while a letter is shown belongs to the letter, or is meant for the bot by itself."""

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.faq.search.restraint import has_thing
from bot.faq.search.search import Decision, SearchReading
from bot.understanding.acts import STAFF_ACTS, Act, ActName

_ADDING = re.compile(
    r"(?:и |а |ну |ой |ах |да )*(?:ещ[её]\b|также\b|тоже\b|вот\b|кстати\b|забыл|допиш|добав|напишите|"
    r"скажите (?:ей|ему|им)\b|(?:это )?(?:я )?(?:про|насч[её]т|по поводу) |(?:это|он|она|они|ему|ей|им|его|е[её]|их) |"
    r"то есть\b|вернее\b|точнее\b|в смысле\b|просто\b|потому\b|ведь\b|а именно\b|имею в виду\b|уточн|поясн|"
    r"p\.? ?s\b|пс\b)",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"(?:и |а |ну |ой,? |ах,? )*(?:ещ[её] )?(?:забыл[аи]? (?:добавить|сказать|написать|дописать|указать|упомянуть)"
    r"|допиши(?:те)?|добавьте?|добавлю|допишу)\b",
    re.IGNORECASE,
)
_LED_BY_AND = re.compile(r"и\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?:а|и|но)(?:\s+[\w-]+){1,4}\W*$", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|(?:^|[,.;!] |\b(?:а|и|но|ну|ой|лучше|подскажите|скажите|пожалуйста|здравствуйте|простите|извините) )"
    r"(?:как|где|куда|когда|сколько|почему|зачем|что|чем|кто|какой|какая|какие|каком|можно|нужно|надо|есть ли|"
    r"до скольки|во сколько|расскажите|объясните)\b",
    re.IGNORECASE,
)
_TO_A_PERSON = re.compile(r"\b(?:вы|вас|вам|вами|ваш\w*)\b", re.IGNORECASE)  # «когда вы открыты?»
_SURE = 0.8
_FOR_LIBRARIAN = frozenset({ActName.ASK_LIBRARIAN, ActName.CALL_ME, ActName.ANSWER_QUESTION})
_COURTESY = frozenset({ActName.THANKS, ActName.GREETING, ActName.FAREWELL})
_QUESTIONS = frozenset({ActName.FAQ, ActName.FOLLOW_UP})
_DECIDED = frozenset({ActName.YES, ActName.NO})
# Told of oneself to a librarian as often as to the bot.
_TOLD_TO_BOTH = frozenset({ActName.CONFIRM_COMING, ActName.OTHER_LIBRARY_SERVICE, ActName.NOT_HELPED})
_FOR_BOT = STAFF_ACTS | {
    *(ActName.BOOK, ActName.MOVE, ActName.CANCEL, ActName.LATE, ActName.MY_BOOKINGS, ActName.WAIT_LIST),
    *(ActName.QUESTION_STATUS, ActName.SETTINGS, ActName.FORGET_ME, ActName.WHO_ARE_YOU, ActName.STOP),
}


class Belongs(StrEnum):
    """Where words belong that are written while a letter is shown."""

    ADDED = "added"  # to the letter
    APART = "apart"  # served by themselves; the letter is kept
    UNSURE = "unsure"  # the person is asked
    REPEATED = "repeated"  # nowhere: the letter is shown again


def belongs(text: str, acts: Sequence[Act], choice: Sequence[Act], found: SearchReading, letter: str | None) -> Belongs:
    """Where the words belong; `found` is what the FAQ has for them, `letter` its nearest article for the letter."""
    if acts and acts[0].name is ActName.REPEAT and not choice:
        return Belongs.REPEATED
    if _SAYS_SO.match(text):
        return Belongs.ADDED
    if choice and _LEADS_ON.match(text) and choice[0].name not in {ActName.PLACE, *_QUESTIONS}:
        return Belongs.ADDED  # «а с ребёнком можно?» is near to nothing at all
    each = {_of_act(act, text, found, letter) for act in (choice or acts)}
    if len(each) > 1 or (choice and each != {Belongs.ADDED}):
        together = Belongs.UNSURE
    else:
        together = each.pop() if each else Belongs.ADDED
    if not _ADDING.match(text) or together is Belongs.ADDED:
        return together
    is_only_asked = all(act.name in _QUESTIONS | {ActName.PLACE} for act in acts)
    return Belongs.ADDED if is_only_asked or choice else Belongs.UNSURE


def _of_act(act: Act, text: str, found: SearchReading, letter: str | None) -> Belongs:
    if act.name in _COURTESY | _DECIDED:
        return Belongs.APART
    if act.name in _QUESTIONS:
        return _of_question(text, found, letter)
    if act.name is ActName.PLACE:
        return _of_place(act, text)
    if act.name in _TOLD_TO_BOTH and act.confidence >= _SURE:
        return Belongs.UNSURE
    if act.name not in _FOR_BOT or act.name in _FOR_LIBRARIAN:
        return Belongs.ADDED
    return Belongs.APART if act.confidence >= _SURE else Belongs.UNSURE


def _of_question(text: str, found: SearchReading, letter: str | None) -> Belongs:
    """A question of its own thing that the FAQ is sure of; one of the letter's own subject may be a part of it."""
    is_found = found.decision in {Decision.ANSWER, Decision.LIKELY}
    if not is_found or not has_thing(found.words):
        return Belongs.ADDED
    is_sure = found.decision is Decision.ANSWER and bool(_ASKS.search(text)) and found.hits[0].article != letter
    may_be_letters = _LED_BY_AND.match(text) or _TO_A_PERSON.search(text)
    return Belongs.APART if is_sure and not may_be_letters else Belongs.UNSURE


def _of_place(act: Act, text: str) -> Belongs:
    """«где МФЦ в Порхове» is looked up; «а вы сегодня работаете?» may be asked of the librarian too."""
    is_named = act.slots.place is not None or act.slots.centre is not None
    if is_named and _ASKS.search(text):
        return Belongs.APART
    may_be_asked = _ASKS.search(text) and not _LED_BY_AND.match(text)
    return Belongs.UNSURE if is_named or may_be_asked else Belongs.ADDED
