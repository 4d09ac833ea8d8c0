"""The librarian's day: the list of visits, attendance marks, outcomes."""

from collections.abc import Sequence
from datetime import timedelta

from bot.booking.slots import BookableDays
from bot.centres.centre import Centre
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.librarian_day import by_name, change_visit, typed
from bot.handlers.librarian_day import walk_ins as librarian_day_walk_ins
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes, together
from bot.handlers.talk import Talk
from bot.screens.home import home
from bot.screens.librarian_day import day_list, navigation, printouts, slip, taking, visit_card
from bot.screens.librarian_day import walk_ins as walk_ins_screens
from bot.screens.librarian_day.actions import (
    DayCentres,
    DaySheet,
    DayTable,
    GiveBack,
    GiveSlip,
    MarkVisit,
    OpenVisit,
    ShowDay,
    ShowWeek,
    TakeOn,
)
from bot.screens.librarian_day.day_list import WEEK, DayListPart, DayPlace
from bot.screens.librarian_day.entry_actions import GuestTopics
from bot.screens.librarian_day.sheet import SheetLists
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.menu import StaffMenu
from bot.screens.screen import Screen
from bot.screens.staff import staff
from bot.screens.time_codes import date_of, day_code

_WITHIN = timedelta(days=400)  # of today


async def today(talk: Talk, day_view: DayView, log_view: LogView) -> None:
    """Handles /today: shows the visits of today."""
    await choose(talk, DayCentres(DayListPart.TODAY), day_view, log_view)


async def week(talk: Talk, day_view: DayView, log_view: LogView) -> None:
    """Handles /week: shows seven days of a centre."""
    await choose(talk, DayCentres(DayListPart.WEEK), day_view, log_view)


async def walk_in(talk: Talk, day_view: DayView, log_view: LogView) -> None:
    """Handles /walkin: begins a walk-in, help by phone or a phone booking."""
    await choose(talk, DayCentres(DayListPart.GUEST), day_view, log_view)


async def phone(talk: Talk, day_view: DayView, log_view: LogView) -> None:
    """Handles «Записать»: begins a phone booking."""
    await choose(talk, DayCentres(DayListPart.PHONE), day_view, log_view)


async def choose(talk: Talk, action: DayCentres, day_view: DayView, log_view: LogView) -> None:
    """Asks for the centre, where there are several; whoever comes without a booking may come to any centre."""
    part = next((one for one in DayListPart if one == action.part), None)
    if part is None or not (day_view.is_offered or part is DayListPart.GUEST):
        await talk.reply(home.outdated() if part is None else navigation.not_offered())
        return
    if not day_view.roster.is_staff(talk.person):
        await talk.reply(staff.staff_only())
        return
    is_guest = part is DayListPart.GUEST
    own = log_view.own(talk.person) if is_guest else await _own(talk, day_view)
    if len(own) == 1 and not action.page:
        await _show(talk, part, own[0], day_view, log_view)
    else:
        others = (log_view if is_guest else day_view).served(talk.person)
        await _ask_centre(talk, part, own if own and not action.page else others, action.page, day_view)


async def _own(talk: Talk, day_view: DayView) -> list[Centre]:
    return day_view.own(talk.person) + await day_view.still_expected(talk.person)


async def show_day(talk: Talk, action: ShowDay, day_view: DayView, log_view: LogView) -> None:
    """The visits of a day, and how many came without one; further pages in place."""
    place = _place(talk, action, day_view)
    visits = await _of_day(talk, place, day_view)
    logged = await log_view.log.of_day(talk.person, place.centre.id, place.day) if place else ()
    helped = sum(one.helped.people for one in logged)
    screen = day_list.day(place, visits, action.page, helped) if place else home.outdated()
    await _show_page(talk, screen, action.page)


async def show_week(talk: Talk, action: ShowWeek, day_view: DayView) -> None:
    """Shows seven days; the weeks around them in place."""
    place = _place(talk, action, day_view)
    visits = await _of_day(talk, place, day_view, WEEK)
    await _show_page(talk, day_list.week(place, visits) if place else home.outdated(), action.page)


async def show_visit(talk: Talk, action: OpenVisit, day_view: DayView) -> None:
    """Shows one visit with everything that can be done with it."""
    visit = await day_view.one(talk.person, action.booking)
    await talk.reply(visit_card.card(visit))


async def take_on(talk: Talk, action: TakeOn, day_view: DayView) -> None:
    """Handles «Взять на себя»; a colleague who has the visit is named first."""
    visit = await day_view.take_on(talk.person, action.booking, over=action.over)
    mine = visit.booking.taken_by == talk.person
    await talk.confirm(taking.taken(visit) if mine else taking.taken_before(visit))


async def give_back(talk: Talk, action: GiveBack, day_view: DayView) -> None:
    """Handles «Больше не принимаю»: ends the assignment; of a colleague's it is said whose it is."""
    visit = await day_view.give_back(talk.person, action.booking)
    await (talk.reply if visit.taken_by else talk.confirm)(taking.given_back(visit))


async def mark(talk: Talk, action: MarkVisit, day_view: DayView) -> None:
    """Stores the attendance or the outcome of a visit; the last mark counts."""
    visit = await day_view.mark(talk.person, action.booking, action.mark)
    if visit:
        await talk.confirm(visit_card.card(visit, "Записал"))
    else:
        await talk.reply(home.outdated())


async def paper(talk: Talk, action: DaySheet | DayTable, day_view: DayView) -> None:
    """Sends the day as a PDF to print, or as a workbook."""
    place = _place(talk, action, day_view)
    visits = await _of_day(talk, place, day_view)
    print_ = printouts.printed if isinstance(action, DaySheet) else printouts.table
    await talk.reply(
        print_(place.centre, place.day, visits, SheetLists(day_view.topics.all, day_view.outcomes.all))
        if place
        else home.outdated()
    )


async def give_slip(talk: Talk, action: GiveSlip, day_view: DayView) -> None:
    """Handles «Памятка на бумагу»: for a visitor to whom the bot will not write."""
    visit = await day_view.one(talk.person, action.booking)
    await talk.reply(slip.given(visit) if slip.slip_row(visit) else slip.not_given(visit))


async def _show(talk: Talk, part: DayListPart, centre: Centre, day_view: DayView, log_view: LogView) -> None:
    on = day_code(log_view.today(centre))
    match part:
        case DayListPart.TODAY:
            await show_day(talk, ShowDay(centre.id, on), day_view, log_view)
        case DayListPart.WEEK:
            await show_week(talk, ShowWeek(centre.id, on), day_view)
        case DayListPart.GUEST:
            await talk.reply(walk_ins_screens.who_came(centre, log_view.today(centre)))
        case DayListPart.PHONE:
            await librarian_day_walk_ins.topics(talk, GuestTopics(centre.id, phone=True), day_view)


async def _ask_centre(talk: Talk, part: DayListPart, centres: list[Centre], page: int, day_view: DayView) -> None:
    if not centres:
        await talk.reply(day_list.no_centre())
    elif part is DayListPart.GUEST and _are_few(centres):
        await _show_page(talk, walk_ins_screens.where_from(centres), page)
    else:
        await _show_page(talk, day_list.which_centre(centres, part, day_view.centre_lookup.clock.now(), page), page)


def _are_few(centres: Sequence[Centre]) -> bool:
    """Whether centre and kind fit one list; a centre without hours of booking has other ways."""
    return len(centres) <= walk_ins_screens.CENTRES_AT_ONCE and all(one.consultations for one in centres)


def _place(talk: Talk, action: ShowDay | ShowWeek | DaySheet | DayTable, day_view: DayView) -> DayPlace | None:
    """None for a day that no list of ours leads to. Raises NotBookable."""
    day, centre = date_of(action.on), day_view.known(action.centre)
    today = centre.day(day_view.centre_lookup.clock.now())
    if day is None or abs(day - today) > _WITHIN:
        return None
    return DayPlace(centre, day, today, len(day_view.served(talk.person)) > 1)


async def _of_day(
    talk: Talk, place: DayPlace | None, day_view: DayView, more: timedelta = timedelta()
) -> list[DayVisit]:
    """The visits of that day and of so many days after it. Raises NotYours."""
    if place is None:
        return []
    days = BookableDays(place.day, place.day + more)
    return await day_view.all(await day_view.visits.between(talk.person, place.centre.id, days), talk.person)


async def _show_page(talk: Talk, screen: Screen, page: int) -> None:
    await (talk.edit(screen) if page else talk.reply(screen))


ROUTES = together(
    Routes(
        commands={"today": today, "week": week, "walkin": walk_in},
        menu={StaffMenu.TODAY: today, StaffMenu.WALK_IN: walk_in, StaffMenu.PHONE: phone},
        actions={
            DayCentres: choose,
            ShowDay: show_day,
            ShowWeek: show_week,
            OpenVisit: show_visit,
            TakeOn: take_on,
            GiveBack: give_back,
            MarkVisit: mark,
            DaySheet: paper,
            DayTable: paper,
            GiveSlip: give_slip,
        },
    ),
    change_visit.ROUTES,
    librarian_day_walk_ins.ROUTES,
    typed.ROUTES,
    by_name.ROUTES,
)
