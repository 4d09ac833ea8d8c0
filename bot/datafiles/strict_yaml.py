"""YAML read strictly: every value is text and knows its line; no aliases, no doubled keys, no guessed types."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.yaml_faults import fault_in_words

MAX_CHARACTERS = 4_000_000  # some 3,500 centres; events are plain, so nothing in them can grow beyond the text
MAX_DEPTH = 8

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; None where the file says null or leaves it empty."""

    text: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence with the line of each value."""

    items: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping with its keys in the order of the file."""

    items: "dict[str, Node]"
    line: int


Node: TypeAlias = Scalar | Listing | Mapping


class FaultyYamlError(Exception):
    """The text cannot be read; carries the problem for the editor."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(text: str, file: Path, first_line: int = 1) -> Node:
    """The document's tree; lines are counted from first_line. Raises FaultyYamlError."""
    return _Reading(file, first_line).document(text)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _line_of(error: yaml.reader.ReaderError, text: str) -> int:
    # Its position is counted in bytes or in characters, by the loader; the character itself is always told.
    return text.count("\n", 0, max(text.find(chr(error.character)), 0))


class _Reading:
    """One pass over the event stream, so that nothing is expanded or guessed on the way."""

    def __init__(self, file: Path, first_line: int) -> None:
        self._file = file
        self._first = first_line

    def document(self, text: str) -> Node:
        if len(text) > MAX_CHARACTERS:
            raise self._fault(0, "файл слишком большой.", f"разделите его: не больше {MAX_CHARACTERS} знаков.")
        try:
            events = iter(list(yaml.parse(text, Loader=_Loader)))
        except yaml.reader.ReaderError as error:
            raise self._fault(
                _line_of(error, text), "недопустимый знак.", "сотрите его или наберите строку заново."
            ) from error
        except yaml.YAMLError as error:
            raise self._unreadable(error) from error
        next(events)  # the stream's start
        if isinstance(next(events), yaml.StreamEndEvent):
            return Scalar(None, self._first)
        root = self._node(next(events), events)
        next(events)  # the document's end
        if not isinstance(rest := next(events), yaml.StreamEndEvent):
            raise self._fault(_line(rest), "вторая часть после «---» не читается.", "уберите строку «---».")
        return root

    def _node(self, event: yaml.Event, rest: Iterator[yaml.Event], depth: int = 0) -> Node:
        line = _line(event)
        if depth > MAX_DEPTH:
            raise self._fault(line, "слишком глубокая вложенность.", "сделайте запись проще, как в образце.")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._fault(
                line, "ссылки YAML (& и *) здесь не разрешены.", "повторите текст целиком или возьмите его в кавычки."
            )
        match event:
            case yaml.ScalarEvent():
                plain = not event.style and event.value.lower() in _NULLS
                return Scalar(None if plain else event.value, line + self._first)
            case yaml.SequenceStartEvent():
                return Listing(tuple(self._items(rest, depth)), line + self._first)
            case _:
                return Mapping(self._pairs(rest, depth), line + self._first)

    def _items(self, rest: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(rest), yaml.SequenceEndEvent):
            yield self._node(event, rest, depth + 1)

    def _pairs(self, rest: Iterator[yaml.Event], depth: int) -> dict[str, Node]:
        pairs: dict[str, Node] = {}
        while not isinstance(event := next(rest), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._fault(line, "имя поля должно быть простым словом.", "запишите «имя: значение».")
            if event.value in pairs:
                raise self._fault(line, f"поле «{event.value}» записано дважды.", "оставьте одно из двух.")
            pairs[event.value] = self._node(next(rest), rest, depth + 1)
        return pairs

    def _unreadable(self, error: yaml.YAMLError) -> FaultyYamlError:
        mark = getattr(error, "problem_mark", None)
        return self._fault(mark.line if mark else 0, *fault_in_words(str(getattr(error, "problem", ""))))

    def _fault(self, line: int, reason: str, cure: str) -> FaultyYamlError:
        return FaultyYamlError(FileProblem(self._file, line + self._first, reason, cure))
