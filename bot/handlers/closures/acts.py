"""«закрыть завтра после обеда», «снова открыть среду»: shown before anybody is told, as after /close."""

from collections.abc import Iterator
from datetime import date, time

from bot.booking.booking import Interval
from bot.booking.typed.typed_closure import notice_closure, read_closure
from bot.booking.typed.typed_day import read_bare_days
from bot.centres.centre import Centre
from bot.handlers.acts.which_centre import centre_of, own_or_all
from bot.handlers.closures.closure_view import ClosureView
from bot.handlers.closures.closures import show_hours
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.librarian_day.acts import bare_day
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.doubts import Doubt, Unsure
from bot.screens.closures import closures as screens
from bot.screens.closures import previews
from bot.screens.closures.actions import LeaveOpen
from bot.screens.closures.prompts import ClosedHoursPrompt
from bot.screens.closures.text import from_button
from bot.screens.home import home
from bot.understanding import only_said
from bot.understanding.acts import Act, ActName, DayPart, Slots

_PARTS = {DayPart.MORNING: "утром", DayPart.AFTERNOON: "после обеда", DayPart.EVENING: "вечером"}


async def close(talk: Talk, act: Act, text: str, closures: ClosureView, day_view: DayView, log_view: LogView) -> None:
    """The hours that were said, with the people booked then; where none were understood they are asked for.

    «в пятницу не закрыты», «было закрыто», «не работаем?» only show what is closed. A day without a word of closing
    shows its list.
    """
    if read_bare_days(text, closures.clock.now().astimezone(day_view.centre_lookup.zone)):
        await bare_day(talk, text, day_view, log_view)
        return
    if (centre := await _centre(talk, act, text, day_view)) is None:
        return
    noticed = None if only_said.closes_nothing(text) else _hours(text, act.slots, centre, closures)
    if noticed is None:
        await closures.what(talk, centre.id)
        return
    if isinstance(noticed.meaning, Unsure):
        await talk.ask(screens.unclear(noticed.meaning), ClosedHoursPrompt(centre.id))
        return
    await talk.awaited.put(talk.conversation, ClosedHoursPrompt(centre.id))
    await show_hours(talk, centre, noticed, closures, text)


async def close_said(talk: Talk, text: str, closures: ClosureView, day_view: DayView, log_view: LogView) -> None:
    """«закрыть 26 ноября» where a form awaits the days of another deed."""
    await close(talk, Act(ActName.CLOSE), text, closures, day_view, log_view)


async def reopen(talk: Talk, act: Act, text: str, closures: ClosureView, day_view: DayView) -> None:
    """What is closed, each with its button: people are told of what is opened again."""
    if centre := await _centre(talk, act, text, day_view):
        await closures.what(talk, centre.id)


async def leave_open(talk: Talk, action: LeaveOpen, closures: ClosureView) -> None:
    """Handles «Не закрывать» and «нет»: no hours are awaited any more."""
    centre, hours = closures.desk.centre(talk.person, action.centre), from_button(action.start, action.end)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(previews.left_open(centre, hours) if hours else home.outdated())


async def _centre(talk: Talk, act: Act, text: str, day_view: DayView) -> Centre | None:
    if not day_view.is_offered:
        await talk.reply(screens.not_offered())
        return None
    own = day_view.own(talk.person)
    return await centre_of(talk, act, text, own_or_all(act.slots, own, lambda: day_view.served(talk.person)))


def _hours(text: str, slots: Slots, centre: Centre, closures: ClosureView) -> Noticed[tuple[Interval, ...]] | None:
    """By the words; by those of them that speak of a time; by the slots. All of it is only shown.

    Of which week a weekday is, only the person can say; all else that is not sure is asked for by the list of days.
    """
    for words in _wordings(text, slots, centre, closures):
        noticed = notice_closure(words, centre, closures.clock.now())
        read = noticed.meaning
        if not isinstance(read, Unsure) or read.doubt is Doubt.TODAY_OR_LATER:
            return noticed
    return None


def _wordings(text: str, slots: Slots, centre: Centre, closures: ClosureView) -> Iterator[str]:
    yield text
    read = read_closure(text, centre, closures.clock.now())
    if isinstance(read, Unsure) and read.understood:
        yield read.understood
    if in_words := _in_words(slots):
        yield in_words


def _in_words(slots: Slots) -> str:
    """The day or the days, and the hours of a part of it, as anybody would type them."""
    match slots:
        case Slots(from_=date() as first, to=date() as last):
            return f"с {first:%d.%m.%Y} по {last:%d.%m.%Y}"
        case Slots(dates=(first, last)) if last > first:
            return f"{first:%d.%m.%Y}, {last:%d.%m.%Y}"
        case Slots(day=date() as day):
            return f"{day:%d.%m.%Y} {_of_day(slots)}".strip()
        case _:
            return ""


def _of_day(slots: Slots) -> str:
    match slots:
        case Slots(from_=time() as start, to=time() as end):
            return f"с {start:%H:%M} до {end:%H:%M}"
        case Slots(from_=time() as start) | Slots(at=time() as start):
            return f"с {start:%H:%M} до конца дня"
        case Slots(to=time() as end):
            return f"до {end:%H:%M}"
        case Slots(part=DayPart() as part):
            return _PARTS[part]
        case _:
            return ""


ROUTES = Routes(actions={LeaveOpen: leave_open}, acts={ActName.CLOSE: close, ActName.REOPEN: reopen})
