"""A citizen books: topic, centre, day, time, name, check; each step by a button or by words."""

from typing import get_args

from bot.handlers.booking import side_questions, step_router, typed_buttons, visitor
from bot.handlers.booking.context import BookingDialog, Step
from bot.handlers.booking.step_router import Shown
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.actions import BookVisit, StopAsking
from bot.screens.booking import who
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookAt,
    BookDays,
    BookForOther,
    BookNear,
    BookTime,
    BookTimes,
    ConfirmAsMe,
    ConfirmCalled,
    FullDays,
    TurnTimes,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.prompts import BookingPrompt
from bot.screens.home import cancel
from bot.screens.menu import Menu
from bot.stats.journal import Journal


async def begin(talk: Talk, booking_dialog: BookingDialog) -> None:
    """Starts booking: /book and «Прийти за помощью»."""
    await step(talk, BookVisit(), booking_dialog)


async def step(talk: Talk, action: Shown, booking_dialog: BookingDialog) -> None:
    """Shows the step of the booking dialogue that a button leads to."""
    named = visitor.recalled(talk.awaited.text(talk.conversation))
    found = await step_router.no_more(booking_dialog, talk.person, action)
    found = found or await step_router.at(booking_dialog, action, talk.name, named)
    await show(talk, found, in_place=step_router.turns(action))


async def confirm(talk: Talk, action: ConfirmAsMe | ConfirmCalled, booking_dialog: BookingDialog) -> None:
    """Books what was checked: «Да, записать»."""
    named = visitor.recalled(talk.awaited.text(talk.conversation))
    await show(talk, await step_router.book(booking_dialog, talk.person, action, talk.name, named))


async def join(talk: Talk, action: WaitAsMe, booking_dialog: BookingDialog) -> None:
    """Joins the waitlist under the name in the messenger."""
    await show(talk, await step_router.join(booking_dialog, talk.person, action, talk.name))


async def typed(talk: Talk, text: str, prompt: BookingPrompt, booking_dialog: BookingDialog, journal: Journal) -> None:
    """Words at a step; a question in between is answered, and the step stays."""
    if pressed := _pressed(talk, text, prompt):
        await _press(talk, pressed, booking_dialog)
        return
    found = await step_router.typed(booking_dialog, talk.person, prompt, text, talk.name)
    if found is None:
        note = await side_questions.answered(talk, text, prompt, booking_dialog, journal)
        found = await step_router.again(booking_dialog, prompt, talk.name, note)
    await show(talk, found)


async def go_on(talk: Talk, booking_dialog: BookingDialog) -> None:
    """The step once more, after something that no step takes: a picture, a place out of turn."""
    prompt = talk.awaited.text(talk.conversation)
    if isinstance(prompt, BookingPrompt):
        await show(talk, await step_router.again(booking_dialog, prompt, talk.name, who.GOING_ON))


async def show(talk: Talk, found: Step, *, in_place: bool = False) -> None:
    """The step, and what it waits for; never in a group, where others read along."""
    if talk.in_group:
        await talk.reply(who.in_private())
        return
    if found.prompt:
        await talk.ask(found.screen, found.prompt, in_place=in_place)
        return
    await talk.awaited.clear(talk.conversation)
    await (talk.edit(found.screen) if in_place else talk.reply(found.screen))


def _pressed(talk: Talk, text: str, prompt: BookingPrompt) -> StopAsking | Shown | None:
    return typed_buttons.meant(text, talk.awaited.offered(talk.conversation), prompt.step)


async def _press(talk: Talk, action: StopAsking | Shown, steps: BookingDialog) -> None:
    if isinstance(action, StopAsking):
        await talk.awaited.clear(talk.conversation)
        await talk.reply(cancel.cancelled())
    else:
        await step(talk, action, steps)


ROUTES = Routes(
    commands={"book": begin},
    menu={Menu.BOOK: begin},
    actions={
        **dict.fromkeys(
            (
                *(BookVisit, BookAt, BookNear, BookDays, FullDays, BookTimes, TurnTimes),
                *(BookTime, BookForOther, BookAsMe, BookAsCalled, WaitForDay, WaitForOther),
            ),
            step,
        ),
        ConfirmAsMe: confirm,
        ConfirmCalled: confirm,
        WaitAsMe: join,
    },
    awaited=dict.fromkeys(get_args(BookingPrompt), typed),
    resumed=dict.fromkeys(get_args(BookingPrompt), go_on),
)
