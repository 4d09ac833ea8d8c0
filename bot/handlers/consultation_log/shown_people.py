"""People told in words are shown before they are written; what does not add up is asked."""

from dataclasses import replace

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.booking.consultation_log.log_service import HelpedDay
from bot.booking.consultation_log.typed_people import TypedPeople
from bot.centres.centre import Centre
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.consultation_log.write_helped import write_down
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.consultation_log import beside_written, shown_before
from bot.screens.consultation_log.actions import AnswerHelped
from bot.screens.consultation_log.prompts import HelpedPeoplePrompt


async def propose(talk: Talk, centre: Centre, prompt: HelpedPeoplePrompt, log_view: LogView) -> None:
    """Shows what the words say, or asks where they do not add up. Raises refusals."""
    read = log_view.read_people(prompt.words)
    if not read.helped and read.total is None:
        await _ask_whom(talk, read, prompt)
        return
    if read.unknown:
        await talk.ask(shown_before.unknown(read), prompt)
        return
    day = HelpedDay(centre.id, prompt.day, _counted(read, prompt), prompt.is_from_sheet)
    await log_view.log.check(talk.person, day)
    if read.helped and read.without_topic and not prompt.counted:
        await talk.ask(shown_before.do_not_add(read, prompt.day), prompt)
    elif prompt.is_from_sheet and (before := await log_view.counted(talk.person, centre, prompt.day)).in_log:
        lists = log_view.lists(centre)
        await talk.ask(beside_written.add_or_replace(centre, prompt.day, day.helped, lists, before), prompt)
    else:
        await talk.ask(shown_before.shall_all(centre, prompt.day, day.helped, log_view.lists(centre)), prompt)


async def _ask_whom(talk: Talk, read: TypedPeople, prompt: HelpedPeoplePrompt) -> None:
    """Words that count nobody may mean something else, where they are told at an open question."""
    screen = shown_before.unknown(read) if read.unknown else shown_before.nobody_named()
    if isinstance(before := talk.awaited.text(talk.conversation), HelpedPeoplePrompt) and before.centre:
        await talk.ask_again(screen)
    else:
        await talk.ask(screen, prompt)


def _counted(read: TypedPeople, prompt: HelpedPeoplePrompt) -> tuple[HelpedPeople, ...]:
    helped = read.helped if prompt.counted == shown_before.TOPICS else read.with_rest()
    return tuple(replace(one, kind=HelpKind.PHONE) for one in helped) if prompt.by_phone else helped


async def answer(talk: Talk, action: AnswerHelped, log_view: LogView) -> None:
    """What is to be done with the words that were shown; a button of an earlier message is over. Raises refusals."""
    prompt = talk.awaited.text(talk.conversation)
    is_last = talk.pressed is None or talk.pressed == talk.awaited.asked_by(talk.conversation)
    if not isinstance(prompt, HelpedPeoplePrompt) or not prompt.centre or not is_last:
        await talk.reply(shown_before.over())
        return
    centre = log_view.checked(talk.person, prompt.centre)
    match action.answer:
        case shown_before.REST | shown_before.TOPICS:
            await propose(talk, centre, replace(prompt, counted=action.answer), log_view)
        case shown_before.FIX:
            await talk.ask(shown_before.nobody_named(), replace(prompt))
        case _:
            await _write(talk, centre, prompt, action.answer, log_view)


async def _write(talk: Talk, centre: Centre, prompt: HelpedPeoplePrompt, how: str, log_view: LogView) -> None:
    read = log_view.read_people(prompt.words)
    helped = _counted(read, prompt)
    if read.unknown or not helped or (read.helped and read.without_topic and not prompt.counted):
        await propose(talk, centre, prompt, log_view)  # the files or the words are not what was shown
        return
    is_unasked = prompt.is_from_sheet and how == shown_before.WRITE
    if is_unasked and (await log_view.counted(talk.person, centre, prompt.day)).in_log:
        await propose(talk, centre, replace(prompt), log_view)  # somebody has written meanwhile
        return
    day = HelpedDay(centre.id, prompt.day, helped, prompt.is_from_sheet)
    await write_down(talk, day, log_view, instead_of_sheet=how == shown_before.INSTEAD, is_shown=True)


ROUTES = Routes(actions={AnswerHelped: answer})
