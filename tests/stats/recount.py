"""The figures once more, straight from the rows: slow, plain, and without the sums of the store."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.stats.figures import (
    ArticleFigures,
    Automatic,
    BookingFigures,
    Bucket,
    Busy,
    CentreFigures,
    Figures,
    Ratings,
    Tally,
    Work,
)
from bot.stats.interaction import InteractionRow
from bot.stats.period import Period


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a person thought of an article on a day."""

    day: date
    article: str
    helped: bool


def recount(rows: Sequence[InteractionRow], opinions: Sequence[Opinion], period: Period, centre: str | None) -> Figures:
    """`rows` are all there are, so that it is known who is new."""
    within = [row for row in rows if period.first <= row.day <= period.last and centre in (None, row.centre)]
    met = {row.person for row in within if row.person is not None and row_is_met(row, at_centre=centre is not None)}
    held = [row for row in within if row.kind == "consultation" and row.state == "arrived"]
    kept = [row for row in held if row.channel not in {"walk_in", "phone_help"}]
    judged = [one for one in opinions if period.first <= one.day <= period.last and centre is None]
    return Figures(
        users=len(met),
        new_users=sum(period.first <= min(row.day for row in rows if row.person == one) <= period.last for one in met),
        unnamed_visits=sum(row.person is None for row in held),
        automatic=Automatic(
            answered=count(within, "answer"),
            suggested=count(within, "suggestion"),
            chosen=sum(row.kind == "read" and row.detail == "s" for row in within),
            read=sum(row.kind == "read" and row.detail != "s" for row in within),
            centres_found=count(within, "centre_found"),
            nothing_found=sum(row.kind == "nothing_found" and row.detail != "none_fits" for row in within),
            none_fitted=sum(row.kind == "nothing_found" and row.detail == "none_fits" for row in within),
        ),
        work=Work(
            consultations=len(held),
            walk_ins=sum(row.channel == "walk_in" for row in held),
            by_phone=sum(row.channel == "phone_help" for row in held),
            minutes=sum(row.minutes or 0 for row in held),
            questions=count(within, "question"),
            replies=count(within, "reply"),
            timed_replies=sum(row.kind == "reply" and row.detail == "timed" for row in within),
            reply_minutes=sum(row.minutes or 0 for row in within if row.kind == "reply"),
        ),
        bookings=BookingFigures(
            made=count(within, "booking"),
            kept=len(kept),
            cancelled=sum(row.state == "cancelled" for row in within),
            no_show=sum(row.state == "no_show" for row in within),
            open=sum(row.state == "booked" for row in within),
            displaced=sum(row.state == "displaced" for row in within),
            lead_days=sum(row.lead_days or 0 for row in kept) / len(kept) if kept else None,
        ),
        ratings=Ratings(sum(row.rating is not None for row in within), sum(row.rating or 0 for row in within)),
        events=count(within, "event") or None,
        topics=tallies(row.topic or "" for row in held),
        outcomes=tallies(row.outcome or "" for row in held),
        channels=tallies(row.channel for row in held),
        articles=articles(within if centre is None else [], judged),
        weeks=tuple(stretch(within, day, 7) for day in days(period) if day.weekday() == 0 or day == period.first),
        months=tuple(month(within, day) for day in days(period) if day.day == 1 or day == period.first),
        busy=busy(within),
        centres=centres(within),
    )


def row_is_met(row: InteractionRow, *, at_centre: bool) -> bool:
    if at_centre and row.kind == "question":
        return False
    return row.kind != "consultation" or row.state == "arrived"


def count(rows: Iterable[InteractionRow], kind: str) -> int:
    return sum(row.kind == kind for row in rows)


def work_of(row: InteractionRow) -> str | None:
    if row.kind == "consultation":
        return "consultation" if row.state == "arrived" else None
    return {"answer": "automatic", "read": "automatic", "centre_found": "automatic", "reply": "reply"}.get(row.kind)


def tallies(keys: Iterable[str]) -> tuple[Tally, ...]:
    return tuple(Tally(key, n) for key, n in sorted(Counter(keys).items(), key=lambda one: (-one[1], one[0])))


def days(period: Period) -> list[date]:
    return [period.first + timedelta(number) for number in range(period.days)]


def stretch(rows: Iterable[InteractionRow], day: date, length: int) -> Bucket:
    first = day - timedelta(day.weekday())
    return Bucket(first, *works(row for row in rows if first <= row.day < first + timedelta(length)))


def month(rows: Iterable[InteractionRow], day: date) -> Bucket:
    return Bucket(day.replace(day=1), *works(row for row in rows if f"{row.day:%Y%m}" == f"{day:%Y%m}"))


def works(rows: Iterable[InteractionRow]) -> list[int]:
    done = Counter(work_of(row) for row in rows)
    return [done["automatic"], done["reply"], done["consultation"]]


def busy(rows: Sequence[InteractionRow]) -> tuple[Busy, ...]:
    done = [row for row in rows if work_of(row) and row.is_timed]
    hours = sorted({(row.day.weekday(), row.hour) for row in done})
    return tuple(
        Busy(weekday, hour, *works(row for row in done if (row.day.weekday(), row.hour) == (weekday, hour)))
        for weekday, hour in hours
    )


def articles(rows: Iterable[InteractionRow], opinions: Sequence[Opinion]) -> tuple[ArticleFigures, ...]:
    shown = Counter(row.article for row in rows if row.kind in {"answer", "read"})
    named = {article for article in shown if article} | {one.article for one in opinions}
    found = [
        ArticleFigures(
            article,
            shown[article],
            sum(one.article == article and one.helped for one in opinions),
            sum(one.article == article and not one.helped for one in opinions),
        )
        for article in named
    ]
    return tuple(sorted(found, key=lambda one: (-one.shown, one.article)))


def centres(rows: Sequence[InteractionRow]) -> tuple[CentreFigures, ...]:
    found = []
    for centre in {row.centre for row in rows if row.centre and row.state != "struck"}:
        there = [row for row in rows if row.centre == centre]
        held = sum(row.kind == "consultation" and row.state == "arrived" for row in there)
        states = Counter(row.state for row in there)
        users = len({row.person for row in there if row.person is not None and row_is_met(row, at_centre=True)})
        made = count(there, "booking")
        found.append(
            CentreFigures(centre, users, held, made, states["no_show"], states["cancelled"], count(there, "reply"))
        )
    return tuple(sorted(found, key=lambda one: (-one.consultations, -one.made, one.centre)))
