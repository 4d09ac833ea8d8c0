"""Phone numbers as people write them, and as a phone dials them."""

import re
from dataclasses import dataclass

_ONE = re.compile(
    r"^(?P<number>[+(\d][\d\s()−–-]*\d)(?:[\s,]*(?:доб(?:авочный)?\.?)\s*(?P<extension>\d{1,6}))?"
    r"\s*(?:\((?P<note>[^()\d][^()]*)\))?$",
    re.IGNORECASE,
)
_NEXT = re.compile(r";|,(?=\s*(?:\+7|8|\())")  # a comma before an extension stands within a number
_LABEL = re.compile(r"^(?:тел(?:ефон)?|т)[.:\s]*(?=[+(\d])", re.IGNORECASE)
_TRUNK = re.compile(r"^(?:\+\s*7|8[\s-]*\(|8[\s-]+\d)")  # «8 (» and «+7» go before a number of ten digits
_AREA = re.compile(r"^(?:\+7|8)?(?:[\s(]*\d{3,5}[)\s-]+)")


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number as written, and what it is for."""

    written: str
    note: str | None = None

    @property
    def dialled(self) -> str:
        """The international form for dialling, +78112724253."""
        return "+7" + "".join(sign for sign in self.written if sign.isdigit())[-10:]


def without_label(line: str) -> str:
    """The number without «тел.» or «т.» before it."""
    return _LABEL.sub("", line)


def read_phones(text: str) -> tuple[PhoneNumber, ...] | None:
    """The numbers of a line, split by «;» or a comma, or None where one is unreadable or has no area code."""
    found = [_read(part) for part in _NEXT.split(text)]
    numbers = tuple(phone for phone in found if phone)
    return numbers if len(numbers) == len(found) else None


def _read(part: str) -> PhoneNumber | None:
    match = _ONE.match(part.strip())
    if not match:
        return None
    number = match["number"].strip()
    digits = re.sub(r"\D", "", number)
    whole = len(digits) == 11 and digits[0] in "78"
    extension = f"доб. {match['extension']}" if match["extension"] else None
    note = ", ".join(filter(None, (extension, match["note"]))) or None
    without_trunk = len(digits) == 10 and _AREA.match(number) and not _TRUNK.match(number)
    return PhoneNumber(number, note) if whole or without_trunk else None
