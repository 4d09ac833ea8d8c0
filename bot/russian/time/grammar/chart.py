"""Reads a row of tokens by the grammar: all readings with the fewest items, or the farthest token that was reached.

Each rule is tried once at each place, and what it found there is kept (a chart), so long rows stay fast.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.russian.time.grammar.ebnf import grammar
from bot.russian.time.grammar.rules import Either, Expression, Repeated, Row, Rule, RuleName, WordKind
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Node

_MOST_READINGS = 4  # of one stretch of words; more are a question anyway

Pieces = tuple[Node | Token, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """Readings that end at the same place with the same number of items."""

    items: int
    readings: tuple[Pieces, ...]


_Ends = dict[int, _Found]
_NOTHING = _Found(0, ((),))


@dataclass(slots=True)
class Chart:
    """The tokens, and what each rule has found at each place."""

    tokens: Sequence[Token]
    farthest: int = 0
    _known: dict[tuple[str, int], _Ends] = field(default_factory=dict)

    def whole(self, rule: str) -> list[Node]:
        """The readings of all tokens."""
        found = self.starting(rule, 0).get(len(self.tokens))
        return [_only(pieces) for pieces in found.readings] if found else []

    def starting(self, rule: str, at: int) -> _Ends:
        """What the rule finds from that token on: readings by the place where they end."""
        known = self._known.get((rule, at))
        if known is None:
            known = self._known[rule, at] = self._by_rule(grammar()[rule], at)
        return known

    def longest(self, rule: str, at: int) -> tuple[int, Node] | None:
        """The longest stretch of words from there on that the rule reads, and where it ends."""
        ends = self.starting(rule, at)
        end = max(ends, default=at)
        return (end, _only(ends[end].readings[0])) if end > at else None

    def _by_rule(self, rule: Rule, at: int) -> _Ends:
        if not self._may_begin(rule.starts, at):
            return {}
        found = self._ends(rule.body, at)
        if not rule.leaves_node:
            return found
        return {
            end: _Found(one.items + rule.is_item, tuple((Node(rule.name, pieces),) for pieces in one.readings))
            for end, one in found.items()
        }

    def _ends(self, body: Expression, at: int) -> _Ends:
        """By the class of the expression, the commonest first: a `match` would cost half of all reading."""
        if isinstance(body, WordKind):
            return self._word(body.kind, at)
        if isinstance(body, RuleName):
            return self.starting(body.name, at)
        if isinstance(body, Row):
            return self._row(body.parts, at)
        if isinstance(body, Repeated):
            if not self._may_begin(body.starts, at):
                return {} if body.least else {at: _NOTHING}
            return self._repeated(body.part, body.least, at, once=body.once)
        return self._either(body, at)

    def _either(self, body: Either, at: int) -> _Ends:
        ends: _Ends = {}
        options = body.by_kind.get(self.tokens[at].kind, body.empty) if at < len(self.tokens) else body.empty
        if len(options) < len(body.options) and at > self.farthest:
            self.farthest = at
        for option in options:
            found = self._ends(option, at)
            if ends:
                _merge(ends, found)
            else:
                ends = dict(found)
        return ends

    def _row(self, parts: Sequence[Expression], at: int) -> _Ends:
        ends = {at: _NOTHING}
        for part in parts:
            ends = self._after(ends, part)
            if not ends:
                break
        return ends

    def _may_begin(self, kinds: frozenset[str] | None, at: int) -> bool:
        if kinds is None or (at < len(self.tokens) and self.tokens[at].kind in kinds):
            return True
        self.farthest = max(self.farthest, at)
        return False

    def _word(self, kind: str, at: int) -> _Ends:
        if at < len(self.tokens) and self.tokens[at].kind == kind:
            self.farthest = max(self.farthest, at + 1)
            return {at + 1: _Found(0, ((self.tokens[at],),))}
        self.farthest = max(self.farthest, at)
        return {}

    def _after(self, begun: _Ends, part: Expression) -> _Ends:
        ends: _Ends = {}
        for middle, before in begun.items():
            found = self._ends(part, middle)
            if before is not _NOTHING:
                found = {end: before if after is _NOTHING else _joined(before, after) for end, after in found.items()}
            if ends:
                _merge(ends, found)
            else:
                ends = dict(found)
        return ends

    def _repeated(self, part: Expression, least: int, at: int, *, once: bool) -> _Ends:
        ends: _Ends = {} if least else {at: _NOTHING}
        latest = {at: _NOTHING}
        while latest:
            found = self._after(latest, part)
            latest = {end: one for end, one in found.items() if end not in latest}  # an empty one would go on for ever
            _merge(ends, found)
            if once:
                break
        return ends


def _merge(into: _Ends, found: _Ends) -> None:
    for end, one in found.items():
        known = into.get(end)
        if known is None or one.items < known.items:
            into[end] = one
        elif one.items == known.items:
            together = tuple(dict.fromkeys(known.readings + one.readings))
            into[end] = _Found(one.items, together[:_MOST_READINGS])


def _joined(before: _Found, after: _Found) -> _Found:
    pairs = tuple(first + second for first in before.readings for second in after.readings)
    return _Found(before.items + after.items, pairs[:_MOST_READINGS])


def _only(pieces: Pieces) -> Node:
    node = pieces[0]
    if not isinstance(node, Node):
        raise TypeError(node)
    return node
