"""Passes over the words that carry no time, and names them: closures, hours of work and periods of reports.

The one policy (docs/decisions/0039): a word that says nothing of time may be left out where a preview names it. A
number, a weekday and what binds a word to a time never go; a second clause with a time and words of its own may tell
of something else, and is asked about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.russian.morphology import russian
from bot.russian.time.beside.headings import is_address, words_of_heading
from bot.russian.time.beside.noticed import GAP
from bot.russian.time.beside.other_times import tells_more
from bot.russian.time.beside.passable_words import Use, may_be_passed, may_stand_aside
from bot.russian.time.beside.passed_around_numbers import is_bound_to_number
from bot.russian.time.beside.plain_words import (
    accompanies,
    is_dative,
    is_deed,
    is_finite,
    is_infinitive,
    is_of_others,
    is_of_place,
    may_be_subject,
)
from bot.russian.time.beside.told_clauses import ToldWords, told_clauses
from bot.russian.time.grammar.around import FIGURES, FOREWORD, LABELS, PARTIAL, PARTS, REASONS, THEN
from bot.russian.time.grammar.kinds import PARTING, TELLING
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token

_LEADERS = frozenset(("V", "NA", "TOWARD", "ZA", "FROM", "THROUGH", "AND", "DASH", "IN"))
# What stands after these is a limit, an exception, or what is counted.
_BINDING = frozenset((
    *("AFTER", "BEFORE", "TO", "BETWEEN", "EXCEPT", "WITHOUT", "ONLY", "OR", "INSTEAD", "CANNOT", "NOT", "IN"),
    *("THIS", "NEXT", "THAT", "EACH", "ANY", "OTHER", "LAST", "PENULT", "PREV", "PREPREV", "NEAREST"),
    *("HALF", "HALFOF", "CHETVERT", "BEGIN", "MID", "END", "COUPLE", "ONEHALF", "FIRSTN", "EVEN", "ODD"),
))  # fmt: skip
# In a clause that names no time these are of something else: «на этом празднике», «вся деревня», «день города».
_IDLE = frozenset((
    *("THIS", "THAT", "WHOLE", "DAY", "DAYG", "BEGIN", "END", "TIME", "YEARW", "WORKING", "COLON", "BETWEEN", "BEFORE"),
    *("NOT", "CANNOT", "TOO", "WITHOUT"),
)) | _LEADERS | PARTING  # fmt: skip
_REFUSING = frozenset(("NOT", "EXCEPT", "INSTEAD", "OR", "ONLY"))
_UNITS = frozenset(("WEEK", "WEEKA", "MONTHW", "YEARW"))
_COUNTED_BY = frozenset(
    ("THIS", "PREV", "PREPREV", "NEXT", "THAT", "LAST", "WHOLE", "N9", "N59", "NX", "COUPLE", "FIRSTN", "YEAR")
)
_LIMITING = frozenset(("AFTER", "TO", "EXCEPT", "WITHOUT", "ONLY", "OR", "INSTEAD"))
_IDLE_BESIDE_CLOSURES = frozenset(("OTHER", "EACH", "ANY", "HOLIDAYS", "LAST"))
_OF_DAYS = frozenset(("SANITARY", "OFF", "OFFD", "OFFS", "WORKING", "N9", "N59", "NA", "IN", "EACH", "WHOLE", "LAST"))
_NUMERIC = frozenset(("N0", "N9", "N59", "NX", "ORD", "ORDW", "CLOCK", "DOT", "DOTD", "DATE", "YEAR"))
_MOST = 30  # words passed over; with more of them it is a letter


def without_passed(tokens: Sequence[Token], use: Use) -> list[Token] | None:
    """The words that name the time; None where another word may change what they mean, or none is to be passed over."""
    clauses = list(told_clauses(tokens))
    if not 0 < sum(len(clause.unknown) for clause in clauses) <= _MOST or tells_more(clauses, use):
        return None
    out: set[int] = set()
    for clause in clauses:
        passed = _passed_in(clause, use)
        if passed is None:
            return None
        out |= passed
    return [replace(token, at=at) for at, token in enumerate(_kept(tokens, out))]


def _passed_in(clause: ToldWords, use: Use) -> set[int] | None:
    """Places of the words to be passed over; None where one may matter."""
    if not clause.unknown:
        return _lone_whole(clause)
    is_aside = not (clause.has_time or clause.closes or (use is Use.PERIOD and _names_year(clause)))
    if is_aside and (clause.is_heading or (use is Use.PERIOD and is_address(clause))):
        return words_of_heading(clause)
    out: set[int] = set()
    for at, token in enumerate(clause.tokens):
        if token.kind != UNKNOWN:
            continue
        fits = may_stand_aside if is_aside else may_be_passed
        if not (
            token.text in FOREWORD or fits(token.text, use) or (is_aside and _is_place_or_reason(clause, at))
        ) or not _is_free(clause, at, use, is_aside=is_aside):
            return None
        out.add(token.at)
        out |= _leading(clause, at)
    if is_aside:
        idle = _IDLE | {"AFTER"} if use is Use.HOURS else _IDLE | _IDLE_BESIDE_CLOSURES
        if any(token.kind not in idle | {UNKNOWN} and at not in clause.idle for at, token in enumerate(clause.tokens)):
            return None
        out |= {token.at for token in clause.tokens if token.kind not in PARTING}
    return out


def _lone_whole(clause: ToldWords) -> set[int]:
    """«всё», said by itself."""
    kinds = {token.kind for token in clause.tokens} - PARTING
    return {token.at for token in clause.tokens if token.kind == "WHOLE"} if kinds == {"WHOLE"} else set()


def _names_year(clause: ToldWords) -> bool:
    """«за прошлый год», «с начала года»: for a report a time."""
    return any(token.kind == "YEARW" for token in clause.tokens)


def _is_place_or_reason(clause: ToldWords, at: int) -> bool:
    """«ёлку проводим в зале», «ремонт читального зала»: a part of the library, and not what is closed."""
    if clause.tokens[at].text not in PARTS:
        return False
    is_led = at > 0 and clause.tokens[at - 1].kind in {"V", "NA"}
    return clause.unknown[0].text in REASONS or (is_led and any(is_finite(token.text) for token in clause.unknown))


def _names_unit(clause: ToldWords, at: int) -> bool:
    """«за неделю детской книги»: a name, and no week that anybody could count."""
    first = clause.tokens[at - 2].kind if at > 1 else ""
    return first not in _COUNTED_BY and "gent" in frozenset().union(*russian().readings(clause.tokens[at].text))


def _leading(clause: ToldWords, at: int) -> set[int]:
    """The place of the small word before it: «в клубе», «день села»."""
    if not at:
        return set()
    before, first = clause.tokens[at - 1], clause.tokens[at - 2] if at > 1 else None
    is_name = before.kind == "DAY" and (first is None or first.kind not in _OF_DAYS)
    return {before.at} if before.kind in _LEADERS or is_name else set()


def _is_free(clause: ToldWords, at: int, use: Use, *, is_aside: bool) -> bool:
    """Whether the words beside it bind it to no time: «после ремонта», «3 мастера», «кроме абонемента» do."""
    word, before = clause.tokens[at].text, clause.tokens[at - 1].kind if at else ""
    if word in FOREWORD and before not in _REFUSING:
        return True
    if word in THEN and (use is Use.HOURS or clause.has_time or clause.shuts):
        return False
    if is_aside:
        limiting = _LIMITING - (
            {"AFTER"} if use is Use.HOURS else {"WITHOUT"}
        )  # «16-19 (после школы)», «сидим без света»
        return before not in limiting and (before != "NOT" or is_of_others(word))
    if before in _UNITS and _names_unit(clause, at):
        return False
    if before in _BINDING or is_bound_to_number(clause.tokens, at, LABELS):
        return False
    return not _is_led_to(clause, at, before, use) and (use is not Use.CLOSURE or _closes_all(clause, at))


def _is_led_to(clause: ToldWords, at: int, before: str, use: Use) -> bool:
    """«с приезда мастера» is a beginning, «по деревням» and «к Вере» say whose figures are wanted."""
    if use is Use.PERIOD:
        return before == "TOWARD" or (before == "THROUGH" and clause.tokens[at].text not in FIGURES)
    return (before == "FROM" and not accompanies(clause.tokens[at].text)) or (
        before == "THROUGH" and not _is_after_along(clause, at)
    )


def _is_after_along(clause: ToldWords, at: int) -> bool:
    """«по телефону», «по цифровой грамотности»: no end of a time stands after «по»."""
    is_range = any(token.kind == "FROM" for token in clause.tokens[:at])
    return not is_range or is_dative(clause.tokens[at].text)


def _closes_all(clause: ToldWords, at: int) -> bool:
    """No «на запись закрыто», «для детей закрыто», «касса закрыта»; no deed that is wished instead of closing."""
    word = clause.tokens[at].text
    if at and clause.tokens[at - 1].text in {"закрытие", "открытие"}:  # of an exhibition, of a season
        return False
    shut = {token.text for token in clause.tokens[at + 1 :] if token.kind in TELLING}
    is_place = at and clause.tokens[at - 1].kind == "V" and is_of_place(word)  # «в Порхове закрыто»
    if clause.shuts and is_place:
        return False
    is_told_deed = is_deed(word) and not _is_after_verb(clause, at)
    return not (word in PARTIAL or is_told_deed or any(may_be_subject(word, of) for of in shut))


def _is_after_verb(clause: ToldWords, at: int) -> bool:
    """«придут проверять»: what others are to do, and no order."""
    before = clause.tokens[at - 1] if at else None
    return (
        before is not None
        and before.kind == UNKNOWN
        and is_finite(before.text)
        and is_infinitive(clause.tokens[at].text)
    )


def _kept(tokens: Sequence[Token], out: set[int]) -> Iterator[Token]:
    """Two numbers between which something is passed over are not one."""
    latest: Token | None = None
    for token in tokens:
        if token.at in out:
            continue
        if latest and token.at - 1 in out and latest.kind in _NUMERIC and token.kind in _NUMERIC:
            yield Token("COMMA", 0, GAP, token.at)
        latest = token
        yield token
