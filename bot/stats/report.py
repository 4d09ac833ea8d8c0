"""A report: the figures of a period beside those of the equal one before it."""

from dataclasses import dataclass
from datetime import date

from bot.stats.figures import BookingFigures, Busy, Figures
from bot.stats.period import Period

_ENOUGH, _ENOUGH_DAYS = 20, 14  # requests and days: a habit shows in two weeks at the least


@dataclass(frozen=True, slots=True)
class Report:
    """A period beside the equal one before it; `centre` None is the whole region."""

    period: Period
    centre: str | None
    now: Figures
    before: Figures
    since: date | None = None  # the first day of which anything is known
    ahead: BookingFigures | None = None  # visits on the days after, where the period reaches to today

    @property
    def is_compared_in_part(self) -> bool:
        """Whether the counting began only after the beginning of what it is compared with."""
        return self.since is not None and self.before_period.first < self.since

    @property
    def before_period(self) -> Period:
        """The period that the report is compared with."""
        return self.period.before()

    @property
    def habit(self) -> Busy | None:
        """The hour of the week in which most people come; None as long as that is chance."""
        enough = self.now.requests >= _ENOUGH and self.period.days >= _ENOUGH_DAYS
        return self.now.busiest if enough else None

    @property
    def indicators(self) -> tuple[tuple[str, int | None], ...]:
        """The four that libraries report to the ministry of the region."""
        now = self.now
        return (
            ("users", now.users),
            ("requests", now.requests),
            ("events", now.events),
            ("consultations", now.work.consultations),
        )
