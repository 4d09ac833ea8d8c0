"""What a piece of a message says beside its wish: places, times, persons, topics, numbers and codes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.booking.visit_code import read_code
from bot.centres.places.place import Match
from bot.region.topics import Topic
from bot.russian.morphology import russian
from bot.russian.time.grammar.tokens import Token
from bot.understanding.extractors.people import named_person, person_for_whom
from bot.understanding.extractors.time_parts import may_name_time, names_day_or_hour, time_words
from bot.understanding.extractors.times import SpokenTime, said_times
from bot.understanding.extractors.topic_words import topic_in

_RUSSIAN = re.compile("[а-яА-ЯёЁ]")
_WORD = re.compile(r"[а-яa-z]+|[0-9]+")
_CODE = re.compile(
    r"(?<![\w-])(?=[а-яёa-z]*[0-9])(?=[0-9]*[а-яёa-z])[0-9авекмнорстухabekmhopctyx]{4}(?![\w-])", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<![\w:.])[+№]?\s?([0-9]{1,4})(?![\w:.]*[0-9])")
_LOOKALIKES = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")
_BOOKS = frozenset(("запишите", "запиши", "записать", "запишем", "запишете"))
_OF_WHOM = ("ову", "еву", "ину", "ыну", "ова", "ева", "ина")
_WINDOW = 4  # words on either side of a name of a place
_BEFORE_PLACE = frozenset(
    """
    в во из под около возле на до к у с г город городе города деревня деревне деревни село селе поселок поселке
    """.split()  # noqa: SIM905 - reads better
)

_AROUND_PLACE = _BEFORE_PLACE | frozenset("я мы живу живем я а ну нет район района области обл рядом ближе".split())  # noqa: SIM905 - reads better

FindPlace = Callable[[str], Match]


@dataclass(frozen=True)
class Gazetteer:
    """What the region knows of its places."""

    words: frozenset[str]  # the names of places in all their forms
    find: FindPlace


class Evidence:
    """Extractors over one text; each is run once, and only when asked."""

    def __init__(
        self,
        text: str,
        now: datetime,
        places: Gazetteer,
        cleaned: Sequence[str] = (),
        topics: Sequence[Topic] = (),
    ) -> None:
        """`cleaned` are the words with their slips mended; they stand for a text on the wrong keys altogether."""
        self.text = text if _RUSSIAN.search(text) or not cleaned else " ".join(cleaned)
        self._now, self._places, self._topics = now, places, topics
        self.folded = self.text.casefold().replace("ё", "е")
        self.words = tuple(_WORD.findall(self.folded))
        self._cleaned = tuple(cleaned) or self.words

    @cached_property
    def _tokens(self) -> Sequence[Token]:
        return time_words(self.text)

    @cached_property
    def tags(self) -> frozenset[str]:
        """Which kinds of things are named at all, cheaply: what the weighing learns from."""
        return frozenset(tags_of(self.text, self._cleaned, self.place_words, self._tokens))

    @property
    def place_words(self) -> frozenset[str]:
        """The words of the text that may name a place."""
        return self._places.words.intersection(self._cleaned) - self.booked_surnames

    @cached_property
    def booked_surnames(self) -> frozenset[str]:
        """Surnames of those who are to be booked, «запишите Иванову», whatever village has that name."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return frozenset(word for led, word in pairs if led in _BOOKS and _is_surname_of_whom(word))

    @property
    def is_bare_place(self) -> bool:
        """Whether a place is named, and nothing is said beside it."""
        rest = [word for word in self._cleaned if word not in self._places.words and word not in _AROUND_PLACE]
        return bool(self.place_words) and not rest

    @cached_property
    def place(self) -> Match:
        """The place that is named exactly."""
        words = self._cleaned
        at = [number for number, word in enumerate(words) if word in self.place_words]
        if not at:
            return Match()
        led = [number for number in at if number and words[number - 1] in _BEFORE_PLACE]
        first, last = (led or at)[0], (led or at)[-1]
        window = words[max(first - 1, 0) : last + 2] if len(words) > _WINDOW else words
        match = self._places.find(" ".join(window))
        if match.guessed or (self._is_mended(match) and self._places.find(self.text).places != match.places):
            return Match()  # «Жуково» is no «Луки», whatever the spelling is mended to
        return match

    def _is_mended(self, match: Match) -> bool:
        """Whether a word that names the place was typed otherwise."""
        return not match.named_by.issubset(self.words)

    @cached_property
    def guessed_place(self) -> Match:
        """The place that is named, a mistyped one too: asked only where a place is awaited."""
        return self.place if self.place.places else self._places.find(self.text)

    @cached_property
    def times(self) -> tuple[SpokenTime, ...]:
        """Every time that is named."""
        return said_times(self.text, self._now) if any(map(may_name_time, self._tokens)) else ()

    @cached_property
    def topic(self) -> tuple[str, frozenset[str]] | None:
        """The topic of a consultation, with the words that name it."""
        return topic_in(self.text, self._topics)

    @cached_property
    def for_whom(self) -> str | None:
        """The person for whom it is wanted."""
        return person_for_whom(self.text, russian().lemmas)

    @cached_property
    def name(self) -> str | None:
        """The name of a person."""
        found = named_person(self.text, russian(), self._places.words - self.booked_surnames)
        if self.booked_surnames and (found is None or " " not in found):
            return _in_nominative(next(word for word in self.words if word in self.booked_surnames))
        return found

    @cached_property
    def code(self) -> str | None:
        """The code of a visit."""
        found = _CODE.search(self.text)
        if found is None:
            return None
        return read_code(found[0]) or found[0].upper().translate(_LOOKALIKES)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The whole numbers in figures."""
        return tuple(int(found[1]) for found in _NUMBER.finditer(self.folded))


def _is_surname_of_whom(word: str) -> bool:
    """Whether it is a surname in the accusative: «Иванову», not «Иваново»."""
    return word.endswith(_OF_WHOM) and russian().is_surname(word)


def _in_nominative(surname: str) -> str:
    """«Иванову» is «Иванова», «Иванова» is «Иванов»: the one who is booked stands in the accusative."""
    stem = surname[:-1]
    return (f"{stem}а" if surname.endswith("у") else stem).capitalize()


def tags_of(text: str, words: Sequence[str], place_words: frozenset[str], tokens: Sequence[Token]) -> list[str]:
    """Kinds of things a text names, as features: «#place», «#time», «#code», «#number»."""
    found = ["#place"] if not place_words.isdisjoint(words) else []
    if found and len(words) <= 2:
        found.append("#place alone")
    if any(map(names_day_or_hour, tokens)):
        found.append("#time")
    if _CODE.search(text):
        found.append("#code")
    if any(word.isdigit() for word in words):
        found.append("#number")
    if len(words) == 1:
        found.append("#one word")
    if "?" in text:
        found.append("#asks")
    return found
