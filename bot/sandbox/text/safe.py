"""A text as HTML that a page may show: everything escaped, few tags, only harmless links."""

from collections.abc import Sequence
from html import escape

from bot.sandbox.text.links import shown_link
from bot.sandbox.text.styled import Entity, Styled, cut, units

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote><span class="quote-long">', "</span></blockquote>"),
    "bot_command": ('<span class="command">', "</span>"),
    "mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="hashtag">', "</span>"),
}
_LINKS = {"text_link": "", "url": "", "email": "mailto:", "phone_number": "tel:"}


def safe_html(styled: Styled) -> str:
    return _within(styled.text, 0, units(styled.text), styled.entities)


def _within(text: str, start: int, end: int, entities: Sequence[Entity]) -> str:
    """The stretch from start to end; what sticks out of its surroundings is clipped."""
    parts, at = [], start
    for number, entity in enumerate(entities):
        if not at <= entity.offset < end:
            continue
        stop = min(entity.end, end)
        opening, closing = _tag(entity, cut(text, entity.offset, stop))
        inner = _within(text, entity.offset, stop, entities[number + 1 :])
        parts += [escape(cut(text, at, entity.offset)), opening, inner, closing]
        at = stop
    return "".join([*parts, escape(cut(text, at, end))])


def _tag(entity: Entity, words: str) -> tuple[str, str]:
    if entity.kind not in _LINKS:
        return _TAGS.get(entity.kind, ("", ""))
    target = shown_link(_LINKS[entity.kind] + (entity.url or words))
    if target is None:
        return "", ""
    return f'<a href="{escape(target)}" rel="noopener noreferrer" target="_blank">', "</a>"
