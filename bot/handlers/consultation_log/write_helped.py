"""Writes people helped without a booking down by buttons: how, on which day, with what."""

from dataclasses import replace
from datetime import date

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.log_refusals import WrittenBefore
from bot.booking.consultation_log.log_service import HelpedDay
from bot.centres.centre import Centre
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.inbox.request_key import RequestKey
from bot.screens.consultation_log import asking, log, shown_before
from bot.screens.consultation_log.actions import (
    NO_TOPIC,
    AskHelped,
    AskHelpedDay,
    AskHelpedTopic,
    DropHelped,
    WriteHelped,
)
from bot.screens.consultation_log.helped_code import HelpedOn, helped_on
from bot.screens.consultation_log.prompts import HelpedDayPrompt, HelpedTopicPrompt
from bot.screens.home import home
from bot.screens.time_codes import date_of


async def whom(talk: Talk, action: AskHelped, log_view: LogView) -> None:
    """Asks how the people of a day were helped. Raises refusals."""
    centre, day = log_view.checked(talk.person, action.centre), date_of(action.on)
    await talk.reply(asking.whom(centre, day, log_view.today(centre)) if day else home.outdated())


async def which_day(talk: Talk, action: AskHelpedDay, log_view: LogView) -> None:
    """Asks for another day. Raises refusals."""
    centre = log_view.checked(talk.person, action.centre)
    await talk.ask(asking.which_day(centre, log_view.today(centre)), HelpedDayPrompt(centre.id))


async def with_what(talk: Talk, action: AskHelpedTopic, log_view: LogView) -> None:
    """Asks for the topic. Raises refusals."""
    centre, told = log_view.checked(talk.person, action.centre), helped_on(action.on)
    if told is None:
        await talk.reply(home.outdated())
    else:
        await ask_topic(talk, centre, HelpedTopicPrompt(centre.id, told.day, told.by_phone, told.people), log_view)


async def ask_topic(talk: Talk, centre: Centre, prompt: HelpedTopicPrompt, log_view: LogView, note: str = "") -> None:
    """Asks for the topic, where the day may be written at all; a note says what was wrong before. Raises refusals."""
    kind = HelpKind.PHONE if prompt.by_phone else HelpKind.WALK_IN
    day = HelpedDay(centre.id, prompt.day, (HelpedPeople(prompt.people, None, kind),))
    await log_view.log.check(talk.person, day)
    topics, today = log_view.day_view.topics.all, log_view.today(centre)
    screen = asking.with_what(
        *(centre, topics, prompt.day, today, prompt.people, note),
        by_phone=prompt.by_phone,
    )
    await (talk.ask_again(screen) if note else talk.ask(screen, prompt))


async def write(talk: Talk, action: WriteHelped, log_view: LogView) -> None:
    """Writes one down at once, for that is taken back by a press; several are shown before. Raises refusals."""
    centre, told = log_view.checked(talk.person, action.centre), helped_on(action.on)
    if told is None:
        await talk.reply(home.outdated())
        return
    kind = HelpKind.PHONE if told.by_phone else HelpKind.WALK_IN
    helped = HelpedPeople(told.people, None if action.topic == NO_TOPIC else action.topic, kind)
    if told.people == 1 or told.sure:
        await write_down(talk, HelpedDay(centre.id, told.day, (helped,)), log_view, is_shown=told.people > 1)
    else:
        await show_before(talk, centre, told.day, helped, log_view)


async def show_before(talk: Talk, centre: Centre, day: date, helped: HelpedPeople, log_view: LogView) -> None:
    """Shows several people with one topic before they are written; other words take their place. Raises refusals."""
    await log_view.log.check(talk.person, HelpedDay(centre.id, day, (helped,)))
    by_phone = helped.kind is HelpKind.PHONE
    on = HelpedOn(day, helped.people, by_phone, sure=True).signs
    sure = WriteHelped(helped.topic or NO_TOPIC, centre.id, on)
    screen = shown_before.shall_one_topic(centre, day, helped, log_view.lists(centre), sure)
    await talk.ask(screen, HelpedTopicPrompt(centre.id, day, by_phone, helped.people, is_shown=True))


async def write_down(
    talk: Talk, day: HelpedDay, log_view: LogView, *, instead_of_sheet: bool = False, is_shown: bool = False
) -> None:
    """Writes the day and shows what was written; what was shown before is written once. Raises refusals."""
    request = _request_of_shown(talk) if is_shown else talk.request
    await talk.awaited.clear(talk.conversation)
    try:
        entries = await log_view.log.record(talk.person, day, request, instead_of_sheet=instead_of_sheet)
    except WrittenBefore as again:
        await talk.reply(log.written_before(log_view.seen(again.entries, talk.person), is_shown=is_shown))
    else:
        await talk.reply(log.written(log_view.seen(entries, talk.person)))


def _request_of_shown(talk: Talk) -> RequestKey:
    """One message that showed people asks once, whether its button is pressed or «да» is typed."""
    shown = talk.pressed or talk.awaited.asked_by(talk.conversation)
    return replace(talk.request, button=f"{talk.conversation.chat}:{shown}", is_once=True) if shown else talk.request


async def drop(talk: Talk, action: DropHelped, log_view: LogView) -> None:
    """Handles «нет» to what was shown. Raises refusals."""
    centre = log_view.checked(talk.person, action.centre)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(shown_before.not_written(centre, log_view.today(centre)))


ROUTES = Routes(
    actions={AskHelped: whom, AskHelpedDay: which_day, AskHelpedTopic: with_what, WriteHelped: write, DropHelped: drop},
)
