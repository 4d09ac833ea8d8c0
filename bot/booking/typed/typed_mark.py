"""What a librarian types of a visit that stands before them: «пришла», «не беру», «ой пришёл всё-таки, распечатали»."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.russian.normalize import bare_words, fold

FindOutcome = Callable[[str], str | None]  # the id of the outcome that all of the words name


class SaidOfVisit(StrEnum):
    """What the words say of the visit, where they name no outcome."""

    CAME = "came"
    MISSED = "missed"
    TAKEN = "taken"
    GIVEN_BACK = "given_back"


_FILLED = (
    r"(?:ой|ну|вот|да|а|и|но|нет|уже|так|все таки|все же|таки|она|он|они|наконец|сама?|сейчас|только что"
    r"|извини(?:те)?|я)"
)
_WHOM = r"(?: (?:его|ее|этого|эту|этот|посетителя|человека|запись|визит|это|на себя|я|сама?))*"
_DEED = (
    r"(?:при(?:шел|шла|шли|шло|ходил[аи]?)|яви(?:лся|лась|лись)|подо?ш(?:ел|ла|ли)|до(?:шел|шла|шли)|приеха(?:л|ла|ли))"
)
_TOLD = {
    SaidOfVisit.MISSED: re.compile(rf"(?:так и )?не {_DEED}|неявка|не было(?: его| ее| их)?"),
    SaidOfVisit.CAME: re.compile(rf"{_DEED}|здесь|тут|на месте"),
    SaidOfVisit.GIVEN_BACK: re.compile(
        rf"(?:больше |уже )?не (?:беру|приму|принимаю|возьму){_WHOM}|отда(?:ю|м|ть)(?: коллеге)?{_WHOM}"
        rf"|передумала? (?:принимать|брать){_WHOM}"
    ),
    SaidOfVisit.TAKEN: re.compile(rf"(?:беру|возьму|взять|взяла?|приму|принимаю){_WHOM}"),
}
_AROUND = re.compile(rf"^(?:{_FILLED} )+|(?: {_FILLED})+$")
_INSTEAD = re.compile(r"^(?:ой )?не (?P<wrong>.+?),? а (?P<right>.+)$")
_PIECES = re.compile(r"[,.;!\n]+|\s(?:и|потом)\s")


@dataclass(frozen=True, slots=True)
class TypedMark:
    """Everything that the words say; more than one thing is for the screen to ask about."""

    told: frozenset[SaidOfVisit] = frozenset()
    outcomes: tuple[str, ...] = ()


def read_mark(text: str, find_outcome: FindOutcome) -> TypedMark | None:
    """What became of the visit, or who receives it, where all the words tell of that; None for others."""
    if "?" in text:
        return None
    instead = _INSTEAD.match(fold(text).strip(" .!"))
    if instead and _read(instead["wrong"], find_outcome):
        return _read(instead["right"], find_outcome)
    return _read(fold(text), find_outcome)


def _read(folded: str, find_outcome: FindOutcome) -> TypedMark | None:
    told, outcomes = set[SaidOfVisit](), list[str]()
    for piece in filter(None, map(bare_words, _PIECES.split(folded))):
        said = _AROUND.sub("", piece)
        meant = next((one for one, pattern in _TOLD.items() if pattern.fullmatch(said)), None)
        if meant:
            told.add(meant)
        elif outcome := find_outcome(said):
            outcomes.append(outcome)
        elif not re.fullmatch(_FILLED, said):
            return None
    return TypedMark(frozenset(told), tuple(dict.fromkeys(outcomes))) if told or outcomes else None
