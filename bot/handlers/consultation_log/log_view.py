"""The consultation log joined from what is known now: entries with their centres, topics, outcomes and authors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.booking.consultation_log.entry import ConsultationEntry
from bot.booking.consultation_log.log_service import ConsultationLog
from bot.booking.refusals import NotYours
from bot.booking.typed.typed_topic import read_topic
from bot.centres.centre import Centre
from bot.handlers.librarian_day.day_view import DayView
from bot.people import Address
from bot.screens.consultation_log.log import SeenEntry
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

    def seen(self, entries: Iterable[ConsultationEntry], person: Address) -> list[SeenEntry]:
        """The entries as this person sees them."""
        return [self.one(entry, person) for entry in entries]

    def one(self, entry: ConsultationEntry, person: Address) -> SeenEntry:
        """One entry as this person sees it. Raises NotBookable where its centre is gone."""
        view = self.day_view
        may_strike = entry.may_strike(person, view.centre_lookup.clock.now())
        centre = view.known(entry.centre)
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

    async def sheet_of(self, librarian: Address, centre: Centre, day: date) -> Sequence[ConsultationEntry]:
        """What an earlier sheet of that day has written. Raises NotYours."""
        return [one for one in await self.log.of_day(librarian, centre.id, day) if one.is_from_sheet]
