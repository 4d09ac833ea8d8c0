"""Where, when and by which telephone, by words; and what a library does besides helping with the portal."""

from dataclasses import replace

from bot.centres.centre import CentreKind
from bot.centres.places.place import Match
from bot.centres.places.place_question import DirectoryQuestion, Want
from bot.faq.live_faq import LiveFaq
from bot.handlers.centres import place_questions
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.centres import library_services, place_answer
from bot.screens.centres.prompts import PlacePrompt
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal
from bot.understanding.acts import Act, ActName, Slots

_WANTS = {"nearest": Want.NEAREST, "address": Want.ADDRESS, "hours": Want.HOURS, "phone": Want.PHONE, "way": Want.WAY}
_OFFICE = "mfc"


async def place(talk: Talk, act: Act, text: str, nearby: NearestWithSlots, live_faq: LiveFaq, journal: Journal) -> None:
    """By every word where the directory understands them all; else by the place and the want that were heard.

    Where the words name no place, it is the one that the talk was about.
    """
    is_said_before = _asks_fact(act) and act.slots.place and nearby.place(text) == Match()  # «какой у них телефон»
    words = f"{text} {act.slots.place}" if is_said_before else text
    if not await place_questions.is_answered(talk, words, nearby, live_faq, journal):
        await _tell(talk, _question(act.slots, nearby), nearby, journal)


async def library_service(talk: Talk, act: Act, nearby: NearestWithSlots, own: MyBookings, journal: Journal) -> None:
    """«это к вашей библиотеке» with its telephone, where it is known which one; nothing is invented."""
    journal.record(talk.person, InteractionKind.TALK, detail="library_service")
    said = library_services.sentence(act.slots.want)
    visits = await own.ahead(talk.person)
    there = nearby.centre_lookup.centre(act.slots.centre or (visits[0].booking.centre if visits else ""))
    if act.slots.place and (there is None or there.settlement != act.slots.place):
        await talk.reply(said)
        await _tell(
            talk, DirectoryQuestion(_match(act.slots, nearby), (Want.PHONE,), CentreKind.LIBRARY), nearby, journal
        )
    elif there:
        await talk.reply(library_services.of_centre(said, there, nearby.centre_lookup.regions.region))
    elif talk.awaited.left(talk.conversation):  # what was begun is not lost behind another question
        await talk.reply(library_services.of_region(said, nearby.centre_lookup.regions.region))
    else:
        region = nearby.centre_lookup.regions.region
        await talk.ask(library_services.which(said, region), PlacePrompt(Want.PHONE, CentreKind.LIBRARY))


def _asks_fact(act: Act) -> bool:
    return act.slots.want not in {None, Want.NEAREST}  # «улица Рижская» may be in any town


def _question(slots: Slots, nearby: NearestWithSlots) -> DirectoryQuestion:
    kind = CentreKind.MFC if slots.want == _OFFICE else None
    return DirectoryQuestion(_match(slots, nearby), (_WANTS.get(slots.want or "", Want.NEAREST),), kind)


def _match(slots: Slots, nearby: NearestWithSlots) -> Match:
    centre = nearby.centre_lookup.centre(slots.centre) if slots.centre else None
    named = slots.place or (centre.settlement if centre else None)
    return replace(nearby.place(named), guessed=True) if named else Match()  # not every word was understood


async def _tell(talk: Talk, question: DirectoryQuestion, nearby: NearestWithSlots, journal: Journal) -> None:
    if question.match.is_elsewhere:
        await talk.ask(await nearby.typed(question.match), PlacePrompt(question.wants[0], question.kind))
        return
    if not question.match.places:
        await talk.ask(place_answer.ask_place(question), PlacePrompt(question.wants[0], question.kind))
        return
    journal.record(talk.person, InteractionKind.CENTRE_FOUND, detail="typed")
    await talk.reply(await place_questions.answer(question, nearby))


ROUTES = Routes(acts={ActName.PLACE: place, ActName.OTHER_LIBRARY_SERVICE: library_service})
