"""What a workbook of a report is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.centres.centre import Centre
from bot.screens.stats import text as words
from bot.screens.stats.names import Names
from bot.stats.interaction import InteractionRow
from bot.stats.report import Report


@dataclass(frozen=True, slots=True)
class Book:
    """All that a workbook is made of; `place` names the centre or the region."""

    report: Report
    place: str
    names: Names
    centres: Sequence[Centre]
    rows: Sequence[InteractionRow]
    rows_left_out: bool  # there are more than were read
    made: datetime  # bears the zone of the region, whose wall clock all times are told by
    district_users: Mapping[str, int] = field(default_factory=dict)  # distinct people, by municipality

    @property
    def on_the_wall(self) -> datetime:
        """When it was made, as Excel writes times: without a zone."""
        return self.made.replace(tzinfo=None, microsecond=0)

    @property
    def under(self) -> str:
        """The period and the place that every heading ends with."""
        return f"{self.place}, {words.days(self.report.period)}"
