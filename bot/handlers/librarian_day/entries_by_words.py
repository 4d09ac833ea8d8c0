"""«трое пришли без записи, паспорт» and «позвонила Антипова, просится на среду в 11»: only what is missing is asked."""

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.centres.centre import Centre
from bot.handlers.acts.which_centre import centre_of, own_or_all
from bot.handlers.consultation_log import people_in_words, write_helped
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.librarian_day import walk_ins
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.consultation_log.prompts import HelpedTopicPrompt
from bot.screens.librarian_day import navigation
from bot.screens.librarian_day import walk_ins as screens
from bot.screens.librarian_day.entry_actions import GuestCame, PhoneSoonest
from bot.screens.librarian_day.prompts import WalkInTopicPrompt
from bot.understanding.acts import Act, ActName
from bot.understanding.extractors.staff_slots import BY_PHONE


async def walk_in(talk: Talk, act: Act, text: str, day_view: DayView, log_view: LogView) -> None:
    """One who came is written down at once, for that is taken back by a press; several are shown before."""
    own, slots = log_view.own(talk.person), act.slots
    centre = await centre_of(talk, act, text, own_or_all(slots, own, lambda: log_view.served(talk.person)))
    if centre is None:
        return
    topic = day_view.topics.find_topic(slots.topic) if slots.topic else None
    day, people = slots.day or log_view.today(centre), 1 if slots.count is None else slots.count
    by_phone = slots.want == BY_PHONE
    if topic is None:
        prompt = HelpedTopicPrompt(centre.id, day, by_phone, people)
        await write_helped.ask_topic(talk, centre, prompt, log_view)
    elif people == 1 and day == log_view.today(centre) and centre.consultations and not by_phone:
        await walk_ins.came(talk, GuestCame(topic.id, centre.id), day_view)
    else:
        kind = HelpKind.PHONE if by_phone else HelpKind.WALK_IN
        await people_in_words.one_topic(talk, centre, day, HelpedPeople(people, topic.id, kind), log_view)


async def phone_booking(talk: Talk, act: Act, text: str, day_view: DayView) -> None:
    """Topic, day, hour and name are taken from the words; the slot is taken after «да»."""
    centre, slots = await _centre(talk, act, text, day_view), act.slots
    if centre is None:
        return
    at = slots.at.isoformat("minutes") if slots.at else ""
    known = WalkInTopicPrompt(centre.id, phone=True, called=slots.name or "", day=slots.day, at=at)
    topic = day_view.topics.find_topic(slots.topic) if slots.topic else None
    if topic is None:
        await talk.ask(screens.about_what(centre, day_view.topics.all, phone=True), known)
    else:
        await talk.awaited.put(talk.conversation, known)
        await walk_ins.soonest(talk, PhoneSoonest(topic.id, centre.id), day_view)


async def _centre(talk: Talk, act: Act, text: str, day_view: DayView) -> Centre | None:
    """One that takes bookings; None where it was asked which, or none is theirs."""
    if not day_view.is_offered:
        await talk.reply(navigation.not_offered())
        return None
    own = day_view.own(talk.person)
    return await centre_of(talk, act, text, own_or_all(act.slots, own, lambda: day_view.served(talk.person)))


ROUTES = Routes(acts={ActName.WALK_IN: walk_in, ActName.PHONE_BOOKING: phone_booking})
