"""The buttons of statistics; days are yyyymmdd of the region, the centre «-» is all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action

EVERYWHERE = "-"


@dataclass(frozen=True, slots=True)
class ShowSpan(Action):
    """The figures of a period counted back from today, by its name."""

    span: str
    centre: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class ShowFigures(Action):
    """Shows the figures of these days."""

    first: int
    last: int
    centre: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class NamePeriod(Action):
    """Asks for other days of the report."""

    centre: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class DrawFigures(Action):
    """A picture of these days; `what` is its one letter, «-» asks which."""

    first: int
    last: int
    centre: str = EVERYWHERE
    what: str = "-"


@dataclass(frozen=True, slots=True)
class MakeReport(Action):
    """Makes the workbook of these days."""

    first: int
    last: int
    centre: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class MakeRows(Action):
    """Makes the rows of these days, one for each interaction, as CSV."""

    first: int
    last: int
    centre: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class MakeSpanReport(Action):
    """The workbook of a period counted back from today."""

    span: str
    centre: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class ShowUnhelpful(Action):
    """Answers that did not help, of these days."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ShowAskedInVain(Action):
    """Shows questions without an answer."""


# Tags live in old messages for years: add, never reuse. Two signs, the first is «f».
TAGS: Mapping[str, type[Action]] = {
    "fs": ShowSpan,
    "fp": ShowFigures,
    "ft": NamePeriod,
    "fd": DrawFigures,
    "fr": MakeReport,
    "fc": MakeRows,
    "fq": MakeSpanReport,
    "fu": ShowUnhelpful,
    "fg": ShowAskedInVain,
}
