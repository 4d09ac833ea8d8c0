"""People helped without a booking in words: one topic, several, or the paper sheet of a day; shown before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.log_service import HelpedDay
from bot.booking.consultation_log.said_day import day_of_help
from bot.booking.consultation_log.typed_people import numbers_in
from bot.booking.consultation_log.typed_sheet import is_sheet, read_sheet
from bot.centres.centre import Centre
from bot.handlers.assent import answered
from bot.handlers.consultation_log import shown_people
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.consultation_log.shown_people import propose
from bot.handlers.consultation_log.write_helped import ask_topic, drop, show_before, write, write_down
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.normalize import fold
from bot.russian.time.doubts import Unsure
from bot.russian.time.reports.periods import read_typed_period
from bot.russian.yes_no import is_no, is_unwanted, is_yes
from bot.screens.callback_data import unpack
from bot.screens.consultation_log import asking, shown_before
from bot.screens.consultation_log.actions import AnswerHelped, DropHelped, HelpedAt, WriteHelped
from bot.screens.consultation_log.prompts import HelpedDayPrompt, HelpedPeoplePrompt, HelpedTopicPrompt, LogPrompt
from bot.screens.home import home
from bot.screens.librarian_day import day_list
from bot.screens.typed_answers import by_beginning

_INSTEAD_OF_SHOWN = re.compile(r"^\s*нет[\s,.:—-]+(?=\D*\d)", re.IGNORECASE)  # «нет 11» is 11
_UNCLEAR_DAY, _AHEAD = "Этого дня я не понял.", "Этот день ещё впереди: записывают тех, кому уже помогли."


async def sheet(talk: Talk, text: str, log_view: LogView) -> None:
    """«лист за 3 декабря: 7, паспорт 2, пароль 3»: shown, and asked about where it does not add. Raises refusals."""
    own = log_view.own(talk.person) or log_view.served(talk.person)
    if not own:
        await talk.reply(day_list.no_centre())
    elif len(own) == 1:
        await said_at(talk, own[0], text, log_view)
    elif log_view.own(talk.person):
        await ask_centre(talk, own, text, log_view)
    else:
        await talk.reply(asking.sheet_of_which_centre())


async def ask_centre(talk: Talk, centres: Sequence[Centre], text: str, log_view: LogView) -> None:
    """Asks at which of several centres it was; the words are kept for the answer."""
    of_sheet = is_sheet(text)
    screen = asking.whose_sheet(centres) if of_sheet else shown_before.told_of_which_centre(centres)
    await talk.ask(screen, HelpedPeoplePrompt("", log_view.today(centres[0]), text, is_from_sheet=of_sheet))


async def at_centre(talk: Talk, action: HelpedAt, log_view: LogView) -> None:
    """The centre to which the words belong. Raises refusals."""
    prompt = talk.awaited.text(talk.conversation)
    centre = log_view.checked(talk.person, action.centre)
    if isinstance(prompt, HelpedPeoplePrompt) and prompt.words:
        await said_at(talk, centre, prompt.words, log_view)
    else:
        await talk.reply(home.outdated())


async def said_at(talk: Talk, centre: Centre, text: str, log_view: LogView) -> None:
    """A sheet, or words that tell of people: both are shown with their day. Raises refusals."""
    today = log_view.today(centre)
    if is_sheet(text):
        said = read_sheet(text, today)
        day, words = (said.day, said.people) if said else (None, text)
    elif told := log_view.told(text, today):
        day, words = told.said.day if told.said else today, told.words
    else:
        day, words = today, text
    if day is None:
        await talk.ask(asking.which_day(centre, today, _UNCLEAR_DAY), HelpedDayPrompt(centre.id, words))
    else:
        await propose(talk, centre, HelpedPeoplePrompt(centre.id, day, words, is_sheet(text)), log_view)


async def typed(talk: Talk, text: str, prompt: LogPrompt, log_view: LogView) -> None:
    """What was typed where people or their day are asked for. Raises refusals."""
    if isinstance(prompt, HelpedPeoplePrompt) and not prompt.centre:
        await sheet(talk, text if is_sheet(text) else prompt.words, log_view)
        return
    centre, text = log_view.checked(talk.person, prompt.centre), _INSTEAD_OF_SHOWN.sub("", text)
    told = log_view.told(text, log_view.today(centre))
    if is_no(text) or is_unwanted(text):
        await drop(talk, DropHelped(centre.id), log_view)
    elif (meant := _meant(talk, text)) is not None:
        await _press(talk, meant, log_view)
    elif is_sheet(text) or (told and told.said):
        await said_at(talk, centre, text, log_view)
    else:
        await _typed_at(talk, centre, text, prompt, log_view)


def _meant(talk: Talk, text: str) -> AnswerHelped | WriteHelped | DropHelped | None:
    """The button of the last message that is meant: «да», «заменить»."""
    packed = by_beginning(text, talk.awaited.offered(talk.conversation))
    meant = answered(talk, text) or (unpack(packed) if packed else None)
    return meant if isinstance(meant, AnswerHelped | WriteHelped | DropHelped) else None


async def _press(talk: Talk, action: AnswerHelped | WriteHelped | DropHelped, log_view: LogView) -> None:
    match action:
        case AnswerHelped():
            await shown_people.answer(talk, action, log_view)
        case WriteHelped():
            await write(talk, action, log_view)
        case DropHelped():
            await drop(talk, action, log_view)


async def _typed_at(talk: Talk, centre: Centre, text: str, prompt: LogPrompt, log_view: LogView) -> None:
    match prompt:
        case HelpedTopicPrompt():
            await _topic(talk, centre, text, prompt, log_view)
        case HelpedDayPrompt():
            await _day(talk, centre, text, prompt, log_view)
        case HelpedPeoplePrompt() if prompt.words and is_yes(text):  # «да» to «прибавить или заменить?»
            await propose(talk, centre, replace(prompt), log_view)
        case HelpedPeoplePrompt():
            await _people(talk, centre, text, prompt, log_view)


async def _people(talk: Talk, centre: Centre, text: str, prompt: HelpedPeoplePrompt, log_view: LogView) -> None:
    """Other words take the place of those that are shown; words that are not read leave them standing."""
    read = log_view.read_people(text)
    if read.unknown and prompt.words:
        await talk.ask_again(shown_before.unknown(read), stands=True)
    else:
        await propose(talk, centre, replace(prompt, words=text, counted=""), log_view)


async def _topic(talk: Talk, centre: Centre, text: str, prompt: HelpedTopicPrompt, log_view: LogView) -> None:
    """«пенсия», «паспорт × 12», «12»: one topic of all; several are shown together, and numbers must add."""
    read = log_view.read_people(text)
    kind = HelpKind.PHONE if prompt.by_phone else HelpKind.WALK_IN
    numbers = numbers_in(fold(text))
    is_first = prompt.people == 1 or prompt.is_shown  # a number that is shown is replaced by another
    if read.unknown or not (read.helped or read.total is not None):
        await ask_topic(talk, centre, prompt, log_view, asking.NO_SUCH_TOPIC)
    elif not read.helped and read.total is not None:
        await ask_topic(talk, centre, replace(prompt, people=read.total, is_shown=False), log_view)
    elif len(read.helped) == 1 and read.total is None and (is_first or not numbers):
        (one,) = read.helped
        people = one.people if numbers else prompt.people
        helped = replace(one, people=people, kind=HelpKind.PHONE if HelpKind.PHONE in {one.kind, kind} else kind)
        await one_topic(talk, centre, prompt.day, helped, log_view)
    else:
        is_told = is_first or read.total is not None
        words = text if is_told else f"всего {prompt.people}, {text}"
        people_prompt = HelpedPeoplePrompt(centre.id, prompt.day, words, by_phone=prompt.by_phone)
        await propose(talk, centre, people_prompt, log_view)


async def one_topic(talk: Talk, centre: Centre, day: date, helped: HelpedPeople, log_view: LogView) -> None:
    """One person is written down at once, several are shown before. Raises refusals."""
    if helped.people == 1:
        await write_down(talk, HelpedDay(centre.id, day, (helped,)), log_view)
    else:
        await show_before(talk, centre, day, helped, log_view)


async def _day(talk: Talk, centre: Centre, text: str, prompt: HelpedDayPrompt, log_view: LogView) -> None:
    today = log_view.today(centre)
    read = read_typed_period(text, today)
    said = day_of_help(fold(text), today)
    day = said or (None if isinstance(read, Unsure) or read.first != read.last else read.first)
    if day is None or day > today:
        await talk.ask_again(asking.which_day(centre, today, _UNCLEAR_DAY if day is None else _AHEAD))
    elif prompt.words:
        await propose(talk, centre, HelpedPeoplePrompt(centre.id, day, prompt.words, is_from_sheet=True), log_view)
    else:
        await log_view.log.check(talk.person, HelpedDay(centre.id, day, (HelpedPeople(1),)))
        await talk.awaited.clear(talk.conversation)
        await talk.reply(asking.whom(centre, day, today))


ROUTES = Routes(
    actions={HelpedAt: at_centre},
    awaited=dict.fromkeys((HelpedTopicPrompt, HelpedDayPrompt, HelpedPeoplePrompt), typed),
)
