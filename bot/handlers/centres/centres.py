"""The nearest centre in the chat: by a shared point, by a typed place, by buttons."""

from bot.centres.places.geo import Point
from bot.faq.live_faq import LiveFaq
from bot.faq.search.search import Decision
from bot.handlers.booking import router as booking_router
from bot.handlers.booking.booking import booker, go_on
from bot.handlers.booking.booking import show as show_step
from bot.handlers.booking.context import BookingDialog
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.centres import place_questions
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.booking.prompts import BookingPrompt
from bot.screens.centres import downloads, place_choice
from bot.screens.centres.actions import (
    FindCentre,
    NearMunicipality,
    NearPoint,
    NearSettlement,
    SendContact,
    SendPoster,
    SendVenue,
    ShowCentre,
    ShowMunicipalities,
)
from bot.screens.centres.prompts import PlacePrompt
from bot.screens.menu import Menu
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


async def find_centre(talk: Talk) -> None:
    """Handles «Ближайший центр»: asks where the person is."""
    await talk.ask(place_choice.ask_place(), PlacePrompt())


async def typed(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: PlacePrompt,
    nearby: NearestWithSlots,
    live_faq: LiveFaq,
    bot_info: BotInfo,
    journal: Journal,
) -> None:
    """Reads the typed place, or answers a question asked instead."""
    if await place_questions.is_answered(talk, text, nearby, live_faq, journal, prompt):
        return
    match, found = nearby.place(text), live_faq.search(text)
    if match.places or found.decision is Decision.ANSWER:
        await talk.awaited.clear(talk.conversation)
    if not match.places and found.decision is Decision.ANSWER:
        journal.record(talk.person, InteractionKind.ANSWER, found.articles[0].id)
        await talk.reply(bot_info.answer(found.articles[0], live_faq.related(found.articles[0])))
    else:
        journal.record(
            talk.person, InteractionKind.CENTRE_FOUND if match.places else InteractionKind.NOTHING_FOUND, detail="place"
        )
        await (talk.reply if match.places else talk.ask_again)(await nearby.typed(match))


async def shared(
    talk: Talk, lat: float, lon: float, booking_dialog: BookingDialog, nearby: NearestWithSlots, journal: Journal
) -> None:
    """Takes a shared location at any moment; where a booking waits for a place, it is used there."""
    point = Point(lat, lon)
    prompt = talk.awaited.text(talk.conversation)
    if step := await booking_router.here(booking_dialog, booker(talk), prompt, point):
        await show_step(talk, step)
        return
    if not isinstance(prompt, BookingPrompt):
        await talk.awaited.leave(talk.conversation)
    journal.record(talk.person, InteractionKind.CENTRE_FOUND, detail="point")
    await talk.reply(await nearby.asked_here(point, prompt))
    await go_on(talk, booking_dialog)


async def near(talk: Talk, action: NearPoint | NearSettlement | NearMunicipality, nearby: NearestWithSlots) -> None:
    """Shows the centres around a place: the first page as a new message, other pages in place."""
    await (talk.edit if action.page else talk.reply)(await nearby.near(action))


async def municipalities(talk: Talk, centre_lookup: CentreLookup) -> None:
    """Shows all municipalities as buttons."""
    await talk.reply(centre_lookup.municipalities())


async def show_centre(talk: Talk, action: ShowCentre, nearby: NearestWithSlots) -> None:
    """Shows the card of a centre."""
    await talk.reply(await nearby.card(action.centre, action.seen_from))


async def open_link(talk: Talk, link: str, nearby: NearestWithSlots, bot_info: BotInfo) -> None:
    """Opens the deep link `c_<centre>` of a poster."""
    await talk.reply(bot_info.welcome())
    await talk.reply(await nearby.card(link))


async def send_venue(talk: Talk, action: SendVenue, centre_lookup: CentreLookup) -> None:
    """Sends the centre as a point on the map."""
    await talk.reply(downloads.pin(centre_lookup.centre(action.centre)))


async def send_contact(talk: Talk, action: SendContact, centre_lookup: CentreLookup) -> None:
    """Sends the centre as a contact for the phone book."""
    await talk.reply(downloads.contact(centre_lookup.centre(action.centre)))


async def send_poster(talk: Talk, action: SendPoster, centre_lookup: CentreLookup, bot_info: BotInfo) -> None:
    """Sends the centre's poster to print."""
    await talk.reply(centre_lookup.poster(action.centre, await bot_info.profile.username()))


ROUTES = Routes(
    commands={"centres": find_centre},
    menu={Menu.CENTRES: find_centre},
    actions={
        FindCentre: find_centre,
        ShowCentre: show_centre,
        NearPoint: near,
        NearSettlement: near,
        NearMunicipality: near,
        ShowMunicipalities: municipalities,
        SendVenue: send_venue,
        SendContact: send_contact,
        SendPoster: send_poster,
    },
    awaited={PlacePrompt: typed},
    links={"c": open_link},
)
