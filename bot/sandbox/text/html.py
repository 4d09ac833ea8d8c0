"""Telegram's HTML: the few tags a bot may use, and Telegram's words when they are broken.

Rules: https://core.telegram.org/bots/api#html-style
"""

import re
from dataclasses import dataclass

from bot.sandbox.text.links import MESSAGE_LINKS, link_fault
from bot.sandbox.text.styled import Entity, Styled, units, verbatim_kept_plain
from bot.sandbox.text.tags import KINDS, MarkupError, StartTag, byte_offset, read_start_tag, reference

_PLAIN = re.compile(r"[^<&]+")
_END_TAG = re.compile(r"</(?P<name>[^ \t\r\n\0\v>]*)[ \t\r\n\0\v]*(?P<closed>>?)")


def parse_html(source: str) -> Styled:
    """The text and its entities; raises `MarkupError`."""
    return _Parser(source).run()


@dataclass(frozen=True, slots=True)
class _Open:
    tag: StartTag
    offset: int  # UTF-16 units
    piece: int  # where its text begins among the pieces


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._pieces: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def run(self) -> Styled:
        while self._at < len(self._source):
            self._step()
        if self._open:
            name = self._open[-1].tag.name
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{name}"')
        return Styled("".join(self._pieces), verbatim_kept_plain(self._entities))

    def _step(self) -> None:
        if plain := _PLAIN.match(self._source, self._at):
            self._put(plain[0], plain.end())
        elif self._source[self._at] == "&":
            self._put(*reference(self._source, self._at))
        elif self._source.startswith("</", self._at):
            self._close()
        else:
            self._start()

    def _put(self, text: str, after: int) -> None:
        self._pieces.append(text)
        self._offset += units(text)
        self._at = after

    def _start(self) -> None:
        tag = read_start_tag(self._source, self._at)
        if tag.name == "span" and tag.attributes.get("class") != "tg-spoiler":
            place = byte_offset(self._source, self._at)
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
        self._open.append(_Open(tag, self._offset, len(self._pieces)))
        self._at = tag.after

    def _close(self) -> None:
        begin = self._at
        if not self._open:
            raise MarkupError(f"Unexpected end tag at byte offset {byte_offset(self._source, begin)}")
        found = _END_TAG.match(self._source, begin)
        if found is None or not found["closed"]:
            raise MarkupError(f"Unclosed end tag at byte offset {byte_offset(self._source, begin)}")
        opened = self._open.pop()
        name, expected = found["name"].lower(), opened.tag.name
        if name not in {"", expected}:
            place = byte_offset(self._source, begin)
            fault = f'expected "</{expected}>", found "</{name}>"'
            raise MarkupError(f"Unmatched end tag at byte offset {place}, {fault}")
        self._at = found.end()
        if self._offset > opened.offset:
            self._add(opened)

    def _add(self, opened: _Open) -> None:
        kind, length = KINDS[opened.tag.name], self._offset - opened.offset
        attributes = opened.tag.attributes
        url = language = None
        if kind == "text_link":
            url = attributes.get("href") or "".join(self._pieces[opened.piece :])
            if link_fault(url, MESSAGE_LINKS):  # Telegram shows such a link as plain text
                return
        elif kind == "code":
            language = attributes.get("class", "").removeprefix("language-") or None
        elif kind == "pre":
            language = self._language_within(opened.offset, length)
        elif kind == "blockquote" and "expandable" in attributes:
            kind = "expandable_blockquote"
        self._entities.append(Entity(kind, opened.offset, length, url, language))

    def _language_within(self, offset: int, length: int) -> str | None:
        last = self._entities[-1] if self._entities else None
        if last is None or (last.kind, last.offset, last.length) != ("code", offset, length):
            return None
        return self._entities.pop().language
