"""Loads the grammar text into rules; a fault in it stops the program at its start."""

import re
from functools import cache
from pathlib import Path

from bot.russian.time.grammar.rules import Either, Expression, Repeated, Row, Rule, RuleName, Starts, WordKind

_FILE = Path(__file__).with_name("grammar.ebnf")
_HEAD = re.compile(r"^(_?[a-z]+)\s*(!?)\s*:(.*)$")
_PIECE = re.compile(r"_?[a-z]+|[A-Z][A-Z0-9]*|[|()?*+]")


@cache
def grammar() -> dict[str, Rule]:
    """All rules of the grammar by their names."""
    return read_rules(_FILE.read_text("utf-8"))


def read_rules(text: str) -> dict[str, Rule]:
    """The rules of a grammar's text. Raises ValueError where it is faulty."""
    rules = {rule.name: rule for rule in map(_rule, _definitions(text))}
    for rule in rules.values():
        if unknown := [name for name in rule.names() if name not in rules]:
            raise ValueError(f"{rule.name}: no rule {', '.join(unknown)}")
    starts = Starts(rules)
    return {
        name: Rule(name, starts.noted(rule.body), rule.is_item, starts.of_rule(name)) for name, rule in rules.items()
    }


def _definitions(text: str) -> list[str]:
    lines = [line.partition("//")[0].strip() for line in text.splitlines()]
    found: list[str] = []
    for line in filter(None, lines):
        if _HEAD.match(line):
            found.append(line)
        else:
            found[-1] += f" {line}"
    return found


def _rule(definition: str) -> Rule:
    match = _HEAD.match(definition)
    if match is None:
        raise ValueError(definition)
    pieces = _PIECE.findall(match[3])
    if "".join(pieces) != "".join(match[3].split()):
        raise ValueError(f"strange sign in {match[1]}")
    body, rest = _either(pieces)
    if rest:
        raise ValueError(f"{match[1]}: {' '.join(rest)}")
    return Rule(match[1], body, is_item=match[2] == "!")


def _either(pieces: list[str]) -> tuple[Expression, list[str]]:
    first, rest = _row(pieces)
    options = [first]
    while rest[:1] == ["|"]:
        following, rest = _row(rest[1:])
        options.append(following)
    return (first if len(options) == 1 else Either(tuple(options))), rest


def _row(pieces: list[str]) -> tuple[Expression, list[str]]:
    parts: list[Expression] = []
    rest = pieces
    while rest and rest[0] not in {"|", ")"}:
        part, rest = _part(rest)
        parts.append(part)
    if not parts:
        raise ValueError("nothing stands between two signs")
    return (parts[0] if len(parts) == 1 else Row(tuple(parts))), rest


def _part(pieces: list[str]) -> tuple[Expression, list[str]]:
    part: Expression
    first, rest = pieces[0], pieces[1:]
    if first == "(":
        part, rest = _either(rest)
        if rest[:1] != [")"]:
            raise ValueError("a bracket is not closed")
        rest = rest[1:]
    else:
        part = WordKind(first) if first[0].isupper() else RuleName(first)
    if rest and rest[0] in {"?", "*", "+"}:
        part, rest = Repeated(part, least=int(rest[0] == "+"), once=rest[0] == "?"), rest[1:]
    return part, rest
