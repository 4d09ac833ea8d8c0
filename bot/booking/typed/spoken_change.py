"""«перенесите на среду в 15», «отменить 1»: what a person wants of a visit that is before him."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.russian.spelling import evened

_LONGEST = 120  # signs: more is a letter
_BEFORE = r"(?:(?:пожалуйста|прошу|можно|можете|хочу|хотела бы|хотел бы|надо|нужно|давайте|мне)[ ,]+)*"
_MOVE = r"перенес(?:ти|ите|и|ем)|переносим|сдвин(?:уть|ьте|ь)"
_CANCEL = r"отмен(?:ить|ите|и|яю|яем|яйте)"
_VERB = re.compile(rf"^{_BEFORE}(?:(?P<move>{_MOVE})|(?P<cancel>{_CANCEL}))(?![а-я])")
_AROUND = re.compile(
    r"^[ ,.!]*(?:(?:мою|эту|ее|меня|мне|нам|запись|визит|консультацию|пожалуйста|номер|№|на)(?![а-я])[ ,.!]*)+"
)
_NUMBER = re.compile(r"^([0-9]{1,2})(?:-?ю)?(?: (?=на )|[ .!]*$)")


class Deed(StrEnum):
    """What is to be done with the visit."""

    MOVE = "move"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class SpokenChange:
    """The deed, and the words that remain: a time, the number of a line, or something else altogether."""

    deed: Deed
    rest: str = ""

    def of_line(self) -> tuple[int | None, str]:
        """The number of the line it speaks of, and the words after it."""
        match = _NUMBER.match(self.rest)
        return (int(match[1]), _bare(self.rest[match.end() :])) if match else (None, self.rest)


def read_change(text: str) -> SpokenChange | None:
    """None where the words do not begin with the deed."""
    line = " ".join(evened(text).split())
    match = _VERB.match(line)
    if match is None or len(line) > _LONGEST:
        return None
    return SpokenChange(Deed.MOVE if match["move"] else Deed.CANCEL, _bare(line[match.end() :]))


def _bare(words: str) -> str:
    return _AROUND.sub("", words).strip(" ,.!")
