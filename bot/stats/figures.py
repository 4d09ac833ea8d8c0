"""The figures of a period.

What the bot did by itself (`Automatic`) is never mixed with what librarians did (`Work`). A request is done where the
person got something: an answer, an opened article, a centre, a librarian's reply, a consultation.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Automatic:
    """What the bot did by itself, in the chat."""

    answered: int = 0  # questions answered at once
    suggested: int = 0  # questions answered by a choice of articles
    chosen: int = 0  # articles opened out of such a choice
    read: int = 0  # articles opened otherwise: from a group, a poster, a related one
    centres_found: int = 0
    nothing_found: int = 0  # questions that no article and no place fits
    none_fitted: int = 0  # «Нет, другое» under a choice of articles

    @property
    def asked(self) -> int:
        """How many questions were typed."""
        return self.answered + self.suggested + self.nothing_found

    @property
    def done(self) -> int:
        """How many requests were done without a librarian."""
        return self.answered + self.chosen + self.read + self.centres_found

    @property
    def share_answered(self) -> float | None:
        """The part of typed questions that ended in an article; None where none was typed."""
        return (self.answered + min(self.chosen, self.suggested)) / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Work:
    """The requests that librarians did."""

    consultations: int = 0  # visits that took place: booked in the chat, by phone, or without a booking
    walk_ins: int = 0  # of them, at the centre without a booking
    by_phone: int = 0  # of them, in a talk by phone
    minutes: int = 0  # that the consultations were meant to last
    questions: int = 0  # handed to librarians in the chat
    replies: int = 0  # of librarians to such questions, the first of each
    timed_replies: int = 0  # of them, those of which it is known how long they took
    reply_minutes: int = 0  # that those who asked have waited for these, nights and days off included

    @property
    def done(self) -> int:
        """How many requests librarians did."""
        return self.consultations + self.replies

    @property
    def hours_to_reply(self) -> float | None:
        """The mean hours from a question to its first answer; None where it is not known."""
        return self.reply_minutes / self.timed_replies / 60 if self.timed_replies else None


@dataclass(frozen=True, slots=True)
class BookingFigures:
    """`made` counts by the day of booking, all others by the day of the visit."""

    made: int = 0
    kept: int = 0
    cancelled: int = 0
    no_show: int = 0
    open: int = 0  # still ahead, or not marked by a librarian
    displaced: int = 0  # the centre closed these hours, the person has not chosen others
    lead_days: float | None = None  # from booking to visit, the mean over those kept


@dataclass(frozen=True, slots=True)
class Ratings:
    """What people said to «Помогли вам?», 1–5."""

    count: int = 0
    total: int = 0

    @property
    def mean(self) -> float | None:
        """The mean rating; None where nobody rated."""
        return self.total / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one sort: `key` is the id of a topic, an outcome, a channel."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """How often an article was shown and what people thought of it."""

    article: str
    shown: int
    helped: int
    not_helped: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """A day, week or month of the period; `first` is its first day, even where the period begins later."""

    first: date
    automatic: int = 0
    replies: int = 0
    consultations: int = 0

    @property
    def requests(self) -> int:
        """All requests done in the bucket."""
        return self.automatic + self.replies + self.consultations


@dataclass(frozen=True, slots=True)
class Busy:
    """An hour of the week: weekday 0 is Monday, `hour` 9 is from 9:00 to 10:00 of the region."""

    weekday: int
    hour: int
    automatic: int = 0
    replies: int = 0
    consultations: int = 0

    @property
    def requests(self) -> int:
        """All requests done in that hour of the week."""
        return self.automatic + self.replies + self.consultations


@dataclass(frozen=True, slots=True)
class CentreFigures:
    """One centre: what took place there."""

    centre: str
    users: int  # known people who booked, came or had an answer
    consultations: int
    made: int
    no_show: int
    cancelled: int
    replies: int = 0  # of its librarians to questions in the chat, the first of each


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything counted in a period. With a centre, only what is known to have happened at it."""

    users: int = 0  # distinct people of the chat, exactly
    new_users: int = 0  # of them, those who had never been in touch before
    unnamed_visits: int = 0  # consultations of people the bot does not know: by phone, without a booking, on paper
    automatic: Automatic = field(default_factory=Automatic)
    work: Work = field(default_factory=Work)
    bookings: BookingFigures = field(default_factory=BookingFigures)
    ratings: Ratings = field(default_factory=Ratings)
    events: int | None = None  # None: nobody told the bot of any, so it is not known
    topics: tuple[Tally, ...] = ()  # consultations by topic, the most frequent first
    outcomes: tuple[Tally, ...] = ()  # consultations by outcome, "" where no librarian marked one
    channels: tuple[Tally, ...] = ()  # consultations by how they came about: telegram, phone, walk_in
    articles: tuple[ArticleFigures, ...] = ()  # the most shown first
    weeks: tuple[Bucket, ...] = ()  # from Mondays, none left out
    months: tuple[Bucket, ...] = ()  # none left out
    busy: tuple[Busy, ...] = ()  # hours of the week in which anything was done
    centres: tuple[CentreFigures, ...] = ()  # those where anything happened, the busiest first

    @property
    def returning_users(self) -> int:
        """People who had been in touch before the period."""
        return self.users - self.new_users

    @property
    def virtual(self) -> int:
        """The requests done in the chat."""
        return self.automatic.done + self.work.replies

    @property
    def in_person(self) -> int:
        """The requests done at a centre."""
        return self.work.consultations - self.work.by_phone

    @property
    def requests(self) -> int:
        """Requests done, by the bot and by librarians."""
        return self.virtual + self.work.consultations

    @property
    def busiest(self) -> Busy | None:
        """The hour of the week with most requests; None where there were none."""
        return max(self.busy, key=lambda hour: (hour.requests, -hour.weekday, -hour.hour), default=None)

    @property
    def unhelpful(self) -> tuple[ArticleFigures, ...]:
        """Articles that did not help somebody, the worst first."""
        some = (article for article in self.articles if article.not_helped)
        return tuple(sorted(some, key=lambda article: (-article.not_helped, article.helped, article.article)))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known of the period."""
        return self == Figures(weeks=self.weeks, months=self.months)
