"""Acts as text, kept for a moment while a person chooses between them, and read back strictly."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, time
from typing import Any

from bot.understanding.acts import Act, ActName, DayPart, Slots


def written(acts: Iterable[Act]) -> str:
    """The acts with their slots as JSON; what speaks for them is left out."""
    return json.dumps([_record(act) for act in acts], ensure_ascii=False)


def read(text: str) -> tuple[Act, ...]:
    """The acts that `written` wrote; none where this version would not have written the text."""
    try:
        return tuple(_act(record) for record in json.loads(text))
    except (TypeError, ValueError, KeyError, AttributeError):
        return ()


def _record(act: Act) -> dict[str, object]:
    slots = {slot.name: getattr(act.slots, slot.name) for slot in fields(Slots)}
    return {"act": str(act.name)} | {
        name: _plain(value) for name, value in slots.items() if value not in (None, (), False)
    }


def _plain(value: object) -> object:
    match value:
        case tuple():
            return [_plain(one) for one in value]
        case date() | time():
            return value.isoformat()
        case _:
            return value


def _act(record: dict[str, Any]) -> Act:
    given = {name: value for name, value in record.items() if name != "act"}
    return Act(ActName(record["act"]), Slots(**{name: _value(name, value) for name, value in given.items()}))


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever stands in the text, and what the slot holds
    read_one = _READERS.get(name)
    if read_one:
        return read_one(value)
    if type(value) not in {str, int, bool}:
        raise TypeError(value)
    return value


def _moment(value: str) -> date | time:
    """«from» and «to» are days or hours."""
    return time.fromisoformat(value) if ":" in value else date.fromisoformat(value)


_READERS: Mapping[str, Callable[[Any], object]] = {
    "articles": lambda value: tuple(str(one) for one in value),
    "dates": lambda value: tuple(date.fromisoformat(one) for one in value),
    "day": date.fromisoformat,
    "at": time.fromisoformat,
    "from_": _moment,
    "to": _moment,
    "part": DayPart,
}
