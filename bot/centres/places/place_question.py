"""«телефон библиотеки в Печорах»: what is asked of the directory; every word of it must be understood."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.centres.centre import CentreKind
from bot.centres.places.place import Match
from bot.centres.places.place_question_words import ACCOUNT, BESIDE, BOT, LIBRARY, MFC, SAID_ADDRESS, SMALL, WORDS
from bot.centres.places.place_words import instead_of, names_street, readings, street_name_at, telling, without_region
from bot.centres.places.unknown_names import unknown_names, unknown_villages
from bot.russian.sounding import sounding

_LONGEST = 14  # words
_SLIP_FROM = 6  # letters of a word in which one may be wrong
_STREET_WORDS = 3  # of the name of a street
_OFFICE = "мои документы"


class Want(StrEnum):
    """What a person wants to know of a centre."""

    NEAREST = "nearest"
    ADDRESS = "address"
    HOURS = "hours"
    PHONE = "phone"
    WAY = "way"
    CONFIRM = "confirm"  # where an account is confirmed


@dataclass(frozen=True, slots=True)
class DirectoryQuestion:
    """A question to the directory: what is wanted, of which centres; `kind` is None where any will do."""

    match: Match
    wants: tuple[Want, ...] = (Want.NEAREST,)
    kind: CentreKind | None = None
    unknown: tuple[str, ...] = ()  # names beside the place that are of none we know: «родовое», «рынка»

    @property
    def is_bare(self) -> bool:
        """Whether a place alone was named, and nothing is asked of it."""
        return self.wants == (Want.NEAREST,) and self.kind is None


def read_place_question(text: str, find_places: Callable[[str], Match]) -> DirectoryQuestion | None:
    """The question, or None where a word of it speaks of something else."""
    corrected = instead_of(text)
    return (_question(corrected, find_places) if corrected else None) or _question(text, find_places)


def _question(text: str, find_places: Callable[[str], Match]) -> DirectoryQuestion | None:
    match = find_places(text)
    shown = text.casefold().replace(_OFFICE, "мфц")
    read = (_read(words, match) for words in readings(shown) if len(words) <= _LONGEST)
    return next((question for question in read if question), None)


def _read(words: tuple[str, ...], match: Match) -> DirectoryQuestion | None:
    if match.guessed and any(_meanings(word) for word in match.named_by):
        match = Match()  # «неделя» is no «Невель»
    if words and match == Match() and not without_region(words):
        return DirectoryQuestion(match)  # «Псковская область»: where in it?
    words = words if match.elsewhere else without_region(words)
    told = {word: _meanings(word) for word in _asking(words, match)}
    unread = frozenset(word for word, meanings in told.items() if not meanings and _tells(word))
    unknown = _unknown(words, unread, match)
    if not words or (unread and not unknown):
        return None
    if not match.places and set(words) - set(told) and names_street(words) and len(words) <= _STREET_WORDS + 1:
        return DirectoryQuestion(Match(by_street=True))  # «улица Ленина»: in which town?
    meant = frozenset(meaning for meanings in told.values() for meaning in meanings)
    question = DirectoryQuestion(match, _wants(meant), _kind(meant), unknown)
    return question if _is_whole(question, meant) else None


def _unknown(words: tuple[str, ...], unread: frozenset[str], match: Match) -> tuple[str, ...]:
    """Names beside the place that was found; where none was, villages: «деревня Гнилки» is asked for its district."""
    if match == Match():
        return unknown_villages(words, unread)
    return unknown_names(words, unread, match.named_by) if match.only and not match.guessed else ()


def _is_whole(question: DirectoryQuestion, meant: frozenset[str]) -> bool:
    """Whether it is a question to the directory, and not about an account or a road."""
    if ACCOUNT in meant and Want.CONFIRM not in meant:
        return False
    if question.match.elsewhere or (question.unknown and not question.match.places):
        return True
    return _is_one(question) if question.match.places else _can_lack_place(question, meant)


def _asking(words: tuple[str, ...], match: Match) -> Iterator[str]:
    """The words that do not name the place: neither its name, nor the street and the house beside it."""
    street = street_name_at(words)
    for at, word in enumerate(words):
        is_street = street is not None and street <= at < street + _STREET_WORDS and not _meanings(word)
        if word not in match.named_by and not is_street and not (word.isdigit() and match.places):
            yield word


def _is_one(question: DirectoryQuestion) -> bool:
    """«расписание автобуса Псков Гдов» asks about a road between two places."""
    return question.is_bare or len({place.name for place in question.match.places}) == 1


def _can_lack_place(question: DirectoryQuestion, meant: frozenset[str]) -> bool:
    """Whether the question is so plainly one to the directory that the place can be asked back."""
    asks = question.wants != (Want.NEAREST,)
    if not meant.isdisjoint({LIBRARY, MFC}):
        return asks or not meant.isdisjoint({Want.NEAREST, BESIDE})
    return BESIDE in meant if not meant.isdisjoint({Want.NEAREST, Want.CONFIRM}) else BOT in meant and asks


def _wants(meant: frozenset[str]) -> tuple[Want, ...]:
    if Want.CONFIRM in meant:
        return (Want.CONFIRM,)
    if meant >= {Want.NEAREST, Want.ADDRESS} and meant.isdisjoint({LIBRARY, MFC}):
        return (Want.NEAREST,)  # «где у вас помогают»
    told = [want for want in Want if want in meant and want is not Want.NEAREST]
    is_said = SAID_ADDRESS in meant or len(told) == 1  # «где и до скольки» asks for the hours
    return tuple(want for want in told if want is not Want.ADDRESS or is_said) or (Want.NEAREST,)


def _kind(meant: frozenset[str]) -> CentreKind | None:
    if MFC in meant:
        return CentreKind.MFC
    return CentreKind.LIBRARY if LIBRARY in meant else None


def _tells(word: str) -> bool:
    return bool(telling((word,))) or word.isdigit()


@lru_cache(maxsize=4096)
def _meanings(word: str) -> frozenset[str]:
    """What a word means here, also with one slip or written as it is heard."""
    exact = frozenset(meaning for meaning, words in _TABLE.items() if word in words)
    if exact or len(word) < _SLIP_FROM:
        return exact
    telling_lines = ((meaning, words) for meaning, words in _TABLE.items() if meaning != SMALL)
    return frozenset(meaning for meaning, words in telling_lines if any(_is_near(word, known) for known in words))


def _is_near(word: str, known: str) -> bool:
    if len(known) < _SLIP_FROM:
        return False
    return sounding(word) == sounding(known) or OSA.distance(word, known, score_cutoff=1) <= 1


_TABLE: Mapping[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in WORDS.items()}
