"""A simulated year of the oblast, the same for the same seed: 4,100 users, 9,500 requests, 2,850 consultations.

python -m benchmarks.oblast_year FILE [--year 2026]    a fresh database with that year and a weaker one before it

The totals are those that the libraries of the oblast report. How they spread over days, hours, centres, topics and
outcomes is our guess: good for looking at pictures and workbooks, not for conclusions.
"""

import argparse
import asyncio
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from benchmarks.oblast_shape import (
    AT_DESKS,
    CHAT_HOURS,
    IN_CHAT,
    MONTHS,
    OPEN_HOURS,
    OUTCOMES,
    RATINGS,
    TOPICS,
    Volume,
)
from bot.booking.booking import Booking, BookingId, BookingState, Origin, VisitCode, Visitor
from bot.centres.centre import CentreId
from bot.centres.directory import load as load_centres
from bot.faq.library import load as load_articles
from bot.people import Address
from bot.stats.interaction import Interaction, InteractionKind, Pseudonyms
from bot.storage.database import Database
from bot.storage.tables import interactions
from bot.storage.tables.bookings import BookingTable
from bot.storage.tables.visit_stats import VisitStatsTable

T = TypeVar("T")

ZONE = ZoneInfo("Europe/Moscow")
DATA = Path(__file__).parents[1] / "data"
NAMES = Pseudonyms(b"a simulated year")
CHANNEL = "telegram"


class Year:
    """Draws the year into an open transaction."""

    def __init__(self, db: sqlite3.Connection, year: int, volume: Volume, seed: int = 7) -> None:
        self._db, self._volume, self._dice = db, volume, Random(f"{seed}:{year}")
        first = date(year, 1, 1)
        self._days = [first + timedelta(number) for number in range((date(year + 1, 1, 1) - first).days)]
        self._people = [Address(CHANNEL, 10_000 + number) for number in range(volume.users)]
        self._centres = _weighted_centres()
        self._home = dict(zip(self._people, self._some(self._centres, volume.users), strict=True))
        # A few come again and again, most once or twice.
        self._keenness = {person: min(self._dice.paretovariate(1.6), 12.0) for person in self._people}
        self._articles = {
            article.id: 1 / rank
            for rank, article in enumerate(self._dice.sample(load_articles(DATA / "faq")[0].articles, k=150), start=2)
        }

    def write(self) -> None:
        """All of it, in the order of time."""
        moments = sorted(self._chat(), key=lambda contact: contact.at)
        for contact in moments:
            interactions.add(self._db, contact)
        self._opinions([one for one in moments if one.kind is InteractionKind.ANSWER])
        table = BookingTable(self._db, record=VisitStatsTable(NAMES, ZONE).record)
        for booking in sorted(self._bookings(), key=lambda booking: booking.made_at):
            taken = table.take(replace(booking, outcome=None, rating=None), desks=50)
            table.keep(replace(booking, id=taken.id, code=taken.code))

    def _chat(self) -> Iterator[Interaction]:
        v = self._volume
        for kind, number, detail in (
            (InteractionKind.ANSWER, v.answers, None),
            (InteractionKind.READ, v.chosen, "s"),
            (InteractionKind.READ, v.read, "b"),
            (InteractionKind.CENTRE_FOUND, v.centres_found, "typed"),
            (InteractionKind.REPLY, v.replies, None),
            (InteractionKind.SUGGESTION, v.suggested, None),
            (InteractionKind.NOTHING_FOUND, v.nothing_found, None),
            (InteractionKind.NOTHING_FOUND, v.none_fitted, "none_fits"),
            (InteractionKind.QUESTION, v.questions, None),
        ):
            yield from (self._contact(kind, person, detail) for person in self._some(self._keenness, number))
        yield from (self._contact(InteractionKind.TALK, person, "start") for person in self._people)

    def _contact(self, kind: InteractionKind, person: Address, detail: str | None) -> Interaction:
        day = self._day(IN_CHAT, rests=False)
        at = datetime.combine(day, time(self._one(CHAT_HOURS), self._dice.randrange(60)), ZONE)
        article = self._one(self._articles) if kind in {InteractionKind.ANSWER, InteractionKind.READ} else None
        return Interaction(at, CHANNEL, kind, NAMES.pseudonym_for(person), article, detail)

    def _opinions(self, answers: Sequence[Interaction]) -> None:
        poor = set(self._dice.sample(sorted(self._articles), k=12))
        for answer in self._dice.sample(answers, k=self._volume.opinions):
            helped = self._dice.random() < (0.45 if answer.article in poor else 0.88)
            interactions.rate(self._db, answer.person or "", answer.article or "", answer.at, helped=helped)

    def _bookings(self) -> Iterator[Booking]:
        v = self._volume
        from_chat = v.consultations - v.walk_ins - v.by_phone
        for state, origin, number in (
            (BookingState.ARRIVED, Origin.WALK_IN, v.walk_ins),
            (BookingState.ARRIVED, Origin.PHONE, v.by_phone),
            (BookingState.ARRIVED, Origin.CHAT, from_chat),
            (BookingState.NO_SHOW, Origin.CHAT, v.no_shows * 3 // 4),
            (BookingState.NO_SHOW, Origin.PHONE, v.no_shows - v.no_shows * 3 // 4),
            (BookingState.CANCELLED, Origin.CHAT, v.cancelled),
        ):
            yield from (self._booking(state, origin, person) for person in self._some(self._keenness, number))

    def _booking(self, state: BookingState, origin: Origin, person: Address) -> Booking:
        minute = self._dice.choice((0, 30))
        starts_at = datetime.combine(self._day(AT_DESKS, rests=True), time(self._one(OPEN_HOURS), minute), ZONE)
        lead = timedelta(days=min(int(self._dice.expovariate(1 / 3)), 21), hours=self._dice.uniform(2.5, 9))
        ends_at = starts_at + timedelta(minutes=self._dice.choice((20, 25, 30, 30, 40)))
        came, by_chat = state is BookingState.ARRIVED, origin is Origin.CHAT
        return Booking(
            id=BookingId(0),
            code=VisitCode(""),
            centre=CentreId(self._home[person] if by_chat else self._one(self._centres)),
            topic=self._one(TOPICS),
            citizen=person if by_chat else None,
            visitor=Visitor(""),
            origin=origin,
            starts_at=starts_at,
            ends_at=ends_at,
            free_at=ends_at,
            state=state,
            made_at=starts_at if origin is Origin.WALK_IN else starts_at - lead,
            outcome=self._one(OUTCOMES) if came else None,
            rating=self._one(RATINGS) if came and by_chat else None,
        )

    def _day(self, by_weekday: Sequence[float], *, rests: bool) -> date:
        """A day of the year; libraries rest during the first week of January and grow busier through the year."""
        while True:
            day = self._dice.choice(self._days)
            if rests and (day.month, day.day) <= (1, 8):
                continue
            if self._dice.random() * 12 * 12 < by_weekday[day.weekday()] * MONTHS[day.month - 1]:
                return day

    def _one(self, weights: Mapping[T, float]) -> T:
        return self._some(weights, 1)[0]

    def _some(self, weights: Mapping[T, float], number: int) -> list[T]:
        return self._dice.choices(list(weights), cum_weights=list(accumulate(weights.values())), k=number)


def _weighted_centres() -> dict[str, float]:
    """The two cities take a third, the others less and less, in the order of the file."""
    centres = [str(centre.id) for centre in load_centres(DATA, ZONE)[0].centres]
    return {id_: 1 / (rank + 3) for rank, id_ in enumerate(centres)}


def write_years(db: sqlite3.Connection, year: int) -> None:
    """The year of the figures, and before it one with two thirds of them."""
    Year(db, year - 1, Volume().times(2 / 3)).write()
    Year(db, year, Volume()).write()


async def fill(file: Path, year: int) -> None:
    """A fresh database at that place."""
    for leftover in file.parent.glob(f"{file.name}*"):
        leftover.unlink()
    async with await Database.open(file) as database:
        await database.write(lambda db: write_years(db, year))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--year", type=int, default=2026)
    options = arguments.parse_args()
    asyncio.run(fill(options.file, options.year))
    print(f"{options.file}: {options.year - 1} и {options.year}")


if __name__ == "__main__":
    main()
