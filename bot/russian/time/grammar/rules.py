"""Rules of the grammar in the form the chart reader walks, with the words each of them may begin with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordKind:
    """A part of a rule that is one word of a kind, as words.txt lists them."""

    kind: str


@dataclass(frozen=True, slots=True)
class RuleName:
    """A part of a rule that another rule describes."""

    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """Parts of a rule that follow one another."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several; `by_kind` are those that may begin with a kind of word, `empty` those that may be empty."""

    options: "tuple[Expression, ...]"
    by_kind: "Mapping[str, tuple[Expression, ...]]" = field(default_factory=dict, compare=False)
    empty: "tuple[Expression, ...]" = ()


@dataclass(frozen=True, slots=True)
class Repeated:
    """Any number of times, at least `least`; `once` is the sign «?»; `starts` are those that the part begins with."""

    part: "Expression"
    least: int
    once: bool = False
    starts: frozenset[str] | None = None


Expression = WordKind | RuleName | Row | Either | Repeated


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the grammar; an item counts when readings are compared."""

    name: str
    body: Expression
    is_item: bool
    starts: frozenset[str] | None = None  # the kinds of words it may begin with; None where it may be empty

    @property
    def leaves_node(self) -> bool:
        """Whether the tree keeps a node for the rule."""
        return not self.name.startswith("_")

    def names(self) -> list[str]:
        """The rules it consists of."""
        return [piece.name for piece in _pieces(self.body) if isinstance(piece, RuleName)]

    def kinds(self) -> set[str]:
        """The kinds of words of its own."""
        return {piece.kind for piece in _pieces(self.body) if isinstance(piece, WordKind)}


@dataclass(slots=True)
class Starts:
    """Which kinds of words a rule may begin with: what cannot begin there need not be tried."""

    rules: Mapping[str, Rule]
    _known: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def of_rule(self, name: str) -> frozenset[str] | None:
        """The kinds; None where the rule may be empty."""
        if name not in self._known:
            self._known[name] = self._of(self.rules[name].body)
        return self._known[name]

    def noted(self, body: Expression) -> Expression:
        """The same expression with the starts written beside its options."""
        match body:
            case Either(options):
                return self._either(tuple(map(self.noted, options)))
            case Row(parts):
                return Row(tuple(map(self.noted, parts)))
            case Repeated(part, least, once):
                return Repeated(self.noted(part), least, once, self._of(part))
            case WordKind() | RuleName():
                return body

    def _either(self, options: tuple[Expression, ...]) -> Either:
        starts = [(option, self._of(option)) for option in options]
        kinds = frozenset().union(*(found for _, found in starts if found))
        by_kind = {kind: tuple(one for one, of in starts if of is None or kind in of) for kind in kinds}
        return Either(options, by_kind, tuple(one for one, of in starts if of is None))

    def _of(self, body: Expression) -> frozenset[str] | None:
        kinds, may_be_empty = self._first(body)
        return None if may_be_empty else frozenset(kinds)

    def _first(self, body: Expression) -> tuple[set[str], bool]:
        match body:
            case WordKind(kind):
                return {kind}, False
            case RuleName(name):
                return self._first(self.rules[name].body)
            case Repeated(part, least):
                kinds, may_be_empty = self._first(part)
                return kinds, may_be_empty or not least
            case Either(options):
                found = [self._first(option) for option in options]
                return set().union(*(kinds for kinds, _ in found)), any(empty for _, empty in found)
            case Row(parts):
                return self._first_of_row(parts)

    def _first_of_row(self, parts: Iterable[Expression]) -> tuple[set[str], bool]:
        together: set[str] = set()
        for part in parts:
            kinds, may_be_empty = self._first(part)
            together |= kinds
            if not may_be_empty:
                return together, False
        return together, True


def _pieces(body: Expression) -> Iterator[Expression]:
    match body:
        case WordKind() | RuleName():
            yield body
        case Repeated(part):
            yield from _pieces(part)
        case Row(parts) | Either(parts):
            for part in parts:
                yield from _pieces(part)
