"""What became of each row of a workbook; nothing is changed by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from bot.centres.card_edits import NewFields, UnclearChangeError
from bot.centres.centre import Centre
from bot.centres.workbook.table import CellFault, CentreColumn


class CellDoubt(StrEnum):
    """What is to be asked about a cell."""

    CLEARED = auto()  # words were sent round, and the cell came back empty
    NAME_CHANGED = auto()  # who the library is, is not changed here
    PLACE_CHANGED = auto()
    OTHER_REGION = auto()  # the address lies elsewhere
    YES_OR_NO = auto()
    NO_RECEPTION_HOURS = auto()  # people may book, but when?
    RECEPTION_UNSAID = auto()  # hours without «да»
    RECEPTION_BOTH = auto()  # «нет», and hours beside it
    NUMBER = auto()
    CLOSED_OR_NOT = auto()  # «ремонт до 20 декабря»: is the library closed?
    UNCLEAR = auto()  # the words are no value of that column


@dataclass(frozen=True, slots=True)
class AskedCell:
    """A cell that cannot be taken as it is; `unclear` tells what was not understood in its words."""

    column: CentreColumn
    at: str
    text: str
    why: CellDoubt | CellFault
    unclear: UnclearChangeError | None = None


@dataclass(frozen=True, slots=True)
class UnderstoodCell:
    """A cell that tells something new: the fields of the centre that it means."""

    column: CentreColumn
    fields: NewFields


@dataclass(frozen=True, slots=True)
class ConflictingCell:
    """Ours is not what was sent round, and theirs is a third value; `sent` is None where nobody knows what was sent."""

    column: CentreColumn
    fields: NewFields
    sent: str | None


class RowDoubt(StrEnum):
    """Why a whole row is refused."""

    NO_NAME = auto()
    UNKNOWN_ID = auto()
    MIXED_UP = auto()  # the hidden id belongs to another library: the rows were moved without it
    TWICE = auto()  # two rows tell different things of one library
    UNKNOWN_MUNICIPALITY = auto()
    UNKNOWN_SETTLEMENT = auto()
    NO_SETTLEMENT = auto()
    WHICH_MUNICIPALITY = auto()
    WHICH_CENTRE = auto()
    OTHER_REGION = auto()
    LONG_NAME = auto()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """Why the row goes no further; `detail` are names or numbers for people."""

    why: RowDoubt
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """One row: the centre as it is (or would be, where it is new), and what its cells tell."""

    number: int
    name: str
    centre: Centre | None = None
    is_new: bool = False
    understood: tuple[UnderstoodCell, ...] = ()
    asked: tuple[AskedCell, ...] = ()
    conflicting: tuple[ConflictingCell, ...] = ()
    refused: RefusedRow | None = None
    remark: str = ""

    @property
    def fields(self) -> NewFields:
        """Every field that was understood, together."""
        together: dict[str, str | list[str] | Mapping[str, str | int | None] | None] = {}
        for cell in self.understood:
            together |= cell.fields
        return together

    @property
    def says_something(self) -> bool:
        """Whether people are told anything of the row."""
        told = (self.understood, self.asked, self.conflicting, self.refused, self.remark)
        return self.is_new or any(told)


def to_write(outcomes: Sequence[RowOutcome]) -> tuple[RowOutcome, ...]:
    """The rows that would change the file of centres."""
    return tuple(one for one in outcomes if not one.refused and one.centre and (one.is_new or one.understood))
