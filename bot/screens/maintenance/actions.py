"""The buttons under the state of the bot."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ShowStatus(Action):
    """Shows the state of the bot now."""


@dataclass(frozen=True, slots=True)
class SendAgain(Action):
    """Tries a failed notice once more."""

    notice: int


@dataclass(frozen=True, slots=True)
class DropNotice(Action):
    """Discards a failed notice for good."""

    notice: int


@dataclass(frozen=True, slots=True)
class ShowData(Action):
    """Reads the data files anew and shows what is wrong or undecided in them."""


@dataclass(frozen=True, slots=True)
class ShowDifference(Action):
    """Shows what differs between a live file and that of the release."""

    mark: str


@dataclass(frozen=True, slots=True)
class TakeRelease(Action):
    """Puts the file of the release in place of the live one."""

    mark: str


@dataclass(frozen=True, slots=True)
class KeepOwn(Action):
    """Lets the live file stand beside that of the release."""

    mark: str


@dataclass(frozen=True, slots=True)
class PutBack(Action):
    """Brings back the live file that the release replaced."""

    mark: str


@dataclass(frozen=True, slots=True)
class ShowHistory(Action):
    """Shows which files were changed last, and by whom."""


@dataclass(frozen=True, slots=True)
class ShowVersion(Action):
    """Shows a former version of a file beside the live one."""

    mark: str


@dataclass(frozen=True, slots=True)
class BringBack(Action):
    """Puts a former version in place of the live file, as long as that is still what was shown beside it."""

    mark: str
    shown: str = ""  # names both contents; buttons of old messages have none


# Tags live in old messages for years: add, never reuse. Two signs, the first is «z».
TAGS: Mapping[str, type[Action]] = {
    "za": SendAgain,
    "zd": DropNotice,
    "zs": ShowStatus,
    "zf": ShowData,
    "zv": ShowDifference,
    "zt": TakeRelease,
    "zk": KeepOwn,
    "zb": PutBack,
    "zh": ShowHistory,
    "zo": ShowVersion,
    "zr": BringBack,
}
