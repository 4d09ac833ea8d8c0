"""What a librarian tells at any moment of people helped: «вчера приходили трое: двое паспорт, один пенсия»."""

import re
from dataclasses import dataclass
from datetime import date

from bot.booking.consultation_log.said_day import SaidDay, said_day
from bot.booking.consultation_log.typed_people import (
    FindOutcome,
    FindTopic,
    TypedPeople,
    numbers_in,
    read_people,
)
from bot.russian.normalize import fold

_PAST = re.compile(
    r"\b(?:приш(?:ел|ла|ло|ли)\b|приходил|зашел\b|зашл[аои]\b|заходил|обратил|принял[аи]?\b|помог|проконсультировал"
    r"|был[аои]?\b)"
)
_HELP = re.compile(r"\b(?:консультаци|посещени|без записи\b|по телефону\b)")
_PEOPLE = re.compile(r"\b(?:человек|чел\b|людей\b|посетител)")
_ORDER = re.compile(r"^(?:запиши|запишите|записать)\b")  # of a booking as well as of the log
_SOMEBODY = re.compile(
    r"\b(?:человек|мужчин|женщин|бабушк|дедушк|девушк|пенсионер|посетител|без записи\b|консультаци|помог|принял[аи]?\b)"
)
_ASKED = re.compile(r"\?|^(?:сколько|кто|как|что|где|когда|почему|можно|если)\b")
_COUNTED = re.compile(r"\b(?:двое|трое|четверо|пятеро|шестеро|семеро|восьмеро|девятеро)\b|[x×х*] ?[0-9]|[0-9] ?[x×*]")
_LISTED = 2  # topics with a number each


@dataclass(frozen=True, slots=True)
class ToldPeople:
    """The day that was said, where one was, the words about the people, and what was read of them."""

    said: SaidDay | None
    words: str
    people: TypedPeople


def read_told(text: str, today: date, find_topic: FindTopic, find_outcome: FindOutcome) -> ToldPeople | None:
    """The people of whom all the words tell; None where a word is left over or the words tell of something else."""
    folded = fold(text).strip()
    if _ASKED.search(folded):
        return None
    said, words = said_day(folded, today)
    if said is not None and said.is_unclear:
        return None
    people = read_people(words, find_topic, find_outcome)
    is_read = not people.unknown and bool(people.helped or people.total is not None)
    is_of_people = numbers_in(words) or _SOMEBODY.search(words)
    if not is_read or not is_of_people or not _is_deed(words, people, said, today):
        return None
    return ToldPeople(said, words, people)


def _is_deed(words: str, people: TypedPeople, said: SaidDay | None, today: date) -> bool:
    """Whether they tell of help given: of a day to come only a past deed does, and no wish for a booking."""
    if said is not None and said.day is not None and said.day > today:
        return _PAST.search(words) is not None
    if _PAST.search(words) or _HELP.search(words) or (people.helped and _COUNTED.search(words)):
        return True
    is_named = len(people.helped) >= _LISTED or bool(people.helped and (said is not None or _PEOPLE.search(words)))
    return not _ORDER.search(words) and (is_named or (people.total is not None and bool(_PEOPLE.search(words))))


def is_half_read(text: str, today: date, find_topic: FindTopic, find_outcome: FindOutcome) -> bool:
    """Whether words that are not read whole count more than once, so that one number would leave another out."""
    _, words = said_day(fold(text).strip(), today)
    people = read_people(words, find_topic, find_outcome)
    return len(numbers_in(words)) > 1 or (bool(people.helped) and bool(people.unknown) and bool(numbers_in(words)))
