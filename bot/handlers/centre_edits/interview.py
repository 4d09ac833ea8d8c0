"""A new librarian is asked about the centre: five questions, each answer shown before it is written."""

from dataclasses import replace

from bot.centres.card_edits import CardPart
from bot.centres.centre import Centre, CentreId
from bot.centres.none_said import says_all_open, says_none
from bot.handlers.bot_info import BotInfo
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.normalize import bare_words
from bot.screens.centre_edits import interview as screens
from bot.screens.centre_edits.actions import AskCentre, StopInterview
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.staff.card_edit_service import CardEditService

QUESTIONS = (CardPart.HOURS, CardPart.PHONE, CardPart.SERVICES, CardPart.CONSULTATIONS, CardPart.ANNOUNCEMENT)
_NOT_NOW = frozenset({"не знаю", "потом", "позже", "дальше", "следующий", "верно", "все верно", "как есть"})


async def ask(talk: Talk, centre: Centre, number: int, bot_info: BotInfo, welcome: str = "") -> None:
    """The question of that number, from 1; after the last one it is over. `welcome` stands before it."""
    parts = _questions(bot_info)
    if not 0 < number <= len(parts):
        await talk.awaited.clear(talk.conversation)
        await talk.reply(screens.finished(centre))
        return
    part = parts[number - 1]
    screen = screens.question(centre, part, number, len(parts), bot_info.clock.now())
    if welcome:
        screen = replace(screen, before=(welcome,), menu=True)
    await talk.ask(screen, CardPartPrompt(part, centre.id, number))


def is_passed(text: str, prompt: CardPartPrompt, centre: Centre) -> bool:
    """Whether the words leave the card as it is: «не знаю», or «нет» where there is none."""
    if not prompt.question:
        return False
    denied = says_none(text) or (prompt.part is CardPart.ANNOUNCEMENT and says_all_open(text))
    return bare_words(text) in _NOT_NOW or (denied and _is_empty(centre, prompt.part))


async def go_on(talk: Talk, action: AskCentre, card_edit_service: CardEditService, bot_info: BotInfo) -> None:
    """Handles «Пропустить»: the next question, or the end."""
    centre = card_edit_service.centre(CentreId(action.centre), talk.person)
    await ask(talk, centre, action.question, bot_info)


async def stop(talk: Talk, action: StopInterview, card_edit_service: CardEditService) -> None:
    """Handles «Закончить»: no more questions."""
    centre = card_edit_service.centre(CentreId(action.centre), talk.person)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(screens.stopped(centre))


def _questions(bot_info: BotInfo) -> tuple[CardPart, ...]:
    return tuple(part for part in QUESTIONS if bot_info.can_book or part is not CardPart.CONSULTATIONS)


def _is_empty(centre: Centre, part: CardPart) -> bool:
    known = {
        CardPart.PHONE: centre.phones,
        CardPart.SERVICES: centre.services,
        CardPart.CONSULTATIONS: centre.consultations,
        CardPart.ANNOUNCEMENT: centre.announcement,
    }
    return part in known and not known[part]


ROUTES = Routes(actions={AskCentre: go_on, StopInterview: stop})
