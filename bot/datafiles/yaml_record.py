"""Typed reading of a strict YAML mapping; every fault is collected, none stops the reading."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import Listing, Mapping, Node, Scalar

E = TypeVar("E", bound=StrEnum)


class YamlRecord:
    """The fields of one record; `problems` grows as they are read."""

    def __init__(self, mapping: Mapping, file: Path, problems: list[FileProblem]) -> None:
        self._items = mapping.items
        self._line = mapping.line
        self._file = file
        self._problems = problems
        self._asked: set[str] = set()

    def line(self, name: str) -> int:
        """The line of a field, or of the record where the field is absent."""
        node = self._items.get(name)
        return node.line if node else self._line

    def fault(self, name: str, reason: str, cure: str, line: int | None = None) -> None:
        """Notes a problem at the line of the field, or at that of one of its values."""
        self._problems.append(FileProblem(self._file, line or self.line(name), reason, cure))

    def text(self, name: str) -> str | None:
        """A text value that may be null."""
        match self._take(name):
            case Scalar(text=text):
                return text.strip() if text else None
            case None:
                return None
            case _:
                self.fault(name, f"в поле «{name}» ожидается одно значение.", "уберите список или вложенность.")
                return None

    def required(self, name: str) -> str:
        """A text value that must be there; an empty string after noting the fault otherwise."""
        value = self.text(name)
        if not value:
            self.fault(name, f"поле «{name}» пустое.", f"впишите «{name}: …».")
        return value or ""

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of values; an absent list is an empty one."""
        node = self._take(name)
        if node is None or (isinstance(node, Scalar) and node.text is None):
            return ()
        if not isinstance(node, Listing) or not all(isinstance(item, Scalar) for item in node.items):
            self.fault(name, f"в поле «{name}» ожидается список.", "каждое значение с новой строки после «- ».")
            return ()
        return tuple(item.text.strip() for item in node.items if isinstance(item, Scalar) and item.text)

    def numbered(self, name: str) -> tuple[tuple[int, str], ...]:
        """A list of values, each with its line; an absent list is an empty one."""
        texts, node = self.texts(name), self._items.get(name)
        items = node.items if isinstance(node, Listing) else ()
        lines = [item.line for item in items if isinstance(item, Scalar) and item.text]
        return tuple(zip(lines, texts, strict=False))

    def records(self, name: str) -> "tuple[YamlRecord, ...]":
        """A list of mappings under the field."""
        node = self._take(name)
        if node is None or (isinstance(node, Scalar) and node.text is None):
            return ()
        if not isinstance(node, Listing) or not all(isinstance(item, Mapping) for item in node.items):
            self.fault(
                name, f"в поле «{name}» ожидается список записей.", "каждая запись с новой строки: «- имя: значение»."
            )
            return ()
        return tuple(YamlRecord(item, self._file, self._problems) for item in node.items if isinstance(item, Mapping))

    def day(self, name: str) -> date | None:
        """A calendar day written as 2026-11-23."""
        value = self.text(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            self.fault(name, f"«{value}» — не дата.", "напишите год-месяц-день: 2026-11-23.")
            return None

    def choice(self, name: str, among: type[E], default: E) -> E:
        """One of the words of an enumeration."""
        value = self.text(name)
        if value is None:
            return default
        try:
            return among(value)
        except ValueError:
            self.fault(name, f"«{value}» здесь не бывает.", "выберите: " + ", ".join(among) + ".")
            return default

    def done(self) -> None:
        """Notes every field that nobody asked for: a misspelt name must not be lost silently."""
        for name in (name for name in self._items if name not in self._asked):
            self.fault(
                name, f"поле «{name}» неизвестно.", "проверьте имя поля: " + ", ".join(sorted(self._asked)) + "."
            )

    def _take(self, name: str) -> Node | None:
        self._asked.add(name)
        return self._items.get(name)
