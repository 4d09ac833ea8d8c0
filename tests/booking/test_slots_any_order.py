"""Whatever people do, and in whatever order: the desks on a real database, against a list kept by hand."""

import asyncio
from collections.abc import Coroutine
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.booking.booking import HOLDING, Booking, BookingId, BookingState, Interval
from bot.booking.limits import BookingLimits
from bot.booking.notices import reminders
from bot.booking.refusals import Refusal
from bot.booking.slots import crowd
from bot.people import Address
from tests.booking.reading_room import ANNA, BORIS, GLEB, LIBRARIAN, LIPKI, VERA, local, reading_room
from tests.booking.scene import Scene, Told, day_wish, minutes, scene, wish

R = TypeVar("R")

CENTRE = reading_room("Mo-Fr 10:00-11:30", desks=2, horizon_days=3)
COUNTED = "select booking, state, outcome, rating, at from contact where kind = 'consultation' order by booking"
LIMITS = BookingLimits(live_bookings=2, buffer=minutes(5), offer=minutes(30))
DAYS = (date(2026, 11, 25), date(2026, 11, 26))

people = st.sampled_from((ANNA, BORIS, VERA, GLEB))
times = st.sampled_from([local(f"{day} {time}") for day in DAYS for time in ("10:00", "10:30", "11:00")])
topics = st.sampled_from(("passport", "benefits"))
numbers = st.integers(0, 200)


class AnyOrder(RuleBasedStateMachine):
    """`booked` is what citizens were told: the number of each visit and when it is."""

    @initialize()
    def open_the_library(self) -> None:
        self.folder = TemporaryDirectory()
        self.runner = asyncio.Runner()
        self.opened = scene(Path(self.folder.name) / "test.db", CENTRE, limits=LIMITS)
        self.stage: Scene = self.run(self.opened.__aenter__())
        self.booked: dict[BookingId, datetime] = {}
        self.table: list[Booking] = []

    def run(self, work: Coroutine[Any, Any, R]) -> R:
        return self.runner.run(work)

    def attempt(self, work: Coroutine[Any, Any, R]) -> R | None:
        """None where a rule says no; anything else that is raised fails the test."""
        try:
            return self.run(work)
        except Refusal:
            return None

    def hear(self, booking: Booking | None) -> None:
        if booking and booking.state is BookingState.BOOKED:
            self.booked[booking.id] = booking.starts_at
        elif booking:
            self.booked.pop(booking.id, None)

    def any_of(self, number: int) -> Booking:
        return self.table[number % len(self.table)]

    @rule(citizen=people, at=times, topic=topics, for_other=st.booleans(), taps=st.integers(1, 2))
    def book(self, citizen: Address, at: datetime, topic: str, *, for_other: bool, taps: int) -> None:
        for _ in range(taps):
            self.hear(self.attempt(self.stage.desk.book(citizen, wish(at, "Ия", topic, for_other=for_other))))

    @precondition(lambda self: self.table)
    @rule(number=numbers, at=times, by_librarian=st.booleans())
    def move(self, number: int, at: datetime, *, by_librarian: bool) -> None:
        booking = self.any_of(number)
        person = LIBRARIAN if by_librarian or booking.citizen is None else booking.citizen
        self.hear(self.attempt(self.stage.desk.move(person, booking.id, at)))

    @precondition(lambda self: self.table)
    @rule(number=numbers, by_librarian=st.booleans())
    def cancel(self, number: int, *, by_librarian: bool) -> None:
        booking = self.any_of(number)
        person = LIBRARIAN if by_librarian or booking.citizen is None else booking.citizen
        self.hear(self.attempt(self.stage.desk.cancel(person, booking.id)))

    @rule(citizen=people, day=st.sampled_from(DAYS), topic=topics)
    def join(self, citizen: Address, day: date, topic: str) -> None:
        self.attempt(self.stage.line.join(citizen, day_wish(day, topic=topic)))

    @precondition(lambda self: any(one.state is BookingState.OFFERED for one in self.table))
    @rule(number=numbers, yes=st.booleans())
    def answer_offer(self, number: int, *, yes: bool) -> None:
        offers = [one for one in self.table if one.state is BookingState.OFFERED]
        offer = offers[number % len(offers)]
        if yes:
            self.hear(self.attempt(self.stage.line.accept(offer.citizen or ANNA, offer.id)))
        else:
            self.attempt(self.stage.line.decline(offer.citizen or ANNA, offer.id))

    @rule(at=times, topic=topics)
    def phone(self, at: datetime, topic: str) -> None:
        self.hear(self.attempt(self.stage.visits.phoned(LIBRARIAN, wish(at, "Пётр", topic))))

    @rule(topic=topics)
    def walk_in(self, topic: str) -> None:
        self.attempt(self.stage.visits.walk_in(LIBRARIAN, LIPKI, topic))

    @precondition(lambda self: self.table)
    @rule(number=numbers, came=st.booleans())
    def mark(self, number: int, *, came: bool) -> None:
        desk, booking = self.stage.visits, self.any_of(number)
        self.hear(self.attempt((desk.mark_arrived if came else desk.mark_no_show)(LIBRARIAN, booking.id)))

    @rule(day=st.sampled_from(DAYS), citizen=people, topic=topics, yes=st.booleans())
    def wait_for_a_freed_place(self, day: date, citizen: Address, topic: str, *, yes: bool) -> None:
        self.fill(day)
        self.attempt(self.stage.line.join(citizen, day_wish(day, topic=topic)))
        for booking in self.run(self.stage.visits.day(LIBRARIAN, LIPKI, day))[:2]:
            self.hear(self.attempt(self.stage.desk.cancel(LIBRARIAN, booking.id)))
        for offer in self.run(self.stage.desk.bookings_of(citizen)):
            if yes and offer.state is BookingState.OFFERED:
                self.hear(self.attempt(self.stage.line.accept(citizen, offer.id)))

    def fill(self, day: date) -> None:
        for at in (local(f"{day} 10:00"), local(f"{day} 11:00")):
            for called in ("Пётр", "Павел"):
                self.hear(self.attempt(self.stage.visits.phoned(LIBRARIAN, wish(at, called))))

    @precondition(lambda self: len(self.table) > 6)
    @rule(at=times, long=st.sampled_from((30, 120)))
    def close(self, at: datetime, long: int) -> None:
        hours = Interval(at, at + minutes(long))
        closed = self.attempt(self.stage.closing.close(LIBRARIAN, LIPKI, hours))
        for booking in closed.displaced if closed else ():
            self.hear(booking)

    @precondition(lambda self: any(one.state is BookingState.DISPLACED for one in self.table))
    @rule()
    def reopen(self) -> None:
        for closure in self.run(self.stage.closing.ahead(LIBRARIAN, LIPKI))[:1]:
            self.run(self.stage.closing.reopen(LIBRARIAN, closure.id))

    @rule(citizen=people)
    def forget(self, citizen: Address) -> None:
        ahead = self.run(self.stage.desk.bookings_of(citizen))
        self.run(self.stage.desk.forget(citizen))
        for booking in ahead:
            if booking.starts_at > self.stage.clock.now():
                self.booked.pop(booking.id, None)

    @rule(pause=st.sampled_from((1, 31, 240, 1380)), tick=st.booleans())
    def time_passes(self, pause: int, *, tick: bool) -> None:
        self.stage.clock.advance(minutes(pause))
        if tick:
            self.run(self.stage.line.pass_on())

    @invariant()
    def every_rule_holds(self) -> None:
        self.table = self.run(self.stage.table())
        self.never_more_visits_at_once_than_desks()
        self.the_table_says_what_people_were_told()
        self.each_list_is_the_table()
        self.each_live_booking_has_exactly_its_reminders_ahead()
        self.nobody_has_too_many_or_is_in_two_places()
        self.the_figures_say_what_the_table_says()

    def never_more_visits_at_once_than_desks(self) -> None:
        held = [Interval(one.starts_at, one.free_at) for one in self.table if one.state in HOLDING and one.holds_desk]

        assert all(crowd(held, one) <= 2 for one in held)

    def the_figures_say_what_the_table_says(self) -> None:
        told = self.run(self.stage.database.read(lambda db: db.execute(COUNTED).fetchall()))
        booked = [(one.id, one.state, one.outcome, one.rating, one.starts_at.isoformat()) for one in self.table]

        assert told == [one for one in booked if one[1] not in {BookingState.OFFERED, BookingState.LAPSED}]

    def the_table_says_what_people_were_told(self) -> None:
        booked = {one.id: one.starts_at for one in self.table if one.state is BookingState.BOOKED}

        assert booked == self.booked

    def each_list_is_the_table(self) -> None:
        now, listed = self.stage.clock.now(), {BookingState.BOOKED, BookingState.OFFERED, BookingState.DISPLACED}
        ahead = sorted(
            (one for one in self.table if one.state in listed and one.ends_at > now),
            key=lambda one: (one.starts_at, one.id),
        )

        for citizen in (ANNA, BORIS, VERA, GLEB):
            assert self.run(self.stage.desk.bookings_of(citizen)) == [one for one in ahead if one.citizen == citizen]

    def each_live_booking_has_exactly_its_reminders_ahead(self) -> None:
        now = self.stage.clock.now()
        owed = [
            Told(promise.to.id, promise.kind, promise.due_at)
            for one in self.table
            if one.is_live(now)
            for promise in reminders(one, CENTRE, now)
        ]
        promised = [told for told in self.run(self.stage.waiting("reminder")) if told.due_at > now]

        assert sorted(promised, key=str) == sorted(owed, key=str)

    def nobody_has_too_many_or_is_in_two_places(self) -> None:
        now = self.stage.clock.now()
        for citizen in (ANNA, BORIS, VERA, GLEB):
            live = [one for one in self.table if one.citizen == citizen and one.is_live(now)]
            assert len(live) <= LIMITS.live_bookings
            for key in {one.visitor.key for one in live}:
                assert crowd([one.slot.interval for one in live if one.visitor.key == key], WHENEVER) <= 1

    def teardown(self) -> None:
        self.run(self.opened.__aexit__(None, None, None))
        self.runner.close()
        self.folder.cleanup()


WHENEVER = Interval(local("2026-11-01 00:00"), local("2027-11-01 00:00"))

AnyOrder.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=timedelta(seconds=20),
    suppress_health_check=[HealthCheck.too_slow],
)
TestAnyOrder = AnyOrder.TestCase
