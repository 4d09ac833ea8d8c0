"""A librarian is there again: at once, on a day, or earlier than it was noted."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.booking.absences.absence import Absence
from bot.booking.absences.absence_service import AbsenceService
from bot.booking.capacity import AbsenceId
from bot.booking.slots import BookableDays
from bot.booking.typed.typed_absence import is_plain_return, read_return
from bot.clock import Clock
from bot.handlers.absences.absences import show, works_here
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.absences import returns
from bot.screens.absences.actions import NOW, EndAbsence
from bot.screens.absences.prompts import AbsenceDaysPrompt
from bot.screens.home import home
from bot.screens.time_codes import date_of

_DAY = timedelta(days=1)


async def end(
    talk: Talk, action: EndAbsence, absence_service: AbsenceService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """Ends an absence now, or on the day of the button. Raises Gone, NotYours."""
    today = clock.now().astimezone(zone).date()
    back_on = today if action.on == NOW else date_of(action.on)
    found = await absence_service.find(AbsenceId(action.absence))
    if back_on is None:
        await talk.reply(home.outdated())
    elif found is None:
        await talk.reply(returns.nothing_to_end(await absence_service.standing(talk.person), today))
    else:
        await _end(talk, found, max(back_on, today), absence_service, day_view)


async def back(
    talk: Talk, text: str, absence_service: AbsenceService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """«выйду 21-го», «вышла»: ends the absence that stands, or is shown as one that lasts until then."""
    now = clock.now().astimezone(zone)
    today, back_on = now.date(), read_return(text, now) or now.date()
    if not await works_here(talk, day_view.roster):
        return
    standing = await absence_service.standing(talk.person)
    ends = next((one for one in standing if one.days.first < back_on <= one.days.last + _DAY), None)
    current = next((one for one in standing if one.covers(today)), None)
    if ends := ends or (current if back_on <= today else None):
        await _end_said(talk, text, ends, max(back_on, today), absence_service, day_view)
    elif back_on > today and (whole := next((one for one in standing if one.days.first == back_on), None)):
        await talk.ask(returns.ending(whole, back_on), AbsenceDaysPrompt())
    elif back_on > today:
        near = next((one for one in reversed(standing) if one.days.last < back_on), None)
        first = max(min(near.days.first, back_on - _DAY) if near else today, today)
        await show(talk, BookableDays(first, back_on - _DAY), absence_service, day_view)
    else:
        await talk.reply(returns.nothing_to_end(standing, today))


async def called_off(
    talk: Talk, absence_service: AbsenceService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """«отпуск отменяется»: what is noted, each with the button that takes it off."""
    if await works_here(talk, day_view.roster):
        today = clock.now().astimezone(zone).date()
        await talk.reply(returns.which_to_end(await absence_service.standing(talk.person), today))


async def _end(talk: Talk, found: Absence, back_on: date, absence_service: AbsenceService, day_view: DayView) -> None:
    done = await absence_service.end(talk.person, found.id, back_on)
    await talk.awaited.clear(talk.conversation)
    has_duty = day_view.roster.is_there(talk.person, done.back_on)
    await talk.reply(returns.ended(done, has_duty=has_duty))


async def _end_said(
    talk: Talk, text: str, found: Absence, back_on: date, absence_service: AbsenceService, day_view: DayView
) -> None:
    """Done at once where nothing but the day was said; else shown first."""
    if is_plain_return(text):
        await _end(talk, found, back_on, absence_service, day_view)
    else:
        await talk.ask(returns.ending(found, back_on), AbsenceDaysPrompt())


ROUTES = Routes(actions={EndAbsence: end})
