"""Which means and shares stand on enough to be told: one rule for the chat, letters, workbooks and the command line."""

from dataclasses import dataclass

from bot.stats.figures import Figures

SMALLEST_SAMPLE = 10  # a mean of fewer says more of one person than of the work


@dataclass(frozen=True, slots=True)
class ToldMeans:
    """The means and shares of a period; None where nothing is known or too little for a mean."""

    share_answered: float | None = None  # of typed questions
    rating: float | None = None  # 1–5
    hours_to_reply: float | None = None
    lead_days: float | None = None  # from booking to visit


def means_of(figures: Figures) -> ToldMeans:
    """The means of a period that stand on at least `SMALLEST_SAMPLE` cases each."""
    return ToldMeans(
        share_answered=_told(figures.automatic.share_answered, figures.automatic.asked),
        rating=_told(figures.ratings.mean, figures.ratings.count),
        hours_to_reply=_told(figures.work.hours_to_reply, figures.work.timed_replies),
        lead_days=_told(figures.bookings.lead_days, figures.bookings.kept),
    )


def share_of(count: int, whole: int) -> float | None:
    """The part that `count` is of `whole`; None where the whole is too small for a share."""
    return _told(count / whole if whole else None, whole)


def _told(value: float | None, sample: int) -> float | None:
    return value if sample >= SMALLEST_SAMPLE else None
