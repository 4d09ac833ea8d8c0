"""From the sums of the store to the figures of a report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bot.stats.aggregates import CentreSum, KindSum, Sums
from bot.stats.figures import Automatic, BookingFigures, CentreFigures, Figures, Ratings, Tally, Work
from bot.stats.interaction import InteractionKind
from bot.stats.period import Period
from bot.stats.time_series import busy_hours, months, weeks

NONE_FITTED = "none_fits"  # detail of NOTHING_FOUND: «Нет, другое» under a choice
CHOSEN = "s"  # detail of READ: opened out of a choice
# Channels of those whom a librarian wrote down: at the door, booked by phone, helped by phone.
WALK_IN, PHONE, BY_PHONE = "walk_in", "phone", "phone_help"
_WITHOUT_BOOKING = frozenset({WALK_IN, BY_PHONE})
ARRIVED = "arrived"
TIMED = "timed"  # detail of REPLY: its minutes are known


def figures(sums: Sums, period: Period) -> Figures:
    """The figures of a period."""
    held = sums.consultations
    return Figures(
        users=sums.users,
        new_users=sums.new_users,
        unnamed_visits=sum(one.count for one in held if one.channel in {WALK_IN, PHONE, BY_PHONE}),
        automatic=_automatic(sums.kinds),
        work=_work(sums.kinds),
        bookings=_bookings(sums.kinds),
        ratings=Ratings(sum(one.ratings for one in sums.kinds), sum(one.rating for one in sums.kinds)),
        events=_count(sums.kinds, InteractionKind.EVENT) or None,
        topics=_tallies((one.topic, one.count) for one in held),
        outcomes=_tallies((one.outcome, one.count) for one in held),
        channels=_tallies((one.channel, one.count) for one in held),
        articles=tuple(sorted(sums.articles, key=lambda one: (-one.shown, one.article))),
        weeks=weeks(sums.hours, period),
        months=months(sums.hours, period),
        busy=busy_hours(sums.hours),
        centres=_centres(sums),
    )


def _automatic(kinds: Sequence[KindSum]) -> Automatic:
    chosen, gone_on = (
        _count(kinds, InteractionKind.READ, detail=CHOSEN),
        _count(kinds, InteractionKind.NOTHING_FOUND, detail=NONE_FITTED),
    )
    return Automatic(
        answered=_count(kinds, InteractionKind.ANSWER),
        suggested=_count(kinds, InteractionKind.SUGGESTION),
        chosen=chosen,
        read=_count(kinds, InteractionKind.READ) - chosen,
        centres_found=_count(kinds, InteractionKind.CENTRE_FOUND),
        nothing_found=_count(kinds, InteractionKind.NOTHING_FOUND) - gone_on,
        none_fitted=gone_on,
    )


def _work(kinds: Sequence[KindSum]) -> Work:
    held = _held(kinds)
    return Work(
        consultations=sum(one.count for one in held),
        walk_ins=sum(one.count for one in held if one.channel == WALK_IN),
        by_phone=sum(one.count for one in held if one.channel == BY_PHONE),
        minutes=sum(one.minutes for one in held),
        questions=_count(kinds, InteractionKind.QUESTION),
        replies=_count(kinds, InteractionKind.REPLY),
        timed_replies=_count(kinds, InteractionKind.REPLY, detail=TIMED),
        reply_minutes=sum(one.minutes for one in kinds if one.kind == InteractionKind.REPLY),
    )


def _bookings(kinds: Sequence[KindSum]) -> BookingFigures:
    kept = [one for one in _held(kinds) if one.channel not in _WITHOUT_BOOKING]
    number = sum(one.count for one in kept)
    return BookingFigures(
        made=_count(kinds, InteractionKind.BOOKING),
        kept=number,
        cancelled=_count(kinds, InteractionKind.CONSULTATION, state="cancelled"),
        no_show=_count(kinds, InteractionKind.CONSULTATION, state="no_show"),
        open=_count(kinds, InteractionKind.CONSULTATION, state="booked"),
        displaced=_count(kinds, InteractionKind.CONSULTATION, state="displaced"),
        lead_days=sum(one.lead_days for one in kept) / number if number else None,
    )


def _held(kinds: Sequence[KindSum]) -> list[KindSum]:
    return [one for one in kinds if (one.kind, one.state) == (InteractionKind.CONSULTATION, ARRIVED)]


def _count(
    kinds: Sequence[KindSum], kind: InteractionKind, *, state: str | None = None, detail: str | None = None
) -> int:
    return sum(
        one.count for one in kinds if one.kind == kind and state in {None, one.state} and detail in {None, one.detail}
    )


def _tallies(counts: Iterable[tuple[str, int]]) -> tuple[Tally, ...]:
    sums: Counter[str] = Counter()
    for key, count in counts:
        sums[key] += count
    return tuple(Tally(key, count) for key, count in sorted(sums.items(), key=lambda one: (-one[1], one[0])))


def _centres(sums: Sums) -> tuple[CentreFigures, ...]:
    by_centre: defaultdict[str, list[CentreSum]] = defaultdict(list)
    for one in sums.centres:
        by_centre[one.centre].append(one)
    found = (_centre(centre, rows, sums.centre_users.get(centre, 0)) for centre, rows in by_centre.items())
    return tuple(sorted(found, key=lambda one: (-one.consultations, -one.made, one.centre)))


def _centre(centre: str, rows: Sequence[CentreSum], users: int) -> CentreFigures:
    counts = {(row.kind, row.state): row.count for row in rows}
    return CentreFigures(
        centre=centre,
        users=users,
        consultations=counts.get((InteractionKind.CONSULTATION, ARRIVED), 0),
        made=sum(row.count for row in rows if row.kind == InteractionKind.BOOKING),
        no_show=counts.get((InteractionKind.CONSULTATION, "no_show"), 0),
        cancelled=counts.get((InteractionKind.CONSULTATION, "cancelled"), 0),
        replies=sum(row.count for row in rows if row.kind == InteractionKind.REPLY),
    )
