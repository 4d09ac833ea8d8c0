"""The consultation log joined from what is known now: entries with their centres, topics, outcomes and authors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.booking.booking import Origin
from bot.booking.consultation_log.entry import ConsultationEntry
from bot.booking.consultation_log.log_service import ConsultationLog
from bot.booking.consultation_log.open_days import first_open_day
from bot.booking.consultation_log.told_people import ToldPeople, is_half_read, read_told
from bot.booking.consultation_log.typed_outcome import read_outcome
from bot.booking.consultation_log.typed_people import TypedPeople, read_people
from bot.booking.refusals import NotYours
from bot.booking.typed.typed_topic import read_topic
from bot.centres.centre import Centre
from bot.handlers.librarian_day.day_view import DayView
from bot.people import Address
from bot.screens.consultation_log.beside_written import CountedOfDay
from bot.screens.consultation_log.log import SeenEntry
from bot.screens.consultation_log.shown_before import LogLists
from bot.understanding.extractors.topic_words import topic_in


@dataclass(frozen=True, slots=True)
class LogView:
    """Joins entries with what the files give at every press; the service checks the rights."""

    log: ConsultationLog
    day_view: DayView

    def own(self, person: Address) -> list[Centre]:
        """Every centre where the person works, whether it takes bookings or not."""
        found = (self.day_view.centre_lookup.centre(id_) for id_ in self.day_view.roster.centres_of(person))
        return [one for one in found if one]

    def served(self, person: Address) -> list[Centre]:
        """The centres whose log the person may write: all of them for an admin, by name."""
        if not self.day_view.roster.is_admin(person):
            return self.own(person)
        return sorted(self.day_view.centre_lookup.directory.now.centres, key=lambda one: one.short_name)

    def checked(self, librarian: Address, id_: str) -> Centre:
        """The centre for one of its librarians. Raises NotBookable, NotYours."""
        found = self.day_view.known(id_)
        if not self.day_view.roster.works_at(librarian, found.id):
            raise NotYours
        return found

    def today(self, centre: Centre) -> date:
        """The day of the centre now."""
        return centre.day(self.day_view.centre_lookup.clock.now())

    def lists(self, centre: Centre) -> LogLists:
        """What the region's files call topics and outcomes, and the day of the centre now."""
        return LogLists(self.day_view.topics.all, self.day_view.outcomes.all, self.today(centre))

    def seen(self, entries: Iterable[ConsultationEntry], person: Address) -> list[SeenEntry]:
        """The entries as this person sees them."""
        return [self.one(entry, person) for entry in entries]

    def one(self, entry: ConsultationEntry, person: Address) -> SeenEntry:
        """One entry as this person sees it. Raises NotBookable where its centre is gone."""
        view = self.day_view
        centre = view.known(entry.centre)
        is_open = entry.day >= first_open_day(self.today(centre))
        may_strike = is_open and entry.may_strike(person, view.centre_lookup.clock.now())
        return SeenEntry(entry, centre, view.topics.all, view.outcomes.all, self.author(entry), may_strike)

    def author(self, entry: ConsultationEntry) -> str:
        """Who has written the entry."""
        return self.day_view.name_of(entry.author) if entry.author else "неизвестно"

    def find_topic(self, words: str) -> str | None:
        """The id of the topic that every one of the words names; None where a word names none."""
        topics = self.day_view.topics
        if topic := read_topic(words, topics.all):
            return topic.id
        found = topic_in(words)
        is_whole = found is not None and set(words.split()) <= found[1]
        return found[0] if found and is_whole and topics.find_topic(found[0]) else None

    def find_outcome(self, words: str) -> str | None:
        """The id of the outcome that all of the words name."""
        found = read_outcome(words, self.day_view.outcomes.all)
        return found.id if found else None

    def read_people(self, words: str) -> TypedPeople:
        """People, their topics and what came of it, by the region's files."""
        return read_people(words, self.find_topic, self.find_outcome)

    def told(self, text: str, today: date) -> ToldPeople | None:
        """The people of whom all the words tell; None for other words."""
        return read_told(text, today, self.find_topic, self.find_outcome)

    def is_half_read(self, text: str, today: date) -> bool:
        """Whether one number of the words would leave another one out."""
        return is_half_read(text, today, self.find_topic, self.find_outcome)

    async def last_of(self, person: Address) -> ConsultationEntry | None:
        """The line that this person wrote last, today or yesterday, and may still strike. Raises NotYours."""
        now, found = self.day_view.centre_lookup.clock.now(), list[ConsultationEntry]()
        for centre in self.own(person):
            for day in (self.today(centre), self.today(centre) - timedelta(days=1)):
                found += await self.log.of_day(person, centre.id, day)
        own = [one for one in found if one.may_strike(person, now)]
        return max(own, key=lambda one: (one.made_at, one.id), default=None)

    async def counted(self, librarian: Address, centre: Centre, day: date) -> CountedOfDay:
        """Who came without a booking that day, as it is written down by now. Raises NotYours."""
        now = self.day_view.centre_lookup.clock.now()
        entries = await self.log.of_day(librarian, centre.id, day)
        stays = [one for one in entries if not (one.is_from_sheet or one.may_strike(librarian, now))]
        visits = await self.day_view.visits.day(librarian, centre.id, day) if centre.consultations else []
        return CountedOfDay(
            sum(one.helped.people for one in entries),
            sum(one.helped.people for one in entries if one.is_from_sheet),
            sum(one.helped.people for one in stays),
            sum(one.origin is Origin.WALK_IN for one in visits),
            tuple(dict.fromkeys(self.author(one) for one in entries)),
        )
