"""A librarian opens hours on one day more, and takes them away again; shown before it is done."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.booking.booking import Interval
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.extra_hours import ExtraHours, ExtraHoursId
from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.booking.typed.typed_desks import notice_days
from bot.booking.typed.typed_extra_hours import notice_hours, read_extra, undone_when
from bot.centres.centre import Centre
from bot.clock import Clock
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.timetable_changes.desks import ask_centre, besides_centre, centres_for
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.doubts import Unsure
from bot.screens.acts import which_centre
from bot.screens.closures.text import from_button
from bot.screens.home import home
from bot.screens.timetable_changes import extra_hours as screens
from bot.screens.timetable_changes.actions import AddExtra, PreviewExtra, RemoveExtra
from bot.screens.timetable_changes.prompts import ExtraHoursPrompt


async def said(
    talk: Talk, text: str, extra_hours_service: ExtraHoursService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """«ещё открыть субботу 5 декабря 10–14»."""
    read = read_extra(text, clock.now().astimezone(zone))
    if read is None:
        await talk.reply(home.outdated())
    else:
        await _with_hours(talk, text, read, extra_hours_service, day_view)


async def typed_hours(
    talk: Talk, text: str, extra_hours_service: ExtraHoursService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """The day and the hours, typed where they were asked for; or the whole said anew."""
    now = clock.now().astimezone(zone)
    await _with_hours(talk, text, read_extra(text, now) or notice_hours(text, now), extra_hours_service, day_view)


async def preview(talk: Talk, action: PreviewExtra, extra_hours_service: ExtraHoursService) -> None:
    """Shows what the hours of the button would bring."""
    if hours := from_button(action.start, action.end):
        await _show(talk, action.centre, hours, extra_hours_service)
    else:
        await talk.reply(home.outdated())


async def add(talk: Talk, action: AddExtra, extra_hours_service: ExtraHoursService) -> None:
    """Opens the hours that were shown."""
    hours = from_button(action.start, action.end)
    if hours is None:
        await talk.reply(home.outdated())
        return
    plan, extra = await extra_hours_service.add(talk.person, action.centre, hours)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(screens.added(extra, plan.centre))


async def remove(talk: Talk, action: RemoveExtra, extra_hours_service: ExtraHoursService, day_view: DayView) -> None:
    """Takes the hours away; with anybody booked then it is said how. Raises Gone, NotYours."""
    taken = await extra_hours_service.remove(talk.person, ExtraHoursId(action.extra))
    await talk.reply(screens.removed(taken, day_view.known(taken.extra.centre)))


async def undo_said(
    talk: Talk, text: str, extra_hours_service: ExtraHoursService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """«не открывать субботу 5 декабря»: the hours of that day are shown; all there are, where no day was said."""
    when = undone_when(text) or ""
    day = notice_days(when, clock.now().astimezone(zone)).meaning if when else None
    found: list[tuple[ExtraHours, Centre]] = []
    for centre in centres_for(talk, text, day_view):
        found += [(one, centre) for one in await extra_hours_service.ahead(centre.id)]
    meant = [(one, centre) for one, centre in found if _is_on(day, centre.day(one.interval.start))]
    await talk.reply(screens.removing(*meant[0]) if len(meant) == 1 else screens.which_to_remove(meant or found))


def _is_on(said: BookableDays | Unsure | None, day: date) -> bool:
    """Whether hours of that day are meant; none are, where no day was said."""
    return isinstance(said, BookableDays) and said.first <= day <= said.last


async def _with_hours(
    talk: Talk, text: str, noticed: Noticed[Interval], extra_hours_service: ExtraHoursService, day_view: DayView
) -> None:
    hours = noticed.meaning
    if isinstance(hours, Unsure):
        await talk.ask(screens.which_hours(hours), ExtraHoursPrompt())
        return
    centres, passed = centres_for(talk, text, day_view), besides_centre(talk, noticed.passed, day_view)
    if len(centres) == 1:
        await _show(talk, centres[0].id, hours, extra_hours_service, passed)
    elif 1 < len(centres) <= which_centre.CENTRES_SHOWN:
        await talk.ask(screens.which_centre(centres, hours, passed), ExtraHoursPrompt())
    else:
        await ask_centre(talk, centres)


async def _show(
    talk: Talk, centre: str, hours: Interval, extra_hours_service: ExtraHoursService, passed: Sequence[str] = ()
) -> None:
    plan = await extra_hours_service.plan(talk.person, centre, hours)
    await talk.ask(screens.preview(plan, passed), ExtraHoursPrompt())


ROUTES = Routes(
    actions={PreviewExtra: preview, AddExtra: add, RemoveExtra: remove},
    awaited={ExtraHoursPrompt: typed_hours},
)
