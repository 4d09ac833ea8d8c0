"""Clauses of a typed text: the words between two signs, and what they speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.russian.morphology import russian
from bot.russian.time.grammar.around import FOREWORD
from bot.russian.time.grammar.kinds import CLOSING, PARTING, TELLING
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.reading import names_time

DAYS = frozenset(("REL", "WD", "MONTHG", "MONTHA", "ORD", "ORDW", "DATE", "DOTD", "CHISLO", "WEEK", "WEEKA", "OFFS"))
_COUNTS = frozenset(("N0", "N9", "N59", "NX"))
_NAMES_EVENT = frozenset(("WEEKA", "MONTHW", "YEARW"))
_BEFORE_HOUR = frozenset(("V", "TOWARD", "TO", "AFTER", "BEFORE", "FROM", "THROUGH", "DASH", "BETWEEN", *_COUNTS))
_OF_STORIES = frozenset(("REL", "WD", "NIGHT", "MORNING", "EVENING", "AFTERNOON", "WEEK", "WEEKA"))
_PARTS_OF_DAY = frozenset(("NIGHT", "MORNING", "EVENING", "AFTERNOON"))
_UNITS = ("час", "часа", "часов", "день", "дня", "дней", "число", "числа", "минут", "неделя", "месяц", "года", "лет")


@dataclass(frozen=True, slots=True)
class ToldWords:
    """The words up to a sign, the sign before them included."""

    tokens: tuple[Token, ...]

    @property
    def has_time(self) -> bool:
        """Whether a time is named in it, besides what counts or names something: «две библиотеки», «неделя книги»."""
        return any(names_time(token) and at not in self.idle for at, token in enumerate(self.tokens))

    @property
    def names_days(self) -> bool:
        """Whether a day is named in it, and no hour alone."""
        return any(token.kind in DAYS for token in self.tokens)

    @property
    def idle(self) -> frozenset[int]:
        """Places in it of numbers and units that speak of no time."""
        return frozenset(at for at in range(len(self.tokens)) if _is_idle(self.tokens, at))

    @property
    def closes(self) -> bool:
        """Whether it says that something is closed, or open."""
        return any(token.kind in TELLING for token in self.tokens)

    @property
    def shuts(self) -> bool:
        """Whether it says that something is closed."""
        return any(token.kind in CLOSING for token in self.tokens)

    @property
    def is_heading(self) -> bool:
        """«Прошу внести в график:»: asks to note what follows, or tells that it does; names no time itself."""
        ends = bool(self.tokens) and self.tokens[-1].kind == "COLON"
        return ends and not self.has_time and any(token.text in FOREWORD for token in self.unknown)

    @property
    def is_story(self) -> bool:
        """«вчера ночью затопило подвал»: of what has been, and of nothing that is closed."""
        kinds = {token.kind for token in self.tokens if names_time(token)}
        is_past = any(_is_past(token.text) for token in self.unknown)
        is_ahead = any(token.kind == "REL" and token.value > 0 for token in self.tokens)
        return is_past and not (self.closes or is_ahead) and kinds <= _OF_STORIES

    @property
    def is_deed_of_day(self) -> bool:
        """«утром котёл чинят»: what else is done in a part of the day."""
        kinds = {token.kind for token in self.tokens if names_time(token)}
        does = any("VERB" in russian().readings(token.text)[0] for token in self.unknown)
        return does and not self.closes and kinds <= _PARTS_OF_DAY

    @property
    def names_hour(self) -> bool:
        """«с двух», «до 14:30»."""
        return any(
            after.kind in {"N9", "N59", "CLOCK"} and before.kind in {"FROM", "TO", "V", "TOWARD"}
            for before, after in pairwise(self.tokens)
        )

    @property
    def unknown(self) -> list[Token]:
        """Its words of which nothing is known."""
        return [token for token in self.tokens if token.kind == UNKNOWN]


def told_clauses(tokens: Sequence[Token]) -> Iterator[ToldWords]:
    """The clauses in their order, each with the sign before it; a colon ends a heading, and goes before a reason."""
    clause: list[Token] = []
    for at, token in enumerate(tokens):
        if clause and (token.kind in PARTING or (token.kind == "DASH" and _begins_reason(clause, tokens[at + 1 :]))):
            yield ToldWords(tuple(clause))
            clause = []
        clause.append(token)
        if token.kind == "COLON" and (not ToldWords(tuple(clause)).has_time or _tells_no_time(tokens[at + 1 :])):
            yield ToldWords(tuple(clause))
            clause = []
    yield ToldWords(tuple(clause))


def without_stories(tokens: Sequence[Token]) -> list[Token]:
    """The other clauses, where one of them says for itself what is closed, and when.

    «вчера затопило подвал, завтра закрыто»: of yesterday nothing is to be closed.
    """
    clauses = list(told_clauses(tokens))
    if not any(clause.closes and clause.names_days for clause in clauses):
        return list(tokens)
    has_hour = any(clause.closes and clause.names_hour for clause in clauses)
    kept = [one for one in clauses if not (one.has_time and (one.is_story or (has_hour and one.is_deed_of_day)))]
    return [replace(token, at=at) for at, token in enumerate(token for clause in kept for token in clause.tokens)]


def _tells_no_time(tokens: Sequence[Token]) -> bool:
    """Whether the clause that begins there names none: «закрыто 9-го: красят полы»."""
    end = next((at for at, token in enumerate(tokens) if token.kind in PARTING), len(tokens))
    return not ToldWords(tuple(tokens[:end])).has_time


def _begins_reason(clause: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """«не принимаем – переезд в новый зал»: what closes goes before the dash, and no time after it."""
    before = ToldWords(tuple(clause))
    end = next((at for at, token in enumerate(tokens) if token.kind in PARTING), len(tokens))
    after = ToldWords(tuple(tokens[:end]))
    return before.shuts and before.has_time and bool(after.unknown) and not (after.has_time or after.closes)


def _is_idle(tokens: Sequence[Token], at: int) -> bool:
    """«три мастера придут», «неделя безопасности»: counted, or the name of an event."""
    before, after = (tokens[at - 1].kind if at else ""), tokens[at + 1 : at + 2]
    if not after or after[0].kind != UNKNOWN:
        return False
    said = frozenset().union(*russian().readings(after[0].text))
    if tokens[at].kind in _NAMES_EVENT:
        return "gent" in said and (not before or before in PARTING or before == "DASH")
    is_thing = "NOUN" in said and bool(said & {"gent", "plur"}) and not _is_near_a_unit(after[0].text)
    return tokens[at].kind in _COUNTS and before not in _BEFORE_HOUR and is_thing


def _is_past(word: str) -> bool:
    return {"VERB", "past"} <= russian().readings(word)[0]


def _is_near_a_unit(word: str) -> bool:
    return any(OSA.distance(word, unit, score_cutoff=1) <= 1 for unit in _UNITS)
