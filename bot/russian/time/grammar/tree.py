"""What the grammar has recognised, with an account of the tokens that the resolvers have made use of."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.russian.time.grammar.tokens import Token

# Words whose meaning is the shape of the rule they stand in; every other word must be asked for by a resolver.
_SHAPE = frozenset((
    *("V", "NA", "TOWARD", "ZA", "COMMA", "AND", "SEMI", "COLON", "DASH", "INCL", "CHISLO", "FROM", "TO", "THROUGH"),
    *("HOUR", "HOURU", "MINUTE", "YEARW", "DAY", "WHOLE", "IN", "BETWEEN", "BUT", "ONLY"),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """A rule with what it consists of."""

    name: str
    children: "tuple[Node | Token, ...]"

    def leaves(self) -> Iterator[Token]:
        """Its tokens in their order."""
        for child in self.children:
            if isinstance(child, Token):
                yield child
            else:
                yield from child.leaves()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A node being resolved; every token of it that is not asked for will be named as not understood."""

    node: Node
    used: set[int]

    @property
    def name(self) -> str:
        """The name of the rule that this node was read by."""
        return self.node.name

    def has(self, *kinds: str) -> bool:
        """Whether it has a word of these kinds of its own; such words count as understood."""
        found = [child for child in self.node.children if isinstance(child, Token) and child.kind in kinds]
        self.used.update(token.at for token in found)
        return bool(found)

    def accept(self) -> None:
        """Counts all its words as understood: they are told for the sake of completeness."""
        self.used.update(token.at for token in self.node.leaves())

    def tokens(self, *kinds: str) -> list[Token]:
        """Its own words of these kinds."""
        self.has(*kinds)
        return [child for child in self.node.children if isinstance(child, Token) and child.kind in kinds]

    def value(self, *kinds: str) -> int | None:
        """The value of its first own word of these kinds."""
        found = self.tokens(*kinds)
        return found[0].value if found else None

    def numbers(self) -> list[int]:
        """The numbers it has of its own."""
        return [token.value for token in self.tokens("N0", "N9", "N59", "NX")]

    def parts(self, *names: str) -> "list[Phrase]":
        """Its parts of these rules, in their order; all where none is named."""
        nodes = (child for child in self.node.children if isinstance(child, Node))
        return [Phrase(node, self.used) for node in nodes if not names or node.name in names]

    def part(self, *names: str) -> "Phrase | None":
        """Its first part of these rules."""
        return next(iter(self.parts(*names)), None)

    def pieces(self) -> "list[Phrase | Token]":
        """Its parts and words in their order."""
        return [child if isinstance(child, Token) else Phrase(child, self.used) for child in self.node.children]

    def follows(self, other: "Phrase") -> bool:
        """Whether no word stands between the other and this."""
        return next(self.node.leaves()).at == max(token.at for token in other.node.leaves()) + 1

    def words(self) -> str:
        """The words of this node as they were typed."""
        return " ".join(token.text for token in self.node.leaves())

    def unused(self) -> list[Token]:
        """Its words that nobody has asked for."""
        return [token for token in self.node.leaves() if token.at not in self.used and token.kind not in _SHAPE]
