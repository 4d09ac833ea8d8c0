"""What librarians want of their day in words: who comes, who has come; rights are checked as for buttons."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.booking.slots import BookableDays
from bot.booking.typed.typed_day import read_bare_days
from bot.centres.centre import Centre
from bot.handlers.acts.which_centre import centre_of, own_or_all
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.librarian_day import find_by_code, today
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian import names
from bot.screens.callback_data import unpack
from bot.screens.home import home
from bot.screens.librarian_day import day_list, navigation, said, visit_card
from bot.screens.librarian_day.actions import DaySheet, ShowDay, ShowWeek
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.screen import Screen
from bot.screens.time_codes import day_code
from bot.understanding import only_said
from bot.understanding.acts import Act, ActName, Slots

_BEFORE = re.compile(r"\b(поза)?вчера\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:мо(?:я|ю|й|ей|и)|меня)\b", re.IGNORECASE)  # a visit of the librarian herself
_AHEAD = timedelta(days=60)


async def show_day(talk: Talk, act: Act, text: str, day_view: DayView, log_view: LogView) -> None:
    """«кто завтра придёт»: the list of that day."""
    if centre := await own_centre(talk, act, text, day_view):
        await today.show_day(talk, ShowDay(centre.id, day_code(_day(act, centre, day_view))), day_view, log_view)


async def show_week(talk: Talk, act: Act, text: str, day_view: DayView) -> None:
    """«что на неделе»: seven days."""
    if centre := await own_centre(talk, act, text, day_view):
        await today.show_week(talk, ShowWeek(centre.id, day_code(_day(act, centre, day_view))), day_view)


async def bare_day(talk: Talk, text: str, day_view: DayView, log_view: LogView) -> None:
    """«8 декабря», «в четверг», «вчера»: the list of that day, of several days the week; nothing is closed by it."""
    act = Act(ActName.DAY_LIST, slots=Slots(centre=_listed_centre(talk)))
    if (centre := await own_centre(talk, act, text, day_view)) is None:
        return
    days = read_bare_days(text, day_view.centre_lookup.clock.now().astimezone(centre.zone))
    if days is None:
        await talk.reply(home.outdated())
    elif days.first == days.last:
        await today.show_day(talk, ShowDay(centre.id, day_code(days.first)), day_view, log_view)
    else:
        await today.show_week(talk, ShowWeek(centre.id, day_code(days.first)), day_view)


async def print_day(talk: Talk, act: Act, text: str, day_view: DayView) -> None:
    """«распечатай список на завтра»: the sheet of that day."""
    if centre := await own_centre(talk, act, text, day_view):
        await today.paper(talk, DaySheet(centre.id, day_code(_day(act, centre, day_view))), day_view)


async def find_visit(talk: Talk, act: Act, text: str, day_view: DayView, log_view: LogView) -> None:
    """«найди Кузьмина», «333М кто это»: the visit, or those of that name today and later."""
    if act.slots.code:
        await find_by_code.code(talk, act.slots.code, day_view)
    elif act.slots.name:
        visits = await _named(talk, act.slots.name, day_view, _AHEAD)
        await talk.reply(_found(act.slots.name, visits))
    else:
        await show_day(talk, act, text, day_view, log_view)


async def mark(talk: Talk, act: Act, text: str, day_view: DayView, log_view: LogView) -> None:
    """«333М пришёл»: marked at once, for another mark is one press away.

    Where it is unclear whose visit is meant it is asked; a question and words without a mark only show the visit.
    """
    visits = await _meant(talk, act.slots, text, day_view)
    wanted = None if only_said.is_asked(text) or only_said.asks_how(text) else act.slots.value
    if visits is None and (later := await _mentioned(talk, text, day_view, _AHEAD)):
        await talk.reply(_found("", later))
    elif visits is None:
        await show_day(talk, _of_day_before(act, text, day_view), text, day_view, log_view)
    elif len(visits) == 1 and wanted:
        marked = await day_view.mark(talk.person, visits[0].booking.id, wanted)
        await talk.reply(visit_card.card(marked, "Записал") if marked else home.outdated())
    else:
        await talk.reply(_found(act.slots.code or act.slots.name or "", visits))


async def open_named(talk: Talk, text: str, day_view: DayView) -> bool:
    """«перенеси Бориса на 14», «РТТ6 отменить» of a librarian: their visit is opened; whether anybody was named."""
    if not day_view.is_offered or not day_view.roster.is_staff(talk.person):
        return False
    coded = [visit for word in text.split() for visit in await find_by_code.visits_of(talk, word, day_view)]
    is_own = _OWN.search(text) is not None
    visits = coded or ([] if is_own else await _mentioned(talk, text, day_view, _AHEAD))
    if visits:
        await talk.reply(_found("", visits))
    return bool(visits)


async def own_centre(talk: Talk, act: Act, text: str, day_view: DayView) -> Centre | None:
    """The centre whose day is meant, an admin's too; None where it was asked or there is none to ask for."""
    if not day_view.is_offered:
        await talk.reply(navigation.not_offered())
        return None
    own = day_view.own(talk.person) + await day_view.still_expected(talk.person)
    return await centre_of(talk, act, text, own_or_all(act.slots, own, lambda: day_view.served(talk.person)))


def _of_day_before(act: Act, text: str, day_view: DayView) -> Act:
    """«вчера никто не пришёл» is of yesterday."""
    said = _BEFORE.search(text)
    if act.slots.day or not said:
        return act
    today = day_view.centre_lookup.clock.now().astimezone(day_view.centre_lookup.zone).date()
    return replace(act, slots=replace(act.slots, day=today - timedelta(days=2 if said[1] else 1)))


def _listed_centre(talk: Talk) -> str | None:
    """The centre whose day or week was shown last."""
    actions = (unpack(packed) for packed, _ in talk.awaited.offered(talk.conversation).named)
    return next((one.centre for one in actions if isinstance(one, ShowDay | ShowWeek | DaySheet)), None)


def _day(act: Act, centre: Centre, day_view: DayView) -> date:
    return act.slots.day or centre.day(day_view.centre_lookup.clock.now())


async def _meant(talk: Talk, slots: Slots, text: str, day_view: DayView) -> list[DayVisit] | None:
    """The visits of that code or name today; None where nobody of today's list was named."""
    if slots.code:
        return await find_by_code.visits_of(talk, slots.code, day_view)
    if slots.name:
        return await _named(talk, slots.name, day_view, timedelta())
    return await _mentioned(talk, text, day_view, timedelta()) or None


async def _mentioned(talk: Talk, text: str, day_view: DayView, ahead: timedelta) -> list[DayVisit]:
    """The visits of those whom the words call by a name of theirs."""
    return [visit for visit in await _listed(talk, day_view, ahead) if names.mentions(text, visit.called)]


async def _named(talk: Talk, name: str, day_view: DayView, ahead: timedelta) -> list[DayVisit]:
    """The visits of visitors called so at the person's centres, from today on."""
    return [visit for visit in await _listed(talk, day_view, ahead) if names.is_called(visit.called, name)]


async def _listed(talk: Talk, day_view: DayView, ahead: timedelta) -> list[DayVisit]:
    now, found = day_view.centre_lookup.clock.now(), []
    for centre in day_view.own(talk.person) or day_view.served(talk.person):
        days = BookableDays(centre.day(now), centre.day(now + ahead))
        found += await day_view.all(await day_view.visits.between(talk.person, centre.id, days), talk.person)
    return found


def _found(asked: str, visits: Sequence[DayVisit]) -> Screen:
    match visits:
        case []:
            return said.nobody_called(asked)
        case [visit]:
            return visit_card.card(visit)
        case _:
            return day_list.found_by_name(visits)


ROUTES = Routes(
    acts={
        ActName.DAY_LIST: show_day,
        ActName.WEEK: show_week,
        ActName.PRINT_DAY: print_day,
        ActName.FIND_VISIT: find_visit,
        ActName.MARK: mark,
    }
)
