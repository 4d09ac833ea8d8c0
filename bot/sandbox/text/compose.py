"""From what a bot sends (text, parse mode, entities) to what Telegram stores, or its refusal."""

from collections.abc import Sequence

from aiogram.client.default import Default
from aiogram.types import MessageEntity

from bot.sandbox.limits import MAX_CAPTION, MAX_TEXT
from bot.sandbox.refusal import bad_request
from bot.sandbox.text.detect import with_found
from bot.sandbox.text.html import parse_html
from bot.sandbox.text.links import MESSAGE_LINKS, link_fault
from bot.sandbox.text.styled import Entity, Styled, in_order, trimmed, units
from bot.sandbox.text.tags import MarkupError


def message_text(text: str, parse_mode: str | Default | None, entities: Sequence[MessageEntity] | None) -> Styled:
    """The text of a message, at most 4,096 UTF-16 units after formatting."""
    if not text:
        raise bad_request("message text is empty")
    styled = _styled(text, parse_mode, entities)
    if not styled.text:
        raise bad_request("text must be non-empty")
    if units(styled.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return styled


def caption_text(
    text: str | None, parse_mode: str | Default | None, entities: Sequence[MessageEntity] | None
) -> Styled:
    """The caption of a file, at most 1,024 UTF-16 units after formatting."""
    styled = _styled(text or "", parse_mode, entities)
    if units(styled.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return styled


def _styled(text: str, parse_mode: str | Default | None, entities: Sequence[MessageEntity] | None) -> Styled:
    if entities:
        return with_found(trimmed(Styled(text, in_order(_given(entity, text) for entity in entities))))
    mode = parse_mode.lower() if isinstance(parse_mode, str) else ""
    if mode not in {"", "html"}:
        raise bad_request("unsupported parse_mode")
    return with_found(trimmed(_parsed(text) if mode else Styled(text)))


def _parsed(text: str) -> Styled:
    try:
        return parse_html(text)
    except MarkupError as fault:
        raise bad_request(f"can't parse entities: {fault}") from fault


def _given(entity: MessageEntity, text: str) -> Entity:
    end = units(text)
    if entity.offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {entity.offset}")
    if entity.offset > end:
        where = f"at UTF-16 offset {entity.offset}"
        raise bad_request(f"entity begins after the end of the text {where}")
    if entity.offset + entity.length > end:
        where = f"at UTF-16 offset {entity.offset + entity.length}"
        raise bad_request(f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text {where}")
    fault = link_fault(entity.url or "", MESSAGE_LINKS) if entity.type == "text_link" else None
    if fault:
        raise bad_request(f"entity URL '{entity.url or ''}' is invalid: {fault}")
    return Entity(str(entity.type), entity.offset, entity.length, entity.url, entity.language)
