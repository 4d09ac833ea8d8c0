"""What a short question asks of an answer that stands above it: «а сколько ждать?», «а без паспорта?», «куда идти»."""

import re
from dataclasses import dataclass

from bot.faq.search.restraint import is_thing
from bot.faq.side_patterns import PAPER, SIDES, Side, SideKind
from bot.russian.morphology import russian
from bot.russian.normalize import fold

LONGEST = 7  # words of a question that leans on an answer
_WORD = re.compile(r"[а-яa-z]+|\d+")
_POINTING = re.compile(r"\b(?:его|ее|их|он|она|оно|они|там|тут|вообще|примерно|сейчас|всего|обычно)\b ?")
_NEEDED = r"\b(?:с|со|без|нет|возьмите|нуж(?:ен|на|но|ны)|предъяв\w+|покаж\w+|достаточно|данные|вместо)\b"
_WITHOUT = re.compile(rf"\b(?:без|нет|нету|не взял\w*|забыл\w*)(?: у меня)? (?P<paper>{PAPER})\w*")
_LOST = re.compile(r"\b(?:потерял\w*|утерял\w*|украли|сгорел\w*|порвал\w*|испорти\w*)\b")  # has an answer of its own
_LED = re.compile(r"(?:ну |ой |так |вот )*(?:а|и|но|тогда|если|на|в|для|без)\b")
_DEED_PARTS = frozenset({"VERB", "INFN"})


@dataclass(frozen=True, slots=True)
class SideQuestion:
    """A short question: the side it names, if any, and its words besides."""

    side: Side | None
    words: tuple[str, ...]

    @property
    def names_anything(self) -> bool:
        """Whether a thing or a deed is named beside the side."""
        return any(map(is_thing, self.words))

    @property
    def things(self) -> tuple[str, ...]:
        """The things that are named: a verb, «сколько делают», is none, but an order is more than a question."""
        return tuple(word for word in self.words if is_thing(word) and not _only_says(word))


def asked_of(text: str) -> SideQuestion | None:
    """The question, where it is short enough to lean on an answer."""
    said = " ".join(fold(text).strip(" ?!.,").replace(",", " ").split())
    if not said or len(said.split()) > LONGEST:
        return None
    said = " ".join(_POINTING.sub("", said).split()) or said
    if (without := _WITHOUT.search(said)) and not _LOST.search(said):
        told = re.compile(rf"{_NEEDED}[^.]{{0,40}}\b{re.escape(without['paper'][:7])}")
        return SideQuestion(Side(SideKind.WITHOUT_PAPER, _WITHOUT, told), _besides(said, without))
    found = [(side, match) for side in SIDES if (match := side.asked.search(said))]
    return SideQuestion(found[0][0] if found else None, _besides(said, *(match for _, match in found)))


def asks_on(text: str) -> bool:
    """Whether words are led like those that go on from what was said: «а если», «и на сына», «на ремонт можно»."""
    return _LED.match(fold(text).strip()) is not None


def is_bare_side(text: str) -> bool:
    """Whether words ask one side of something that they do not name: «а сколько ждать», «куда идти»."""
    asked = asked_of(text)
    return asked is not None and asked.side is not None and not asked.names_anything


def _only_says(word: str) -> bool:
    first = russian().readings(word)[0]
    return not _DEED_PARTS.isdisjoint(first) and "impr" not in first


def _besides(said: str, *matches: re.Match[str]) -> tuple[str, ...]:
    """The words that none of the matches has."""
    spans = [match.span() for match in matches]
    words = _WORD.finditer(said)
    return tuple(word[0] for word in words if not any(start <= word.start() < end for start, end in spans))
