"""One start tag of Telegram's HTML, read letter by letter as the Bot API reads it."""

import re
from dataclasses import dataclass

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<dec>[0-9]+)|(?P<name>[a-zA-Z]+));?")
_SPACES = re.compile(r"[ \t\r\n\0\v]*")
_TAG_NAME = re.compile(r"[^ \t\r\n\0\v>]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\0\v=>/\"']*")
_TOKEN = re.compile(r"[0-9A-Za-z.\-]*")


class MarkupError(Exception):
    """Why a text is not Telegram's HTML, in Telegram's words."""


@dataclass(frozen=True, slots=True)
class StartTag:
    """A tag that opens, and where its text goes on."""

    name: str
    attributes: dict[str, str]
    after: int


def byte_offset(source: str, at: int) -> int:
    """Telegram points at faults in bytes of UTF-8."""
    return len(source[:at].encode("utf-8", "surrogatepass"))


def reference(source: str, at: int) -> tuple[str, int]:
    """The sign written as `&…;` and what follows it; any other ampersand stands for itself."""
    found = _REFERENCE.match(source, at)
    sign = found and _sign(found)
    return (sign, found.end()) if found and sign else ("&", at + 1)


def _sign(found: re.Match[str]) -> str | None:
    if found["name"]:
        return _NAMED.get(found["name"])
    digits, base = (found["hex"], 16) if found["hex"] else (found["dec"], 10)
    code = int(digits, base) if len(digits) < 10 else 0
    usable = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if usable else None


def read_start_tag(source: str, begin: int) -> StartTag:
    """Reads `<name attribute=value …>` from `begin`; raises `MarkupError`."""
    at = _end(_TAG_NAME, source, begin + 1)
    if at == len(source):
        raise MarkupError(f"Unclosed start tag at byte offset {byte_offset(source, begin)}")
    name = source[begin + 1 : at].lower()
    if name not in KINDS:
        raise MarkupError(f'Unsupported start tag "{name}" at byte offset {byte_offset(source, begin)}')
    attributes: dict[str, str] = {}
    while True:
        at = _end(_SPACES, source, at)
        if source.startswith(">", at):
            return StartTag(name, attributes, at + 1)
        key, value, at = _attribute(source, at, f'"{name}" at byte offset {byte_offset(source, begin)}')
        attributes[key] = value


def _attribute(source: str, at: int, place: str) -> tuple[str, str, int]:
    end = _end(_ATTRIBUTE_NAME, source, at)
    key = source[at:end].lower()
    if not key and end < len(source):
        raise MarkupError(f"Empty attribute name in the tag {place}")
    at = _end(_SPACES, source, end)
    if at == len(source):
        raise MarkupError(f"Unclosed start tag {place}")
    if source[at] != "=":
        return key, "", at
    at = _end(_SPACES, source, at + 1)
    if at == len(source):
        raise MarkupError(f"Unclosed start tag {place}")
    value, at = _quoted(source, at, place) if source[at] in "'\"" else _token(source, at)
    return key, value, at


def _token(source: str, begin: int) -> tuple[str, int]:
    end = _end(_TOKEN, source, begin)
    if end == len(source) or source[end] not in " \t\r\n\0\v>":
        raise MarkupError(f"Unexpected end of name token at byte offset {byte_offset(source, begin)}")
    return source[begin:end].lower(), end


def _quoted(source: str, begin: int, place: str) -> tuple[str, int]:
    end = source.find(source[begin], begin + 1)
    if end in {-1, len(source) - 1}:
        raise MarkupError("Unclosed start tag at " + place.partition(" at ")[2])
    return _decoded(source[begin + 1 : end]), end + 1


def _decoded(value: str) -> str:
    parts, at = [], 0
    while (found := value.find("&", at)) >= 0:
        sign, after = reference(value, found)
        parts.append(value[at:found] + sign)
        at = after
    return "".join(parts) + value[at:]


def _end(pattern: re.Pattern[str], source: str, at: int) -> int:
    found = pattern.match(source, at)
    return found.end() if found else at
