"""What is still to be done before people can rely on the bot: counted from the files and the list of librarians."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.centres.centre import Centre
from bot.faq.article import Article


@dataclass(frozen=True, slots=True)
class LaunchCounts:
    """How much is not done yet, of how much; `receiving` centres take bookings."""

    articles: int
    unreviewed_articles: int
    centres: int
    unreviewed_centres: int
    without_hours: int
    without_phone: int
    receiving: int
    receiving_alone: int  # of them, without a librarian who would learn of a booking
    librarians: int
    offers_booking: bool = True


def launch_counts(
    articles: Sequence[Article],
    centres: Sequence[Centre],
    staffed: Collection[str],
    today: date,
    *,
    offers_booking: bool = True,
) -> LaunchCounts:
    """The counts of today; `staffed` has the centre of each librarian."""
    receiving = [one for one in centres if one.consultations]
    return LaunchCounts(
        len(articles),
        sum(one.awaits_check(today) for one in articles),
        len(centres),
        sum(one.checked is None for one in centres),
        sum(one.hours is None for one in centres),
        sum(not one.phones for one in centres),
        len(receiving),
        sum(one.id not in staffed for one in receiving),
        len(staffed),
        offers_booking,
    )
