"""What a person says of their own visits at any time: moving, cancelling, coming, being late, asking about them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.booking.booking import BookingState
from bot.booking.booking_service import BookingService
from bot.handlers.bot_info import BotInfo
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.my_bookings import my_bookings, of_visitor, reschedule, which_visit
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.my_bookings import bookings_list, said_of_visit
from bot.screens.my_bookings import cancel as cancel_screens
from bot.screens.my_bookings.actions import CancelVisit, InTime, SayLate, WillCome, WillNotSay
from bot.screens.my_bookings.own_visit import BookingView
from bot.understanding import only_said
from bot.understanding.acts import Act, ActName


async def move(talk: Talk, act: Act, text: str, own: MyBookings, bot_info: BotInfo, day_view: DayView) -> None:
    """«перенесите на пятницу утром»: the new time is shown before anything is moved; a librarian may name a visitor."""
    if await of_visitor.answered(talk, act, text, own, day_view):
        return
    visit = await _one(talk, act, own, bot_info, lambda one: reschedule.shortcut(one, act), "Какую запись перенести?")
    if visit is not None:
        await reschedule.said(talk, visit, act, text, own.booking)


async def cancel(talk: Talk, act: Act, text: str, own: MyBookings, bot_info: BotInfo, day_view: DayView) -> None:
    """«отмените мою запись»: asked once more, never done by words alone; «не отменяйте» only shows the visit."""
    if await of_visitor.answered(talk, act, text, own, day_view):
        return
    visit = await _one(talk, act, own, bot_info, _cancel, "Какую запись отменить?", act.slots.day)
    if visit is not None:
        await talk.reply(bookings_list.one(visit) if only_said.keeps_visit(text) else cancel_screens.sure(visit))


async def coming(talk: Talk, act: Act, text: str, own: MyBookings, bot_info: BotInfo, day_view: DayView) -> None:
    """«ок приду» is noted at once; «не приду» is asked about, for it tells others, and so is «вряд ли приду»."""
    if act.slots.value == "no":
        await cancel(talk, act, text, own, bot_info, day_view)
        return
    if await of_visitor.answered(talk, act, text, own, day_view):
        return
    visit = await _one(talk, act, own, bot_info, _will_come, "На какую запись придёте?", act.slots.day)
    if visit is None:
        return
    if act.slots.value is None:
        await talk.reply(said_of_visit.will_you_come(visit))
    elif visit.booking.late is not None and only_said.comes_in_time(text):
        await in_time(talk, InTime(visit.booking.id), own.booking, own)
    else:
        await my_bookings.will_come(talk, WillCome(visit.booking.id), own.booking, own)


async def late(talk: Talk, act: Act, text: str, own: MyBookings, bot_info: BotInfo, day_view: DayView) -> None:
    """«опаздываю на 10 минут»: told to the librarians at once; what only asks is shown first.

    «успеваю» says the opposite in almost the same words.
    """
    if only_said.comes_in_time(text):
        await coming(talk, replace(act, slots=replace(act.slots, value="yes")), text, own, bot_info, day_view)
        return
    if await of_visitor.answered(talk, act, text, own, day_view):  # «Борис опоздает» of a librarian
        return
    minutes = act.slots.minutes or 0
    day = act.slots.day or own.centre_lookup.clock.now().astimezone(own.centre_lookup.zone).date()
    ask = "На какую запись вы опаздываете?"
    visit = await _one(talk, act, own, bot_info, lambda one: SayLate(one.booking.id, minutes), ask, day)
    if visit is None:
        return
    is_of_visitor = day_view.roster.is_staff(talk.person) and only_said.is_of_another(text)
    if only_said.is_asked(text) or is_of_visitor:  # «Сергеева опоздает» of a librarian who has a visit of her own
        await talk.reply(said_of_visit.shall_i_tell(visit, SayLate(visit.booking.id, minutes)))
    else:
        await say_late(talk, SayLate(visit.booking.id, minutes), own.booking, own)


async def say_late(talk: Talk, action: SayLate, booking: BookingService, own: MyBookings) -> None:
    """Tells the librarians of the lateness, on the day of the visit."""
    visit = await own.one(talk.person, action.booking)
    if not visit.is_booked:
        await talk.reply(bookings_list.one(visit))
    elif visit.starts.date() > visit.local(visit.now).date():
        await talk.reply(said_of_visit.not_today(visit))
    else:
        told = own.seen(await booking.say_late(talk.person, visit.booking.id, action.minutes))
        await talk.reply(said_of_visit.late(told, is_heard=booking.is_heard(told.booking)))


async def in_time(talk: Talk, action: InTime, booking: BookingService, own: MyBookings) -> None:
    """Takes a lateness back."""
    visit = await own.one(talk.person, action.booking)
    if visit.is_booked:
        await booking.say_late(talk.person, visit.booking.id, None)
    await talk.reply(said_of_visit.in_time(visit) if visit.is_booked else bookings_list.one(visit))


async def in_time_by_words(talk: Talk, actions: tuple[InTime, ...], booking: BookingService, own: MyBookings) -> None:
    """«передумал, приду вовремя» below the lateness that was told."""
    await in_time(talk, actions[0], booking, own)


async def take_back(talk: Talk, action: WillNotSay, booking: BookingService, own: MyBookings) -> None:
    """Takes «Приду» back."""
    visit = await own.one(talk.person, action.booking)
    if visit.is_booked:
        await booking.confirm(talk.person, visit.booking.id, comes=False)
    await talk.reply(said_of_visit.not_said(visit) if visit.is_booked else bookings_list.one(visit))


async def facts(talk: Talk, act: Act, own: MyBookings, bot_info: BotInfo) -> None:
    """«во сколько мне завтра», «адрес напомни», «какой у меня код», «что взять с собой»."""
    visits = await which_visit.meant(talk, own, act.slots, act.slots.day)
    booked = [one for one in visits if one.booking.state is BookingState.BOOKED]
    if booked and booked == visits:
        await talk.reply(
            said_of_visit.facts(booked, said_of_visit.FACTS.get(act.slots.want or "", said_of_visit.of_time))
        )
    else:
        await my_bookings.show_all(talk, own, bot_info)


async def _one(  # noqa: PLR0913, PLR0917 - who speaks, of what, and how to ask which
    talk: Talk,
    act: Act,
    own: MyBookings,
    bot_info: BotInfo,
    action: Callable[[BookingView], Action],
    ask: str,
    day: date | None = None,
) -> BookingView | None:
    """The one visit that is meant; of several it is asked which, of none it is said so."""
    visits = await which_visit.meant(talk, own, act.slots, day)
    if len(visits) == 1:
        return visits[0]
    if visits:
        await talk.reply(said_of_visit.which_one(visits, action, ask))
    elif over := await which_visit.gone(talk, own):
        await talk.reply(bookings_list.over(over))
    else:
        await my_bookings.show_all(talk, own, bot_info)
    return None


def _cancel(visit: BookingView) -> Action:
    return CancelVisit(visit.booking.id, sure=False)


def _will_come(visit: BookingView) -> Action:
    return WillCome(visit.booking.id)


ROUTES = Routes(
    actions={SayLate: say_late, InTime: in_time, WillNotSay: take_back},
    told={InTime: Told(lambda text, _: only_said.comes_in_time(text), in_time_by_words)},
    acts={
        ActName.MOVE: move,
        ActName.CANCEL: cancel,
        ActName.CONFIRM_COMING: coming,
        ActName.LATE: late,
        ActName.MY_BOOKINGS: facts,
    },
)
