"""«Новый центр»: an admin names it, says where it is and, if known, its address."""

from dataclasses import replace

from bot.handlers.access import allowed_to_admin
from bot.handlers.assent import answered
from bot.handlers.bot_info import BotInfo
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.centre_edits import new_centre as screens
from bot.screens.centre_edits.actions import BeginNewCentre, SkipAddress, TakeSettlement, WriteNewCentre
from bot.screens.centre_edits.prompts import NewCentrePrompt, NewCentreStep
from bot.screens.screen import Screen
from bot.staff.new_centre_service import NewCentreNotWrittenError, NewCentreService, TwinCentreError
from bot.staff.roster import Roster


async def begin(talk: Talk, roster: Roster) -> None:
    """Handles «Новый центр»: the name is asked first."""
    if await allowed_to_admin(talk, roster):
        await talk.ask(screens.ask_name(), NewCentrePrompt(NewCentreStep.NAME))


async def typed(
    talk: Talk,
    text: str,
    prompt: NewCentrePrompt,
    roster: Roster,
    new_centre_service: NewCentreService,
    bot_info: BotInfo,
) -> None:
    """The answer to the step; the right is checked again, for it may be gone by now."""
    if not await allowed_to_admin(talk, roster):
        await talk.awaited.clear(talk.conversation)
        return
    words = " ".join(text.split())
    match prompt.step:
        case NewCentreStep.NAME:
            await _name(talk, words, prompt, new_centre_service)
        case NewCentreStep.PLACE:
            await _place(talk, words, prompt, new_centre_service)
        case NewCentreStep.ADDRESS:
            await _address(talk, words, prompt, new_centre_service)
        case NewCentreStep.CHECK:
            if isinstance(answered(talk, text), WriteNewCentre):
                await write(talk, roster, new_centre_service, bot_info)
            else:
                await talk.ask_again(_preview(prompt, new_centre_service))


async def take_settlement(
    talk: Talk, action: TakeSettlement, roster: Roster, new_centre_service: NewCentreService
) -> None:
    """One of several places of that name."""
    if await allowed_to_admin(talk, roster) and (prompt := await _asked(talk)):
        await _settle(talk, action.settlement, prompt, new_centre_service)


async def skip_address(talk: Talk, roster: Roster, new_centre_service: NewCentreService) -> None:
    """Handles «Пропустить»: the address stays unknown."""
    if await allowed_to_admin(talk, roster) and (prompt := await _asked(talk)):
        await _check(talk, replace(prompt, address=""), new_centre_service)


async def write(talk: Talk, roster: Roster, new_centre_service: NewCentreService, bot_info: BotInfo) -> None:
    """Handles «Записать» under the preview."""
    if not await allowed_to_admin(talk, roster) or not (prompt := await _asked(talk)):
        return
    place = new_centre_service.place(prompt.settlement)
    if place is None or not prompt.name:
        await talk.reply(screens.start_again())
        return
    try:
        centre = await new_centre_service.add(prompt.name, place, prompt.address, talk.person)
    except TwinCentreError as there:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(screens.twin(there.centre))
    except NewCentreNotWrittenError as error:
        await talk.reply(screens.not_written(error.reason, error.problems))
    else:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(screens.added(centre, can_invite=bot_info.can_book))


async def _name(talk: Talk, words: str, prompt: NewCentrePrompt, new_centres: NewCentreService) -> None:
    if not new_centres.is_name(words):
        await talk.ask_again(screens.no_name())
        return
    await talk.ask(screens.ask_place(words), replace(prompt, step=NewCentreStep.PLACE, name=words))


async def _place(talk: Talk, words: str, prompt: NewCentrePrompt, new_centres: NewCentreService) -> None:
    places = [place for place in new_centres.find_places(words).places if place.settlement]
    if len(places) == 1 and (settlement := places[0].settlement):
        await _settle(talk, settlement.id, prompt, new_centres)
    elif places:
        await talk.ask(screens.which_place(places), replace(prompt))
    else:
        await talk.ask_again(screens.no_place())


async def _settle(talk: Talk, settlement: int, prompt: NewCentrePrompt, new_centres: NewCentreService) -> None:
    place = new_centres.place(settlement)
    if place is None:
        await talk.ask_again(screens.no_place())
        return
    following = replace(prompt, step=NewCentreStep.ADDRESS, settlement=settlement)
    await talk.ask(screens.ask_address(prompt.name, place), following)


async def _address(talk: Talk, words: str, prompt: NewCentrePrompt, new_centres: NewCentreService) -> None:
    place = new_centres.place(prompt.settlement)
    if place is None:
        await talk.reply(screens.start_again())
    elif not (read := new_centres.read_address(words, new_centres.drafted(prompt.name, place))):
        await talk.ask_again(screens.no_address())
    else:
        await _check(talk, replace(prompt, address=str(read["address"] or "")), new_centres)


async def _check(talk: Talk, prompt: NewCentrePrompt, new_centres: NewCentreService) -> None:
    prompt = replace(prompt, step=NewCentreStep.CHECK)
    await talk.ask(_preview(prompt, new_centres), prompt)


def _preview(prompt: NewCentrePrompt, new_centres: NewCentreService) -> Screen:
    place = new_centres.place(prompt.settlement)
    if place is None or not prompt.name:
        return screens.start_again()
    alike = new_centres.alike(prompt.name, place)
    return screens.preview(new_centres.drafted(prompt.name, place), place, prompt.address, alike)


async def _asked(talk: Talk) -> NewCentrePrompt | None:
    """What was typed so far; otherwise it is said that it is awaited no more."""
    prompt = talk.awaited.text(talk.conversation)
    if isinstance(prompt, NewCentrePrompt):
        return prompt
    await talk.reply(screens.start_again())
    return None


ROUTES = Routes(
    actions={
        BeginNewCentre: begin,
        TakeSettlement: take_settlement,
        SkipAddress: skip_address,
        WriteNewCentre: write,
    },
    awaited={NewCentrePrompt: typed},
)
