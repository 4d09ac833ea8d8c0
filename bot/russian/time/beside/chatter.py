"""What is said beside the time of a visit and cannot carry one: «внучка привезет», «с паспортом».

Only where a preview follows. In a clause that names no time every word of the dictionary that tells nothing of time
may go; beside a time only what tells of the visit. A second clause with a time and other words is kept: it may be
somebody's own time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.russian.morphology import russian
from bot.russian.time.beside import plain_words
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.reading import names_time

_PARTING = frozenset(("COMMA", "SEMI", "BUT"))
_LEADERS = frozenset(("V", "NA", "TOWARD", "ZA", "FROM", "THROUGH"))
_NUMBERS = frozenset(("N0", "N9", "N59", "NX"))
_ORDINALS = frozenset(("ORD", "ORDW"))
_BEFORE_HOUR = frozenset(("V", "TOWARD", "TO", "AFTER", "BEFORE", "FROM", "NA", "DASH"))
# What stands after these is a limit, an exception or a name of days.
_BINDING = frozenset((
    *("AFTER", "BEFORE", "TO", "BETWEEN", "EXCEPT", "WITHOUT", "IN", "ONLY", "OR", "INSTEAD", "CANNOT", "TOO"),
    *("THIS", "NEXT", "THAT", "EACH", "ANY", "OTHER", "LAST", "PENULT", "PREV", "PREPREV", "NEAREST", "WHOLE"),
    *("WEEK", "WEEKA", "MONTHW", "QUARTER", "SEASON", "HALFYEAR", "YEARW", "OFFS", "HOLIDAYS", "DAYG", "HOUR"),
    *("MINUTE", "HALF", "HALFOF", "CHETVERT", "BEGIN", "MID", "END", "COUPLE", "ONEHALF"),
))  # fmt: skip
# In a clause without a time they are of somebody's work: «я работаю», «у нас перерыв».
_OF_WORK = frozenset(("LUNCH", "OPENS", "CLOSES", "OFF", "OFFD", "WORKING"))
_NUMERIC = _NUMBERS | _ORDINALS | {"CLOCK", "DOT", "DOTD", "DATE", "YEAR"}
_PARTS_OF_DAY = frozenset(("OBED", "NOON", "MORNING", "AFTERNOON", "EVENING", "NIGHT", "DAYG"))
_MOST = 14  # words left out; with more of them it is a letter

Fits = Callable[["Word"], bool]


@dataclass(frozen=True, slots=True)
class Word:
    """An unknown word in its clause, with the kind of word that leads to it."""

    text: str
    leader: str
    names_time: bool  # its clause does
    closes: bool  # its clause says that something is closed


def beside_a_visit(*, is_wished: bool) -> Fits:
    """Whether a word tells only of who comes, with what, and why."""

    def fits(word: Word) -> bool:
        if not word.names_time:
            return True
        own = plain_words.is_of_own_business(word.text)
        return not own and plain_words.fits_beside_a_time(word.text, word.leader, is_wished=is_wished)

    return fits


def without_chatter(tokens: Sequence[Token], fits: Fits) -> list[Token]:
    """The other words; a clause in which one word may matter is left as it is."""
    left_out: set[int] = set()
    has_time = False
    for clause in _clauses(tokens):
        names = any(map(names_time, clause))
        if not (names and has_time):
            left_out |= _left_out(clause, fits)
        has_time |= names
    if sum(tokens[at].kind == UNKNOWN for at in left_out) > _MOST:
        return list(tokens)
    return _renumbered(_kept(tokens, left_out))


def without_vague_limits(tokens: Sequence[Token]) -> tuple[list[Token], set[str]]:
    """Without «после школы», «до садика», and which of AFTER, TO, BEFORE these were: idle where the hour is named."""
    out: set[int] = set()
    kinds: set[str] = set()
    for at, token in enumerate(tokens):
        is_led_on = at + 1 < len(tokens) and tokens[at + 1].kind in _PARTS_OF_DAY  # «после сирень обеда»
        if token.kind != UNKNOWN or is_led_on or not at:
            continue
        before = tokens[at - 1]
        if before.kind in {"AFTER", "TO", "BEFORE"} and plain_words.is_event(token.text):
            out |= {at - 1, at}
            kinds.add(before.kind)
        elif at - 1 in out and plain_words.is_plain(token.text):
            out.add(at)
    return _renumbered([token for at, token in enumerate(tokens) if at not in out]), kinds


def _left_out(clause: Sequence[Token], fits: Fits) -> set[int]:
    """Places of the words that say nothing; none where one of the unknown words may say something."""
    names, closes = any(map(names_time, clause)), any(token.kind in {"CLOSED", "OFF", "CLOSES"} for token in clause)
    unknown = [token for token in clause if token.kind == UNKNOWN]
    out: set[int] = set()
    for at, token in enumerate(clause):
        if not names and token.kind in _OF_WORK:
            out.add(token.at)
        if token.kind != UNKNOWN or (token.text == plain_words.OWN_MARK and not (names and len(unknown) > 1)):
            out |= {token.at} if token.kind == UNKNOWN else set()
            continue
        before = clause[at - 1] if at else None
        leader = _leader(clause, at)
        word = Word(token.text, leader, names, closes)
        if not (plain_words.is_plain(token.text) and _may_follow(clause, at, names=names) and fits(word)):
            return set()
        out.add(token.at)
        if before and (before.kind in _LEADERS | {"AND", "DASH", "NOT", "DAY"}):
            out.add(before.at)
    return out


def _leader(clause: Sequence[Token], at: int) -> str:
    """The kind of the preposition before the word and its adjectives; of another word before it that it is one."""
    first = at
    while first and clause[first - 1].kind == UNKNOWN and _leads(clause[first - 1].text, clause[first].text):
        first -= 1
    return clause[first - 1].kind if first else ""


def _leads(word: str, following: str) -> bool:
    """«сельский дом», «дом культуры»: the preposition before the first is that of the second."""
    kinds = _likeliest(word)
    return "ADJF" in kinds or ("NOUN" in kinds and "gent" in _likeliest(following))


def _likeliest(word: str) -> frozenset[str]:
    return russian().readings(word)[0]


def _may_follow(clause: Sequence[Token], at: int, *, names: bool) -> bool:
    """Whether the word before it binds it to no time: «после школы», «3 внука», «второй класс» do."""
    kind, text = (clause[at - 1].kind if at else ""), clause[at].text
    match kind:
        case "NOT":
            return not (names or plain_words.may_be_refused(text))
        case "DAY":  # «день города» between two signs
            return at == 1 or (at == 2 and clause[0].kind in _PARTING)
        case "FROM":
            return plain_words.accompanies(text)
        case "THROUGH":
            return plain_words.is_dative(text)
        case _:
            return kind not in _BINDING and (kind not in _NUMBERS | _ORDINALS or _is_not_counted(clause, at))


def _is_not_counted(clause: Sequence[Token], at: int) -> bool:
    """«в 10 бабушку привезут», «четвёртого сын привезёт»: the number before the word is an hour or a day."""
    number, text = clause[at - 1], clause[at].text
    if number.kind in _ORDINALS:
        return number.text.endswith("го") and not _likeliest(text) & {"gent", "ADJF"}
    is_hour = at > 1 and clause[at - 2].kind in _BEFORE_HOUR
    return is_hour and not plain_words.is_counted(text) and "gent" not in _likeliest(text)


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        if token.kind in _PARTING and clause:
            yield clause
            clause = []
        clause.append(token)
    yield clause


def _kept(tokens: Sequence[Token], left_out: set[int]) -> Iterator[Token]:
    """Two numbers between which something is left out are not one."""
    latest: Token | None = None
    for token in tokens:
        if token.at in left_out:
            continue
        is_gap = latest is not None and token.at - 1 in left_out
        if latest and is_gap and latest.kind in _NUMERIC and token.kind in _NUMERIC:
            yield Token("COMMA", 0, ",", token.at)
        latest = token
        yield token


def _renumbered(tokens: Sequence[Token] | Iterator[Token]) -> list[Token]:
    return [replace(token, at=at) for at, token in enumerate(tokens)]
