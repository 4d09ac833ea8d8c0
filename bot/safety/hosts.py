"""Addresses of sites in a message: official, forged after an official one, or unknown."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.safety.threat import Imitated


class Standing(StrEnum):
    """What is known of an address: official, forged or unknown."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    FORGED = "forged"


@dataclass(frozen=True, slots=True)
class Official:
    """A site of the state or of a bank, and the names in it that forgers imitate."""

    host: str
    owner: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Host:
    """An address and what it is: `owner` of an official one, `imitated` where it is forged."""

    standing: Standing
    imitated: Imitated | None = None
    name: str = ""
    owner: str = ""


_ADDRESS = re.compile(
    r"(?P<scheme>https?://|www\.)?(?P<user>[^\s/@<>()«»\"]{1,64}@)?"
    r"(?P<host>(?:[\w-]{1,63}\.){1,6}(?:[^\W\d_][\w-]{1,23}|[0-9]{1,3}))(?![\w@])(?P<rest>[/:?#][^\s<>«»\"]{0,300})?"
)
_FUZZY_FROM, _TWO_SLIPS_FROM = 7, 9  # letters of a name in which one slip, two slips are looked for
_SHORT = 3  # letters: such a name is no sign inside a longer one («mos-dom»)
_WITHIN_FROM = 6  # letters of a name that is a sign inside any word («mygosuslugi24»)
_LOOKS = str.maketrans("аевкмнорстухіјѕԁгп01345679", "aebkmhopctyxijsdrnoleasbtg")  # drawn alike
_SOUNDS = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l",
        "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "sch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ь": "", "ъ": "",
    }
)  # fmt: skip


class KnownHosts:
    """Tells official addresses, forged ones and the rest apart."""

    def __init__(self, official: Iterable[Official], familiar: Iterable[str], zones: Iterable[str]) -> None:
        self._official = tuple(official)
        self._familiar = frozenset(familiar)
        self._zones = frozenset(zones)

    def find(self, text: str) -> list[Host]:
        """The addresses of a message in lower case; mail addresses only where they are forged."""
        if "." not in text:
            return []
        return [host for match in _ADDRESS.finditer(text) if (host := self._host(match)) is not None]

    def without(self, text: str) -> str:
        """The text without its addresses: the words in them are nobody's speech."""
        if "." not in text:
            return text
        return _ADDRESS.sub(lambda match: " " if self._is_address(match) else match[0], text)

    def _is_address(self, match: re.Match[str]) -> bool:
        zone = match["host"].rpartition(".")[2]
        return zone in self._zones or zone.startswith("xn--") or bool(match["scheme"])

    def _host(self, match: re.Match[str]) -> Host | None:
        host, user, rest = match["host"].removeprefix("www."), match["user"] or "", match["rest"] or ""
        if not self._is_address(match):
            return None
        if owner := self._owner(host):
            return Host(Standing.KNOWN, name=host, owner=owner)
        if host.removeprefix("m.") in self._familiar:
            return Host(Standing.KNOWN, name=host)
        if (imitated := self._imitated(host, user, rest)) is not None:
            return Host(Standing.FORGED, imitated, user + host)
        return None if user and not match["scheme"] else Host(Standing.UNKNOWN, name=host)

    def _owner(self, host: str) -> str:
        """Whose official site it is, if any."""
        return next((one.owner for one in self._official if f".{host}".endswith(f".{one.host}")), "")

    def _imitated(self, host: str, user: str, rest: str) -> Imitated | None:
        labels = [_decoded(label) for label in host.split(".")[:-1]]
        drawn = [[label.translate(table) for label in labels] for table in (_LOOKS, _SOUNDS)]
        for one in self._official:
            hidden = user.startswith(one.host) or rest.startswith(f"/{one.host}")
            if hidden or any(_is_like(name, reading) for name in one.names for reading in drawn):
                return Imitated(one.owner, one.host)
        return None


def _is_like(name: str, labels: list[str]) -> bool:
    """Whether the labels of an address hold the name, whole, inside a word or with a slip or two."""
    if name in labels:
        return True
    joined = "".join(labels).replace("-", "")
    if len(name) >= _WITHIN_FROM and name in joined:
        return True
    parts = {part for label in labels for part in (*label.split("-"), label.replace("-", ""))} | {joined}
    if len(name) > _SHORT and name in parts:
        return True
    slips = 2 if len(name) >= _TWO_SLIPS_FROM else 1
    return len(name) >= _FUZZY_FROM and any(OSA.distance(name, part, score_cutoff=slips) <= slips for part in parts)


def _decoded(label: str) -> str:
    """The letters behind punycode (RFC 3492), without accents."""
    if label.startswith("xn--"):
        try:
            label = label[4:].encode("ascii").decode("punycode").casefold()
        except UnicodeError:
            return label
    apart = unicodedata.normalize("NFD", label.replace("й", "и"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
