"""A citizen's own visits: the list, one of them, coming, giving up, the way there, whether it helped."""

from bot.booking.booking import BookingId
from bot.booking.desk import BookingDesk
from bot.conversation import Awaited, Wait
from bot.handlers import own_line, own_moves, own_words
from bot.handlers.routes import Routes, together
from bot.handlers.seen_visits import OwnVisits, refusals_told
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.screens import home, own_visit_cancelling, own_visits, visit_notices
from bot.screens.menu import Menu
from bot.screens.own_visit_actions import (
    CancelVisit,
    RateVisit,
    SayWhy,
    ShowVisit,
    ShowVisits,
    VisitCalendar,
    WayThere,
    WillCome,
)


async def show_all(talk: Talk, own: OwnVisits, ways: Ways) -> None:
    """/my and «Мои записи»; never in a group, where others read along."""
    if talk.in_group:
        await talk.say(own_visits.in_private())
        return
    visits, waiting = await own.ahead(talk.person), await own.waiting(talk.person)
    if visits or waiting:
        await talk.say(own_visits.all_ahead(visits, waiting))
    else:
        await talk.say(own_visits.nothing_ahead(can_book=ways.can_book and own.guide.somebody_books))


async def show_one(talk: Talk, action: ShowVisit, own: OwnVisits) -> None:
    """One visit with its ways."""
    async with refusals_told(talk):
        visit = await own.one(talk.person, action.booking)
        await talk.say(own_visits.one(visit, await own.wish(talk.person)))


async def will_come(talk: Talk, action: WillCome, booking: BookingDesk, own: OwnVisits) -> None:
    """«Приду»: librarians see it."""
    await own_moves.stop(talk)
    async with refusals_told(talk):
        visit = await own.one(talk.person, action.booking)
        if visit.is_booked:
            await booking.confirm(talk.person, visit.booking.id)
        await talk.say(own_visits.confirmed(visit) if visit.is_booked else own_visits.one(visit))


async def cancel(talk: Talk, action: CancelVisit, booking: BookingDesk, own: OwnVisits) -> None:
    """Asked once more, then the place is given up."""
    await own_moves.stop(talk)
    async with refusals_told(talk):
        visit = await own.one(talk.person, action.booking)
        if visit.can_change and action.sure:
            given_up = own.seen(await booking.cancel(talk.person, visit.booking.id))
            await talk.say(own_visit_cancelling.cancelled(given_up))
        else:
            await talk.say(own_visit_cancelling.sure(visit) if visit.can_change else own_visits.one(visit))


async def say_why(talk: Talk, action: SayWhy, booking: BookingDesk) -> None:
    """Why it was given up, by a button; or the person would rather write it, or not say it."""
    if action.why == own_visit_cancelling.IN_WORDS:
        asked = Awaited(Wait.REASON, str(action.booking))
        await talk.ask(own_visit_cancelling.write_why(BookingId(action.booking)), asked)
    elif reason := own_visit_cancelling.REASONS.get(action.why):
        await _explain(talk, booking, action.booking, reason)
    else:
        await talk.awaited.clear(talk.conversation)
        await talk.say(home.home())


async def why_in_words(talk: Talk, text: str, awaited: Awaited, booking: BookingDesk) -> None:
    """The person's own words."""
    await talk.awaited.clear(talk.conversation)
    await _explain(talk, booking, int(awaited.context), text)


async def way_there(talk: Talk, action: WayThere, own: OwnVisits) -> None:
    """The point on the map and the card of the centre."""
    async with refusals_told(talk):
        await talk.say(own_visits.way_there(await own.one(talk.person, action.booking)))


async def calendar(talk: Talk, action: VisitCalendar, own: OwnVisits) -> None:
    """The visit for the calendar of the phone."""
    async with refusals_told(talk):
        await talk.say(own_visits.for_calendar(await own.one(talk.person, action.booking)))


async def rate(talk: Talk, action: RateVisit, booking: BookingDesk) -> None:
    """Whether it helped; the last word counts."""
    async with refusals_told(talk):
        await booking.rate(talk.person, BookingId(action.booking), action.stars)
        await talk.say(visit_notices.thanks(action.stars))


async def _explain(talk: Talk, booking: BookingDesk, id_: int, words: str) -> None:
    async with refusals_told(talk):
        await booking.explain(talk.person, BookingId(id_), words)
        await talk.say(own_visit_cancelling.thanks())


ROUTES = together(
    Routes(
        commands={"my": show_all},
        menu={Menu.MY: show_all},
        actions={
            ShowVisits: show_all,
            ShowVisit: show_one,
            WillCome: will_come,
            CancelVisit: cancel,
            SayWhy: say_why,
            WayThere: way_there,
            VisitCalendar: calendar,
            RateVisit: rate,
        },
        awaited={Wait.REASON: why_in_words},
    ),
    own_moves.ROUTES,
    own_line.ROUTES,
    own_words.ROUTES,
)
