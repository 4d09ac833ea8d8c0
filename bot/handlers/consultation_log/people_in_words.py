"""People helped without a booking in words: one topic, several, or the paper sheet of a day; shown before."""

from dataclasses import replace
from datetime import date

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.log_service import HelpedDay
from bot.booking.consultation_log.typed_people import TypedPeople, read_people
from bot.booking.consultation_log.typed_sheet import is_sheet, read_sheet
from bot.centres.centre import Centre
from bot.handlers.assent import assented
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.consultation_log.write_helped import ask_topic, show_before, write_down
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.time.doubts import Unsure
from bot.russian.time.reports.periods import read_typed_period
from bot.screens.consultation_log import asking, shown_before
from bot.screens.consultation_log.actions import AnswerHelped, HelpedAt
from bot.screens.consultation_log.prompts import HelpedDayPrompt, HelpedPeoplePrompt, HelpedTopicPrompt, LogPrompt
from bot.screens.home import home
from bot.screens.librarian_day import day_list

_UNCLEAR_DAY = "Этого дня я не понял."


async def sheet(talk: Talk, text: str, log_view: LogView) -> None:
    """«лист за 3 декабря: 7, паспорт 2, пароль 3»: shown, and asked about where it does not add. Raises refusals."""
    own = log_view.own(talk.person) or log_view.served(talk.person)
    if not own:
        await talk.reply(day_list.no_centre())
    elif len(own) == 1:
        await _sheet_of(talk, own[0], text, log_view)
    elif log_view.own(talk.person):
        first = log_view.today(own[0])
        await talk.ask(asking.whose_sheet(own), HelpedPeoplePrompt("", first, text, is_from_sheet=True))
    else:
        await talk.reply(asking.sheet_of_which_centre())


async def at_centre(talk: Talk, action: HelpedAt, log_view: LogView) -> None:
    """The centre whose sheet it is. Raises refusals."""
    prompt = talk.awaited.text(talk.conversation)
    centre = log_view.checked(talk.person, action.centre)
    if isinstance(prompt, HelpedPeoplePrompt) and prompt.words:
        await _sheet_of(talk, centre, prompt.words, log_view)
    else:
        await talk.reply(home.outdated())


async def _sheet_of(talk: Talk, centre: Centre, text: str, log_view: LogView) -> None:
    said = read_sheet(text, log_view.today(centre))
    if said is None or said.day is None:
        words = said.people if said else text
        await talk.ask(
            asking.which_day(centre, log_view.today(centre), _UNCLEAR_DAY), HelpedDayPrompt(centre.id, words)
        )
    else:
        await _propose(talk, centre, HelpedPeoplePrompt(centre.id, said.day, said.people, is_from_sheet=True), log_view)


async def typed(talk: Talk, text: str, prompt: LogPrompt, log_view: LogView) -> None:
    """What was typed where people or their day are asked for. Raises refusals."""
    if isinstance(prompt, HelpedPeoplePrompt) and not prompt.centre:
        await sheet(talk, text if is_sheet(text) else prompt.words, log_view)
        return
    centre = log_view.checked(talk.person, prompt.centre)
    if isinstance(assent := assented(talk, text), AnswerHelped):
        await answer(talk, assent, log_view)
    elif is_sheet(text):
        await _sheet_of(talk, centre, text, log_view)
    else:
        await _typed_at(talk, centre, text, prompt, log_view)


async def _typed_at(talk: Talk, centre: Centre, text: str, prompt: LogPrompt, log_view: LogView) -> None:
    match prompt:
        case HelpedTopicPrompt():
            await _topic(talk, centre, text, prompt, log_view)
        case HelpedDayPrompt():
            await _day(talk, centre, text, prompt, log_view)
        case HelpedPeoplePrompt():
            await _propose(talk, centre, replace(prompt, words=text, counted=""), log_view)


async def _topic(talk: Talk, centre: Centre, text: str, prompt: HelpedTopicPrompt, log_view: LogView) -> None:
    """«пенсия», «паспорт × 12», «12»: one topic of all; several are shown together."""
    read = read_people(text, log_view.find_topic)
    kind = HelpKind.PHONE if prompt.by_phone else HelpKind.WALK_IN
    if read.unknown or not (read.helped or read.total is not None):
        await ask_topic(talk, centre, prompt, log_view, asking.NO_SUCH_TOPIC)
    elif not read.helped and read.total is not None:
        await ask_topic(talk, centre, replace(prompt, people=read.total), log_view)
    elif len(read.helped) == 1 and read.total is None:
        (one,) = read.helped
        people = prompt.people if one.people == 1 else one.people
        await one_topic(talk, centre, prompt.day, HelpedPeople(people, one.topic, _kind(one, kind)), log_view)
    else:
        await _propose(talk, centre, HelpedPeoplePrompt(centre.id, prompt.day, text), log_view)


def _kind(one: HelpedPeople, asked: HelpKind) -> HelpKind:
    return HelpKind.PHONE if HelpKind.PHONE in {one.kind, asked} else asked


async def one_topic(talk: Talk, centre: Centre, day: date, helped: HelpedPeople, log_view: LogView) -> None:
    """One person is written down at once, several are shown before. Raises refusals."""
    if helped.people == 1:
        await write_down(talk, HelpedDay(centre.id, day, (helped,)), log_view)
    else:
        await show_before(talk, centre, day, helped, log_view)


async def _day(talk: Talk, centre: Centre, text: str, prompt: HelpedDayPrompt, log_view: LogView) -> None:
    read = read_typed_period(text, log_view.today(centre))
    if isinstance(read, Unsure) or read.first != read.last:
        await talk.ask_again(asking.which_day(centre, log_view.today(centre), _UNCLEAR_DAY))
    elif prompt.words:
        people = HelpedPeoplePrompt(centre.id, read.first, prompt.words, is_from_sheet=True)
        await _propose(talk, centre, people, log_view)
    else:
        await log_view.log.check(talk.person, HelpedDay(centre.id, read.first, (HelpedPeople(1),)))
        await talk.awaited.clear(talk.conversation)
        await talk.reply(asking.whom(centre, read.first, log_view.today(centre)))


async def _propose(talk: Talk, centre: Centre, prompt: HelpedPeoplePrompt, log_view: LogView) -> None:
    """Shows what the words say, or asks where they do not add up. Raises refusals."""
    read = read_people(prompt.words, log_view.find_topic)
    if read.unknown:
        await talk.ask(shown_before.unknown(read), prompt)
        return
    if not read.helped and not read.total:
        if read.total == 0:
            await log_view.log.check(talk.person, HelpedDay(centre.id, prompt.day, ()))
        await talk.ask(shown_before.nobody_named(), prompt)
        return
    day = HelpedDay(centre.id, prompt.day, _counted(read, prompt), prompt.is_from_sheet)
    await log_view.log.check(talk.person, day)
    if read.helped and read.without_topic and not prompt.counted:
        await talk.ask(shown_before.do_not_add(read, prompt.day), prompt)
    else:
        await talk.ask(shown_before.shall_all(centre, prompt.day, day.helped, log_view.day_view.topics.all), prompt)


def _counted(read: TypedPeople, prompt: HelpedPeoplePrompt) -> tuple[HelpedPeople, ...]:
    return read.helped if prompt.counted == shown_before.TOPICS else read.with_rest()


async def answer(talk: Talk, action: AnswerHelped, log_view: LogView) -> None:
    """What is to be done with the words that were shown. Raises refusals."""
    prompt = talk.awaited.text(talk.conversation)
    if not isinstance(prompt, HelpedPeoplePrompt) or not prompt.centre:
        await talk.reply(home.outdated())
        return
    centre = log_view.checked(talk.person, prompt.centre)
    match action.answer:
        case shown_before.REST | shown_before.TOPICS:
            await _propose(talk, centre, replace(prompt, counted=action.answer), log_view)
        case shown_before.FIX:
            await talk.ask(shown_before.nobody_named(), replace(prompt))
        case _:
            await _write(talk, centre, prompt, action.answer, log_view)


async def _write(talk: Talk, centre: Centre, prompt: HelpedPeoplePrompt, how: str, log_view: LogView) -> None:
    read = read_people(prompt.words, log_view.find_topic)
    helped = _counted(read, prompt)
    if read.unknown or not helped or (read.helped and read.without_topic and not prompt.counted):
        await _propose(talk, centre, prompt, log_view)  # the files or the words are not what was shown
        return
    before = await log_view.sheet_of(talk.person, centre, prompt.day) if prompt.is_from_sheet else []
    if before and how == shown_before.WRITE:
        people = sum(one.people for one in helped)
        by = log_view.author(before[0])
        await talk.ask(shown_before.sheet_twice(prompt.day, before, by, people), replace(prompt))
        return
    day = HelpedDay(centre.id, prompt.day, helped, prompt.is_from_sheet)
    await write_down(talk, day, log_view, instead_of_sheet=how == shown_before.INSTEAD)


ROUTES = Routes(
    actions={AnswerHelped: answer, HelpedAt: at_centre},
    awaited=dict.fromkeys((HelpedTopicPrompt, HelpedDayPrompt, HelpedPeoplePrompt), typed),
)
