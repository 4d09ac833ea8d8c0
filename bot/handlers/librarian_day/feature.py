"""A librarian's day: who comes, who has come, and what the clock tells of it."""

from zoneinfo import ZoneInfo

from bot.booking.helped import HelpedCount, HelpedLetters
from bot.booking.letters import LetterOutbox, LibrarianLetters
from bot.booking.unit_of_work import UnitOfWork
from bot.centres.live_directory import LiveDirectory
from bot.clock import Clock
from bot.handlers import refusals
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.feature import EVERY_MINUTE, Feature, Job, Renders, Wake, waking
from bot.handlers.librarian_day import acts, entries_by_words, today, visit_words
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.librarian_day.helped import helped_renders
from bot.handlers.librarian_day.letters import letter_renders
from bot.handlers.librarian_day.notices import day_renders
from bot.handlers.routes import together
from bot.questions.unit_of_work import QuestionStorage
from bot.staff.roster import Roster


def day_and_letter_renders(
    unit_of_work: UnitOfWork,
    centre_lookup: CentreLookup,
    day_view: DayView,
    questions: QuestionStorage,
    helped_count: HelpedCount,
) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""
    letters = letter_renders(unit_of_work, centre_lookup, day_view, questions)
    return {**day_renders(day_view), **letters, **helped_renders(helped_count, day_view.roster)}


def letter_jobs(  # noqa: PLR0913, PLR0917 - each is a service it names
    unit_of_work: UnitOfWork,
    directory: LiveDirectory,
    roster: Roster,
    notices: LetterOutbox,
    clock: Clock,
    bot_info: BotInfo,
    wake: Wake,
    zone: ZoneInfo,
) -> tuple[Job, ...]:
    """The letter of the month; those of the morning and the evening, where people can book."""
    month = Job(
        "letters of the month", EVERY_MINUTE, waking(HelpedLetters(roster, notices, clock, zone).send_due, wake)
    )
    letters = LibrarianLetters(unit_of_work, lambda: directory.now.centres, roster, notices, clock)
    return (month, Job("letters", EVERY_MINUTE, waking(letters.send_due, wake))) if bot_info.can_book else (month,)


FEATURE = Feature(
    "librarian_day",
    centre_group_routes=together(today.ROUTES, acts.ROUTES, entries_by_words.ROUTES, visit_words.ROUTES),
    notices=day_and_letter_renders,
    jobs=letter_jobs,
    refusals=refusals.LIBRARIAN,
)
