"""A librarian notes the days on which they are not there; shown before it is done, for colleagues are told."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.booking.absences.absence_service import AbsenceService
from bot.booking.slots import BookableDays
from bot.booking.typed.typed_absence import HoursOnly, is_of_another, notice_absence
from bot.clock import Clock
from bot.handlers.acts.choice import keep_readings
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian import names
from bot.russian.time.doubts import Unsure
from bot.screens.absences import absences as screens
from bot.screens.absences import previews
from bot.screens.absences.actions import NoteAbsence, PreviewAbsence, TellAbsence
from bot.screens.absences.prompts import AbsenceDaysPrompt
from bot.screens.acts.actions import TakeAct
from bot.screens.home import home
from bot.screens.screen import Button, Row, row
from bot.screens.staff import staff
from bot.screens.time_codes import date_of
from bot.staff.roster import Roster
from bot.understanding.acts import Act, ActName

_DAY = timedelta(days=1)


async def absence(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    act: Act,
    text: str,
    absence_service: AbsenceService,
    day_view: DayView,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """«я в отпуске с 7 по 20 декабря»: what would follow is shown; of a colleague nothing is noted."""
    if _names_colleague(text, talk, day_view.roster) or is_of_another(text):
        close = await _closing(talk, act, text)
        await talk.reply(screens.of_another(close))
    elif await works_here(talk, day_view.roster):
        await _read(talk, act, text, absence_service, day_view, clock.now().astimezone(zone))


async def said(
    talk: Talk, text: str, absence_service: AbsenceService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """The same where a form awaits the days of another deed."""
    await absence(talk, Act(ActName.ABSENCE), text, absence_service, day_view, clock, zone)


async def typed_days(
    talk: Talk, text: str, absence_service: AbsenceService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """The days, typed where they were asked for."""
    if await works_here(talk, day_view.roster):
        await _read(talk, Act(ActName.ABSENCE), text, absence_service, day_view, clock.now().astimezone(zone))


async def tell(talk: Talk, roster: Roster) -> None:
    """Handles «Меня не будет»: asks for the days."""
    if await works_here(talk, roster):
        await talk.ask(screens.which_days(), AbsenceDaysPrompt())


async def preview(talk: Talk, action: PreviewAbsence, absence_service: AbsenceService, day_view: DayView) -> None:
    """Shows what one run of days would mean."""
    if days := _days(action.first, action.last):
        await show(talk, days, absence_service, day_view)
    else:
        await talk.reply(home.outdated())


async def note(talk: Talk, action: NoteAbsence, absence_service: AbsenceService, day_view: DayView) -> None:
    """Notes the absence that was shown."""
    if (days := _days(action.first, action.last)) is None:
        await talk.reply(home.outdated())
        return
    done = await absence_service.note(talk.person, days, keep_desks=action.keep_desks)
    await talk.awaited.clear(talk.conversation)
    has_duty = _has_duty(talk, done.plan.days, day_view)
    await talk.reply(previews.noted(done, day_view.name_of, has_duty=has_duty))


async def _read(
    talk: Talk, act: Act, text: str, absence_service: AbsenceService, day_view: DayView, now: datetime
) -> None:
    noticed = notice_absence(text, now)
    match noticed.meaning:
        case Unsure() as unsure:
            await _ask_days(talk, unsure)
        case HoursOnly():
            await talk.reply(screens.hours_only(await _closing(talk, act, text)))
        case (days,):
            await show(talk, days, absence_service, day_view, noticed.passed)
        case runs:
            await talk.ask(screens.several(runs, noticed.passed), AbsenceDaysPrompt())


async def _ask_days(talk: Talk, unsure: Unsure) -> None:
    """The days are asked for; those that are shown already may still be confirmed."""
    if isinstance(talk.awaited.text(talk.conversation), AbsenceDaysPrompt):
        await talk.say_unread(screens.unclear(unsure), stands=True)
    else:
        await talk.ask(screens.unclear(unsure), AbsenceDaysPrompt())


async def show(
    talk: Talk,
    days: BookableDays,
    absence_service: AbsenceService,
    day_view: DayView,
    passed: Sequence[str] = (),
) -> None:
    """Shows what an absence on these days would mean; `passed` are typed words that were not made use of."""
    plan = await absence_service.plan(talk.person, days)
    has_duty = _has_duty(talk, plan.days, day_view)
    await talk.ask(previews.preview(plan, day_view.name_of, passed, has_duty=has_duty), AbsenceDaysPrompt())


def _has_duty(talk: Talk, days: BookableDays, day_view: DayView) -> bool:
    """Whether questions come to the person when the days are over."""
    return day_view.roster.is_there(talk.person, days.last + _DAY)


async def works_here(talk: Talk, roster: Roster) -> bool:
    """Whether to go on; otherwise it is said why not."""
    if roster.workplaces_of(talk.person):
        return True
    await talk.reply(screens.works_nowhere() if roster.is_staff(talk.person) else staff.staff_only())
    return False


async def _closing(talk: Talk, act: Act, text: str) -> Row:
    """The button that closes what was said instead."""
    prompt = await keep_readings(talk, text, [Act(ActName.CLOSE, act.slots)])
    return row(Button("Закрыть это время", TakeAct(1, prompt.sign)))


def _names_colleague(text: str, talk: Talk, roster: Roster) -> bool:
    return any(names.mentions(text, one.name) for one in roster.members if one.person != talk.person)


def _days(first: int, last: int) -> BookableDays | None:
    begins, ends = date_of(first), date_of(last)
    return BookableDays(begins, ends) if begins and ends and begins <= ends else None


ROUTES = Routes(
    actions={TellAbsence: tell, PreviewAbsence: preview, NoteAbsence: note},
    awaited={AbsenceDaysPrompt: typed_days},
    acts={ActName.ABSENCE: absence},
)
