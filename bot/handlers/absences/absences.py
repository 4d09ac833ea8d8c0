"""A librarian notes the days on which they are not there; shown before it is done, for colleagues are told."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.booking.absences.absence import Absence
from bot.booking.absences.absence_service import AbsenceService
from bot.booking.capacity import AbsenceId
from bot.booking.slots import BookableDays
from bot.booking.typed.typed_absence import HoursOnly, is_of_another, is_plain_return, read_absence, read_return
from bot.clock import Clock
from bot.handlers.acts.choice import keep_readings
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian import names
from bot.russian.time.doubts import Unsure
from bot.screens.absences import absences as screens
from bot.screens.absences.actions import NOW, EndAbsence, NoteAbsence, PreviewAbsence, TellAbsence
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
    elif await _works_here(talk, day_view.roster):
        await _read(talk, act, text, absence_service, day_view, clock.now().astimezone(zone))


async def typed_days(
    talk: Talk, text: str, absence_service: AbsenceService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """The days, typed where they were asked for."""
    if await _works_here(talk, day_view.roster):
        await _read(talk, Act(ActName.ABSENCE), text, absence_service, day_view, clock.now().astimezone(zone))


async def tell(talk: Talk, roster: Roster) -> None:
    """Handles «Меня не будет»: asks for the days."""
    if await _works_here(talk, roster):
        await talk.ask(screens.which_days(), AbsenceDaysPrompt())


async def preview(talk: Talk, action: PreviewAbsence, absence_service: AbsenceService, day_view: DayView) -> None:
    """Shows what one run of days would mean."""
    if days := _days(action.first, action.last):
        await _show(talk, days, absence_service, day_view)
    else:
        await talk.reply(home.outdated())


async def note(talk: Talk, action: NoteAbsence, absence_service: AbsenceService, day_view: DayView) -> None:
    """Notes the absence that was shown."""
    if (days := _days(action.first, action.last)) is None:
        await talk.reply(home.outdated())
        return
    done = await absence_service.note(talk.person, days, keep_desks=action.keep_desks)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(screens.noted(done, day_view.name_of))


async def end(talk: Talk, action: EndAbsence, absence_service: AbsenceService, clock: Clock, zone: ZoneInfo) -> None:
    """Ends an absence now, or on the day of the button. Raises Gone, NotYours."""
    today = clock.now().astimezone(zone).date()
    back_on = today if action.on == NOW else date_of(action.on)
    found = await absence_service.find(AbsenceId(action.absence))
    if back_on is None or found is None:
        await talk.reply(home.outdated() if back_on is None else screens.nothing_to_end())
        return
    await _end(talk, found, max(back_on, today), absence_service)


async def back(
    talk: Talk, text: str, absence_service: AbsenceService, day_view: DayView, clock: Clock, zone: ZoneInfo
) -> None:
    """«выйду 21-го», «вышла»: ends the absence that stands, or is shown as one that lasts until then."""
    now = clock.now().astimezone(zone)
    back_on = read_return(text, now) or now.date()
    if not await _works_here(talk, day_view.roster):
        return
    standing = next(iter(await absence_service.standing(talk.person)), None)
    if standing and standing.days.first < back_on <= standing.days.last + _DAY:
        await _end_said(talk, text, standing, back_on, absence_service)
    elif back_on > now.date():
        first = min(standing.days.first, back_on - _DAY) if standing else now.date()
        await _show(talk, BookableDays(max(first, now.date()), back_on - _DAY), absence_service, day_view)
    elif standing and standing.covers(now.date()):
        await _end_said(talk, text, standing, now.date(), absence_service)
    else:
        await talk.reply(screens.nothing_to_end())


async def _read(
    talk: Talk, act: Act, text: str, absence_service: AbsenceService, day_view: DayView, now: datetime
) -> None:
    match read_absence(text, now):
        case Unsure() as unsure:
            await talk.ask(screens.unclear(unsure), AbsenceDaysPrompt())
        case HoursOnly():
            await talk.reply(screens.hours_only(await _closing(talk, act, text)))
        case (days,):
            await _show(talk, days, absence_service, day_view)
        case runs:
            await talk.ask(screens.several(runs), AbsenceDaysPrompt())


async def _show(talk: Talk, days: BookableDays, absence_service: AbsenceService, day_view: DayView) -> None:
    plan = await absence_service.plan(talk.person, days)
    await talk.ask(screens.preview(plan, day_view.name_of), AbsenceDaysPrompt())


async def _end(talk: Talk, found: Absence, back_on: date, absence_service: AbsenceService) -> None:
    left = await absence_service.end(talk.person, found.id, back_on)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(screens.ended(left, back_on))


async def _end_said(talk: Talk, text: str, found: Absence, back_on: date, absence_service: AbsenceService) -> None:
    """Done at once where nothing but the day was said; else shown first."""
    if is_plain_return(text):
        await _end(talk, found, back_on, absence_service)
    else:
        await talk.ask(screens.ending(found, back_on), AbsenceDaysPrompt())


async def _works_here(talk: Talk, roster: Roster) -> bool:
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
    actions={TellAbsence: tell, PreviewAbsence: preview, NoteAbsence: note, EndAbsence: end},
    awaited={AbsenceDaysPrompt: typed_days},
    acts={ActName.ABSENCE: absence},
)
