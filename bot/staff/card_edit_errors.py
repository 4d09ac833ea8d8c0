"""Why a card edit goes no further."""

from dataclasses import dataclass

from bot.datafiles.file_problem import FileProblem
from bot.staff.card_edit import CardEdit


class ChangeError(Exception):
    """A card edit goes no further."""


class ChangeGoneError(ChangeError):
    """There is no such card edit, or it is somebody else's."""


class NotTheirCentreError(ChangeError):
    """The person does not work at that centre, or no longer does."""


class CentreGoneError(ChangeError):
    """The centre is no longer in the directory."""


class NobodyDecidesError(ChangeError):
    """The bot has no admins who could decide."""


@dataclass
class AlreadySentError(ChangeError):
    """The author has pressed twice."""

    change: CardEdit


@dataclass
class AlreadyDecidedError(ChangeError):
    """Another admin has decided the edit before."""

    change: CardEdit


@dataclass
class ImpossibleError(ChangeError):
    """The file would be faulty, so it stays as it was and the change waits."""

    problems: tuple[FileProblem, ...]


@dataclass
class CardNotWrittenError(ChangeError):
    """The file cannot be written here, so the change waits; `reason` is the system's, in Russian."""

    change: CardEdit
    file: str
    reason: str
