"""A citizen books: topic, centre, day, time, name, check; each step by a button or by words."""

from collections.abc import Sequence
from typing import get_args

from bot.handlers.booking import router, side_questions, typed_buttons
from bot.handlers.booking.context import Booker, BookingDialog, Step
from bot.handlers.booking.drafts import Shown
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.actions import BookVisit, StopAsking
from bot.screens.booking import who
from bot.screens.booking.prompts import BookingPrompt
from bot.screens.home import cancel
from bot.screens.menu import Menu
from bot.stats.journal import Journal
from bot.understanding.acts import Act, ActName


async def begin(talk: Talk, booking_dialog: BookingDialog) -> None:
    """Starts booking: /book and «Прийти за помощью»."""
    await step(talk, BookVisit(), booking_dialog)


async def told(talk: Talk, act: Act, text: str, booking_dialog: BookingDialog) -> None:
    """A sentence that books: only what it leaves open is asked; of a booking that is being made it changes a part."""
    await show(talk, await router.begin(booking_dialog, booker(talk), act, text))


async def wait(talk: Talk, act: Act, text: str, booking_dialog: BookingDialog) -> None:
    """«сообщите, если место освободится»: joins the waitlist of the day, or asks what it takes to know which."""
    await show(talk, await router.wait(booking_dialog, booker(talk), act, text))


async def step(talk: Talk, action: Shown, booking_dialog: BookingDialog) -> None:
    """Shows the step of the booking dialogue that a button leads to."""
    found = await router.press(booking_dialog, booker(talk), action, talk.awaited.text(talk.conversation))
    await show(talk, found)


async def typed(
    talk: Talk,
    text: str,
    prompt: BookingPrompt,
    booking_dialog: BookingDialog,
    journal: Journal,
    acts: Sequence[Act] = (),
) -> None:
    """Words at a step; a question in between is answered, and the step stays."""
    meant = typed_buttons.meant(text, talk.awaited.offered(talk.conversation), prompt.step)
    if isinstance(meant, StopAsking):
        await talk.awaited.clear(talk.conversation)
        await talk.reply(cancel.cancelled())
    elif meant:
        await step(talk, meant, booking_dialog)
    else:
        found = await router.hear(booking_dialog, booker(talk), prompt, text, acts)
        if found is None and (waiting := _waiting(talk, prompt, acts)):
            await step(talk, waiting, booking_dialog)
        else:
            await show(talk, found or await _aside(talk, text, prompt, booking_dialog, journal))


async def go_on(talk: Talk, booking_dialog: BookingDialog) -> None:
    """The step once more, after something that no step takes: a picture, a place out of turn."""
    prompt = talk.awaited.text(talk.conversation)
    if isinstance(prompt, BookingPrompt):
        await show(talk, await router.again(booking_dialog, booker(talk), prompt, who.GOING_ON))


async def show(talk: Talk, found: Step) -> None:
    """The step, and what it waits for; what is no step is the end of the form."""
    if found.prompt:
        await talk.ask_step(found.screen, found.prompt)
        return
    await talk.awaited.clear(talk.conversation)
    await talk.reply(found.screen)


def booker(talk: Talk) -> Booker:
    """Who books in this conversation."""
    return Booker(talk.person, talk.name)


def _waiting(talk: Talk, prompt: BookingPrompt, acts: Sequence[Act]) -> Shown | None:
    """The way to wait for a place, where that was asked for: «сообщите, если место освободится»."""
    asked = any(act.name is ActName.WAIT_LIST for act in acts)
    return typed_buttons.waiting(talk.awaited.offered(talk.conversation), prompt.step) if asked else None


async def _aside(talk: Talk, text: str, prompt: BookingPrompt, booking_dialog: BookingDialog, journal: Journal) -> Step:
    note = await side_questions.answered(talk, text, booking_dialog, journal)
    note = note or router.not_understood(booking_dialog, booker(talk), prompt)
    return await router.again(booking_dialog, booker(talk), prompt, note)


ROUTES = Routes(
    commands={"book": begin},
    menu={Menu.BOOK: begin},
    actions=dict.fromkeys(get_args(Shown), step),
    awaited=dict.fromkeys(get_args(BookingPrompt), typed),
    acts={ActName.BOOK: told, ActName.WAIT_LIST: wait},
    resumed=dict.fromkeys(get_args(BookingPrompt), go_on),
)
