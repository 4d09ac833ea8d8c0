"""What handlers of questions look up elsewhere: the centre that a question concerns, the names of colleagues."""

from dataclasses import dataclass

from bot.booking.booking_service import BookingService
from bot.booking.typed.typed_centre import read_centre
from bot.centres.centre import Centre, CentreId
from bot.faq.live_faq import LiveFaq
from bot.handlers.centre_lookup import CentreLookup
from bot.people import Address, People
from bot.privacy.shown_name import shown_name
from bot.questions.question import Question
from bot.screens.questions.lists import ListedQuestion
from bot.staff.roster import Roster


@dataclass(frozen=True, slots=True)
class QuestionDesk:
    """Joins questions with centres, people and articles."""

    booking: BookingService
    centre_lookup: CentreLookup
    roster: Roster
    people: People
    live_faq: LiveFaq

    async def centre_of(self, citizen: Address, text: str) -> CentreId | None:
        """The centre that the words name, else where the person has booked; None where neither is."""
        named = read_centre(text, self.centre_lookup.directory.now.centres)
        if named:
            return named.id
        booked = {one.centre for one in await self.booking.bookings_of(citizen)}
        return booked.pop() if len(booked) == 1 else None

    def name_of(self, person: Address | None) -> str | None:
        """How colleagues know this person; None for an admin who works at no centre."""
        name = self.roster.name_of(person) if person else None
        return shown_name(name) if name else None

    def listed(self, question: Question) -> ListedQuestion:
        """The question with who answers it now."""
        taken = question.taken_by if question.taken_at else None
        return ListedQuestion(question, (self.name_of(taken) or "другой библиотекарь") if taken else None)

    def centre_name(self, question: Question) -> str | None:
        """The short name of the centre that the question concerns."""
        centre: Centre | None = self.centre_lookup.centre(question.centre) if question.centre else None
        return centre.short_name if centre else None

    def title_of(self, article: str | None) -> str | None:
        """The title of an article that still is there."""
        found = self.live_faq.library.article(article or "")
        return found.title if found else None

    async def is_reached(self, citizen: Address) -> bool:
        """Whether messages reach the citizen."""
        return await self.people.reachable(citizen)
