"""A text and its formatting, measured as Telegram measures it: in UTF-16 units."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_ENTITIES

VERBATIM = frozenset({"code", "pre"})
LOOKS = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A formatted stretch of a text; offset and length in UTF-16 units."""

    kind: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    def as_api(self) -> Json:
        known = {"type": self.kind, "offset": self.offset, "length": self.length}
        extra = {"url": self.url, "language": self.language}
        return known | {key: value for key, value in extra.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Styled:
    """A text with its entities, outer before inner."""

    text: str
    entities: tuple[Entity, ...] = ()

    def as_api(self, text_key: str = "text", entities_key: str = "entities") -> Json:
        if not self.entities:
            return {text_key: self.text}
        return {text_key: self.text, entities_key: [entity.as_api() for entity in self.entities]}


def units(text: str) -> int:
    """The length in UTF-16 units: a sign beyond the basic plane counts twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str, start: int, end: int) -> str:
    """The stretch between two UTF-16 offsets."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[2 * start : 2 * end].decode("utf-16-le", "replace")


def in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Each once, outer before inner, no more than Telegram keeps."""
    once = dict.fromkeys(entities)
    return tuple(sorted(once, key=lambda entity: (entity.offset, -entity.length)))[:MAX_ENTITIES]


def trimmed(styled: Styled) -> Styled:
    """Without white space at both ends, as Telegram stores a message."""
    text = styled.text.strip()
    if text == styled.text:
        return styled
    lead = units(styled.text) - units(styled.text.lstrip())
    moved = (_moved(entity, lead, units(text)) for entity in styled.entities)
    return Styled(text, tuple(entity for entity in moved if entity.length > 0))


def _moved(entity: Entity, lead: int, length: int) -> Entity:
    start = max(entity.offset - lead, 0)
    end = min(entity.end - lead, length)
    return replace(entity, offset=start, length=end - start)


def verbatim_kept_plain(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Code holds no other formatting and lies in none: bold around it is cut in pieces."""
    given = tuple(entities)
    code = tuple(entity for entity in given if entity.kind in VERBATIM)
    return in_order(piece for entity in given for piece in _pieces(entity, code))


def _pieces(entity: Entity, code: tuple[Entity, ...]) -> Iterable[Entity]:
    if entity.kind not in LOOKS:
        yield entity
        return
    start = entity.offset
    for hole in code:
        if hole.offset > start and hole.offset < entity.end:
            yield replace(entity, offset=start, length=hole.offset - start)
        if hole.offset < entity.end:
            start = max(start, hole.end)
    if start < entity.end:
        yield replace(entity, offset=start, length=entity.end - start)
