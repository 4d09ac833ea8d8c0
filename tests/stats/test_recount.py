"""The sums that the store keeps say the same as the rows they were made of, and go on saying it without the rows."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.booking.booking import Booking, BookingId, BookingState, Origin, OutcomeId, VisitCode, Visitor
from bot.booking.consultation_log.entry import ConsultationEntry, EntryId, HelpedPeople, HelpKind
from bot.centres.centre import CentreId
from bot.people import Address
from bot.stats.interaction import Interaction, InteractionKind, InteractionRow, Pseudonyms
from bot.stats.period import Period
from bot.storage.migration import migrate
from bot.storage.tables import interactions, stats
from bot.storage.tables.bookings import BookingTable
from bot.storage.tables.consultation_log import ConsultationLogTable
from bot.storage.tables.visit_stats import VisitStatsTable
from tests.stats.recount import Opinion, recount

PSKOV = ZoneInfo("Europe/Moscow")
NAMES = Pseudonyms(b"key")
EVER = Period(date(2020, 1, 1), date(2029, 12, 31))
FIRST = datetime(2025, 11, 20, tzinfo=UTC)

Deed = Callable[[sqlite3.Connection], object]

people = st.sampled_from([Address("telegram", number) for number in range(1, 5)])
moments = st.integers(0, 450 * 24).map(lambda hours: FIRST + timedelta(hours=hours))
centres = st.sampled_from(["pskov", "ostrov"])
articles = st.sampled_from(["login", "doctor"])
kinds_of_help = st.sampled_from(HelpKind)


@st.composite
def chats(draw: st.DrawFn) -> Deed:
    kind = draw(
        st.sampled_from(
            [kind for kind in InteractionKind if kind not in {InteractionKind.BOOKING, InteractionKind.CONSULTATION}]
        )
    )
    article = draw(articles) if kind in {InteractionKind.ANSWER, InteractionKind.READ} else None
    detail, centre = draw(st.sampled_from([None, "s", "b", "none_fits", "timed"])), draw(st.none() | centres)
    name, at = NAMES.pseudonym_for(draw(people)), draw(moments).astimezone(PSKOV)
    contact = Interaction(at, "telegram", kind, name, article, detail, centre)
    return lambda db: interactions.add(db, contact)


@st.composite
def opinions(draw: st.DrawFn) -> Deed:
    name, article, at, helped = NAMES.pseudonym_for(draw(people)), draw(articles), draw(moments), draw(st.booleans())
    return lambda db: interactions.rate(db, name, article, at, helped=helped)


@st.composite
def visits(draw: st.DrawFn) -> Deed:
    """A booking and all that becomes of it."""
    origin, start = draw(st.sampled_from(Origin)), draw(moments)
    made = start if origin is Origin.WALK_IN else start - timedelta(hours=draw(st.integers(0, 200)))
    booking = Booking(
        id=BookingId(0),
        code=VisitCode(""),
        centre=CentreId(draw(centres)),
        topic=draw(st.sampled_from(["passport", "doctor"])),
        citizen=draw(people) if origin is Origin.CHAT else None,
        visitor=Visitor("Анна"),
        origin=origin,
        starts_at=start,
        ends_at=start + timedelta(minutes=draw(st.sampled_from([20, 40]))),
        free_at=start + timedelta(hours=1),
        state=draw(st.sampled_from([BookingState.ARRIVED, BookingState.CANCELLED, BookingState.LAPSED])),
        made_at=made,
    )
    fates = draw(st.lists(st.tuples(st.sampled_from(BookingState), st.integers(0, 40)), max_size=3))
    outcome, rating = (
        draw(st.none() | st.sampled_from([OutcomeId("explained"), OutcomeId("sent_to_mfc")])),
        draw(st.none() | st.integers(1, 5)),
    )

    def deed(db: sqlite3.Connection) -> None:
        table = BookingTable(db, record=VisitStatsTable(NAMES, PSKOV).record)
        now = table.take(booking, desks=99)
        for state, later in fates:
            now = table.keep(_moved(now, state, timedelta(days=later), outcome, rating))

    return deed


@st.composite
def helped(draw: st.DrawFn) -> Deed:
    """An entry of the consultation log, given other outcomes or struck afterwards."""
    made, back = draw(moments), draw(st.integers(0, 30))
    entry = ConsultationEntry(
        id=EntryId(0),
        centre=CentreId(draw(centres)),
        day=made.astimezone(PSKOV).date() - timedelta(days=back),
        helped=HelpedPeople(
            draw(st.integers(1, 12)), draw(st.none() | st.sampled_from(["passport", "doctor"])), draw(kinds_of_help)
        ),
        author=Address("telegram", 9),
        made_at=made,
        minutes=draw(st.none() | st.just(40)),
    )
    outcomes = draw(st.lists(st.sampled_from(["explained", "printed"]), max_size=2))
    struck_at = draw(st.none() | st.just(made))

    def deed(db: sqlite3.Connection) -> None:
        table = ConsultationLogTable(db, PSKOV)
        now = table.add(entry)
        for outcome in outcomes:
            now = table.keep(replace(now, helped=replace(now.helped, outcome=outcome)))
        if struck_at:
            table.keep(replace(now, struck_at=struck_at))

    return deed


def _moved(
    booking: Booking, state: BookingState, later: timedelta, outcome: OutcomeId | None, rating: int | None
) -> Booking:
    if state in {BookingState.OFFERED, BookingState.LAPSED} or (state is BookingState.BOOKED and booking.citizen):
        state = BookingState.DISPLACED  # what was once booked is no offer, and nobody is booked in two places at once
    return replace(
        booking,
        state=state,
        outcome=outcome if state is BookingState.ARRIVED else None,
        rating=rating if state is BookingState.ARRIVED else None,
        starts_at=booking.starts_at + later,
        ends_at=booking.ends_at + later,
        free_at=booking.free_at + later,
    )


periods = st.tuples(st.integers(-40, 500), st.integers(0, 40) | st.integers(0, 420)).map(
    lambda days: Period(FIRST.date() + timedelta(days[0]), FIRST.date() + timedelta(days[0] + days[1]))
)
whole = st.sampled_from(
    [
        Period(date(2026, 1, 1), date(2026, 12, 31)),
        Period(date(2026, 1, 1), date(2026, 9, 30)),
        Period(date(2026, 2, 1), date(2026, 2, 28)),
    ]
)
lives = st.lists(chats() | opinions() | visits() | helped(), max_size=25)


@settings(max_examples=80, deadline=None)
@given(lives, periods | whole, st.none() | centres, st.integers(0, 500))
def test_a_report_is_a_recount_of_the_rows_and_stays_so_without_them(
    life: list[Deed], period: Period, centre: str | None, closed: int
) -> None:
    with closing(_lived(life)) as db:
        expected = [_recounted(db, of, centre) for of in (period, period.before())]

        before = stats.report(db, period, centre)
        interactions.close_days(db, FIRST.date() + timedelta(closed))
        after = stats.report(db, period, centre)

        assert [before.now, before.before] == expected
        assert after == before


@settings(max_examples=40, deadline=None)
@given(lives, periods)
def test_nothing_changes_when_a_person_is_forgotten(life: list[Deed], period: Period) -> None:
    with closing(_lived(life)) as db:
        before = stats.report(db, period, None)

        db.execute(
            "update pseudonym set name = 'forgotten' where name = ?", (NAMES.pseudonym_for(Address("telegram", 1)),)
        )

        assert stats.report(db, period, None) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(visits(), max_size=12))
def test_the_rows_of_visits_say_what_the_bookings_say(life: list[Deed]) -> None:
    with closing(_lived(life)) as db:
        booked = db.execute(
            "select id, centre, topic, iif(origin = 'walk_in' and state = 'cancelled', 'struck', state), outcome,"
            " rating, starts_at from booking where exists"
            " (select 1 from contact where booking = booking.id) order by id"
        ).fetchall()
        told = db.execute(
            "select booking, centre, topic, state, outcome, rating, at from contact where kind = 'consultation'"
            " order by booking"
        ).fetchall()

        assert told == booked


def _lived(life: list[Deed]) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db)
    for deed in life:
        deed(db)
    return db


def _recounted(db: sqlite3.Connection, period: Period, centre: str | None) -> object:
    rows: list[InteractionRow] = stats.rows(db, EVER, None, 10_000)
    judged = [
        Opinion(date.fromisoformat(day), article, bool(helped))
        for day, article, helped in db.execute("select day, article, helped from opinion")
    ]
    return recount(rows, judged, period, centre)
