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
from bot.screens.consultation_log import shown_before
from bot.screens.consultation_log.prompts import HelpedPeoplePrompt, HelpedTopicPrompt
from bot.screens.librarian_day import navigation
from bot.screens.librarian_day import walk_ins as screens
from bot.screens.librarian_day.entry_actions import GuestCame, PhoneSoonest
from bot.screens.librarian_day.prompts import WalkInTopicPrompt
from bot.understanding.acts import Act, ActName, Slots
from bot.understanding.extractors.staff_slots import BY_PHONE


async def told(talk: Talk, text: str, day_view: DayView, log_view: LogView) -> None:
    """«вчера приходили трое: двое паспорт, один пенсия», at any moment. Raises refusals."""
    own = log_view.own(talk.person)
    centres = own or log_view.served(talk.person)
    if len(centres) == 1:
        await told_at(talk, centres[0], text, day_view, log_view)
    elif own:
        await people_in_words.ask_centre(talk, own, text, log_view)
    else:
        await people_in_words.sheet(talk, text, log_view)


async def told_at(talk: Talk, centre: Centre, text: str, day_view: DayView, log_view: LogView) -> None:
    """One who came today is written down at once, for that is taken back by a press; all else is shown before."""
    today = log_view.today(centre)
    said = log_view.told(text, today)
    day = said.said.day if said and said.said else today
    if said is None or day is None:
        await people_in_words.said_at(talk, centre, text, log_view)
    elif said.people.total is not None and not said.people.helped:
        prompt = HelpedTopicPrompt(centre.id, day, by_phone=False, people=said.people.total)
        await write_helped.ask_topic(talk, centre, prompt, log_view)
    elif day == today and len(said.people.helped) == 1 and said.people.people == 1 and said.people.total is None:
        await _one_came(talk, centre, said.people.helped[0], day_view, log_view)
    else:
        await people_in_words.said_at(talk, centre, text, log_view)


async def _one_came(talk: Talk, centre: Centre, helped: HelpedPeople, day_view: DayView, log_view: LogView) -> None:
    is_visit = centre.consultations is not None and helped.kind is HelpKind.WALK_IN
    if is_visit and helped.topic:
        await walk_ins.came_and(talk, GuestCame(helped.topic, centre.id), helped.outcome, day_view)
    else:
        await people_in_words.one_topic(talk, centre, log_view.today(centre), helped, log_view)


async def walk_in(talk: Talk, act: Act, text: str, day_view: DayView, log_view: LogView) -> None:
    """Words read whole are as `told`; of others one topic and one number are taken, more of them are asked."""
    own, slots = log_view.own(talk.person), act.slots
    centre = await centre_of(talk, act, text, own_or_all(slots, own, lambda: log_view.served(talk.person)))
    if centre is None:
        return
    today = log_view.today(centre)
    if log_view.told(text, today):
        await told_at(talk, centre, text, day_view, log_view)
    elif log_view.is_half_read(text, today):
        prompt = HelpedPeoplePrompt(centre.id, slots.day or today, "")
        await talk.ask(shown_before.told_in_part(log_view.read_people(text)), prompt)
    else:
        await _one_kind(talk, centre, slots, day_view, log_view)


async def _one_kind(talk: Talk, centre: Centre, slots: Slots, day_view: DayView, log_view: LogView) -> None:
    """So many people with one topic, as the act has them; the day is shown where it is not today."""
    topic = day_view.topics.find_topic(slots.topic) if slots.topic else None
    day, people = slots.day or log_view.today(centre), 1 if slots.count is None else slots.count
    by_phone = slots.want == BY_PHONE
    if topic is None:
        prompt = HelpedTopicPrompt(centre.id, day, by_phone, people)
        await write_helped.ask_topic(talk, centre, prompt, log_view)
    elif people == 1 and day == log_view.today(centre) and centre.consultations and not by_phone:
        await walk_ins.came(talk, GuestCame(topic.id, centre.id), day_view)
    else:
        helped = HelpedPeople(people, topic.id, HelpKind.PHONE if by_phone else HelpKind.WALK_IN)
        is_today = day == log_view.today(centre)
        record = people_in_words.one_topic if is_today else write_helped.show_before
        await record(talk, centre, day, helped, log_view)


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
