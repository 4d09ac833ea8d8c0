"""What Telegram finds by itself in a plain text: commands, addresses, mentions, hashtags."""

import re
from collections.abc import Iterable

from bot.sandbox.text.styled import Entity, Styled, in_order, units

# Each begins only where a word begins, so that a long run of letters is looked at once.
_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-zа-я]{2,12}\b)"
    r"|(?P<url>(?<![\w@.-])https?://[^\s<>\"]+[^\s<>\".,;:!?)»]"
    r"|(?<![\w@.-])(?:[\w-]{1,63}\.){1,4}(?:ru|рф|su|com|org|net|me|info)\b(?:/[^\s<>\"]*[^\s<>\".,;:!?)»])?)"
    r"|(?P<bot_command>(?<![\w/<>])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[a-z0-9_]{3,32}\b)"
    r"|(?P<hashtag>(?<![\w#])#\w{0,255}[^\W\d]\w{0,255})",
    re.IGNORECASE,
)


def with_found(styled: Styled) -> Styled:
    """The same text with what can be found in it, except inside links and code."""
    taken = [entity for entity in styled.entities if entity.kind in {"code", "pre", "text_link"}]
    free = (entity for entity in _found(styled.text) if not any(_meet(entity, other) for other in taken))
    return Styled(styled.text, in_order((*styled.entities, *free)))


def _found(text: str) -> Iterable[Entity]:
    for found in _FOUND.finditer(text):
        yield Entity(str(found.lastgroup), units(text[: found.start()]), units(found[0]))


def _meet(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end
