"""A librarian sets another number of desks for some days; shown before it is done."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.booking.capacity import CapacityChangeId
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desks_service import DesksService
from bot.booking.typed.typed_centre import read_centre
from bot.booking.typed.typed_desks import MOST_DESKS, SaidDesks, notice_days, read_desks
from bot.centres.centre import Centre
from bot.clock import Clock
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.time.doubts import Unsure
from bot.screens.acts import which_centre
from bot.screens.home import home
from bot.screens.time_codes import date_of
from bot.screens.timetable_changes import desks as screens
from bot.screens.timetable_changes.actions import PreviewDesks, ResetDesks, SetDesks
from bot.screens.timetable_changes.prompts import DesksDaysPrompt


async def said(
    talk: Talk, text: str, desks_service: DesksService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """«с 7 по 10 декабря одно место»; «завтра два окна не работают»."""
    read = read_desks(text, clock.now().astimezone(zone))
    if read is None:
        await talk.reply(home.outdated())
    else:
        await _with_days(talk, text, read, desks_service, day_view)


async def typed_days(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: DesksDaysPrompt,
    desks_service: DesksService,
    day_view: DayView,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """The days, typed where they were asked for; or the whole said anew."""
    now = clock.now().astimezone(zone)
    days = notice_days(text, now)
    read = read_desks(text, now) or SaidDesks(prompt.desks, days.meaning, prompt.are_gone, days.passed)
    await _with_days(talk, text, read, desks_service, day_view)


async def preview(talk: Talk, action: PreviewDesks, desks_service: DesksService) -> None:
    """Shows what the number of the button would mean."""
    if days := days_of(action):
        plan = await desks_service.plan(talk.person, action.centre, days, action.desks)
        await talk.ask(screens.preview(plan), DesksDaysPrompt(action.desks))
    else:
        await talk.reply(home.outdated())


async def set_desks(talk: Talk, action: SetDesks, desks_service: DesksService) -> None:
    """Sets the number that was shown."""
    days = days_of(action)
    if days is None:
        await talk.reply(home.outdated())
        return
    plan = await desks_service.set_desks(talk.person, action.centre, days, action.desks)
    ahead = await desks_service.ahead(talk.person, action.centre)
    await talk.awaited.clear(talk.conversation)
    change = next(one for one in reversed(ahead) if (one.first, one.last) == (days.first, days.last))
    await talk.reply(screens.done(plan, change))


async def reset(talk: Talk, action: ResetDesks, desks_service: DesksService) -> None:
    """Takes the number back. Raises Gone, NotBookable, NotYours."""
    await talk.reply(screens.reset(await desks_service.reset(talk.person, CapacityChangeId(action.change))))


def centres_for(talk: Talk, text: str, day_view: DayView) -> Sequence[Centre]:
    """The centres that may be meant: the one that is named, those where the person works, all of an admin's."""
    served = day_view.served(talk.person)
    if named := read_centre(text, served):
        return [named]
    return day_view.own(talk.person) or served


def besides_centre(talk: Talk, passed: Sequence[str], day_view: DayView) -> tuple[str, ...]:
    """The words passed over, without those that name the centre: they are made use of."""
    served = day_view.served(talk.person)
    return tuple(words for words in passed if read_centre(words, served) is None)


async def ask_centre(talk: Talk, centres: Sequence[Centre]) -> None:
    """Says that there is none, or too many to choose from."""
    await talk.reply(which_centre.say_which() if centres else which_centre.none_here())


def days_of(action: PreviewDesks | SetDesks) -> BookableDays | None:
    """The days of a button of ours; None for what no such button carries."""
    first, last = date_of(action.first), date_of(action.last)
    is_ours = isinstance(first, date) and isinstance(last, date) and first <= last and 1 <= action.desks <= MOST_DESKS
    return BookableDays(first, last) if is_ours and first and last else None


async def _with_days(talk: Talk, text: str, read: SaidDesks, desks_service: DesksService, day_view: DayView) -> None:
    days = read.days
    if isinstance(days, Unsure):
        await talk.ask(screens.which_days(read.desks, days, gone=read.are_gone), _prompt(read))
        return
    centres, passed = centres_for(talk, text, day_view), besides_centre(talk, read.passed, day_view)
    if len(centres) > 1:
        centres = [one for one in centres if one.consultations]
    if not 1 <= len(centres) <= which_centre.CENTRES_SHOWN:
        await ask_centre(talk, centres)
        return
    numbers = [await _left(talk, one, read, days, desks_service) for one in centres]
    if len(centres) > 1:
        await talk.ask(screens.which_centre(centres, numbers, passed), _prompt(read))
    elif len(numbers[0]) > 1:
        await talk.ask(screens.by_days(centres[0], numbers[0], passed), _prompt(read))
    elif left := numbers[0][0][1]:
        plan = await desks_service.plan(talk.person, centres[0].id, days, left)
        await talk.ask(screens.preview(plan, passed), _prompt(read))
    else:
        await talk.reply(screens.nobody_left(centres[0], days, passed))


async def _left(
    talk: Talk, centre: Centre, read: SaidDesks, days: BookableDays, desks_service: DesksService
) -> list[tuple[BookableDays, int]]:
    """The desks that there are by days: those said, or those of the day less those that are gone."""
    if not read.are_gone:
        return [(days, read.desks)]
    named = await desks_service.named(talk.person, centre.id, days)
    return [(run, max(0, number - read.desks)) for run, number in named]


def _prompt(read: SaidDesks) -> DesksDaysPrompt:
    return DesksDaysPrompt(read.desks, read.are_gone)


ROUTES = Routes(
    actions={PreviewDesks: preview, SetDesks: set_desks, ResetDesks: reset},
    awaited={DesksDaysPrompt: typed_days},
)
